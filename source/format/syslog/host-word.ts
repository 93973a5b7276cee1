import {ascii, isDigit} from '../bytes/byte-text.ts';

/** Host names and addresses end in a letter, a digit or a dot; access points write `model,address,version` for theirs, and a tag behind it. */
export function isHost(bytes: Uint8Array, start: number, end: number, hasTag: boolean): boolean {
	for (let at = start; at < end; at++) {
		if (notOfHosts[bytes[at]!] === 1 || (!hasTag && bytes[at] === ascii.comma)) {
			return false;
		}
	}

	const last = bytes[end - 1]!;
	return isDigit(last) || ((last | 0x20) >= 0x61 && (last | 0x20) <= 0x7A) || last === ascii.dot || (last === ascii.colon && bytes[end - 2] === ascii.colon);
}

/** 1 for what no name or address of a host holds: a word with one of these is the program's own. */
const notOfHosts = Uint8Array.from({length: 256}, (_, byte) => '()[]{}"=;<>|'.includes(String.fromCharCode(byte)) ? 1 : 0);
