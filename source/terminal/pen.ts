import {type Cells} from './cells.ts';
import {plainStyle, type Style, styleChange} from './style.ts';

/** Where the terminal's cursor is and how it draws. The column is undefined where terminals may differ about it. */
export type PenState = {readonly column: number | undefined; readonly row: number; readonly style: Style};

/** Writes cells with as few bytes as it knows how, and keeps where that leaves the terminal's cursor. */
export class Pen {
	#text = '';
	#column: number | undefined;
	#row: number;
	#style: Style;

	constructor(state: PenState) {
		this.#column = state.column;
		this.#row = state.row;
		this.#style = state.style;
	}

	/** From the left edge every terminal agrees; a column that is not certain allows no other way. */
	#relativeMoves(column: number, row: number): string[] {
		const down = row - this.#row;
		const moves = column === 0 && down >= 0 ? ['\r' + '\n'.repeat(down)] : [];
		if (this.#column === undefined) {
			return moves;
		}

		const right = column - this.#column;
		if (down === 0) {
			moves.push(right > 0 ? step(right, 'C') : shortest(['\b'.repeat(-right), step(-right, 'D')]));
		} else if (right === 0) {
			moves.push(down > 0 ? step(down, 'B') : step(-down, 'A'));
		}

		return moves;
	}

	/** All that was written. */
	get text(): string {
		return this.#text;
	}

	get state(): PenState {
		return {column: this.#column, row: this.#row, style: this.#style};
	}

	/** Sends a sequence that moves the cursor to where `state` says. */
	control(sequence: string, state: PenState = this.state): void {
		this.#text += sequence;
		this.#column = state.column;
		this.#row = state.row;
		this.#style = state.style;
	}

	moveTo(column: number, row: number): void {
		if (this.#column === column && this.#row === row) {
			return;
		}

		this.#text += shortest([absoluteMove(column, row), ...this.#relativeMoves(column, row)]);
		this.#column = column;
		this.#row = row;
	}

	setStyle(style: Style): void {
		this.#text += styleChange(this.#style, style);
		this.#style = style;
	}

	/** Draws the cell at `column` of the row the pen is in, and says how many cells that took. */
	drawCell(cells: Cells, column: number): number {
		const index = (this.#row * cells.columns) + column;
		const glyph = cells.glyphs[index]!;
		const widthCells = cells.glyphs[index + 1] === '' && column + 1 < cells.columns ? 2 : 1;
		this.setStyle(cells.styles[index]!);
		if (isWidthDisputed(glyph)) {
			this.#text += ' '.repeat(widthCells);
			this.#column = undefined;
			this.moveTo(column, this.#row);
		}

		this.#text += glyph;
		// In the last column some terminals stay, some stand one further.
		const isCertain = !isWidthDisputed(glyph) && column + widthCells < cells.columns;
		this.#column = isCertain ? column + widthCells : undefined;
		return widthCells;
	}

	/** Blanks from the cursor to the end of its row. */
	eraseRowEnd(): void {
		this.setStyle(plainStyle);
		this.#text += '\u{1B}[K';
	}
}

function absoluteMove(column: number, row: number): string {
	if (column === 0) {
		return row === 0 ? '\u{1B}[H' : `\u{1B}[${row + 1}H`;
	}

	return `\u{1B}[${row === 0 ? '' : row + 1};${column + 1}H`;
}

const step = (count: number, direction: 'A' | 'B' | 'C' | 'D'): string => `\u{1B}[${count === 1 ? '' : count}${direction}`;

const shortest = (choices: readonly string[]): string => choices.toSorted((first, second) => first.length - second.length)[0]!;

/**
Emoji and letters with marks: terminals differ about how far they move the cursor. Around such a cell nothing is left to the terminal:
its cells are blanked first, and the next move is absolute.
*/
const isWidthDisputed = (glyph: string): boolean => glyph.length > 1 || emoji.test(glyph);

const emoji = /^\p{Emoji_Presentation}/v;
