import {plainStyle, type Style} from './style.ts';

/** A picture: the character of every cell and its style, row by row. The second half of a wide character holds ''. */
export type Cells = {
	readonly columns: number;
	readonly rows: number;
	readonly glyphs: string[];
	readonly styles: Style[];
};

/** Moves the rows `top` to `bottom`, both included, up by `by` (down where that is negative), leaving blank rows. */
export type Scroll = {readonly top: number; readonly bottom: number; readonly by: number};

export function blankCells(columns: number, rows: number): Cells {
	const count = columns * rows;
	return {columns, rows, glyphs: Array.from({length: count}, () => ' '), styles: Array.from({length: count}, () => plainStyle)};
}

export function copyCells(cells: Cells): Cells {
	return {...cells, glyphs: [...cells.glyphs], styles: [...cells.styles]};
}

/** A picture of another size with as much of the old one as fits. */
export function resizedCells(cells: Cells, columns: number, rows: number): Cells {
	const resized = blankCells(columns, rows);
	for (let row = 0; row < Math.min(rows, cells.rows); row++) {
		for (let column = 0; column < Math.min(columns, cells.columns); column++) {
			resized.glyphs[(row * columns) + column] = cells.glyphs[(row * cells.columns) + column]!;
			resized.styles[(row * columns) + column] = cells.styles[(row * cells.columns) + column]!;
		}

		blankLoneHalf(resized, row, cells);
	}

	return resized;
}

/** A wide character cut in half by the new right edge cannot be drawn. */
function blankLoneHalf(resized: Cells, row: number, cells: Cells): void {
	if (resized.columns < cells.columns && cells.glyphs[(row * cells.columns) + resized.columns] === '') {
		resized.glyphs[((row + 1) * resized.columns) - 1] = ' ';
	}
}

/** Makes `into` the same picture as `from`; both have the same size. */
export function overwriteCells(into: Cells, from: Cells): void {
	for (let index = 0; index < from.glyphs.length; index++) {
		into.glyphs[index] = from.glyphs[index]!;
		into.styles[index] = from.styles[index]!;
	}
}

/** Blanks in the cells from index `start` up to `end`. */
export function eraseCells(cells: Cells, start: number, end: number): void {
	cells.glyphs.fill(' ', start, end);
	cells.styles.fill(plainStyle, start, end);
}

export function scrollCells(cells: Cells, {top, bottom, by}: Scroll): void {
	const start = top * cells.columns;
	const end = (bottom + 1) * cells.columns;
	const moved = Math.min(Math.abs(by) * cells.columns, end - start);
	if (by > 0) {
		cells.glyphs.copyWithin(start, start + moved, end);
		cells.styles.copyWithin(start, start + moved, end);
		eraseCells(cells, end - moved, end);
	} else {
		cells.glyphs.copyWithin(start + moved, start, end - moved);
		cells.styles.copyWithin(start + moved, start, end - moved);
		eraseCells(cells, start, start + moved);
	}
}

/** Marks a cell whose content on the terminal is unknown; it equals no glyph that is ever drawn. */
const unknownGlyph = '\0';

/** Copies the cells from `column` up to `end` of a row as a terminal draws them: drawing over half of a wide character leaves its other half undefined. */
export function drawCells(into: Cells, from: Cells, {row, column, end}: {readonly row: number; readonly column: number; readonly end: number}): void {
	const start = row * from.columns;
	if (into.glyphs[start + column] === '') {
		into.glyphs[start + column - 1] = unknownGlyph;
	}

	if (end < from.columns && into.glyphs[start + end] === '') {
		into.glyphs[start + end] = unknownGlyph;
	}

	for (let at = start + column; at < start + end; at++) {
		into.glyphs[at] = from.glyphs[at]!;
		into.styles[at] = from.styles[at]!;
	}
}

export function isSameRow(first: Cells, second: Cells, row: number): boolean {
	for (let index = row * first.columns; index < (row + 1) * first.columns; index++) {
		if (!isSameCell(first, second, index)) {
			return false;
		}
	}

	return true;
}

export function isSameCell(first: Cells, second: Cells, index: number): boolean {
	return first.glyphs[index] === second.glyphs[index] && first.styles[index] === second.styles[index];
}
