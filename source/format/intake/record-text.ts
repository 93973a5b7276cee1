import {ascii} from '../bytes/byte-text.ts';
import {textEnd, textStart} from './line-text.ts';

/** Whether a line names columns. */
type IsHeader = (bytes: Uint8Array, start: number, end: number) => boolean;

/** Above a record any format's columns may be named; below it, in a stack trace say, only its own format's are surely none of it. */
type Headers = {readonly above: IsHeader; readonly below: IsHeader};

/** What a record says, without the lines around it that only belong to it so that no byte of a file is lost: empty ones, and those that name columns. */
export function textOfRecord(bytes: Uint8Array, {above, below}: Headers): Uint8Array {
	const end = lastTextEnd(bytes, below);
	return bytes.subarray(firstTextStart(bytes, end, above), end);
}

function firstTextStart(bytes: Uint8Array, end: number, isHeader: IsHeader): number {
	let at = textStart(bytes, 0, end);
	for (let newline = newlineAfter(bytes, at, end); newline >= 0 && isWithoutText(bytes, at, newline, isHeader); newline = newlineAfter(bytes, at, end)) {
		at = textStart(bytes, newline + 1, end);
	}

	return at;
}

function newlineAfter(bytes: Uint8Array, start: number, end: number): number {
	const newline = bytes.indexOf(ascii.newline, start);
	return newline < end ? newline : -1;
}

function lastTextEnd(bytes: Uint8Array, isHeader: IsHeader): number {
	let {length} = bytes;
	for (let newline = newlineBefore(bytes, length); newline >= 0 && isWithoutText(bytes, newline + 1, length, isHeader); newline = newlineBefore(bytes, length)) {
		length = newline;
	}

	return textEnd(bytes, 0, length);
}

const newlineBefore = (bytes: Uint8Array, end: number): number => end === 0 ? -1 : bytes.lastIndexOf(ascii.newline, end - 1);

function isWithoutText(bytes: Uint8Array, lineStart: number, lineEnd: number, isHeader: IsHeader): boolean {
	const start = textStart(bytes, lineStart, lineEnd);
	const end = textEnd(bytes, start, lineEnd);
	return end === start || isHeader(bytes, start, end);
}
