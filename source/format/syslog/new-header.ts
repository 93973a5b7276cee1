import {ascii, isDash, isDigit, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {severityOf} from '../vocabulary/severity-words.ts';

/** Whether the words of RFC 5424 follow a time, as where a file is written without their priority and version: ` host app 3106 - [id@1 name="value"]`. */
export function isNewHeader(bytes: Uint8Array, start: number, end: number): boolean {
	const ends: number[] = [];
	let at = start;
	while (ends.length < wordsBeforeData && at < end && bytes[at] === ascii.space) {
		at = wordEnd(bytes, at + 1, end);
		ends.push(at);
	}

	const [host = 0, app = 0, processId = 0] = ends;
	const hasProcess = isDash(bytes, app + 1, processId) || (isDigit(bytes[app + 1]) && isDigit(bytes[processId - 1]));
	const data = at + 1;
	const dataTo = wordEnd(bytes, data, end);
	return ends.length === wordsBeforeData && hasProcess && severityOf(bytes, start + 1, host) === 0
		&& (isDash(bytes, data, dataTo) || (bytes[data] === ascii.openBracket && nextByte(bytes, atSign, data, dataTo) > data));
}

/** The host, the program, its number, and the message's. */
const wordsBeforeData = 4;
const atSign = 0x40;
