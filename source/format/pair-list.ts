import type {JsonKey} from './json-members.ts';
import {hashOf, isWord} from './word-table.ts';

const initialPairs = 64;

/** Pairs kept of one record; what is beyond stays in its raw text. */
const mostPairs = 2048;

/** Where the `key=value` pairs of one record lie. Reused for every record. */
export class PairList {
	readonly #hashes: number[] = zeros();
	readonly #quoted: boolean[] = Array.from({length: initialPairs}, () => false);
	#bytes: Uint8Array | undefined;
	count = 0;
	readonly keyStarts: number[] = zeros();
	readonly keyEnds: number[] = zeros();
	readonly starts: number[] = zeros();
	readonly ends: number[] = zeros();

	#isNamed(pair: number, key: JsonKey): boolean {
		return this.#hashes[pair] === key.hash && isWord(this.#bytes!, this.keyStarts[pair]!, this.keyEnds[pair]!, key.word);
	}

	clear(bytes: Uint8Array): void {
		this.count = 0;
		this.#bytes = bytes;
	}

	add({keyStart, keyEnd, start, end, isQuoted}: Pair): void {
		if (this.count === mostPairs) {
			return;
		}

		this.keyStarts[this.count] = keyStart;
		this.keyEnds[this.count] = keyEnd;
		this.starts[this.count] = start;
		this.ends[this.count] = end;
		this.#quoted[this.count] = isQuoted;
		this.#hashes[this.count] = hashOf(this.#bytes!, keyStart, keyEnd);
		this.count++;
	}

	/** The number of the first pair of that name, or -1. Capitals do not matter. */
	find(key: JsonKey): number {
		for (let pair = 0; pair < this.count; pair++) {
			if (this.#isNamed(pair, key)) {
				return pair;
			}
		}

		return -1;
	}

	findLast(key: JsonKey): number {
		for (let pair = this.count - 1; pair >= 0; pair--) {
			if (this.#isNamed(pair, key)) {
				return pair;
			}
		}

		return -1;
	}

	/** The first pair that has one of the names, the names in order; or -1. */
	findAny(keys: readonly JsonKey[]): number {
		for (const key of keys) {
			const pair = this.find(key);
			if (pair >= 0) {
				return pair;
			}
		}

		return -1;
	}

	/** Whether the value stood in quotes: then it is text whatever it looks like. */
	isQuoted(pair: number): boolean {
		return this.#quoted[pair]!;
	}

	/** Where the value of a pair lies, for cold paths. */
	place(pair: number): {readonly start: number; readonly end: number; readonly isQuoted: boolean} {
		return {start: this.starts[pair]!, end: this.ends[pair]!, isQuoted: this.isQuoted(pair)};
	}
}

export type Pair = {readonly keyStart: number; readonly keyEnd: number; readonly start: number; readonly end: number; readonly isQuoted: boolean};

const zeros = (): number[] => Array.from({length: initialPairs}, () => 0);
