import {ascii, isDigit, nextByte} from './byte-text.ts';

/** Offset of the colon that ends a tag such as `sshd[2101]:`, or that of a program on a Mac (`Microsoft Word[14463]:`); -1 where there is none. */
export function tagEnd(bytes: Uint8Array, start: number, end: number): number {
	const colon = endOfUsualTag(bytes, start, end);
	return colon < 0 && isCapital(bytes[start]) ? endOfTitle(bytes, start, end) : colon;
}

const isCapital = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x41 && byte <= 0x5A;

/** Words, then a process number in brackets. */
function endOfTitle(bytes: Uint8Array, start: number, end: number): number {
	const bracket = nextByte(bytes, ascii.openBracket, start, end);
	let at = bracket + 1;
	while (at < end && isDigit(bytes[at])) {
		at++;
	}

	const isNumbered = bracket > start && at > bracket + 1 && bytes[at] === ascii.closeBracket && bytes[at + 1] === ascii.colon;
	return isNumbered && bytes[bracket - 1] !== ascii.space && nextByte(bytes, ascii.colon, start, bracket) < 0 ? at + 1 : -1;
}

/** A tag is a word; of two, the second is a version (`syslogd 1.4.1:`) or the first a dash (`-- root[2421]:` of login). */
function endOfUsualTag(bytes: Uint8Array, start: number, end: number): number {
	let spaces = 0;
	for (let at = start; at < end; at++) {
		const byte = bytes[at]!;
		if (byte === ascii.colon && (at + 1 === end || bytes[at + 1] === ascii.space)) {
			return at === start ? -1 : at;
		}

		if (byte !== ascii.space) {
			continue;
		}

		spaces++;
		if (spaces > 1 || !(isDigit(bytes[at + 1]) || bytes[start] === ascii.minus)) {
			return -1;
		}
	}

	return -1;
}
