import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import {ascii, isDigit} from '../bytes/byte-text.ts';
import {hexDigit} from '../json/json-text.ts';
import {afterMappedHead, endOfIpv4, isGroupedMac, isHostName, isIpv6, isMac} from './device-words.ts';
import {isNoAddress} from './four-numbers.ts';

/** What a byte does to the word it stands in: 0 ends it. Every address and host name has a mark in it, and which it has tells what it may be. */
const inWord = 1;
const dotMark = 2;
const colonMark = 4;
const minusMark = 8;

const kinds = new Uint8Array(256);
for (const character of '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_%@') {
	kinds[character.charCodeAt(0)] = inWord;
}

kinds[ascii.dot] = inWord | dotMark;
kinds[ascii.colon] = inWord | colonMark;
kinds[ascii.minus] = inWord | minusMark;

/**
Adds the IPv4, IPv6 and MAC addresses and the host names that a text mentions, each once, in order. Hot: one look a byte, from mark to mark, and only
words with a mark that can be one of a device's are read.
*/
export function addDevicesIn(draft: EventDraft, bytes: Uint8Array, start: number, end: number): void {
	if (isAddressAlone(bytes, start, end)) {
		addDeviceOnce(draft, bytes, start, end);
		return;
	}

	let behindLast = start;
	for (let at = start; at < end; at++) {
		const byte = bytes[at]!;
		if (byte > ascii.colon || byte < ascii.minus) {
			continue;
		}

		const kind = kinds[byte]!;
		if (kind <= inWord || !canBeOfDevice(kind, bytes, at, end)) {
			continue;
		}

		behindLast = addWordAround(draft, bytes, at, {start: behindLast, end});
		at = behindLast;
	}
}

/**
Whether a mark can be the first in the name of a device. Dots and colons end sentences and heads far more often than they stand inside a word;
behind a colon in an address stands a digit or another colon, and a minus counts only between the pairs of a MAC address.
*/
function canBeOfDevice(kind: number, bytes: Uint8Array, at: number, end: number): boolean {
	if (kind === (inWord | minusMark)) {
		return bytes[at + pairBytes] === ascii.minus;
	}

	const next = at + 1 < end ? bytes[at + 1]! : ascii.space;
	return kind === (inWord | colonMark) ? next === ascii.colon || hexDigit(next) >= 0 : kinds[next] !== 0;
}

/** From mark to mark in a MAC address. */
const pairBytes = 3;

/** Most columns that name a device hold an IPv4 address and nothing else; behind a slash it would be a network. */
const isAddressAlone = (bytes: Uint8Array, start: number, end: number): boolean =>
	end - start <= longestIpv4Bytes && isDigit(bytes[start]) && endOfIpv4(bytes, start, end) === end && bytes[end] !== ascii.slash;

const longestIpv4Bytes = '255.255.255.255'.length;

/** Adds one run as a device unless it is empty or already there. */
export function addDeviceOnce(draft: EventDraft, bytes: Uint8Array, start: number, end: number): void {
	for (let index = 0; index < draft.deviceCount; index++) {
		const device = draft.devices[index]!;
		if (isSameRun(device, bytes, start, end)) {
			return;
		}
	}

	if (end > start) {
		draft.addDevice(bytes, start, end);
	}
}

/** Without the punctuation of the sentence around it. */
function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && (bytes[at - 1] === ascii.dot || bytes[at - 1] === ascii.minus || (bytes[at - 1] === ascii.colon && bytes[at - 2] !== ascii.colon))) {
		at--;
	}

	return at;
}

/** Adds what the word around a mark names; answers where that word ends. */
function addWordAround(draft: EventDraft, bytes: Uint8Array, mark: number, text: {readonly start: number; readonly end: number}): number {
	let start = mark;
	while (start > text.start && kinds[bytes[start - 1]!]! !== 0) {
		start--;
	}

	let end = mark;
	let word = 0;
	while (end < text.end && kinds[bytes[end]!]! !== 0) {
		word |= kinds[bytes[end]!]!;
		end++;
	}

	addWord(draft, bytes, {start, end, word});
	return end;
}

/** `word` holds the marks of the word from the first that can be one of a device's. */
type Word = {readonly start: number; readonly end: number; readonly word: number};

/** Nothing that names a device is shorter than `::1`; what is a network is none. */
function addWord(draft: EventDraft, bytes: Uint8Array, {start, end, word}: Word): void {
	if (end - start > 2 && !isNetwork(bytes, end, (word & dotMark) === 0 ? longestPrefixBits.ipv6 : longestPrefixBits.ipv4)) {
		addTrimmed(draft, bytes, {start, end: trimmedEnd(bytes, start, end), word});
	}
}

/** Whether a slash and a length of a prefix stand there; Cisco's and Juniper's firewalls write ports behind a slash, and most are greater than any length. */
function isNetwork(bytes: Uint8Array, at: number, longestBits: number): boolean {
	let number = 0;
	let digitAt = at + 1;
	while (bytes[at] === ascii.slash && isDigit(bytes[digitAt]) && number <= longestBits) {
		number = (number * 10) + bytes[digitAt]! - ascii.zero;
		digitAt++;
	}

	return digitAt > at + 1 && number <= longestBits;
}

const longestPrefixBits = {ipv4: 32, ipv6: 128} as const;

/** Each kind is asked for only where the word has its marks. */
function addTrimmed(draft: EventDraft, bytes: Uint8Array, {start, end, word}: Word): void {
	const ipv4Start = (word & (dotMark | colonMark)) === (dotMark | colonMark) ? behindLabel(bytes, start, end) : start;
	const ipv4End = (word & dotMark) === 0 ? -1 : endOfIpv4(bytes, ipv4Start, end);
	if (ipv4End > 0) {
		if (!isNoAddress(bytes, ipv4Start, ipv4End)) {
			addDeviceOnce(draft, bytes, ipv4Start, ipv4End);
		}
	} else if (isMac(bytes, start, end) || ((word & colonMark) !== 0 && isIpv6(bytes, start, end)) || ((word & dotMark) !== 0 && (isGroupedMac(bytes, start, end) || isHostName(bytes, start, end)))) {
		addDeviceOnce(draft, bytes, start, end);
	}
}

/** Where the address begins that a label stands before (`inside:10.2.1.14`, `IP:10.2.1.14`), or the mark of IPv6; a label has neither a dot nor a colon. */
function behindLabel(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] !== ascii.colon && bytes[at] !== ascii.dot) {
		at++;
	}

	return at > start && bytes[at] === ascii.colon ? at + 1 : afterMappedHead(bytes, start, end);
}

function isSameRun(run: ByteRun, bytes: Uint8Array, start: number, end: number): boolean {
	if (run.end - run.start !== end - start) {
		return false;
	}

	for (let index = 0; index < end - start; index++) {
		if (run.bytes[run.start + index] !== bytes[start + index]) {
			return false;
		}
	}

	return true;
}
