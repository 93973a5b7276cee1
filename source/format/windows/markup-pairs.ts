import {ascii, bytesOf, isWordAt, nextByte} from '../bytes/byte-text.ts';
import {afterBlank} from '../json/json-values.ts';
import type {PairList} from '../bytes/pair-list.ts';

const quotes: ReadonlySet<number> = new Set([ascii.quote, 0x27]);

/** Behind the bracket of an end, a declaration and a comment. */
const noOpenings: ReadonlySet<number> = new Set([ascii.slash, 0x3F, 0x21]);

/** Elements whose attribute `Name` says what they are: `<Data Name='IpAddress'>`, `<Provider Name='Security'/>`. */
const namedByAttribute = bytesOf('Name');
const data = bytesOf('Data');

/** What an element or an attribute is called, and where its value lies. */
type Run = {start: number; end: number};

/**
The texts and attributes of one event in XML as pairs. A text goes by the name of its element, or of its `Name` where it is a `Data`; an attribute by its own
name, and a `Name` by that of its element. Namespaces are nobody's news. Nothing is nested deeper than texts are, so that no stack is needed.
*/
export function readMarkupPairs(pairs: PairList, bytes: Uint8Array, start: number, end: number): void {
	pairs.clear(bytes);
	const name: Run = {start, end: start};
	for (let at = nextByte(bytes, ascii.lessThan, start, end); at >= 0;) {
		const next = bytes[at + 1]!;
		const tagEnd = noOpenings.has(next) ? nextByte(bytes, ascii.greaterThan, at, end) : readOpening(pairs, bytes, {at, end, name});
		if (tagEnd < 0) {
			return;
		}

		const textEnd = nextByte(bytes, ascii.lessThan, tagEnd, end);
		const isOpen = !noOpenings.has(next) && bytes[tagEnd - 1] !== ascii.slash;
		if (isOpen && textEnd > tagEnd + 1 && bytes[textEnd + 1] === ascii.slash) {
			pairs.add({keyStart: name.start, keyEnd: name.end, start: tagEnd + 1, end: textEnd, isQuoted: false});
		}

		at = textEnd;
	}
}

const closings: ReadonlySet<number> = new Set([ascii.greaterThan, ascii.slash]);

/** Takes the attributes of the tag at `at`, and answers where it ends; `name` is then what its text goes by. */
function readOpening(pairs: PairList, bytes: Uint8Array, {at, end, name}: {readonly at: number; readonly end: number; readonly name: Run}): number {
	name.start = at + 1;
	name.end = endOfName(bytes, at + 1, end);
	const element = {start: name.start, end: name.end};
	let next = afterBlank(bytes, name.end, end);
	while (next < end && !closings.has(bytes[next]!)) {
		const keyEnd = endOfName(bytes, next, end);
		const quoteAt = keyEnd + 1;
		const quote = bytes[keyEnd] === ascii.equals ? bytes[quoteAt] : undefined;
		const close = quote !== undefined && quotes.has(quote) ? nextByte(bytes, quote, quoteAt + 1, end) : -1;
		if (close < 0) {
			return -1;
		}

		addAttribute(pairs, bytes, {key: {start: next, end: keyEnd}, value: {start: quoteAt + 1, end: close}, element, name});
		next = afterBlank(bytes, close + 1, end);
	}

	return nextByte(bytes, ascii.greaterThan, next, end);
}

function addAttribute(pairs: PairList, bytes: Uint8Array, {key, value, element, name}: {readonly key: Run; readonly value: Run; readonly element: Run; readonly name: Run}): void {
	const isName = isRun(bytes, key, namedByAttribute);
	if (isName && isRun(bytes, element, data)) {
		name.start = value.start;
		name.end = value.end;
		return;
	}

	const {start: keyStart, end: keyEnd} = isName ? element : key;
	if (value.end > value.start && !isWordAt(bytes, key.start, key.end, namespace)) {
		pairs.add({keyStart, keyEnd, ...value, isQuoted: true});
	}
}

const namespace = bytesOf('xmlns');

const isRun = (bytes: Uint8Array, {start, end}: Run, word: Uint8Array): boolean => end - start === word.length && isWordAt(bytes, start, end, word);

/** 1 for the bytes at which a name ends. */
const notOfNames = new Uint8Array(256);
for (const byte of [ascii.space, ascii.tab, ascii.newline, ascii.carriageReturn, ascii.equals, ascii.greaterThan, ascii.slash]) {
	notOfNames[byte] = 1;
}

function endOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && notOfNames[bytes[at]!] === 0) {
		at++;
	}

	return at;
}
