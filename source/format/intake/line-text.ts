import {ascii} from '../bytes/byte-text.ts';
import {afterBlank, isSpaceByte} from '../json/json-values.ts';
import {behindGap} from './nul-gaps.ts';

/**
What stands at the head of a line and is no part of its text: a gap of NULs, and a byte order mark, which stands at the head of a file, and wherever
files were put together.
*/
export function textStart(bytes: Uint8Array, start: number, end: number): number {
	const mark = bytes[start] === 0 ? behindGap(bytes, start, end) : start;
	const isMarked = mark + 3 <= end && bytes[mark] === 0xEF && bytes[mark + 1] === 0xBB && bytes[mark + 2] === 0xBF;
	return isMarked ? mark + 3 : mark;
}

/** Without the newline and the carriage return before it. */
export function textEnd(bytes: Uint8Array, start: number, end: number): number {
	const line = end > start && bytes[end - 1] === ascii.newline ? end - 1 : end;
	return line > start && bytes[line - 1] === ascii.carriageReturn ? line - 1 : line;
}

/** Whether the line may begin JSON that goes on below. Only what can follow in JSON counts: `[error]` and `{braces}` begin many an ordinary line. */
export function canOpenJson(bytes: Uint8Array, start: number, end: number): boolean {
	if (jsonHeads[bytes[start]!] === 0) {
		return false;
	}

	const first = afterBlank(bytes, start, end);
	const second = afterBlank(bytes, first + 1, end);
	const isAlone = second === end;
	return bytes[first] === ascii.openBrace ? isAlone || bytes[second] === ascii.quote : bytes[first] === ascii.openBracket && (isAlone || bytes[second] === ascii.openBrace);
}

/** 0 for what JSON laid out over lines does not begin with: nearly all lines are turned away by one look. */
const jsonHeads = Uint8Array.from({length: 256}, (_, byte) => byte === ascii.openBrace || byte === ascii.openBracket || isSpaceByte(byte) ? 1 : 0);

/** Whether a quote of comma-separated values is still open at the end of the line. */
export function hasOpenQuote(bytes: Uint8Array, start: number, end: number): boolean {
	let isOpen = false;
	for (let at = start; at < end; at++) {
		isOpen = bytes[at] === ascii.quote ? !isOpen : isOpen;
	}

	return isOpen;
}

/** Blank, or a comma between elements of a list: it carries nothing. */
export function isStructure(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		if (!isSpaceByte(bytes[at]!) && bytes[at] !== ascii.comma) {
			return false;
		}
	}

	return true;
}

/** The lines of an event that is several records. */
export function linesOf(bytes: Uint8Array): Uint8Array[] {
	const lines: Uint8Array[] = [];
	for (let start = 0; start < bytes.length;) {
		const newline = bytes.indexOf(ascii.newline, start);
		const end = newline === -1 ? bytes.length : newline;
		lines.push(bytes.subarray(start, textEnd(bytes, start, end)));
		start = end + 1;
	}

	return lines;
}
