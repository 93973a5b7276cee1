import {ascii, isDigit} from './byte-text.ts';

const escape = 0x1B;
const letterM = 0x6D;

/** Longest that a terminal is told about colours at once. */
const longestBytes = 24;

/** Where the text goes on behind what tells a terminal a colour or a weight (ECMA-48, SGR), as programs write it into files too; `start` where nothing does. */
export function afterColours(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (bytes[at] === escape && bytes[at + 1] === ascii.openBracket && at < end) {
		const close = endOfColours(bytes, at + 2, Math.min(end, at + longestBytes));
		if (close < 0) {
			return at;
		}

		at = close + 1;
	}

	return at;
}

/** Where the `m` stands behind numbers; -1 where none does. */
function endOfColours(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (isDigit(bytes[at]) || bytes[at] === ascii.semicolon)) {
		at++;
	}

	return at < end && bytes[at] === letterM ? at : -1;
}
