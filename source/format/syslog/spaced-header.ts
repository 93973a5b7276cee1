import {afterSpaces, ascii, wordEnd} from '../bytes/byte-text.ts';
import type {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {isSystemsTag} from './syslog-tag.ts';

/** Some templates put a space between date and time. With a zone behind it and a priority before it or `host su[2101]:` behind it is syslog's; programs' own lines are turned away by what follows their seconds. */
export function isSpacedHeader(bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean {
	const canHaveZone = bytes[at + 10] === ascii.space && behindSeconds[bytes[at + 19] ?? 0] === 1;
	if (!canHaveZone || !readIsoTime(bytes, at, end, stamp) || !isOffsetBefore(bytes, stamp.end)) {
		return false;
	}

	// macOS parts the host by two spaces.
	const hostEnd = wordEnd(bytes, afterSpaces(bytes, stamp.end, end), end);
	return bytes[at - 1] === ascii.greaterThan || isSystemsTag(bytes, afterSpaces(bytes, hostEnd, end), end);
}

/** 1 for what stands between the seconds and a zone, or begins one. */
const behindSeconds = Uint8Array.from({length: 256}, (_, byte) => '.+-'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** Whether `+01:00` or `+0100` ends there. */
function isOffsetBefore(bytes: Uint8Array, end: number): boolean {
	const sign = bytes[end - (bytes[end - 3] === ascii.colon ? 6 : 5)];
	return sign === ascii.plus || sign === ascii.minus;
}
