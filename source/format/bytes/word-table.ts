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
	/** Open addressing, at least half of the slots free, so that most answers are one comparison away. */
	readonly #slots: Array<Row<Value> | undefined>;
	/** For the first two letters the lengths of the words that begin so, a bit each: most runs that are no word are turned away by it. */
	readonly #lengths = new Uint32Array(2 ** (headBits * 2));

	constructor(words: Iterable<readonly [word: string, value: Value]>) {
		const rows = [...words].map(([text, value]): Row<Value> => ({word: bytesOf(text.toLowerCase()), value}));
		this.#slots = Array.from({length: 2 ** Math.ceil(Math.log2((rows.length * 2) + 2))}, () => undefined);
		for (const row of rows) {
			const slot = this.#slotOf(row.word, 0, row.word.length);
			this.#slots[slot] ??= row;
			this.#lengths[headOf(row.word, 0, row.word.length)]! |= lengthBit(row.word.length);
		}
	}

	/** The slot of the word, or the free one in which it would stand. */
	#slotOf(bytes: Uint8Array, start: number, end: number): number {
		const mask = this.#slots.length - 1;
		let slot = sketchOf(bytes, start, end) & mask;
		for (let row = this.#slots[slot]; row !== undefined && !isWord(bytes, start, end, row.word); row = this.#slots[slot]) {
			slot = (slot + 1) & mask;
		}

		return slot;
	}

	find(bytes: Uint8Array, start: number, end: number): Value | undefined {
		const isLikely = (this.#lengths[headOf(bytes, start, end)]! & lengthBit(end - start)) !== 0;
		return isLikely ? this.#slots[this.#slotOf(bytes, start, end)]?.value : undefined;
	}
}

/** The lower bits of a letter, which are the same for a capital. */
const headBits = 5;
const headMask = (2 ** headBits) - 1;

function headOf(bytes: Uint8Array, start: number, end: number): number {
	const first = end > start ? bytes[start]! & headMask : 0;
	const second = end > start + 1 ? bytes[start + 1]! & headMask : 0;
	return (first << headBits) | second;
}

/** Few bytes tell the words of a table apart, and a run that shares them with another word is compared with it. Setting the sixth bit makes capitals small. */
function sketchOf(bytes: Uint8Array, start: number, end: number): number {
	const length = end - start;
	if (length < fewestSketched) {
		return length;
	}

	const middle = start + (length >> 1);
	const edges = (bytes[start]! | 0x20) + ((bytes[start + 1]! | 0x20) * 7) + ((bytes[end - 2]! | 0x20) * 31) + ((bytes[end - 1]! | 0x20) * 113);
	const inside = ((bytes[middle]! | 0x20) * 61) + ((bytes[middle - 1]! | 0x20) * 179) + ((bytes[start + (length >> 2)]! | 0x20) * 17);
	return Math.imul(edges + inside + (length * 251), hashPrime) >>> 8;
}

const fewestSketched = 2;

/** Words of 31 bytes and more share the last bit. */
const lengthBit = (length: number): number => 1 << Math.min(length, 31);
