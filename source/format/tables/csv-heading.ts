import {ascii, bytesOf, isDigit, lowered, nextByte} from '../bytes/byte-text.ts';
import {isWord} from '../bytes/word-table.ts';
import type {CsvCells} from './csv-cells.ts';
import {columnsOf, type TableColumns, fewestColumns} from './table-columns.ts';

const delimiters = [ascii.comma, ascii.semicolon, ascii.tab];

/** Longest line that may be a heading. */
const longestHeadingBytes = 32_768;

/** What the line means as a heading; undefined where it is none. */
export function headingIn(cells: CsvCells, bytes: Uint8Array, start: number, end: number): {readonly columns: TableColumns; readonly delimiter: number} | undefined {
	if (isDigit(bytes[start]) || end - start > longestHeadingBytes) {
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

/** Whether the line has as many delimiters as a heading needs. */
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
