import {afterSpaces, ascii, beforeSpaces, isCapital, isLetterOrDigit, nextByte, type Run, wordEnd} from '../bytes/byte-text.ts';
import type {PairList} from '../bytes/pair-list.ts';
import {endOfString} from '../json/json-values.ts';

/** What may stand behind a name. */
const equals = 1;
const colon = 2;

const marks = new Uint8Array(256);
marks[ascii.equals] = equals;
marks[ascii.colon] = colon;

/** 1 for the bytes of a name. */
const ofNames = Uint8Array.from({length: 256}, (_, byte) => isLetterOrDigit(byte) || '_-.'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** 1 for what may stand right before a name. A name behind `?` or `&` belongs to an address of the web. */
const beforeNames = Uint8Array.from({length: 256}, (_, byte) => ' ,;([{|\t'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** 1 for what parts pairs in a list: behind one of these a value may be of several words. */
const parting = Uint8Array.from({length: 256}, (_, byte) => ',;|'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** 1 for what ends a value that is not quoted. */
const endsValue = Uint8Array.from({length: 256}, (_, byte) => ' ,;)]}|\t"'.includes(String.fromCharCode(byte)) ? 1 : 0);

const apostrophe = 0x27;

/**
Finds the pairs in a message, `name=value` in whatever spelling (quoted or not, with spaces, commas or semicolons between them) and, in lists,
`Name: value`. One look a byte, and names are looked for only behind the marks.
*/
export function findPairs(pairs: PairList, bytes: Uint8Array, {start, end}: Run): void {
	pairs.clear(bytes);
	if (!canHavePairs(bytes, start, end)) {
		return;
	}

	let from = start;
	for (let at = start; at < end; at++) {
		const mark = marks[bytes[at]!]!;
		if (mark === 0 || (mark === colon && bytes[at + 1] !== ascii.space)) {
			continue;
		}

		const keyStart = startOfName(bytes, from, at);
		if (keyStart < 0 || (mark === colon && !isInList(bytes, start, keyStart))) {
			continue;
		}

		at = addPair(pairs, bytes, {keyStart, keyEnd: at, isFirst: keyStart === start, isListed: isInList(bytes, start, keyStart), end});
		from = at;
		at--;
	}
}

/** Most messages hold no equals sign, and are no list of colons, which begins with a name. */
const canHavePairs = (bytes: Uint8Array, start: number, end: number): boolean =>
	nextByte(bytes, ascii.equals, start, end) >= 0 || bytes[wordEnd(bytes, start, end) - 1] === ascii.colon;

type Found = {readonly keyStart: number; readonly keyEnd: number; readonly isFirst: boolean; readonly isListed: boolean; readonly end: number};

/** Answers where the pair ends. */
function addPair(pairs: PairList, bytes: Uint8Array, {keyStart, keyEnd, isFirst, isListed, end}: Found): number {
	const behindMark = keyEnd + (bytes[keyEnd] === ascii.colon ? 2 : 1);
	const start = isListed ? afterSpaces(bytes, behindMark, end) : behindMark;
	const close = endOfQuoted(bytes, start, end);
	const valueStart = close < 0 ? start : start + 1;
	const valueEnd = close < 0 ? endOfBare(bytes, start, end, {isFirst, isListed}) : close;
	pairs.add({keyStart, keyEnd, start: valueStart, end: valueEnd, isQuoted: close >= 0});
	return Math.max(valueEnd + (close < 0 ? 0 : 1), keyEnd + 1);
}

/** Where the name that ends there begins; -1 where what stands there is none. */
function startOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && ofNames[bytes[at - 1]!] === 1) {
		at--;
	}

	const isName = at < end && end - at <= longestNameBytes && isLetterOrDigit(bytes[at]!);
	return isName && (at === start || beforeNames[bytes[at - 1]!] === 1) ? at : -1;
}

const longestNameBytes = 48;

/** Whether a comma or the like, or the beginning of the message, stands before the name. */
function isInList(bytes: Uint8Array, start: number, keyStart: number): boolean {
	let at = keyStart;
	while (at > start && bytes[at - 1] === ascii.space) {
		at--;
	}

	return at === start || parting[bytes[at - 1]!] === 1 || bytes[at - 1] === ascii.openParenthesis;
}

/** Where the quote closes that opens there, or -1. */
function endOfQuoted(bytes: Uint8Array, at: number, end: number): number {
	if (bytes[at] === ascii.quote) {
		return endOfString(bytes, at + 1, end);
	}

	return bytes[at] === apostrophe ? nextByte(bytes, apostrophe, at + 1, end) : -1;
}

/** A value in a list goes on to what parts it from the next pair, over spaces too; any other is one word. Whether a list begins is told by what ends its first value. */
function endOfBare(bytes: Uint8Array, start: number, end: number, {isFirst, isListed}: {readonly isFirst: boolean; readonly isListed: boolean}): number {
	let at = start;
	while (at < end && endsValue[bytes[at]!] === 0) {
		at++;
	}

	const wordsEnd = isListed ? endOfWords(bytes, at, end) : at;
	const isWhole = wordsEnd === end ? !isFirst : bytes[wordsEnd] !== ascii.equals;
	return isWhole && wordsEnd > at ? beforeSpaces(bytes, at, wordsEnd) : behindLastName(bytes, {start, end: at}, end);
}

/** `user=Ann Smith src=10.1.1.5`: a name of several words, each with a capital, goes on to the next pair. */
function behindLastName(bytes: Uint8Array, {start, end}: Run, textEnd: number): number {
	let at = end;
	while (isCapital(bytes[start]) && bytes[at] === ascii.space && isCapital(bytes[at + 1])) {
		at++;
		while (at < textEnd && endsValue[bytes[at]!] === 0 && bytes[at] !== ascii.equals) {
			at++;
		}
	}

	// The last of the words with a capital may be the name of the next pair.
	let next = at + 1;
	while (next < textEnd && ofNames[bytes[next]!] === 1) {
		next++;
	}

	return bytes[at] === ascii.space && next > at + 1 && bytes[next] === ascii.equals ? at : end;
}

function endOfWords(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && parting[bytes[at]!] === 0 && bytes[at] !== ascii.closeParenthesis && bytes[at] !== ascii.equals) {
		at++;
	}

	return at;
}
