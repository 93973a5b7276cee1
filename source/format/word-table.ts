import {bytesOf, lowered} from './byte-text.ts';

type Row<Value> = {readonly word: Uint8Array; readonly value: Value};

const hashSeed = 0x81_1C_9D_C5;
const hashPrime = 0x01_00_01_93;

/** FNV-1a over the bytes with capitals made small. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
	let hash = hashSeed;
	for (let at = start; at < end; at++) {
		hash = Math.imul(hash ^ lowered(bytes[at]!), hashPrime);
	}

	return hash;
}

/** Whether the run is `word` (given in small letters), capitals or not. */
export function isWord(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
	if (end - start !== word.length) {
		return false;
	}

	for (let index = 0; index < word.length; index++) {
		if (lowered(bytes[start + index]!) !== word[index]) {
			return false;
		}
	}

	return true;
}

/** Looks a run of bytes up among known words without making a string of it. Capitals do not matter: systems change them between versions. */
export class WordTable<Value> {
	readonly #rows = new Map<number, Array<Row<Value>>>();

	constructor(rows: Iterable<readonly [word: string, value: Value]>) {
		for (const [text, value] of rows) {
			const word = bytesOf(text.toLowerCase());
			const hash = hashOf(word, 0, word.length);
			this.#rows.set(hash, [...this.#rows.get(hash) ?? [], {word, value}]);
		}
	}

	find(bytes: Uint8Array, start: number, end: number): Value | undefined {
		return this.#rows.get(hashOf(bytes, start, end))?.find(row => isWord(bytes, start, end, row.word))?.value;
	}
}
