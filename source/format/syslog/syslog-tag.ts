import {ascii, isCapital, isDigit, isLetterOrDigit, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {WordTable} from '../bytes/word-table.ts';
import {severityOf} from '../vocabulary/severity-words.ts';

/** Offset of the colon that ends a tag such as `sshd[2101]:`, or of the space where a program writes none (`proftpd[2101] host`), that of a program on a Mac (`Microsoft Word[14463]:`), or one of Huawei's, with no space behind it (`%%01SHELL/5/LOGIN(s)[12]:text`); -1 where there is none. */
export function tagEnd(bytes: Uint8Array, start: number, end: number): number {
	if (bytes[start] === ascii.percent && bytes[start + 1] === ascii.percent) {
		return nextByte(bytes, ascii.colon, start, wordEnd(bytes, start, end));
	}

	// An object has names with colons.
	if (bytes[start] === ascii.openBrace) {
		return -1;
	}

	const colon = endOfUsualTag(bytes, start, end);
	return colon < 0 && isCapital(bytes[start]) ? endOfTitle(bytes, start, end) : colon;
}

/** Words, then a process number in brackets. */
function endOfTitle(bytes: Uint8Array, start: number, end: number): number {
	const bracket = nextByte(bytes, ascii.openBracket, start, end);
	let at = bracket + 1;
	while (at < end && isDigit(bytes[at])) {
		at++;
	}

	const hasNumber = bracket > start && at > bracket + 1 && bytes[at] === ascii.closeBracket && bytes[at + 1] === ascii.colon;
	return hasNumber && bytes[bracket - 1] !== ascii.space && nextByte(bytes, ascii.colon, start, bracket) < 0 ? at + 1 : -1;
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

		// IOS XR parts its tag from the colon.
		if (spaces === 0 && bytes[start] === ascii.percent && bytes[at + 1] === ascii.colon) {
			return at + 1;
		}

		if (spaces === 0 && isNumbered(bytes, start, at)) {
			return at;
		}

		spaces++;
		if (spaces > 1 || !(isDigit(bytes[at + 1]) || bytes[start] === ascii.minus)) {
			return -1;
		}
	}

	return -1;
}

/** Whether `name[2101]:` stands there. */
export function isNumberedTag(bytes: Uint8Array, start: number, end: number): boolean {
	const to = wordEnd(bytes, start, end);
	return bytes[to - 1] === ascii.colon && bytes[to - 2] === ascii.closeBracket && nextByte(bytes, ascii.openBracket, start, to) > start;
}

/** The same, or the name of one that writes no number: for lines that a program may as well have written for itself. */
export function isSystemsTag(bytes: Uint8Array, start: number, end: number): boolean {
	return isNumberedTag(bytes, start, end) || isUnnumberedTag(bytes, start, wordEnd(bytes, start, end));
}

/** The tag of a program that writes no number and is known by its name. */
export const isUnnumberedTag = (bytes: Uint8Array, start: number, end: number): boolean => unnumbered.find(bytes, start, end) === true;

const unnumbered = new WordTable<true>([['kernel:', true], ['sudo:', true], ['su:', true]]);

/** `name[2101]`. */
function isNumbered(bytes: Uint8Array, start: number, end: number): boolean {
	let at = end - 1;
	while (at > start && isDigit(bytes[at - 1])) {
		at--;
	}

	return bytes[end - 1] === ascii.closeBracket && at < end - 1 && at > start + 1 && bytes[at - 1] === ascii.openBracket;
}

/**
Whether the word that ends in a colon stands where a host should, and is a tag: small devices have no name to write. A number behind it is proof enough;
a bare name is none where programs write their levels too, and an address is a host's.
*/
export function isTagAlone(bytes: Uint8Array, start: number, end: number, isProofNeeded: boolean): boolean {
	const colon = end - 1;
	if (isProofNeeded || isNumbered(bytes, start, colon)) {
		return isNumbered(bytes, start, colon);
	}

	const isName = isLetterOrDigit(bytes[start] ?? 0) && !isDigit(bytes[start]) && nextByte(bytes, ascii.colon, start, colon) < 0;
	return isName && severityOf(bytes, start, colon) === 0;
}
