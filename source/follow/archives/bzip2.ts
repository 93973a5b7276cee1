import Bunzip from 'seek-bzip';
import {strangeEnd} from './archive-beginning.ts';
import {endsEarly, wrongChecksum} from './damage-words.ts';

/** A block may unpack to 46 MB; nobody downstream wants so much at a time. */
const mostPieceBytes = 256 * 1024;

/**
The content of a bzip2 archive, also of several behind each other, as `bzcat` has it. Done as the library's own `decode` does, but block by block:
memory stays that of a block, and no byte of one is given before its checksum was found right. Throws where the archive is damaged.

@yields Pieces of the content, in order.
*/
export function * unpackBzip2(packed: Iterable<Uint8Array>): Generator<Uint8Array> {
	const input = new PackedBytes(packed);
	const output = new BlockBytes();
	const decoder = new Bunzip(input, output);
	for (;;) {
		if (decoder._init_block()) {
			decoder._read_bunzip();
			yield * piecesOf(output.take());
			continue;
		}

		checkStream(decoder);
		if (input.isOver || input.nextByte === 0) {
			return;
		}

		if (input.nextByte !== streamMark) {
			throw new Error(strangeEnd);
		}

		decoder._start_bunzip(input, output);
	}
}

function checkStream(decoder: Bunzip): void {
	const checksumBits = 32;
	if ((decoder.reader.read(checksumBits) >>> 0) !== decoder.streamCRC) {
		throw new Error(wrongChecksum);
	}
}

function * piecesOf(block: Uint8Array): Generator<Uint8Array> {
	for (let start = 0; start < block.length; start += mostPieceBytes) {
		yield block.subarray(start, start + mostPieceBytes);
	}
}

/** Slices of a file, byte by byte as the library wants them. */
class PackedBytes {
	readonly #slices: Iterator<Uint8Array>;
	#slice: Uint8Array = new Uint8Array(0);
	#at = 0;

	constructor(packed: Iterable<Uint8Array>) {
		this.#slices = packed[Symbol.iterator]();
	}

	get isOver(): boolean {
		if (this.#at < this.#slice.length) {
			return false;
		}

		const next = this.#slices.next();
		this.#slice = next.done === true ? this.#slice.subarray(0, 0) : next.value;
		this.#at = 0;
		return next.done === true;
	}

	get nextByte(): number | undefined {
		return this.#slice[this.#at];
	}

	readByte(): number {
		if (this.isOver) {
			throw new Error(endsEarly);
		}

		return this.#slice[this.#at++]!;
	}

	read(into: Uint8Array, start: number, length: number): number {
		for (let index = start; index < start + length; index++) {
			into[index] = this.readByte();
		}

		return length;
	}
}

/** Each stream begins with a `B`. */
const streamMark = 0x42;

/** What a block unpacks to. Hot: called for every byte. */
class BlockBytes {
	#bytes = new Uint8Array(1024 * 1024);
	#count = 0;

	writeByte(byte: number): void {
		if (this.#count === this.#bytes.length) {
			const larger = new Uint8Array(this.#bytes.length * 2);
			larger.set(this.#bytes);
			this.#bytes = larger;
		}

		this.#bytes[this.#count++] = byte;
	}

	take(): Uint8Array {
		const block = this.#bytes.slice(0, this.#count);
		this.#count = 0;
		return block;
	}
}
