import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {ascii, latinText} from './byte-text.ts';
import {type JsonKey, jsonKey, KeyNames, keyNumberLimit} from './key-names.ts';

const initialPairs = 16;
const noNumbers = new Uint32Array(0);

/** Pairs kept of one record; what is beyond stays in its raw text. */
const mostPairs = 2048;

/** Shapes kept; a log has few. */
const mostShapes = 256;

/** Names under which records keep one thing, the most telling first. */
export type PairKeys = {readonly number: number; readonly all: readonly JsonKey[]};

let keysMade = 0;

export const pairKeys = (...names: readonly string[]): PairKeys => ({number: keysMade++, all: names.map(name => jsonKey(name))});

/** Where the `key=value` pairs of one record lie. Reused for every record. */
export class PairList {
	readonly #quoted: boolean[] = Array.from({length: initialPairs}, () => false);
	readonly #names = new KeyNames();
	/** By the number of a key: its first and its last pair, and the record in which they were seen. Made with the first record: most lists are only held ready. */
	#firstOf = noNumbers;
	#lastOf = noNumbers;
	#seenIn = noNumbers;
	#record = 0;
	#bytes: Uint8Array | undefined;
	/** Whether the key of the pair that is added next was taken already. */
	#hasKey = false;
	/** By the shape of a record, and then by the number of the keys, the pairs that have one of them. */
	readonly #shapes = new Map<number, Array<readonly number[] | undefined>>();
	#ofShape: Array<readonly number[] | undefined> = [];
	#shape = -1;
	count = 0;
	readonly keyStarts: number[] = zeros();
	readonly keyEnds: number[] = zeros();
	readonly starts: number[] = zeros();
	readonly ends: number[] = zeros();

	#begin(): void {
		this.#firstOf = new Uint32Array(keyNumberLimit());
		this.#lastOf = new Uint32Array(keyNumberLimit());
		this.#seenIn = new Uint32Array(keyNumberLimit());
	}

	#numberPair(number: number): void {
		if (this.#seenIn[number] !== this.#record) {
			this.#seenIn[number] = this.#record;
			this.#firstOf[number] = this.count;
		}

		this.#lastOf[number] = this.count;
	}

	/** Turns to the lists of another shape. */
	#turnTo(shape: number): void {
		this.#shape = shape;
		this.#ofShape = this.#shapes.get(shape) ?? this.#beginShape(shape);
	}

	#beginShape(shape: number): Array<readonly number[] | undefined> {
		if (this.#shapes.size === mostShapes) {
			this.#shapes.clear();
		}

		const lists = Array.from({length: keysMade}, () => undefined);
		this.#shapes.set(shape, lists);
		return lists;
	}

	#findPresent(keys: PairKeys): readonly number[] {
		const present = keys.all.map(key => this.find(key)).filter(pair => pair >= 0);
		this.#ofShape[keys.number] = present;
		return present;
	}

	/** Turns to a new record. */
	clear(bytes: Uint8Array): void {
		if (this.#record === 0) {
			this.#begin();
		}

		this.#bytes = bytes;
		this.count = 0;
		this.#record++;
		this.#hasKey = false;
		this.#names.begin();
	}

	/** Where the key at `start` ends, if it is one that is likely there: it is then that of the pair added next. -1 means that its end must be looked for. */
	takeLikelyKey(start: number, end: number): number {
		const keyEnd = this.#names.takeLikely(this.#bytes!, start, end, ascii.equals);
		this.#hasKey = keyEnd >= 0;
		return keyEnd;
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
		if (!this.#hasKey && this.#names.takeLikely(this.#bytes!, keyStart, keyEnd + 1, ascii.equals) !== keyEnd) {
			this.#names.take(this.#bytes!, keyStart, keyEnd);
		}

		this.#hasKey = false;
		this.#numberPair(this.#names.number);
		this.count++;
	}

	/** The number of the first pair of that name, or -1. Capitals do not matter. */
	find({number}: JsonKey): number {
		return this.#seenIn[number] === this.#record ? this.#firstOf[number]! : -1;
	}

	findLast({number}: JsonKey): number {
		return this.#seenIn[number] === this.#record ? this.#lastOf[number]! : -1;
	}

	/** The first pair of each of the names that the record has, the names in order: found out once for all records with the same names. */
	present(keys: PairKeys): readonly number[] {
		if (this.#names.shape !== this.#shape) {
			this.#turnTo(this.#names.shape);
		}

		return this.#ofShape[keys.number] ?? this.#findPresent(keys);
	}

	/** The first pair that has one of the names, the names in order; or -1. */
	findAny(keys: PairKeys): number {
		const present = this.present(keys);
		return present.length === 0 ? -1 : present[0]!;
	}

	/** The same of those whose value is not empty. */
	findFilled(keys: PairKeys): number {
		for (const pair of this.present(keys)) {
			if (this.ends[pair]! > this.starts[pair]!) {
				return pair;
			}
		}

		return -1;
	}

	/** Whether the value stood in quotes: then it is text whatever it looks like. */
	isQuoted(pair: number): boolean {
		return this.#quoted[pair]!;
	}

	/** The name of a pair in small letters, for cold paths. */
	nameOf(pair: number): string {
		return latinText(this.#bytes!, this.keyStarts[pair]!, this.keyEnds[pair]!).toLowerCase();
	}

	/** All pairs as fields, for cold paths; `textOf` says what a value means. */
	fields(textOf: TextOf): Field[] {
		const bytes = this.#bytes!;
		return Array.from({length: this.count}, (_, pair) => ({name: latinText(bytes, this.keyStarts[pair]!, this.keyEnds[pair]!), value: textOf(bytes, this.starts[pair]!, this.ends[pair]!)}));
	}

	/** Where the value of a pair lies, for cold paths. */
	place(pair: number): {readonly start: number; readonly end: number; readonly isQuoted: boolean} {
		return {start: this.starts[pair]!, end: this.ends[pair]!, isQuoted: this.isQuoted(pair)};
	}
}

/** The text that a run of bytes stands for. */
export type TextOf = (bytes: Uint8Array, start: number, end: number) => Foreign;

export type Pair = {readonly keyStart: number; readonly keyEnd: number; readonly start: number; readonly end: number; readonly isQuoted: boolean};

const zeros = (): number[] => Array.from({length: initialPairs}, () => 0);
