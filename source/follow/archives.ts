import {Readable, type Duplex} from 'node:stream';
import {createGunzip, createZstdDecompress} from 'node:zlib';
import xz from 'xz-decompress';
import {unpackBzip2} from './bzip2.ts';
import {isRefusal, type Disk, type Handle} from './disk.ts';
import type {Slice} from './drain.ts';
import type {ArchiveKind} from './generation-names.ts';

/** An archive being unpacked from its start. `next` never waits: it gives what is there, or says that more will come. */
export type Unpacking = {
	next(): Slice;
	close(): void;
};

/** Most that one archive may unpack to: a hundred times a usual generation, and less than a bomb needs to do harm. */
export const mostUnpackedBytes = 1024 * 1024 * 1024;

const packedSliceBytes = 64 * 1024;

type Packed = {
	readonly disk: Disk;
	readonly handle: Handle;
	readonly archive: ArchiveKind;
	/** Unpacked bytes that were delivered before and are passed over. */
	readonly fromBytes: number;
	readonly limitBytes?: number;
	readonly onReady: () => void;
};

/** Begins unpacking. One piece is held ready at a time, so a slow reader holds the unpacker back. */
export function startUnpacking({disk, handle, archive, fromBytes, limitBytes = mostUnpackedBytes, onReady}: Packed): Unpacking {
	const pieces = unpackers[archive](packedSlices(disk, handle));
	let ready: Slice = {type: 'unpacking'};
	let unpackedBytes = 0;
	let isClosed = false;

	fetch();
	return {
		next() {
			const slice = ready;
			if (slice.type === 'bytes') {
				ready = {type: 'unpacking'};
				fetch();
			}

			return slice;
		},
		close() {
			isClosed = true;
			void pieces.return?.().catch(() => undefined);
		},
	};

	function fetch(): void {
		void pieces.next().then(settle).catch(fail);
	}

	function settle(step: IteratorResult<Uint8Array>): void {
		if (step.done) {
			put({type: 'end'});
			return;
		}

		const startBytes = unpackedBytes;
		unpackedBytes += step.value.length;
		if (unpackedBytes > limitBytes) {
			put({type: 'damaged', isTooLarge: true, why: `it unpacks to more than ${limitBytes / (1024 * 1024)} MB`});
		} else if (unpackedBytes <= fromBytes) {
			fetch();
		} else {
			put({type: 'bytes', bytes: step.value.subarray(Math.max(0, fromBytes - startBytes))});
		}
	}

	function fail(error: unknown): void {
		put({type: 'damaged', isTooLarge: false, why: error instanceof Error ? error.message : String(error)});
	}

	function put(slice: Slice): void {
		if (isClosed) {
			return;
		}

		ready = slice;
		onReady();
	}
}

/** One row per kind of archive. */
const unpackers: Readonly<Record<ArchiveKind, (packed: Iterable<Uint8Array>) => AsyncIterator<Uint8Array>>> = {
	gz: packed => through(createGunzip(), packed),
	zst: packed => through(createZstdDecompress(), packed),
	xz(packed) {
		const stream = Readable.toWeb(Readable.from(packed)) as ConstructorParameters<typeof xz.XzReadableStream>[0];
		return (new xz.XzReadableStream(stream) as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
	},
	bz2: packed => unpackBzip2(packed),
};

function through(unpacker: Duplex, packed: Iterable<Uint8Array>): AsyncIterator<Uint8Array> {
	const input = Readable.from(packed);
	input.on('error', error => {
		unpacker.destroy(error);
	});
	return (input.pipe(unpacker) as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
}

function * packedSlices(disk: Disk, handle: Handle): Generator<Uint8Array> {
	for (let offsetBytes = 0; ;) {
		const into = new Uint8Array(packedSliceBytes);
		const count = disk.read(handle, into, offsetBytes);
		if (isRefusal(count)) {
			throw new Error(`reading it failed: ${count.refused}`);
		}

		if (count === 0) {
			return;
		}

		offsetBytes += count;
		yield into.subarray(0, count);
	}
}
