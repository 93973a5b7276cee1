import {ascii, isLetterOrDigit, nextByte, wordEnd} from '../bytes/byte-text.ts';

/** What may end a sentence or a part of one, right behind a word. */
const punctuation = Uint8Array.from({length: 256}, (_, byte) => '.,;:!'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** Where the word that begins there ends, less the punctuation behind it; -1 where none begins there. */
export function endOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = wordEnd(bytes, start, end);
	while (at > start && punctuation[bytes[at - 1]!] === 1) {
		at--;
	}

	return at === start ? -1 : at;
}

/** Where the address or the name of a host that begins there ends, a bracket or quote before it included; -1 where the word can be neither, so that a sentence is never taken for one. */
export function endOfAddress(bytes: Uint8Array, start: number, end: number): number {
	const from = start + opening[bytes[start] ?? 0]!;
	let at = from;
	while (at < end && ofAddresses[bytes[at]!] === 1) {
		at++;
	}

	const addressEnd = endOfName(bytes, from, at);
	const hasMark = nextByte(bytes, ascii.dot, from, addressEnd) >= 0 || nextByte(bytes, ascii.colon, from, addressEnd) >= 0;
	return hasMark ? addressEnd : -1;
}

/** An address without the bracket or quote before it. */
export const addressStart = (bytes: Uint8Array, start: number): number => start + opening[bytes[start] ?? 0]!;

/** 1 for what may stand right before an address. */
const opening = Uint8Array.from({length: 256}, (_, byte) => '[("\'<'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** 1 for the bytes of addresses and of the names of hosts. */
const ofAddresses = Uint8Array.from({length: 256}, (_, byte) => isLetterOrDigit(byte) || '.:-_%'.includes(String.fromCharCode(byte)) ? 1 : 0);
