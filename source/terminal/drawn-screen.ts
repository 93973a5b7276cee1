import {mostMarksOnCell} from '../text/token.ts';
import {blankCells, type Cells, eraseCells, resizedCells, scrollCells} from './cells.ts';
import {blankStyle, plainStyle, type Style} from './style.ts';

/** A screen in memory that behaves like a terminal: a cursor, a style, wrapping at the right edge, scrolling at the bottom. */
export class DrawnScreen {
	#cells: Cells;
	#column = 0;
	#row = 0;
	style: Style = plainStyle;

	constructor(columns: number, rows: number) {
		this.#cells = blankCells(columns, rows);
	}

	/** Drawing over half of a wide character blanks its other half. */
	#blankHalves(start: number, end: number): void {
		const {glyphs} = this.#cells;
		if (glyphs[start] === '') {
			glyphs[start - 1] = ' ';
		}

		if (glyphs[end] === '') {
			glyphs[end] = ' ';
		}
	}

	get cells(): Cells {
		return this.#cells;
	}

	/** Behind the last column it stays on it, as a terminal's does until the next character wraps. */
	get cursor(): {readonly x: number; readonly y: number} {
		return {x: Math.min(this.#column, this.#cells.columns - 1), y: this.#row};
	}

	clear(): void {
		this.#cells = blankCells(this.#cells.columns, this.#cells.rows);
		this.moveTo(0, 0);
	}

	/** Keeps as much of the picture as fits, at the top left: Ink does not redraw what it believes to be unchanged. */
	resize(columns: number, rows: number): void {
		this.#cells = resizedCells(this.#cells, columns, rows);
		this.moveTo(this.#column, this.#row);
	}

	moveTo(column: number, row: number): void {
		this.#column = Math.min(Math.max(column, 0), this.#cells.columns - 1);
		this.#row = Math.min(Math.max(row, 0), this.#cells.rows - 1);
	}

	/** Draws a character of one or two cells. */
	put(glyph: string, widthCells: number): void {
		const {columns, glyphs, styles} = this.#cells;
		if (widthCells > columns) {
			return;
		}

		if (this.#column + widthCells > columns) {
			this.lineFeed();
		}

		const index = (this.#row * columns) + this.#column;
		this.#blankHalves(index, index + widthCells);
		glyphs[index] = glyph;
		styles[index] = glyph === ' ' ? blankStyle(this.style) : this.style;
		if (widthCells === 2) {
			glyphs[index + 1] = '';
			styles[index + 1] = this.style;
		}

		this.#column += widthCells;
	}

	/** Draws a mark over the character before it. */
	combine(mark: string): void {
		if (this.#column === 0) {
			return;
		}

		const {columns, glyphs} = this.#cells;
		const last = (this.#row * columns) + this.#column - 1;
		const index = glyphs[last] === '' ? last - 1 : last;
		if (glyphs[index]!.length < longestGlyph) {
			glyphs[index] += mark;
		}
	}

	/** To the start of the next row: the terminal driver adds the carriage return (ONLCR stays on in raw mode), and Ink relies on it. */
	lineFeed(): void {
		this.#column = 0;
		if (this.#row + 1 < this.#cells.rows) {
			this.#row++;
		} else {
			scrollCells(this.#cells, {top: 0, bottom: this.#cells.rows - 1, by: 1});
		}
	}

	/** Blanks the row or the screen: after the cursor, before it (both include its own cell), or all of it. */
	erase(area: 'row' | 'screen', part: 'after' | 'before' | 'all'): void {
		const {columns, rows} = this.#cells;
		const [start, end] = area === 'screen' ? [0, rows * columns] : [this.#row * columns, (this.#row + 1) * columns];
		const at = (this.#row * columns) + this.cursor.x;
		eraseCells(this.#cells, part === 'after' ? at : start, part === 'before' ? at + 1 : end);
	}
}

/** In code units: a character of two with eight marks of two each. Text that came through `escape` never has more. */
const longestGlyph = 2 + (2 * mostMarksOnCell);
