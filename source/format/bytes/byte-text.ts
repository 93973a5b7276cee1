import {Buffer} from 'node:buffer';

/** Bytes that formats look for by value. */
export const ascii = {
	tab: 0x09,
	newline: 0x0A,
	carriageReturn: 0x0D,
	space: 0x20,
	quote: 0x22,
	hash: 0x23,
	percent: 0x25,
	openParenthesis: 0x28,
	closeParenthesis: 0x29,
	plus: 0x2B,
	comma: 0x2C,
	minus: 0x2D,
	dot: 0x2E,
	slash: 0x2F,
	zero: 0x30,
	nine: 0x39,
	colon: 0x3A,
	semicolon: 0x3B,
	lessThan: 0x3C,
	equals: 0x3D,
	greaterThan: 0x3E,
	openBracket: 0x5B,
	backslash: 0x5C,
	closeBracket: 0x5D,
	underscore: 0x5F,
	openBrace: 0x7B,
	pipe: 0x7C,
	closeBrace: 0x7D,
} as const;

/** Where something lies in the bytes at hand. */
export type Run = {readonly start: number; readonly end: number};

const encoder = new TextEncoder();

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ascii.zero && byte <= ascii.nine;

/** An ASCII letter. */
export const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A;

export const isCapital = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x41 && byte <= 0x5A;

/** 1 for letters and digits. */
const wordBytes = Uint8Array.from({length: 256}, (_, byte) => /^[\da-z]$/iv.test(String.fromCharCode(byte)) ? 1 : 0);

/** An ASCII letter or digit. */
export const isLetterOrDigit = (byte: number): boolean => wordBytes[byte] === 1;

const smallBytes = Uint8Array.from({length: 256}, (_, byte) => isCapital(byte) ? byte + 0x20 : byte);

/** ASCII capitals made small; every other byte stays. */
export const lowered = (byte: number): number => smallBytes[byte]!;

/** Whether `word` lies at `at` and ends at or before `end`. */
export function isWordAt(bytes: Uint8Array, at: number, end: number, word: Uint8Array): boolean {
	if (at + word.length > end) {
		return false;
	}

	for (let index = 0; index < word.length; index++) {
		if (bytes[at + index] !== word[index]) {
			return false;
		}
	}

	return true;
}

/** Offset of the next `byte` in `[start, end)`, or -1. A plain loop: most answers are a few bytes away, where a native call costs more. */
export function nextByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
	for (let at = start; at < end; at++) {
		if (bytes[at] === byte) {
			return at;
		}
	}

	return -1;
}

/** Offset of the first `word` that lies in `[start, end)`, or -1. */
export function firstWord(bytes: Uint8Array, word: Uint8Array, start: number, end: number): number {
	const first = word[0]!;
	const last = end - word.length;
	for (let at = start; at <= last; at++) {
		if (bytes[at] === first && isWordAt(bytes, at, end, word)) {
			return at;
		}
	}

	return -1;
}

/** Offset of the last `word` that lies in `[start, end)`, or -1. */
export function lastWord(bytes: Uint8Array, word: Uint8Array, start: number, end: number): number {
	const first = word[0]!;
	for (let at = end - word.length; at >= start; at--) {
		if (bytes[at] === first && isWordAt(bytes, at, end, word)) {
			return at;
		}
	}

	return -1;
}

/** A dash by itself: many formats write it for what is absent. */
export const isDash = (bytes: Uint8Array, start: number, end: number): boolean => end === start + 1 && bytes[start] === ascii.minus;

/** Nothing, or the dash that stands for it. */
export const isUnset = (bytes: Uint8Array, start: number, end: number): boolean => end === start || isDash(bytes, start, end);

/** First offset at or after `start` that holds no space. */
export function afterSpaces(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] === ascii.space) {
		at++;
	}

	return at;
}

/** First offset from which on nothing but spaces stands before `end`. */
export function beforeSpaces(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && bytes[at - 1] === ascii.space) {
		at--;
	}

	return at;
}

/** End of the run of bytes other than space that begins at `start`. */
export function wordEnd(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] !== ascii.space) {
		at++;
	}

	return at;
}

/** The run with one character for each byte: for names that are ASCII, on cold paths. A name may be as long as a line: spread into arguments, 120,000 bytes of it overflow V8's stack. */
export const latinText = (bytes: Uint8Array, start: number, end: number): string => Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
