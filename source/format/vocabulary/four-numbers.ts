import {ascii, bytesOf, isLetter, isWordAt} from '../bytes/byte-text.ts';
import {WordTable} from '../bytes/word-table.ts';

/** Whether four numbers that could be an address are a mask of a network or a version, by the word before them or by beginning with 255. */
export function isNoAddress(bytes: Uint8Array, start: number, end: number): boolean {
	return isMask(bytes, start, end) || isNamed(bytes, start);
}

/** No address begins with 255 but that of everybody (RFC 919 section 7). */
const isMask = (bytes: Uint8Array, start: number, end: number): boolean =>
	isWordAt(bytes, start, end, maskHead) && !(end - start === everybody.length && isWordAt(bytes, start, end, everybody));

const maskHead = bytesOf('255.');
const everybody = bytesOf('255.255.255.255');

/** `netmask 255.240.0.0`, `version: 0.0.0.6`, `Chrome/120.0.0.0`. Hot: most words before an address are turned away by their last letter. */
function isNamed(bytes: Uint8Array, start: number): boolean {
	const isProduct = bytes[start - 1] === ascii.slash;
	const wordEnd = isProduct ? start - 1 : endOfName(bytes, start);
	const last = bytes[wordEnd - 1] ?? 0;
	if (wordEnd === start || lastLetters[last] === 0) {
		return false;
	}

	let wordStart = wordEnd;
	while (wordStart > 0 && isLetter(bytes[wordStart - 1]!) && wordEnd - wordStart < longestWord) {
		wordStart--;
	}

	return (isProduct ? products : names).find(bytes, wordStart, wordEnd) === true;
}

function endOfName(bytes: Uint8Array, start: number): number {
	let at = start;
	while (at > 0 && betweenBytes[bytes[at - 1]!] === 1) {
		at--;
	}

	return at;
}

/** 1 for what may stand between a name and what it names. */
const betweenBytes = Uint8Array.from({length: 256}, (_, byte) => ' =:"\'([#'.includes(String.fromCharCode(byte)) ? 1 : 0);

const nameWords = ['mask', 'netmask', 'submask', 'subnetmask', 'wildcard', 'version', 'versions', 'ver', 'rev', 'revision', 'build'];

/** Browsers and what is built like them, as they name themselves to servers (RFC 9110 section 10.1.5). */
const productWords = ['chrome', 'chromium', 'headlesschrome', 'crios', 'edg', 'edge', 'edga', 'edgios', 'firefox', 'fxios', 'opr', 'opera', 'safari', 'version', 'vivaldi', 'yabrowser', 'samsungbrowser', 'electron', 'teams', 'slack', 'brave', 'whale', 'ddg'];

const asTrue = (words: readonly string[]): Array<readonly [string, true]> => words.map(word => [word, true]);
const names = new WordTable<true>(asTrue(nameWords));
const products = new WordTable<true>(asTrue(productWords));
const longestWord = 16;

/** 1 for the letters with which such words end, as capitals too. */
const lastLetters = new Uint8Array(256);
for (const word of [...nameWords, ...productWords]) {
	lastLetters[word.codePointAt(word.length - 1)!] = 1;
	lastLetters[word.toUpperCase().codePointAt(word.length - 1)!] = 1;
}
