import {ascii, isDigit, latinText, type Run} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {type FreeNumberRuns, freeNumbers} from './free-numbers.ts';
import {FreeStrings} from './free-strings.ts';

const wordBytes = 4;
const byteBits = 8;
const numbersOfWord = 3;

/** Of a digit's byte (0x30 to 0x39) only the upper half is compared. Adding six must not change that half, which rules out `:` to `?` (0x3A to 0x3F). */
const upperHalf = 0xF0;
const wholeByte = 0xFF;
const pastNine = 6;

const longPartDigits = 3;
const highestPart = 255;

/** How a byte of a line may vary: as any digit, or as any byte within a string. */
const freeDigit = 1;
export const freeByte = 2;

/** A text that occurs twice in a line; offsets from its beginning. */
export type Twin = {readonly at: number; readonly of: number; readonly lengthBytes: number};

/** Matches lines of the same length that differ only in the digits of free numbers and of the time, and in free strings. */
export class LinePattern {
	readonly #lengthBytes: number;
	/** Three numbers for each four bytes: which bits are compared, their values, and what to add to check that digits are digits. The last four bytes may overlap those before. */
	readonly #words: Int32Array;
	readonly #longParts: readonly number[];
	readonly #longHeads: readonly number[];
	readonly #notOnes: readonly number[];
	readonly #twins: readonly Twin[];
	readonly #strings: FreeStrings | undefined;
	/** For each byte of the line, 0 if it is fixed. */
	readonly free: Uint8Array;

	/** `bytes` is the line, at least four bytes long. `time`, and the `runs` in which free numbers may lie, are offsets from its beginning. */
	constructor(bytes: Uint8Array, time: Run, runs: FreeNumberRuns, twins: readonly Twin[]) {
		const {digits, longParts, longHeads, notOnes} = freeNumbers(latinText(bytes, 0, bytes.length), runs);
		const free = new Uint8Array(bytes.length);
		for (const at of digits) {
			free[at] = freeDigit;
		}

		for (const {start, end} of runs.strings ?? []) {
			free.fill(freeByte, start, end);
		}

		for (let at = time.start; at < time.end; at++) {
			free[at] = isDigit(bytes[at]) ? freeDigit : 0;
		}

		this.free = free;
		this.#strings = runs.strings === undefined ? undefined : new FreeStrings(runs.strings);
		this.#lengthBytes = bytes.length;
		this.#words = wordsOf(bytes, free);
		this.#longParts = longParts;
		this.#longHeads = longHeads;
		this.#notOnes = notOnes;
		this.#twins = twins;
	}

	/** Compares four bytes at a time, the last ones first: lines of one length differ there as often as anywhere. */
	#hasSameText(view: DataView, start: number): boolean {
		const words = this.#words;
		const last = words.length - numbersOfWord;
		if (!isSame(view.getInt32(start + this.#lengthBytes - wordBytes, true), words, last)) {
			return false;
		}

		for (let word = 0, at = start; word < last; word += numbersOfWord, at += wordBytes) {
			if (!isSame(view.getInt32(at, true), words, word)) {
				return false;
			}
		}

		return true;
	}

	#hasFreeNumbers(bytes: Uint8Array, start: number): boolean {
		for (const part of this.#longParts) {
			if (digitsAt(bytes, start + part, longPartDigits) > highestPart) {
				return false;
			}
		}

		for (const head of this.#longHeads) {
			if (digitsAt(bytes, start + head, longPartDigits) >= highestPart) {
				return false;
			}
		}

		for (const digit of this.#notOnes) {
			if (bytes[start + digit] === one) {
				return false;
			}
		}

		return true;
	}

	#hasTwins(bytes: Uint8Array, start: number): boolean {
		for (const {at, of, lengthBytes} of this.#twins) {
			for (let index = 0; index < lengthBytes; index++) {
				if (bytes[start + at + index] !== bytes[start + of + index]) {
					return false;
				}
			}
		}

		return true;
	}

	/** Whether a line matches. `view` is a view of the same bytes. Hot: bench/formats/read-sample.ts. */
	fits(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
		return end - start === this.#lengthBytes && this.#hasSameText(view, start) && (this.#strings === undefined || this.#strings.fit(bytes, view, start)) && this.#hasFreeNumbers(bytes, start) && this.#hasTwins(bytes, start);
	}
}

const one = ascii.zero + 1;

function isSame(text: number, words: Int32Array, word: number): boolean {
	const mask = words[word]!;
	const known = words[word + 1]!;
	return (text & mask) === known && ((text + words[word + 2]!) & mask) === known;
}

const masks: readonly number[] = [wholeByte, upperHalf, 0];

function wordsOf(bytes: Uint8Array, free: Uint8Array): Int32Array {
	const words = new Int32Array(Math.ceil(bytes.length / wordBytes) * numbersOfWord);
	for (let word = 0, at = 0; word < words.length; word += numbersOfWord, at += wordBytes) {
		const first = Math.min(at, bytes.length - wordBytes);
		for (let byte = first + wordBytes - 1; byte >= first; byte--) {
			const mask = masks[free[byte]!]!;
			words[word] = (words[word]! << byteBits) | mask;
			words[word + 1] = (words[word + 1]! << byteBits) | (bytes[byte]! & mask);
			words[word + 2] = (words[word + 2]! << byteBits) | (free[byte] === freeDigit ? pastNine : 0);
		}
	}

	return words;
}
