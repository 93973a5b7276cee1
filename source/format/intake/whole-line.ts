import {ascii} from '../bytes/byte-text.ts';
import {EventMarkup, isStartOfEvents} from '../windows/event-markup.ts';
import {type Found, JsonDocument} from '../json/json-document.ts';
import {isSpaceByte} from '../json/json-values.ts';
import {canOpenJson} from './line-text.ts';

/**
Whether a line is over though its newline is missing: it is a whole list of records, whose last bracket or tag is closed.
Most programs that write one document into a file write no newline behind it (`curl`, `json.dump`, `wevtutil /e`). One object by itself may be followed by more on its line.
*/
export function isWholeList(line: Uint8Array): boolean {
	const records: Found[] = [];
	const walked = walkOf(line)?.walk(line, line.length, records);
	return walked === 'closed' && (records.length > 1 || (records.length === 1 && records[0]!.start > 0));
}

function walkOf(line: Uint8Array): JsonDocument | EventMarkup | undefined {
	if (canOpenJson(line, 0, line.length)) {
		return new JsonDocument();
	}

	return isStartOfEvents(line, 0, line.length) ? new EventMarkup() : undefined;
}

/** Whether nothing but brackets that close lies there: they may be taken before their newline comes, because no value is cut by it. */
export function isClosing(bytes: Uint8Array): boolean {
	return bytes.some(byte => isCloser(byte)) && bytes.every(byte => isCloser(byte) || isSpaceByte(byte));
}

const isCloser = (byte: number): boolean => byte === ascii.closeBrace || byte === ascii.closeBracket;
