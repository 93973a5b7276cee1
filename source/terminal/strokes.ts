import {type Cells, isSameCell} from './cells.ts';
import {blankStyle, plainStyle, type Style} from './style.ts';

/** Changed cells of one row, from `column` up to `end`, drawn in one style. `rest` blanks the row from `column` on. */
export type Stroke = {
	readonly type: 'text' | 'blanks' | 'rest';
	readonly row: number;
	readonly column: number;
	readonly end: number;
	readonly style: Style;
};

/** What to draw so that a terminal showing `before` shows `after`: row by row, from left to right. */
export function strokesBetween(before: Cells, after: Cells): Stroke[] {
	const strokes: Stroke[] = [];
	for (let row = 0; row < after.rows; row++) {
		addRow(before, after, row, strokes);
	}

	return strokes;
}

/** The same strokes, cut at the column `edge`, and so that each takes only a moment on a slow link. */
export function shortStrokes(strokes: readonly Stroke[], cells: Cells, edge: number): Stroke[] {
	return strokes.flatMap(stroke => stroke.type === 'text' ? cutStroke(stroke, cells, edge) : [stroke]);
}

/** About 30 ms at 9600 baud. */
const shortStrokeCells = 32;

function cutStroke(stroke: Stroke, cells: Cells, edge: number): Stroke[] {
	const parts: Stroke[] = [];
	for (let {column} = stroke; column < stroke.end;) {
		const cut = Math.min(stroke.end, column + shortStrokeCells, column < edge ? edge : Infinity);
		// Never cut through a wide character.
		const end = cut < stroke.end && cells.glyphs[(stroke.row * cells.columns) + cut] === '' ? cut + 1 : cut;
		parts.push({...stroke, column, end});
		column = end;
	}

	return parts;
}

/** Erasing the rest of a row costs about as much as this many blanks. */
const eraseCostCells = 4;

function addRow(before: Cells, after: Cells, row: number, strokes: Stroke[]): void {
	const start = row * after.columns;
	const lastChanged = lastChangedColumn(before, after, start);
	if (lastChanged === undefined) {
		return;
	}

	const inkEnd = endOfInk(after, start);
	const isRestErased = lastChanged - inkEnd >= eraseCostCells;
	const end = isRestErased ? inkEnd : lastChanged + 1;
	for (let column = 0; column < end;) {
		if (isSameCell(before, after, start + column)) {
			column++;
		} else {
			column = addStroke(before, after, {row, column, end}, strokes);
		}
	}

	if (!isRestErased) {
		return;
	}

	const column = firstChangedColumn(before, after, start, inkEnd);
	strokes.push({type: 'rest', row, column, end: after.columns, style: plainStyle});
}

type Place = {readonly row: number; readonly column: number; readonly end: number};

/** Adds the stroke that begins at a changed cell and ends before an unchanged cell or one of another style; returns its end. */
function addStroke(before: Cells, after: Cells, {row, column, end}: Place, strokes: Stroke[]): number {
	const start = row * after.columns;
	const blanks = blankRun(after, start + column, start + end);
	if (blanks >= longBlankCells) {
		const blanksEnd = lastChangedColumn(before, after, start, column + blanks)! + 1;
		strokes.push({type: 'blanks', row, column, end: blanksEnd, style: after.styles[start + column]!});
		return blanksEnd;
	}

	// A change of the second half of a wide character redraws the whole of it.
	let at = after.glyphs[start + column] === '' ? column - 1 : column;
	const stroke = {type: 'text', row, column: at, style: after.styles[start + at]!} as const;
	let {style} = stroke;
	let isInked = false;
	while (at < end && (at < column || !isSameCell(before, after, start + at)) && blankRun(after, start + at, start + end) < longBlankCells) {
		const isBlank = after.glyphs[start + at] === ' ';
		const cellStyle = after.styles[start + at]!;
		if (cellStyle !== style && !(isBlank && blankStyle(style) === cellStyle)) {
			if (isInked || blankStyle(cellStyle) !== style) {
				break;
			}

			style = cellStyle;
		}

		isInked ||= !isBlank;
		at += widthAt(after, start + at);
	}

	strokes.push({...stroke, style, end: at});
	return at;
}

/** This many blanks become a stroke of their own, because jumping over them may be cheaper than writing them. */
const longBlankCells = 8;

/** The number of equal blanks from `index` on. */
function blankRun({glyphs, styles}: Cells, index: number, end: number): number {
	let at = index;
	while (at < end && glyphs[at] === ' ' && styles[at] === styles[index]) {
		at++;
	}

	return at - index;
}

const widthAt = ({glyphs, columns}: Cells, index: number): number => glyphs[index + 1] === '' && (index + 1) % columns !== 0 ? 2 : 1;

function lastChangedColumn(before: Cells, after: Cells, start: number, end = after.columns): number | undefined {
	for (let column = end - 1; column >= 0; column--) {
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
