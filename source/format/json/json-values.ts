import {ascii, isDigit} from '../bytes/byte-text.ts';

export const jsonKinds = {none: 0, string: 1, number: 2, true: 3, false: 4, null: 5, object: 6, array: 7} as const;
export type JsonKind = (typeof jsonKinds)[keyof typeof jsonKinds];

/** 1 for JSON's white space. */
const spaceBytes = new Uint8Array(256);
for (const byte of [ascii.space, ascii.newline, ascii.carriageReturn, ascii.tab]) {
	spaceBytes[byte] = 1;
}

export const isSpaceByte = (byte: number): boolean => spaceBytes[byte] === 1;

/** First offset at or after `start` that holds no white space. Hot: mostly there is none, which one comparison tells. */
export function afterBlank(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at]! <= ascii.space && isSpaceByte(bytes[at]!)) {
		at++;
	}

	return at;
}

/** First offset at or after `start` that holds neither a space nor a tab: laid-out JSON is a third blanks. */
export function afterIndent(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (bytes[at] === ascii.space || bytes[at] === ascii.tab)) {
		at++;
	}

	return at;
}

/** What kind of value begins at `at`. */
export function kindOf(bytes: Uint8Array, at: number, end: number): JsonKind {
	const byte = at < end ? bytes[at]! : 0;
	switch (byte) {
		case ascii.quote: {
			return jsonKinds.string;
		}

		case ascii.openBrace: {
			return jsonKinds.object;
		}

		case ascii.openBracket: {
			return jsonKinds.array;
		}

		case 0x74: {
			return jsonKinds.true;
		}

		case 0x66: {
			return jsonKinds.false;
		}

		case 0x6E: {
			return jsonKinds.null;
		}

		default: {
			return byte === ascii.minus || isDigit(byte) ? jsonKinds.number : jsonKinds.none;
		}
	}
}

/** Offset after the value that begins at `at`, or -1 where it does not end. Inside objects and arrays only strings and brackets are looked at. */
export function endOfValue(bytes: Uint8Array, at: number, end: number, kind: JsonKind): number {
	if (kind === jsonKinds.string) {
		const quote = endOfString(bytes, at + 1, end);
		return quote < 0 ? -1 : quote + 1;
	}

	if (kind === jsonKinds.object || kind === jsonKinds.array) {
		return endOfContainer(bytes, at, end);
	}

	return kind === jsonKinds.none ? -1 : endOfBare(bytes, at, end);
}

/** Offset of the first quote or backslash, or of the end. */
export function endOfPlain(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] !== ascii.quote && bytes[at] !== ascii.backslash) {
		at++;
	}

	return at;
}

/** Offset of the quote that ends the string whose first byte is at `start`, or -1. */
export function endOfString(bytes: Uint8Array, start: number, end: number): number {
	for (let at = start; at < end; at++) {
		const byte = bytes[at]!;
		if (byte === ascii.quote) {
			return at;
		}

		if (byte === ascii.backslash) {
			at++;
		}
	}

	return -1;
}

/** 1 for a bracket that opens, -1 for one that closes. */
const depthChange = new Int8Array(256);
depthChange[ascii.openBrace] = 1;
depthChange[ascii.openBracket] = 1;
depthChange[ascii.closeBrace] = -1;
depthChange[ascii.closeBracket] = -1;

/** Counts brackets instead of calling itself, so that 20,000 levels cost what 20,000 bytes cost. */
function endOfContainer(bytes: Uint8Array, start: number, end: number): number {
	let depth = 1;
	let at = start + 1;
	while (depth > 0 && at < end) {
		const byte = bytes[at]!;
		const close = byte === ascii.quote ? endOfString(bytes, at + 1, end) : at;
		depth += depthChange[byte]!;
		at = close < 0 ? end : close + 1;
	}

	return depth === 0 ? at : -1;
}

/** A number or a word ends at the first byte that can belong to neither. */
function endOfBare(bytes: Uint8Array, start: number, end: number): number {
	let at = start + 1;
	while (at < end && (isDigit(bytes[at]) || bareBytes[bytes[at]!] === 1)) {
		at++;
	}

	return at;
}

/** 1 for the bytes of numbers and words. */
const bareBytes = Uint8Array.from({length: 256}, (_, byte) => /^[\d+\-.a-z]$/iv.test(String.fromCharCode(byte)) ? 1 : 0);
