import {afterSpaces, ascii, isDigit, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {messagesOfProgram} from '../messages/program-messages.ts';
import type {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {isSystemsTag, isUnnumberedTag} from './syslog-tag.ts';

/**
Some templates put a space between date and time. With a zone behind it and a priority before it or `host su[2101]:` behind it is syslog's; without a zone
only where the program behind the host is one that is known, because programs write their own lines so.
*/
export function isSpacedHeader(bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean {
	const isSpaced = bytes[at + 10] === ascii.space;
	return isSpaced && ((canHaveZone(bytes, at) && isZonedHeader(bytes, at, end, stamp)) || isBareHeader(bytes, at, end, stamp));
}

function isZonedHeader(bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean {
	if (!readIsoTime(bytes, at, end, stamp) || !isOffsetBefore(bytes, stamp.end)) {
		return false;
	}

	// macOS parts the host by two spaces.
	const hostEnd = wordEnd(bytes, afterSpaces(bytes, stamp.end, end), end);
	return bytes[at - 1] === ascii.greaterThan || isSystemsTag(bytes, afterSpaces(bytes, hostEnd, end), end);
}

/** The words are looked at first: most lines with such a time are of some program, and their time is read elsewhere. */
function isBareHeader(bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean {
	const timeEnd = endOfFraction(bytes, at + secondsEnd);
	const tag = wordEnd(bytes, timeEnd + 1, end) + 1;
	const tagEnd = wordEnd(bytes, tag, end);
	const isTagged = isMakersTag(bytes, tag) || (bytes[tagEnd - 1] === ascii.colon && isKnownTag(bytes, tag, tagEnd));
	return bytes[timeEnd] === ascii.space && isTagged && readIsoTime(bytes, at, end, stamp) && stamp.end === timeEnd;
}

/** `2026-03-03 08:50:12` */
const secondsEnd = 19;

const canHaveZone = (bytes: Uint8Array, at: number): boolean => behindSeconds[bytes[at + secondsEnd] ?? 0] === 1;

/** 1 for what stands between the seconds and a zone, or begins one. */
const behindSeconds = Uint8Array.from({length: 256}, (_, byte) => '.+-'.includes(String.fromCharCode(byte)) ? 1 : 0);

function endOfFraction(bytes: Uint8Array, start: number): number {
	let at = bytes[start] === ascii.dot || bytes[start] === ascii.comma ? start + 1 : start;
	while (at > start && isDigit(bytes[at])) {
		at++;
	}

	return at;
}

/** `%%01SSH/4/SSH_FAIL(l)[12]:text` of Huawei's and H3C's devices. */
const isMakersTag = (bytes: Uint8Array, at: number): boolean => bytes[at] === ascii.percent && bytes[at + 1] === ascii.percent && isDigit(bytes[at + 2]);

/** `sudo:`, or `sshd[2101]:` of a program whose messages are known. */
function isKnownTag(bytes: Uint8Array, start: number, end: number): boolean {
	const bracket = nextByte(bytes, ascii.openBracket, start, end);
	return isUnnumberedTag(bytes, start, end) || (bracket > start && isSystemsTag(bytes, start, end) && messagesOfProgram(bytes, start, bracket) !== undefined);
}

/** Whether `+01:00` or `+0100` ends there. */
function isOffsetBefore(bytes: Uint8Array, end: number): boolean {
	const sign = bytes[end - (bytes[end - 3] === ascii.colon ? 6 : 5)];
	return sign === ascii.plus || sign === ascii.minus;
}
