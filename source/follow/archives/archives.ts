import {Readable} from 'node:stream';
import {createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress} from 'node:zlib';
import {isRefusal, type Disk, type Handle} from '../disk/disk.ts';
import type {Slice} from '../reading/drain.ts';
import type {ArchiveKind} from '../discovery/generation-names.ts';
import {unpackBzip2} from './bzip2.ts';
import {packingAt, strangeEnd} from './archive-beginning.ts';
import {damageWords} from './damage-words.ts';
import {inUtf8} from './utf16.ts';
import {unpackXz} from './xz.ts';

/** An archive being unpacked from its start. `next` never waits: it returns what is there, or says that more will come. */
export type Unpacking = {
	next(): Slice;
	close(): void;
};

/** Most that one archive may unpack to: a hundred times a usual generation, and less than a bomb needs to do harm. */
const mostUnpackedBytes = 1024 * 1024 * 1024;

const packedSliceBytes = 64 * 1024;

/** An archive that lies open on the disk. */
export type PackedFile = {readonly disk: Disk; readonly handle: Handle; readonly archive: ArchiveKind};

/** What an archive unpacks to, piece by piece; fails where it is damaged. */
export type Unpack = (file: PackedFile) => AsyncIterator<Uint8Array>;

type Packed = PackedFile & {
	/** Unpacked bytes that were delivered before and are passed over. */
	readonly fromBytes: number;
	readonly limitBytes?: number;
	readonly unpack?: Unpack;
	readonly onReady: () => void;
};

/** Begins unpacking. One piece is held ready at a time, so a slow reader holds the unpacker back. */
export function startUnpacking({disk, handle, archive, fromBytes, limitBytes = mostUnpackedBytes, unpack = unpackHere, onReady}: Packed): Unpacking {
	const pieces = unpack({disk, handle, archive});
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
		put({type: 'damaged', isTooLarge: false, why: damageWords(error)});
	}

	function put(slice: Slice): void {
		if (isClosed) {
			return;
		}

		ready = slice;
		onReady();
	}
}

/** Kinds whose libraries block the thread that calls them; for the others Node has threads of its own. */
export const holdingUp: ReadonlySet<ArchiveKind> = new Set(['xz', 'bz2']);

/** Unpacks in this thread, which some kinds block. */
export const unpackHere: Unpack = file => unpackers[file.archive](file);

/** One row per kind of archive. */
const unpackers: Readonly<Record<ArchiveKind, Unpack>> = {
	gz: file => throughEach(createGunzip, file),
	zst: file => throughEach(createZstdDecompress, file),
	xz: file => unpackXz(packedSlices(file)),
	bz2: file => oneByOne(unpackBzip2(packedSlices(file))),
	'utf-16le': file => oneByOne(inUtf8('utf-16le', packedSlices(file))),
	'utf-16be': file => oneByOne(inUtf8('utf-16be', packedSlices(file))),
};

/**
What is there at once, for those who wait.

@yields The same pieces.
*/
async function * oneByOne(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield * pieces;
}

/**
Node ends at the end of a zstd frame, and an archive may be many of them, with frames to be skipped in between. Of gzip's members it knows.

@yields Pieces of the content, in order.
*/
async function * throughEach(open: OpenUnpacker, file: PackedFile): AsyncGenerator<Uint8Array> {
	let startBytes = 0;
	do {
		startBytes += yield * unpackFrom(open, file, startBytes);
	} while (hasNext(file, startBytes));
}

type OpenUnpacker = () => Gunzip | ZstdDecompress;

/** zlib does not return what it has unpacked of the piece in which it meets damage. So that piece is given to it again in ever smaller pieces, until everything before the damage has come out. */
const finenesses = [packedSliceBytes, 1024, 1] as const;

/**
One stream of an archive; answers how many packed bytes it took, and fails where they are damaged.
@yields Pieces of the content, in order, each once.
*/
async function * unpackFrom(open: OpenUnpacker, file: PackedFile, startBytes: number): AsyncGenerator<Uint8Array, number> {
	let givenBytes = 0;
	let soundBytes = 0;
	let fault: unknown;
	for (const pieceBytes of finenesses) {
		const unpacker = open();
		let unpackedBytes = 0;
		try {
			// eslint-disable-next-line no-await-in-loop -- Each run begins where the one before it failed.
			for await (const piece of through(unpacker, inPieces(packedSlices(file, startBytes), soundBytes, pieceBytes))) {
				const knownBytes = Math.max(0, givenBytes - unpackedBytes);
				unpackedBytes += piece.length;
				givenBytes = Math.max(givenBytes, unpackedBytes);
				if (knownBytes < piece.length) {
					yield piece.subarray(knownBytes);
				}
			}

			return unpacker.bytesWritten;
		} catch (error) {
			fault = error;
			soundBytes = Math.max(0, unpacker.bytesWritten - (2 * pieceBytes));
		}
	}

	throw fault;
}

function through(unpacker: Gunzip | ZstdDecompress, slices: Generator<Uint8Array>): AsyncIterable<Uint8Array> {
	// Passed to whoever waits for the next piece; anything behind the last piece is not part of the archive.
	unpacker.on('error', () => undefined);
	const input = Readable.from(slices);
	input.on('error', error => {
		unpacker.destroy(error);
	});
	unpacker.on('close', () => {
		input.destroy();
	});
	return input.pipe(unpacker) as AsyncIterable<Uint8Array>;
}

/**
Slices cut into pieces.
@yields Up to `fromBytes` the slices as they are, and pieces of so many bytes from there on.
*/
function * inPieces(slices: Generator<Uint8Array>, fromBytes: number, pieceBytes: number): Generator<Uint8Array> {
	let offsetBytes = 0;
	for (const slice of slices) {
		const step = offsetBytes + slice.length <= fromBytes ? slice.length : pieceBytes;
		for (let at = 0; at < slice.length; at += step) {
			yield slice.subarray(at, at + step);
		}

		offsetBytes += slice.length;
	}
}

/** Tapes and some tools pad with zeros; anything else after the content may be more of it that cannot be read. */
function hasNext({disk, handle, archive}: PackedFile, offsetBytes: number): boolean {
	if (packingAt(disk, handle, offsetBytes) === archive) {
		return true;
	}

	const next = Uint8Array.of(0);
	if (disk.read(handle, next, offsetBytes) === 1 && next[0] !== 0) {
		throw new Error(strangeEnd);
	}

	return false;
}

function * packedSlices({disk, handle}: PackedFile, startBytes = 0): Generator<Uint8Array> {
	for (let offsetBytes = startBytes; ;) {
		const into = new Uint8Array(packedSliceBytes);
		const count = disk.read(handle, into, offsetBytes);
		if (isRefusal(count)) {
			throw new Error(`reading it failed: ${count.refused}`);
		}

		if (count === 0 && offsetBytes === 0) {
			throw new Error('it is empty');
		}

		if (count === 0) {
			return;
		}

		offsetBytes += count;
		yield into.subarray(0, count);
	}
}
