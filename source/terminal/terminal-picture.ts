import {blankCells, type Cells, copyCells, overwriteCells, type Scroll, scrollCells} from './cells.ts';
import {difference} from './difference.ts';
import {Pen, type PenState} from './pen.ts';
import {findScroll} from './scroll.ts';
import {plainStyle} from './style.ts';

/** What the terminal is to show. */
export type WantedPicture = {
	readonly cells: Cells;
	readonly cursor: {readonly x: number; readonly y: number};
	readonly isCursorShown: boolean;
};

/** Knows what the terminal shows now, and what to send so that it shows something else. */
export class TerminalPicture {
	readonly #hasScrollRegion: boolean;
	#shown: Cells | undefined;
	#pen: PenState = home;
	#isCursorShown = false;

	constructor({hasScrollRegion}: {readonly hasScrollRegion: boolean}) {
		this.#hasScrollRegion = hasScrollRegion;
	}

	#drawChange(shown: Cells, cells: Cells): Drawn {
		const plain = difference(shown, cells, this.#pen);
		if (!this.#hasScrollRegion || plain.text.length <= scrollSeekBytes) {
			return plain;
		}

		const scroll = findScroll(shown, cells);
		const scrolled = scroll === undefined ? plain : drawScrolled(shown, cells, scroll, this.#pen);
		return scrolled.text.length < plain.text.length ? scrolled : plain;
	}

	#withCursor(text: string, {cursor, isCursorShown}: WantedPicture): string {
		const wasShown = this.#isCursorShown;
		this.#isCursorShown = isCursorShown;
		if (!isCursorShown) {
			return wasShown ? hideCursor + text : text;
		}

		const pen = new Pen(this.#pen);
		pen.moveTo(cursor.x, cursor.y);
		this.#pen = pen.state;
		return text + pen.text + (wasShown ? '' : showCursor);
	}

	/** Nothing is known any more: the next update draws everything. */
	forget(): void {
		this.#shown = undefined;
		this.#isCursorShown = false;
	}

	/** The bytes to send; empty when the picture is the same. From here on the terminal is taken to show it. */
	updateTo(wanted: WantedPicture): string {
		const drawn = this.#shown === undefined ? drawAll(wanted.cells) : this.#drawChange(this.#shown, wanted.cells);
		this.#shown ??= blankCells(wanted.cells.columns, wanted.cells.rows);
		overwriteCells(this.#shown, wanted.cells);
		this.#pen = drawn.pen;
		return this.#withCursor(drawn.text, wanted);
	}
}

type Drawn = {readonly text: string; readonly pen: PenState};

const home: PenState = {column: 0, row: 0, style: plainStyle};

const hideCursor = '\u{1B}[?25l';

const showCursor = '\u{1B}[?25h';

/** Moving rows costs 20 bytes and their repair; below this no move is worth looking for. */
const scrollSeekBytes = 120;

function drawAll(cells: Cells): Drawn {
	const drawn = difference(blankCells(cells.columns, cells.rows), cells, home);
	return {...drawn, text: `${hideCursor}\u{1B}[m\u{1B}[H\u{1B}[2J${drawn.text}`};
}

/** Rows are moved with what the VT100 had already: a scroll region (DECSTBM), line feeds at its foot, reverse line feeds (RI) at its head. */
function drawScrolled(shown: Cells, cells: Cells, scroll: Scroll, start: PenState): Drawn {
	const pen = new Pen(start);
	pen.setStyle(plainStyle);
	pen.control(`\u{1B}[${scroll.top + 1};${scroll.bottom + 1}r`, home);
	if (scroll.by > 0) {
		pen.moveTo(0, scroll.bottom);
		pen.control('\n'.repeat(scroll.by));
	} else {
		pen.moveTo(0, scroll.top);
		pen.control('\u{1B}M'.repeat(-scroll.by));
	}

	pen.control('\u{1B}[r', home);
	const moved = copyCells(shown);
	scrollCells(moved, scroll);
	const rest = difference(moved, cells, pen.state);
	return {text: pen.text + rest.text, pen: rest.pen};
}
