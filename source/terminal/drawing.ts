import type {Cells} from './cells.ts';
import {Pen, type PenDialect, type PenState} from './pen.ts';
import type {Stroke} from './strokes.ts';
import {blankStyle, type Style} from './style.ts';
import {wireBytes} from './wire-bytes.ts';

export type Drawn = {readonly text: string; readonly pen: PenState};

/** The bytes that draw all strokes, in whichever order needs fewer. */
export function drawAll(strokes: readonly Stroke[], cells: Cells, start: PenState, dialect: PenDialect): Drawn {
	const byRow = drawInOrder(strokes, cells, start, dialect);
	if (byRow.text.length < reorderedFromBytes) {
		return byRow;
	}

	const byStyle = drawInOrder(groupedByStyle(strokes), cells, start, dialect);
	return wireBytes(byStyle.text) < wireBytes(byRow.text) ? byStyle : byRow;
}

/** Shorter updates are not worth trying another order. */
const reorderedFromBytes = 120;

function drawInOrder(strokes: readonly Stroke[], cells: Cells, start: PenState, dialect: PenDialect): Drawn {
	const pen = new Pen(start, dialect);
	for (const [index, stroke] of strokes.entries()) {
		drawStroke(stroke, strokes[index + 1], cells, pen);
	}

	return {text: pen.text, pen: pen.state};
}

/** Draws one stroke; the next one decides how blanks are drawn best. */
export function drawStroke({type, row, column, end, style}: Stroke, next: Stroke | undefined, cells: Cells, pen: Pen): void {
	reach(column, row, cells, pen);
	if (type === 'rest') {
		pen.eraseRowEnd();
	} else if (type === 'blanks' && pen.isErasing(style)) {
		const isNextBeside = next?.row === row && next.column === end;
		pen.blank(end - column, isNextBeside);
	} else {
		for (let at = column; at < end;) {
			at += pen.drawCell(cells, at, style);
		}
	}
}

/** The strokes ordered by style. Blanks stay with what is before them. */
function groupedByStyle(strokes: readonly Stroke[]): Stroke[] {
	const groups = new Map<Style, Stroke[]>();
	let before: Stroke | undefined;
	let look: Style | undefined;
	for (const stroke of strokes) {
		const isWithBefore = stroke.type !== 'text' && before?.row === stroke.row && blankStyle(look!) === stroke.style;
		look = isWithBefore ? look! : stroke.style;
		groups.set(look, [...groups.get(look) ?? [], stroke]);
		before = stroke;
	}

	return groups.values().toArray().flat();
}

/** Up to this many unchanged cells are written again rather than jumped over, because a jump costs at least four bytes. */
const longestBridgeCells = 4;

/** Brings the pen to a cell by writing a few unchanged cells again, or else by moving it. */
function reach(column: number, row: number, cells: Cells, pen: Pen): void {
	const {column: from, row: penRow} = pen.state;
	const isBehind = penRow === row && from !== undefined && from < column;
	const isBelow = penRow < row;
	const bridgeStart = isBehind ? from : 0;
	if ((isBehind || isBelow) && column - bridgeStart <= longestBridgeCells && isBridge({row, from: bridgeStart, to: column}, cells, pen)) {
		pen.moveTo(bridgeStart, row);
		for (let at = bridgeStart; at < column; at++) {
			pen.drawCell(cells, at);
		}

		return;
	}

	pen.moveTo(column, row);
}

/** Whether the cells between can be written without changing the style. */
function isBridge({row, from, to}: {readonly row: number; readonly from: number; readonly to: number}, cells: Cells, pen: Pen): boolean {
	const start = row * cells.columns;
	for (let at = from; at < to; at++) {
		if (!plainGlyph.test(cells.glyphs[start + at]!) || !pen.isDrawnAsIs(cells, start + at)) {
			return false;
		}
	}

	return true;
}

const plainGlyph = /^[\p{ASCII}--\p{Control}]$/v;
