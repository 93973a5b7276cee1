import {ascii, bytesOf, isDigit, lowered, nextByte} from '../bytes/byte-text.ts';
import {isWord} from '../bytes/word-table.ts';
import type {CsvCells} from './csv-cells.ts';
import {columnsOf, type TableColumns, fewestColumns} from './table-columns.ts';

const delimiters: readonly number[] = [ascii.comma, ascii.semicolon, ascii.tab];

/** Longest line that may be a heading. */
const longestHeadingBytes = 32_768;

/** What the line means as a heading; undefined where it is none. */
export function headingIn(cells: CsvCells, bytes: Uint8Array, start: number, end: number): {readonly columns: TableColumns; readonly delimiter: number} | undefined {
	if (isDigit(bytes[start]) || end - start > longestHeadingBytes || !hasDelimiters(bytes, start, end)) {
		return undefined;
	}

	for (const delimiter of delimiters) {
		if (!hasColumns(bytes, delimiter, start, end) || !hasTimeNamed(bytes, start, end)) {
			continue;
		}

		cells.read(bytes, start, end, delimiter);
		const columns = columnsOf(Array.from({length: cells.count}, (_, cell) => cells.text(bytes, cell)));
		if (columns !== undefined) {
			return {columns, delimiter};
		}
	}

	return undefined;
}

const delimiterBytes = Uint8Array.from({length: 256}, (_, byte) => delimiters.includes(byte) ? 1 : 0);

/** Whether the line has as many delimiters of all kinds as a heading needs of one: one pass turns nearly all sentences away. */
function hasDelimiters(bytes: Uint8Array, start: number, end: number): boolean {
	let count = 0;
	for (let at = start; at < end && count < fewestColumns - 1; at++) {
		count += delimiterBytes[bytes[at]!]!;
	}

	return count === fewestColumns - 1;
}

/** The same of one kind. */
function hasColumns(bytes: Uint8Array, delimiter: number, start: number, end: number): boolean {
	let at = start - 1;
	for (let column = 1; column < fewestColumns; column++) {
		at = nextByte(bytes, delimiter, at + 1, end);
		if (at === -1) {
			return false;
		}
	}

	return true;
}

/** Every heading of a time column has one of these in it. */
const headingMarks = [bytesOf('time'), bytesOf('date')];

function hasTimeNamed(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const small = lowered(bytes[at]!);
		if ((small === 0x74 || small === 0x64) && headingMarks.some(mark => isWord(bytes, at, Math.min(at + 4, end), mark))) {
			return true;
		}
	}

	return false;
}
