import {ascii, isDigit, type Run} from '../bytes/byte-text.ts';
import type {DraftedPlaces} from './drafted-places.ts';
import type {LinePattern} from './line-pattern.ts';
import {Samples, spread} from './samples.ts';

/** A line that was read, as its reader understood it. */
export type KnownLine = {
	/** Its log, the reader that led in that log, and the reader that took the line. */
	readonly log: number;
	readonly leader: number;
	readonly row: number;
	/** What readers had kept when it was read, and what they kept afterwards if that changed. */
	readonly statesBefore: readonly number[];
	readonly statesAfter: readonly number[] | undefined;
	/** What its reader knows of it besides its columns. */
	readonly aside: number;
	readonly pattern: LinePattern;
	readonly time: Run;
	readonly places: DraftedPlaces;
};

/** Buckets, and places in each: about 2,000 lines for all logs together, usually 2 MB. More would not fit into a processor's caches, and finding a line would take as long as reading it. */
const bucketCount = 512;
export const placesOfBucket = 4;
const missedCount = 16 * bucketCount;

/** Shorter lines are not told apart by their last bytes, and longer ones are seldom written twice. */
export const shortestBytes = 16;
export const longestBytes = 1024;

/** A key is made of this many bytes of a line (as a power of two), from after its time if it is long enough. */
const sampledBits = 4;
const timeBytes = 20;

/** The lines of all logs that were read lately, found by what lines have in common that differ only in numbers. */
export class LineMemory {
	readonly #lines: Array<KnownLine | undefined> = Array.from({length: bucketCount * placesOfBucket}, () => undefined);
	/** The key of each, so that lines with other keys need not be fetched. */
	readonly #keys = new Int32Array(bucketCount * placesOfBucket);
	/** The last keys that were not found, since a line is kept only if its like comes a second time. There are more places than buckets, with two keys each: with one, lines that take turns at a place would evict each other and never be kept. */
	readonly #missed = new Int32Array(missedCount);
	readonly #turns = new Uint8Array(bucketCount);
	#logs = 0;
	/** The bytes by which lines with free strings are looked up. */
	readonly samples = new Samples();

	/** Returns the number of a new log. */
	addLog(): number {
		return this.#logs++;
	}

	/** The line at a place of the bucket of this key, if it has the same key. */
	lineAt(key: number, place: number): KnownLine | undefined {
		const at = firstPlace(key) + place;
		return this.#keys[at] === key ? this.#lines[at] : undefined;
	}

	/** Whether a line with this key came before. */
	hasMissed(key: number): boolean {
		const last = 2 * (key & ((missedCount / 2) - 1));
		if (this.#missed[last] === key || this.#missed[last + 1] === key) {
			return true;
		}

		this.#missed[last + 1] = this.#missed[last]!;
		this.#missed[last] = key;
		return false;
	}

	/** Keeps a line in place of the oldest one in its bucket. */
	keep(key: number, line: KnownLine): void {
		const bucket = key & (bucketCount - 1);
		const at = firstPlace(key) + this.#turns[bucket]!;
		this.#lines[at] = line;
		this.#keys[at] = key;
		this.#turns[bucket] = (this.#turns[bucket]! + 1) % placesOfBucket;
	}
}

const firstPlace = (key: number): number => (key & (bucketCount - 1)) * placesOfBucket;

/** Byte values, with all digits mapped to one. */
const folded = Uint8Array.from({length: 256}, (_, byte) => isDigit(byte) ? ascii.zero : byte);

/** The key of a line: the same for lines of one log and leader that differ only in digits, and seldom for others. Hot. */
export function keyOf(bytes: Uint8Array, start: number, end: number, reader: number): number {
	const step = Math.max(1, (end - start - timeBytes) >> sampledBits);
	let key = Math.imul(reader + 1, spread) ^ (end - start);
	for (let at = end - (step << sampledBits); at < end; at += step) {
		key = Math.imul(key ^ folded[bytes[at]!]!, spread);
	}

	return key ^ (key >>> 15);
}
