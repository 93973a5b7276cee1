import {ascii, isDigit, nextByte} from '../bytes/byte-text.ts';

/** Where the port of an address begins: behind its only colon, or behind the brackets of IPv6; -1 where there is none. */
export function portColon(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && isDigit(bytes[at - 1])) {
		at--;
	}

	const colon = at - 1;
	const isPort = at < end && colon > start && bytes[colon] === ascii.colon;
	return isPort && (bytes[colon - 1] === ascii.closeBracket || nextByte(bytes, ascii.colon, start, colon) < 0) ? colon : -1;
}

/** Fields that hold an address, and the field for the port behind it. */
export const portFields: ReadonlyMap<string, string> = new Map([['sourceAddress', 'sourcePort'], ['targetAddress', 'targetPort']]);
