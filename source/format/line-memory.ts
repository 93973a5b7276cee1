import {ascii, isDigit, type Run} from './byte-text.ts';
import type {DraftedPlaces} from './drafted-places.ts';
import type {LinePattern} from './line-pattern.ts';

/** A line as its reader understood it. */
export type KnownLine = {
	/** Whose it is. */
	readonly reader: number;
	/** What its reader had kept when it was read, and kept from then on. */
	readonly stateBefore: number;
	readonly stateAfter: number;
	readonly pattern: LinePattern;
	readonly time: Run;
	readonly places: DraftedPlaces;
};

/** Buckets and lines in each: some 4,000 lines, 4 MB of usual ones, for all logs together. Of the same bucket are also lines that differ in a number which must be the same. */
const bucketCount = 1024;
const linesOfBucket = 4;

/** What lines say in the fewest bytes that are worth a look, and how long one is that is seldom written twice. */
export const shortestBytes = 40;
export const longestBytes = 1024;

/** So many bytes of a line, from behind its time, tell where it is looked for. */
const sampledBits = 3;
const sampledBytes = 2 ** sampledBits;
const sampledFrom = 20;

/** An odd number that spreads bits (Knuth, The Art of Computer Programming 3, section 6.4). */
const spread = 0x9E_37_79_B1;

/** Lines of all logs that were read of late, by what those have in common that differ in numbers alone. */
export class LineMemory {
	readonly #buckets: readonly KnownLine[][] = Array.from({length: bucketCount}, () => []);
	/** The key that a line of the bucket missed by last: what comes only once is not kept. */
	readonly #missed = new Int32Array(bucketCount);
	readonly #turns = new Uint8Array(bucketCount);
	#readers = 0;

	/** The number of another reader. */
	addReader(): number {
		return this.#readers++;
	}

	/** Those that may be like a line with this key. */
	linesAt(key: number): readonly KnownLine[] {
		return this.#buckets[key & (bucketCount - 1)]!;
	}

	/** Whether a line like that came before, as far as its key tells. */
	hasMissed(key: number): boolean {
		const bucket = key & (bucketCount - 1);
		const hasMissed = this.#missed[bucket] === key;
		this.#missed[bucket] = key;
		return hasMissed;
	}

	/** Keeps a line in place of the one of its bucket that was kept first. */
	keep(key: number, line: KnownLine): void {
		const bucket = key & (bucketCount - 1);
		this.#buckets[bucket]![this.#turns[bucket]!] = line;
		this.#turns[bucket] = (this.#turns[bucket]! + 1) % linesOfBucket;
	}
}

/** Byte values with all digits as one. */
const folded = Uint8Array.from({length: 256}, (_, byte) => isDigit(byte) ? ascii.zero : byte);

/** The same for lines of one reader that differ in digits alone, and seldom for others. Hot. */
export function keyOf(bytes: Uint8Array, start: number, end: number, reader: number): number {
	const step = (end - start - sampledFrom) >> sampledBits;
	let key = Math.imul(reader + 1, spread) ^ (end - start);
	for (let at = start + sampledFrom, index = 0; index < sampledBytes; at += step, index++) {
		key = Math.imul(key ^ folded[bytes[at]!]!, spread);
	}

	return key ^ (key >>> 15);
}
