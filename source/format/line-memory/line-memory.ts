import {ascii, isDigit, type Run} from '../bytes/byte-text.ts';
import type {DraftedPlaces} from './drafted-places.ts';
import type {LinePattern} from './line-pattern.ts';
import {Samples, spread} from './samples.ts';

/** A line as its reader understood it. */
export type KnownLine = {
	/** The log that it is of, and the reader that led there and that took it. */
	readonly log: number;
	readonly leader: number;
	readonly row: number;
	/** What readers had kept when it was read, and what they kept from then on where that was another. */
	readonly statesBefore: readonly number[];
	readonly statesAfter: readonly number[] | undefined;
	/** What its reader told of it besides its columns. */
	readonly aside: number;
	readonly pattern: LinePattern;
	readonly time: Run;
	readonly places: DraftedPlaces;
};

/** Buckets and places in each: some 2,000 lines, 2 MB of usual ones, for all logs together. What does not fit into the caches of a processor is found no quicker than read. */
const bucketCount = 512;
export const placesOfBucket = 4;
const missedCount = 16 * bucketCount;

/** The shortest line that is told from others by its last bytes, and how long one is that is seldom written twice. */
export const shortestBytes = 16;
export const longestBytes = 1024;

/** So many bytes of a line, from behind its time where it is long enough, tell where it is looked for. */
const sampledBits = 4;
const timeBytes = 20;

/** Lines of all logs that were read of late, by what those have in common that differ in numbers alone. */
export class LineMemory {
	readonly #lines: Array<KnownLine | undefined> = Array.from({length: bucketCount * placesOfBucket}, () => undefined);
	/** The key of each: lines of other keys need not be fetched. */
	readonly #keys = new Int32Array(bucketCount * placesOfBucket);
	/** The keys that lines missed by last: what comes only once is not kept. More than there are buckets, and two at each place: where lines share one and take turns, none of them is ever kept. */
	readonly #missed = new Int32Array(missedCount);
	readonly #turns = new Uint8Array(bucketCount);
	#logs = 0;
	/** Where lines are looked at that may have free strings. */
	readonly samples = new Samples();

	/** The number of another log. */
	addLog(): number {
		return this.#logs++;
	}

	/** A line that may be like one with this key: that at the place of its bucket, if there is one. */
	lineAt(key: number, place: number): KnownLine | undefined {
		const at = firstPlace(key) + place;
		return this.#keys[at] === key ? this.#lines[at] : undefined;
	}

	/** Whether a line like that came before, as far as its key tells. */
	hasMissed(key: number): boolean {
		const last = 2 * (key & ((missedCount / 2) - 1));
		if (this.#missed[last] === key || this.#missed[last + 1] === key) {
			return true;
		}

		this.#missed[last + 1] = this.#missed[last]!;
		this.#missed[last] = key;
		return false;
	}

	/** Keeps a line in place of the one of its bucket that was kept first. */
	keep(key: number, line: KnownLine): void {
		const bucket = key & (bucketCount - 1);
		const at = firstPlace(key) + this.#turns[bucket]!;
		this.#lines[at] = line;
		this.#keys[at] = key;
		this.#turns[bucket] = (this.#turns[bucket]! + 1) % placesOfBucket;
	}
}

const firstPlace = (key: number): number => (key & (bucketCount - 1)) * placesOfBucket;

/** Byte values with all digits as one. */
const folded = Uint8Array.from({length: 256}, (_, byte) => isDigit(byte) ? ascii.zero : byte);

/** The same for lines of one log and leader that differ in digits alone, and seldom for others. Hot. */
export function keyOf(bytes: Uint8Array, start: number, end: number, reader: number): number {
	const step = Math.max(1, (end - start - timeBytes) >> sampledBits);
	let key = Math.imul(reader + 1, spread) ^ (end - start);
	for (let at = end - (step << sampledBits); at < end; at += step) {
		key = Math.imul(key ^ folded[bytes[at]!]!, spread);
	}

	return key ^ (key >>> 15);
}
