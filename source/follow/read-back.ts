import {Buffer} from 'node:buffer';
import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import {mostUnpackedBytes} from './archives.ts';
import {unpackBzip2Whole} from './bzip2.ts';
import {isRefusal, type Disk} from './disk.ts';
import type {ReadBack} from './follow-port.ts';
import type {Generation} from './generation.ts';
import type {ArchiveKind} from './generation-names.ts';
import {hasReopened} from './open-generation.ts';
import type {Retained} from './retained.ts';

type Wanted = {
	readonly generation: Generation;
	readonly livePath: string;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
};

/** The archive unpacked last: whoever reads one record of it reads its neighbours next. */
type Unpacked = {readonly generation: Generation; readonly bytes: Uint8Array};

/** Reads again what was given on before: from memory, through the descriptor held, or from the file found again under another name. */
export class BackReader {
	readonly #disk: Disk;
	readonly #retained: Retained;
	#unpacked: Unpacked | undefined;

	constructor(disk: Disk, retained: Retained) {
		this.#disk = disk;
		this.#retained = retained;
	}

	/** The whole content; empty when it cannot be had. */
	#unpack(generation: Generation, archive: ArchiveKind): Uint8Array {
		if (this.#unpacked?.generation !== generation) {
			const packed = readPlain(this.#disk, generation.handle!, 0, generation.facts.sizeBytes);
			this.#unpacked = {generation, bytes: unpackers[archive](packed)};
		}

		return this.#unpacked.bytes;
	}

	read({generation, livePath, offsetBytes, lengthBytes}: Wanted): ReadBack {
		const kept = this.#retained.bytesOf(generation, offsetBytes, lengthBytes);
		if (kept !== undefined) {
			return {type: 'bytes', bytes: kept};
		}

		if (generation.handle === undefined && !hasReopened(this.#disk, livePath, generation)) {
			return {type: 'gone', reason: 'the file is gone, and its bytes were let go'};
		}

		const bytes = generation.archive === undefined
			? readPlain(this.#disk, generation.handle!, offsetBytes, lengthBytes)
			: this.#unpack(generation, generation.archive).subarray(offsetBytes, offsetBytes + lengthBytes);
		return bytes.length === lengthBytes ? {type: 'bytes', bytes} : {type: 'gone', reason: 'the file no longer holds these bytes'};
	}
}

const nothing = new Uint8Array(0);
const limit = {maxOutputLength: mostUnpackedBytes};

/** Unpacking that does not wait. The xz library only streams: its records stay readable as long as they are retained. */
const unpackers: Readonly<Record<ArchiveKind, (packed: Uint8Array) => Uint8Array>> = {
	gz: packed => orNothing(() => gunzipSync(packed, limit)),
	zst: packed => orNothing(() => zstdDecompressSync(packed, limit)),
	bz2: packed => orNothing(() => unpackBzip2Whole(packed)),
	xz: () => nothing,
};

/** A damaged archive was named when it was first read. */
function orNothing(unpack: () => Uint8Array): Uint8Array {
	try {
		return unpack();
	} catch {
		return nothing;
	}
}

function readPlain(disk: Disk, handle: number, offsetBytes: number, lengthBytes: number): Uint8Array {
	// Nothing but what was read into it is given on.
	const bytes = Buffer.allocUnsafeSlow(lengthBytes);
	const count = disk.read(handle, bytes, offsetBytes);
	return isRefusal(count) ? nothing : bytes.subarray(0, count);
}
