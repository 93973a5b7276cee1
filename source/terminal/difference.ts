import {type Cells, isSameCell} from './cells.ts';
import {Pen, type PenState} from './pen.ts';
import {plainStyle} from './style.ts';

/** The bytes that make a terminal that shows `before` show `after`, and how they leave its pen. */
export function difference(before: Cells, after: Cells, start: PenState): {readonly text: string; readonly pen: PenState} {
	const pen = new Pen(start);
	for (let row = 0; row < after.rows; row++) {
		drawRow(before, after, row, pen);
	}

	return {text: pen.text, pen: pen.state};
}

/** Erasing the rest of a row costs about as much as this many blanks. */
const eraseCostCells = 4;

/** Unchanged cells up to this many are written again rather than jumped over; a jump costs four bytes or more. */
const longestBridgeCells = 4;

function drawRow(before: Cells, after: Cells, row: number, pen: Pen): void {
	const start = row * after.columns;
	const lastChanged = lastChangedColumn(before, after, start);
	if (lastChanged === undefined) {
		return;
	}

	const inkEnd = endOfInk(after, start);
	const isTailErased = lastChanged - inkEnd >= eraseCostCells;
	const end = isTailErased ? inkEnd : lastChanged + 1;
	for (let column = 0; column < end;) {
		if (isSameCell(before, after, start + column)) {
			column++;
			continue;
		}

		column = drawRun(before, after, {row, column, end}, pen);
	}

	if (!isTailErased) {
		return;
	}

	const firstChanged = firstChangedColumn(before, after, start, inkEnd);
	reach(firstChanged, row, after, pen);
	pen.eraseRowEnd();
}

/** Draws changed cells until an unchanged one; says where it stopped. */
function drawRun(before: Cells, after: Cells, {row, column, end}: {readonly row: number; readonly column: number; readonly end: number}, pen: Pen): number {
	const start = row * after.columns;
	// A change in the second half of a wide character redraws it whole.
	let at = after.glyphs[start + column] === '' ? column - 1 : column;
	reach(at, row, after, pen);
	while (at < end && (at < column || !isSameCell(before, after, start + at))) {
		at += pen.drawCell(after, at);
	}

	return Math.max(at, column + 1);
}

/** Brings the pen to a cell: over a few unchanged ones by writing them again, else by moving. */
function reach(column: number, row: number, cells: Cells, pen: Pen): void {
	const {column: from, row: penRow, style} = pen.state;
	if (from !== undefined && penRow === row && from < column && column - from <= longestBridgeCells) {
		const start = row * cells.columns;
		const between = cells.glyphs.slice(start + from, start + column);
		if (between.every((glyph, index) => plainGlyph.test(glyph) && cells.styles[start + from + index] === style)) {
			for (let at = from; at < column; at++) {
				pen.drawCell(cells, at);
			}

			return;
		}
	}

	pen.moveTo(column, row);
}

const plainGlyph = /^[\p{ASCII}--\p{Control}]$/v;

function lastChangedColumn(before: Cells, after: Cells, start: number): number | undefined {
	for (let column = after.columns - 1; column >= 0; column--) {
		if (!isSameCell(before, after, start + column)) {
			return column;
		}
	}

	return undefined;
}

function firstChangedColumn(before: Cells, after: Cells, start: number, from: number): number {
	let column = from;
	while (isSameCell(before, after, start + column)) {
		column++;
	}

	return column;
}

/** The column after the last cell of the row that is not blank. */
function endOfInk(cells: Cells, start: number): number {
	let end = cells.columns;
	while (end > 0 && cells.glyphs[start + end - 1] === ' ' && cells.styles[start + end - 1] === plainStyle) {
		end--;
	}

	return end;
}
