import {type Cells} from './cells.ts';
import {blankStyle, plainStyle, type Style, styleChange} from './style.ts';

/** Where the terminal's cursor is and in which style it draws. The column is undefined where terminals may disagree about it. */
export type PenState = {readonly column: number | undefined; readonly row: number; readonly style: Style};

/** What a terminal understands beyond cursor moves and erasing the rest of a row. */
export type PenDialect = {
	/** ECH, which blanks a number of cells from the cursor on. */
	readonly hasEraseCharacters: boolean;
};

/** Writes cells with as few bytes as possible and keeps track of the terminal's cursor. */
export class Pen {
	#text = '';
	#column: number | undefined;
	#row: number;
	#style: Style;
	readonly #dialect: PenDialect;

	constructor(state: PenState, dialect: PenDialect) {
		this.#dialect = dialect;
		this.#column = state.column;
		this.#row = state.row;
		this.#style = state.style;
	}

	/** Relative moves. While the column is uncertain, they have to start at the left edge. */
	#relativeMoves(column: number, row: number): string[] {
		const down = row - this.#row;
		const moves = down >= 0 && down <= mostLineFeeds ? [`\r${'\n'.repeat(down)}${stepRight(column)}`] : [];
		return this.#column === undefined ? moves : [...moves, upOrDown(down) + leftOrRight(column - this.#column)];
	}

	/** Everything written so far. */
	get text(): string {
		return this.#text;
	}

	get state(): PenState {
		return {column: this.#column, row: this.#row, style: this.#style};
	}

	/** Writes a sequence that leaves the pen in `state`. */
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

	/** Whether the cell at `index` can be written without changing the style. */
	isDrawnAsIs({glyphs, styles}: Cells, index: number): boolean {
		return styles[index] === this.#style || (glyphs[index] === ' ' && styles[index] === blankStyle(this.#style));
	}

	/** Whether erasing gives blanks of this style. Erased cells take the current background on some terminals (terminfo's `bce`) and none on others, so only plain blanks are erased. */
	isErasing(style: Style): boolean {
		return style === plainStyle;
	}

	/** Draws the cell at `column` of the pen's row and returns how many cells it took. A blank may be drawn in another style that looks the same on it. */
	drawCell(cells: Cells, column: number, style?: Style): number {
		const index = (this.#row * cells.columns) + column;
		const glyph = cells.glyphs[index]!;
		const widthCells = cells.glyphs[index + 1] === '' && column + 1 < cells.columns ? 2 : 1;
		if (!this.isDrawnAsIs(cells, index)) {
			this.setStyle(style ?? cells.styles[index]!);
		}

		if (isWidthDisputed(glyph)) {
			this.#text += ' '.repeat(widthCells);
			this.#column = undefined;
			this.moveTo(column, this.#row);
		}

		this.#text += glyph;
		// After the last column some terminals keep the cursor on it, others move it on.
		const isCertain = !isWidthDisputed(glyph) && column + widthCells < cells.columns;
		this.#column = isCertain ? column + widthCells : undefined;
		return widthCells;
	}

	/** Drops a style that would show on erased cells and on rows that scroll in. */
	dropGround(): void {
		if (blankStyle(this.#style) !== plainStyle) {
			this.setStyle(plainStyle);
		}
	}

	/** Blanks from the cursor to the end of its row. */
	eraseRowEnd(): void {
		this.dropGround();
		this.#text += '\u{1B}[K';
	}

	/** Blanks cells in the plain style; `isThenBehind` where the pen is needed behind them next. They never reach the right edge: `eraseRowEnd` does that. */
	blank(countCells: number, isThenBehind: boolean): void {
		this.dropGround();
		const erasing = `\u{1B}[${countCells}X`;
		const isErased = this.#dialect.hasEraseCharacters && (isThenBehind ? erasing + stepRight(countCells) : erasing).length < countCells;
		this.#text += isErased ? erasing : ' '.repeat(countCells);
		if (!isErased && this.#column !== undefined) {
			this.#column += countCells;
		}
	}
}

function absoluteMove(column: number, row: number): string {
	if (column === 0) {
		return row === 0 ? '\u{1B}[H' : `\u{1B}[${row + 1}H`;
	}

	return `\u{1B}[${row === 0 ? '' : row + 1};${column + 1}H`;
}

const step = (count: number, direction: 'A' | 'B' | 'C' | 'D'): string => `\u{1B}[${count === 1 ? '' : count}${direction}`;

const stepRight = (count: number): string => count === 0 ? '' : step(count, 'C');

const upOrDown = (down: number): string => down === 0 ? '' : step(Math.abs(down), down > 0 ? 'B' : 'A');

const leftOrRight = (right: number): string => right >= 0 ? stepRight(right) : shortest(['\b'.repeat(-right), step(-right, 'D')]);

/** The bytes of a move on the wire: all are ASCII, and the terminal driver adds a carriage return to each line feed (ONLCR). */
const moveBytes = (move: string): number => move.length + Math.max(0, move.lastIndexOf('\n'));

/** With more of them any other move is shorter. */
const mostLineFeeds = 4;

function shortest(choices: readonly string[]): string {
	let best = choices[0]!;
	for (const choice of choices) {
		best = moveBytes(choice) < moveBytes(best) ? choice : best;
	}

	return best;
}

/**
Terminals disagree about how far emoji and letters with combining marks move the cursor. So the cells of such a glyph are blanked first, and the next move
does not rely on the column.
*/
const isWidthDisputed = (glyph: string): boolean => glyph.length > 1 || emoji.test(glyph);

const emoji = /^\p{Emoji_Presentation}/v;
