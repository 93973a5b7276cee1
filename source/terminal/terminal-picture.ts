import {Buffer} from 'node:buffer';
import {blankCells, type Cells, copyCells, drawCells, overwriteCells, type Scroll, scrollCells} from './cells.ts';
import {drawAll, type Drawn, drawStroke} from './drawing.ts';
import {Pen, type PenDialect, type PenState} from './pen.ts';
import {findScroll} from './scroll.ts';
import {shortStrokes, type Stroke, strokesBetween} from './strokes.ts';
import {plainStyle} from './style.ts';
import {wireBytes} from './wire-bytes.ts';

/** What the terminal is to show. */
export type WantedPicture = {
	readonly cells: Cells;
	readonly cursor: {readonly x: number; readonly y: number};
	readonly isCursorShown: boolean;
};

/** How much of a picture may be sent now. */
export type Portion = {
	readonly mostBytes: number;
	/** Rows that go ahead of all others, those with the lowest rank first. */
	readonly firstRows: ReadonlyMap<number, number>;
};

/** The bytes to send; none when the picture is the same. `isWhole`: the terminal then shows all of it. */
export type PictureUpdate = {readonly text: string; readonly isWhole: boolean};

export type PictureDialect = PenDialect & {readonly hasScrollRegion: boolean};

/** Knows what the terminal shows now, and what to send so that it shows something else. */
export class TerminalPicture {
	readonly #dialect: PictureDialect;
	#shown: Cells | undefined;
	#pen: PenState = home;
	#isCursorShown = false;

	constructor(dialect: PictureDialect) {
		this.#dialect = dialect;
	}

	/** The shorter way: cell by cell, or with rows moved first. */
	#shortestWay(shown: Cells, cells: Cells): Way {
		const plain = this.#way(shown, cells, {text: '', pen: this.#pen});
		if (!this.#dialect.hasScrollRegion || plain.text.length <= scrollSeekBytes) {
			return plain;
		}

		const scroll = findScroll(shown, cells);
		if (scroll === undefined) {
			return plain;
		}

		const moved = copyCells(shown);
		scrollCells(moved, scroll);
		const scrolled = this.#way(moved, cells, scrollRows(scroll, this.#pen, this.#dialect));
		return wireBytes(scrolled.text) < wireBytes(plain.text) ? scrolled : plain;
	}

	#way(from: Cells, cells: Cells, begun: Drawn): Way {
		const strokes = strokesBetween(from, cells);
		const {text, pen} = drawAll(strokes, cells, begun.pen, this.#dialect);
		return {from, begun, strokes, text: begun.text + text, pen};
	}

	/** As many strokes as the portion holds, at least one, so that the picture comes nearer each time. */
	#drawPortion({from, begun, strokes}: Way, cells: Cells, {mostBytes, firstRows}: Portion): string {
		const ordered = inOrderOfRank(shortStrokes(strokes, cells), firstRows);
		const pen = new Pen(begun.pen, this.#dialect);
		for (const [index, stroke] of ordered.entries()) {
			drawStroke(stroke, ordered[index + 1], cells, pen);
			drawCells(from, cells, stroke);
			if (begun.text.length + Buffer.byteLength(pen.text) >= mostBytes) {
				break;
			}
		}

		this.#shown = from;
		this.#pen = pen.state;
		return begun.text + pen.text;
	}

	#withCursor(text: string, {cursor, isCursorShown}: WantedPicture): string {
		const wasShown = this.#isCursorShown;
		this.#isCursorShown = isCursorShown;
		if (!isCursorShown) {
			return wasShown ? hideCursor + text : text;
		}

		const pen = new Pen(this.#pen, this.#dialect);
		pen.moveTo(cursor.x, cursor.y);
		this.#pen = pen.state;
		return text + pen.text + (wasShown ? '' : showCursor);
	}

	/** What makes an unknown screen a blank one, if it is unknown. */
	#begin({columns, rows}: Cells): string {
		if (this.#shown !== undefined) {
			return '';
		}

		this.#shown = blankCells(columns, rows);
		this.#pen = home;
		return `${hideCursor}\u{1B}[m\u{1B}[H\u{1B}[2J`;
	}

	/** Nothing is known any more: the next update draws everything. */
	forget(): void {
		this.#shown = undefined;
		this.#isCursorShown = false;
	}

	/** From here on the terminal is taken to show what the update draws. */
	updateTo(wanted: WantedPicture, portion: Portion = everything): PictureUpdate {
		const beginning = this.#begin(wanted.cells);
		const way = this.#shortestWay(this.#shown!, wanted.cells);
		const isWhole = wireBytes(way.text) <= portion.mostBytes;
		if (!isWhole) {
			return {text: this.#withCursor(beginning + this.#drawPortion(way, wanted.cells, portion), wanted), isWhole};
		}

		overwriteCells(this.#shown!, wanted.cells);
		this.#pen = way.pen;
		return {text: this.#withCursor(beginning + way.text, wanted), isWhole};
	}
}

/** A way from the picture `from`, after the bytes of `begun`, to another: what is to be drawn, and the bytes of it all. */
type Way = Drawn & {readonly from: Cells; readonly begun: Drawn; readonly strokes: readonly Stroke[]};

/** Rows that are to go first, then the others as they are. */
function inOrderOfRank(strokes: readonly Stroke[], firstRows: Portion['firstRows']): Stroke[] {
	const rank = ({row}: Stroke): number => firstRows.get(row) ?? lastRank;
	return strokes.toSorted((first, second) => rank(first) - rank(second));
}

const lastRank = Number.MAX_SAFE_INTEGER;

const everything: Portion = {mostBytes: Infinity, firstRows: new Map()};

const home: PenState = {column: 0, row: 0, style: plainStyle};

const hideCursor = '\u{1B}[?25l';

const showCursor = '\u{1B}[?25h';

/** Moving rows costs 20 bytes and their repair; below this no move is worth looking for. */
const scrollSeekBytes = 120;

/** Rows are moved with what the VT100 had already: a scroll region (DECSTBM), line feeds at its foot, reverse line feeds (RI) at its head. */
function scrollRows(scroll: Scroll, start: PenState, dialect: PenDialect): Drawn {
	const pen = new Pen(start, dialect);
	pen.dropGround();
	const top: PenState = {...home, style: pen.state.style};
	pen.control(`\u{1B}[${scroll.top + 1};${scroll.bottom + 1}r`, top);
	if (scroll.by > 0) {
		pen.moveTo(0, scroll.bottom);
		pen.control('\n'.repeat(scroll.by));
	} else {
		pen.moveTo(0, scroll.top);
		pen.control('\u{1B}M'.repeat(-scroll.by));
	}

	pen.control('\u{1B}[r', top);
	return {text: pen.text, pen: pen.state};
}
