import {Buffer} from 'node:buffer';
import {blankCells, type Cells, copyCells, drawCells, overwriteCells, type Scroll, scrollCells} from './cells.ts';
import {drawAll, type Drawn, drawStroke} from './drawing.ts';
import {Pen, type PenDialect, type PenState} from './pen.ts';
import {ruleColumns} from './rules.ts';
import {findScroll} from './scroll.ts';
import {shortStrokes, type Stroke, strokesBetween} from './strokes.ts';
import {plainStyle} from './style.ts';
import {wireBytes} from './wire-bytes.ts';

/** What the terminal should show. */
export type WantedPicture = {
	readonly cells: Cells;
	readonly cursor: {readonly x: number; readonly y: number};
	readonly isCursorShown: boolean;
};

/** How much of a picture may be sent now. */
export type Portion = {
	readonly mostBytes: number;
	/** The rows to send ahead of all others, by their rank, the lowest first. */
	readonly firstRows: ReadonlyMap<number, number>;
};

/** The bytes to send, none when nothing changed. `isWhole`: after them the terminal shows the whole picture. */
export type PictureUpdate = {readonly text: string; readonly isWhole: boolean};

export type PictureDialect = PenDialect & {readonly hasScrollRegion: boolean};

/** Knows what the terminal shows and what to send to make it show something else. */
export class TerminalPicture {
	readonly #dialect: PictureDialect;
	#shown: Cells | undefined;
	#pen: PenState = home;
	#isCursorShown = false;

	constructor(dialect: PictureDialect) {
		this.#dialect = dialect;
	}

	/** The ways to draw it: cell by cell and, where that is a lot, by scrolling first. */
	#ways(shown: Cells, cells: Cells): Way[] {
		const plain = wayFrom(shown, cells, {text: '', pen: this.#pen});
		const scroll = this.#dialect.hasScrollRegion && isScrollLikely(plain) ? findScroll(shown, cells) : undefined;
		if (scroll === undefined) {
			return [plain];
		}

		const moved = copyCells(shown);
		scrollCells(moved, scroll);
		return [plain, wayFrom(moved, cells, scrollRows(scroll, this.#pen, this.#dialect))];
	}

	#drawWhole({strokes, begun}: Way, cells: Cells): Drawn & {readonly bytes: number} {
		const drawn = drawAll(strokes, cells, begun.pen, this.#dialect);
		const text = begun.text + drawn.text;
		return {text, pen: drawn.pen, bytes: wireBytes(text)};
	}

	/** Draws as many strokes as the portion allows, but at least one, so that every portion makes progress. */
	#drawPortion({from, begun, strokes}: Way, cells: Cells, {mostBytes, firstRows}: Portion): string {
		const edge = sidebarColumns(cells);
		const ordered = byWorth(shortStrokes(strokes, cells, edge), edge, firstRows);
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

	/** Clears the screen if its content is unknown. */
	#begin({columns, rows}: Cells): string {
		if (this.#shown !== undefined) {
			return '';
		}

		this.#shown = blankCells(columns, rows);
		this.#pen = home;
		return `${hideCursor}\u{1B}[m\u{1B}[H\u{1B}[2J`;
	}

	/** Forgets what the terminal shows: the next update draws everything. */
	forget(): void {
		this.#shown = undefined;
		this.#isCursorShown = false;
	}

	/** The bytes that bring the terminal to `wanted`, or nearer to it. They must be sent: from here on they count as shown. */
	updateTo(wanted: WantedPicture, portion: Portion = everything): PictureUpdate {
		const {cells} = wanted;
		const beginning = this.#begin(cells);
		const ways = this.#ways(this.#shown!, cells);
		const [shortest] = ways
			.filter(way => way.leastBytes <= portion.mostBytes)
			.map(way => this.#drawWhole(way, cells))
			.toSorted((first, second) => first.bytes - second.bytes);
		if (shortest === undefined || shortest.bytes > portion.mostBytes) {
			const [way] = ways.toSorted((first, second) => first.expectedBytes - second.expectedBytes);
			return {text: this.#withCursor(beginning + this.#drawPortion(way!, cells, portion), wanted), isWhole: false};
		}

		overwriteCells(this.#shown!, cells);
		this.#pen = shortest.pen;
		return {text: this.#withCursor(beginning + shortest.text, wanted), isWhole: true};
	}
}

/** A way to draw a picture: first the bytes of `begun`, which leave the picture `from`, then the strokes; and what that may cost. */
type Way = {readonly from: Cells; readonly begun: Drawn; readonly strokes: readonly Stroke[]; readonly leastBytes: number; readonly expectedBytes: number};

function wayFrom(from: Cells, cells: Cells, begun: Drawn): Way {
	const strokes = strokesBetween(from, cells);
	const leastBytes = begun.text.length + strokes.reduce((sum, {type, column, end}) => sum + (type === 'text' ? end - column : 1), 0);
	return {from, begun, strokes, leastBytes, expectedBytes: leastBytes + (strokes.length * strokeBytes)};
}

/** A move and a change of style, on average. */
const strokeBytes = 6;

/**
The strokes of the first rows; then, from the bottom up, where the newest events stand, all beside the sidebar; then the sidebar and what reaches over it.
Of one row they keep their order.
*/
function byWorth(strokes: readonly Stroke[], edge: number, firstRows: Portion['firstRows']): Stroke[] {
	const rank = ({row, column}: Stroke): number => firstRows.get(row) ?? (column >= edge ? besideSidebar - row : lastRank);
	return strokes.toSorted((first, second) => rank(first) - rank(second));
}

/** Above the ranks of the first rows and, less any row, below the last. */
const besideSidebar = 1e6;
const lastRank = 2e6;

/** The columns up to the first rule, if that stands in the left half. */
function sidebarColumns(cells: Cells): number {
	const [rule = 0] = ruleColumns(cells);
	return rule * 2 < cells.columns ? rule : 0;
}

const everything: Portion = {mostBytes: Infinity, firstRows: new Map()};

const home: PenState = {column: 0, row: 0, style: plainStyle};

const hideCursor = '\u{1B}[?25l';

const showCursor = '\u{1B}[?25h';

/** Looking for a scroll compares all rows with each other. A small change, or the two rows between which a selection moves, is not worth it. */
const isScrollLikely = ({strokes, expectedBytes}: Way): boolean => expectedBytes > scrollSeekBytes && new Set(strokes.map(({row}) => row)).size >= scrollSeekRows;

/** Scrolling costs about 20 bytes and some repair; smaller updates cannot gain by it. */
const scrollSeekBytes = 120;

/** Fewer changed rows take less than a scroll and its repair. */
const scrollSeekRows = 3;

/** Scrolls with what the VT100 already had: a scroll region (DECSTBM) with line feeds at its bottom or reverse line feeds (RI) at its top. */
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
