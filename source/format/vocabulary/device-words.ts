import {ascii, bytesOf, isDigit, isLetter} from '../bytes/byte-text.ts';
import {isWord, WordTable} from '../bytes/word-table.ts';
import {hexDigit} from '../json/json-text.ts';

/** `::ffff:192.0.2.7` is an IPv4 device as an IPv6 socket names it (RFC 4291 section 2.5.5.2): where its own address begins. */
export const afterMappedHead = (bytes: Uint8Array, start: number, end: number): number => {
	const head = start + mappedHead.length;
	return head < end && bytes[start] === ascii.colon && bytes[start + 1] === ascii.colon && isWord(bytes, start, head, mappedHead) ? head : start;
};

const mappedHead = bytesOf('::ffff:');

/** The end of four numbers up to 255, or -1 where the word is something else; a port after a colon is left off, and behind another colon what is said of it (`10.251.42.9:50010:Got exception`). */
export function endOfIpv4(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	for (let part = 0; part < 4; part++) {
		let value = 0;
		const partStart = at;
		while (at < end && at - partStart < 4 && isDigit(bytes[at])) {
			value = (value * 10) + bytes[at]! - ascii.zero;
			at++;
		}

		const isWrong = at === partStart || at - partStart > 3 || value > 255;
		if (isWrong || (part < 3 && bytes[at] !== ascii.dot)) {
			return -1;
		}

		at += part < 3 ? 1 : 0;
	}

	return at === end || (bytes[at] === ascii.colon && isPort(bytes, at + 1, end)) ? at : -1;
}

function isPort(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		if (!isDigit(bytes[at]) && bytes[at] !== ascii.percent) {
			return bytes[at] === ascii.colon && at > start && isLetter(bytes[at + 1] ?? 0) && at + 1 < end;
		}
	}

	return true;
}

const macBytes = 17;

const groupedMacBytes = 14;

/** `001b.1baa.0177`, as Cisco's devices write it. */
export function isGroupedMac(bytes: Uint8Array, start: number, end: number): boolean {
	if (end - start !== groupedMacBytes || bytes[start + 4] !== ascii.dot || bytes[start + 9] !== ascii.dot) {
		return false;
	}

	for (let at = start; at < end; at++) {
		if (at !== start + 4 && at !== start + 9 && hexDigit(bytes[at]!) < 0) {
			return false;
		}
	}

	return true;
}

/** `00:1b:1b:aa:01:77` or with dashes. */
export function isMac(bytes: Uint8Array, start: number, end: number): boolean {
	const mark = bytes[start + 2]!;
	if (end - start !== macBytes || (mark !== ascii.colon && mark !== ascii.minus)) {
		return false;
	}

	for (let at = start; at < end; at += 3) {
		if (hexDigit(bytes[at]!) < 0 || hexDigit(bytes[at + 1]!) < 0 || (at + 2 < end && bytes[at + 2] !== mark)) {
			return false;
		}
	}

	return true;
}

/** Eight groups of hex digits, or fewer around one `::` (RFC 4291 section 2.2); a zone may follow. */
export function isIpv6(bytes: Uint8Array, start: number, end: number): boolean {
	let groups = 0;
	let doubles = 0;
	let digits = 0;
	let hasDigit = false;
	for (let at = start; at < end && bytes[at] !== ascii.percent; at++) {
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

/** Last labels that make a dotted name a host's: without them `dana.admin` and `install.log` would be devices. */
const hostSuffixes = new WordTable<true>(
	['local', 'lan', 'corp', 'internal', 'intranet', 'home', 'arpa', 'com', 'net', 'org', 'edu', 'gov'].map(suffix => [suffix, true]),
);

/** 1 for the bytes of a word that no host name has. */
const noNameBytes = new Uint8Array(256);
for (const byte of [ascii.colon, ascii.percent, 0x40]) {
	noNameBytes[byte] = 1;
}

/** A dotted name whose last label is one of a host. */
export function isHostName(bytes: Uint8Array, start: number, end: number): boolean {
	let lastDot = end - 1;
	while (lastDot > start && bytes[lastDot] !== ascii.dot) {
		lastDot--;
	}

	if (lastDot === start || hostSuffixes.find(bytes, lastDot + 1, end) === undefined) {
		return false;
	}

	for (let at = start; at < lastDot; at++) {
		if (noNameBytes[bytes[at]!] === 1) {
			return false;
		}
	}

	return true;
}
