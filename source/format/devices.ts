import type {ByteRun, EventDraft} from '../domain/event-draft.ts';
import {ascii, isDigit} from './byte-text.ts';
import {hexDigit} from './json-text.ts';
import {WordTable} from './word-table.ts';

/** Last labels that make a dotted name a host's: without them `dana.admin` and `install.log` would be devices. */
const hostSuffixes = new WordTable<true>(
	['local', 'lan', 'corp', 'internal', 'intranet', 'home', 'arpa', 'com', 'net', 'org', 'edu', 'gov'].map(suffix => [suffix, true]),
);

/** 1 for bytes that an address or a host name may consist of. */
const tokenBytes = new Uint8Array(256);
for (const character of '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.:-_%@') {
	tokenBytes[character.charCodeAt(0)] = 1;
}

/** Adds the IPv4, IPv6 and MAC addresses and the host names that a text mentions, each once, in order. One pass over the bytes. */
export function addDevicesIn(draft: EventDraft, bytes: Uint8Array, start: number, end: number): void {
	let at = start;
	while (at < end) {
		while (at < end && tokenBytes[bytes[at]!] === 0) {
			at++;
		}

		const tokenStart = at;
		while (at < end && tokenBytes[bytes[at]!] === 1) {
			at++;
		}

		// Nothing that names a device is shorter than `::1`; a slash after it makes it a network.
		if (at - tokenStart > 2 && !(bytes[at] === ascii.slash && isDigit(bytes[at + 1]))) {
			addToken(draft, bytes, tokenStart, trimmedEnd(bytes, tokenStart, at));
		}
	}
}

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

function addToken(draft: EventDraft, bytes: Uint8Array, start: number, end: number): void {
	countMarks(bytes, start, end);
	const dots = marks[kinds.dot]!;
	const colons = marks[kinds.colon]!;
	const dashes = marks[kinds.dash]!;
	const letters = marks[kinds.letter]!;
	if (dots === 3 && letters === 0 && dashes === 0 && colons < 2) {
		addIpv4(draft, bytes, start, end);
		return;
	}

	const isName = colons === 0 && dots > 0 && letters > 0 && isHostName(bytes, start, end);
	if (isName || ((colons === 5 || dashes === 5) && isMac(bytes, start, end)) || (colons >= 2 && isIpv6(bytes, start, end))) {
		addDeviceOnce(draft, bytes, start, end);
	}
}

/** Kinds of bytes in a token; digits count for nothing. */
const kinds = {digit: 0, dot: 1, colon: 2, dash: 3, letter: 4} as const;

const kindOfByte = Uint8Array.from({length: 256}, (_, byte) => byte > ascii.nine ? kinds.letter : kinds.digit);
kindOfByte[ascii.dot] = kinds.dot;
kindOfByte[ascii.colon] = kinds.colon;
kindOfByte[ascii.minus] = kinds.dash;

/** How many bytes of each kind the token at hand has. */
const marks = new Uint32Array(5);

function countMarks(bytes: Uint8Array, start: number, end: number): void {
	marks.fill(0);
	for (let at = start; at < end; at++) {
		marks[kindOfByte[bytes[at]!]!]!++;
	}
}

/** Four numbers up to 255; a port after a colon is left off. */
function addIpv4(draft: EventDraft, bytes: Uint8Array, start: number, end: number): void {
	let at = start;
	for (let part = 0; part < 4; part++) {
		let value = 0;
		const partStart = at;
		while (at < end && isDigit(bytes[at]) && at - partStart < 4) {
			value = (value * 10) + bytes[at]! - ascii.zero;
			at++;
		}

		const isWrong = at === partStart || at - partStart > 3 || value > 255;
		if (isWrong || (part < 3 && bytes[at] !== ascii.dot)) {
			return;
		}

		at += part < 3 ? 1 : 0;
	}

	if (at === end || bytes[at] === ascii.colon) {
		addDeviceOnce(draft, bytes, start, at);
	}
}

const macBytes = 17;

/** `00:1b:1b:aa:01:77` or with dashes. */
function isMac(bytes: Uint8Array, start: number, end: number): boolean {
	if (end - start !== macBytes) {
		return false;
	}

	for (let at = start; at < end; at += 3) {
		if (hexDigit(bytes[at]!) < 0 || hexDigit(bytes[at + 1]!) < 0) {
			return false;
		}
	}

	return true;
}

/** Eight groups of hex digits, or fewer around one `::` (RFC 4291 section 2.2); a zone such as `%eth0` may follow. */
function isIpv6(bytes: Uint8Array, start: number, end: number): boolean {
	let groups = 0;
	let doubles = 0;
	let digits = 0;
	let hasDigit = false;
	for (let at = start; at < end && bytes[at] !== 0x25; at++) {
		const byte = bytes[at]!;
		if (byte === ascii.colon) {
			const isDouble = bytes[at + 1] === ascii.colon;
			doubles += isDouble ? 1 : 0;
			at += isDouble ? 1 : 0;
			digits = 0;
		} else if (digits === 4 || hexDigit(byte) < 0) {
			return false;
		} else {
			groups += digits === 0 ? 1 : 0;
			digits++;
			hasDigit ||= isDigit(byte);
		}
	}

	return hasDigit && (doubles === 0 ? groups === 8 : doubles === 1 && groups < 8);
}

function isHostName(bytes: Uint8Array, start: number, end: number): boolean {
	let lastDot = start;
	for (let at = start; at < end; at++) {
		if (bytes[at] === 0x40 || bytes[at] === 0x25) {
			return false;
		}

		lastDot = bytes[at] === ascii.dot ? at : lastDot;
	}

	return lastDot > start && hostSuffixes.find(bytes, lastDot + 1, end) === true;
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
