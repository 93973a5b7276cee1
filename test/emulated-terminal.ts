import {isDeepStrictEqual} from 'node:util';
import xterm from '@xterm/headless';
import stringWidth from 'string-width';

/** A terminal in memory: bytes go in, a picture comes out. */
export type EmulatedTerminal = {
	write(data: string | Uint8Array): Promise<void>;
	resize(columns: number, rows: number): void;
	/** The visible rows, blanks at their ends cut. */
	picture(): string[];
	/** Every visible cell as `glyph|style`, for comparing two terminals cell by cell. */
	cells(): string[][];
	/** The visible rows as stretches of one style, for drawing them. */
	runs(): StyledRun[][];
	cursor(): {readonly x: number; readonly y: number};
	/** What the terminal itself answered (cursor reports and the like). */
	readonly replies: string[];
};

/** A stretch of one row in one style, from the column `x` (in cells) on. Colours are numbers of the 256-colour palette; undefined is the terminal's own. */
export type StyledRun = {
	readonly x: number;
	readonly widthCells: number;
	readonly text: string;
	readonly style: RunStyle;
};

export type RunStyle = {readonly foreground: number | undefined; readonly background: number | undefined; readonly isBold: boolean; readonly isDim: boolean; readonly isUnderlined: boolean; readonly isInverse: boolean};

export function emulatedTerminal(columns = 80, rows = 24): EmulatedTerminal {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 0});
	terminal.unicode.register(modernWidths);
	terminal.unicode.activeVersion = modernWidths.version;
	const replies: string[] = [];
	terminal.onData(data => {
		replies.push(data);
	});
	const lineAt = (y: number) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + y)!;

	return {
		replies,
		write: async data => new Promise(resolve => {
			terminal.write(data, resolve);
		}),
		resize(newColumns, newRows) {
			terminal.resize(newColumns, newRows);
		},
		// Its rows keep what lay behind a column that a resize has taken away.
		picture: () => Array.from({length: terminal.rows}, (_, y) => lineAt(y).translateToString(true, 0, terminal.cols)),
		cells: () => Array.from({length: terminal.rows}, (_row, y) =>
			Array.from({length: terminal.cols}, (_, x) => {
				const cell = lineAt(y).getCell(x)!;
				const style = [cell.getFgColorMode(), cell.getFgColor(), cell.getBgColorMode(), cell.getBgColor(), cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isInverse(), cell.isStrikethrough(), cell.isInvisible()];
				return `${cell.getChars() || ' '}|${cell.getWidth()}|${style.join(',')}`;
			})),
		runs: () => Array.from({length: terminal.rows}, (_row, y) => joined(Array.from({length: terminal.cols}, (_, x) => runAt(lineAt(y).getCell(x)!, x)))),
		cursor: () => ({x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY}),
	};
}

function runAt(cell: xterm.IBufferCell, x: number): StyledRun {
	return {
		x,
		widthCells: cell.getWidth(),
		text: cell.getWidth() === 0 ? '' : cell.getChars() || ' ',
		style: {
			foreground: cell.isFgPalette() ? cell.getFgColor() : undefined,
			background: cell.isBgPalette() ? cell.getBgColor() : undefined,
			isBold: cell.isBold() > 0,
			isDim: cell.isDim() > 0,
			isUnderlined: cell.isUnderline() > 0,
			isInverse: cell.isInverse() > 0,
		},
	};
}

/** Neighbours of one style become one run. */
function joined(cells: readonly StyledRun[]): StyledRun[] {
	const runs: StyledRun[] = [];
	for (const cell of cells) {
		const last = runs.at(-1);
		if (last !== undefined && isDeepStrictEqual(last.style, cell.style)) {
			runs[runs.length - 1] = {...last, widthCells: last.widthCells + cell.widthCells, text: last.text + cell.text};
		} else {
			runs.push(cell);
		}
	}

	return runs;
}

/** Widths as today's terminals have them: emoji take two cells. Its own table is of 2009 and gives them one. */
const modernWidths = {
	version: 'modern',
	wcwidth: (codePoint: number): 0 | 1 | 2 => narrowed(/^[\p{Enclosing_Mark}\p{Nonspacing_Mark}]/v.test(String.fromCodePoint(codePoint)) ? 0 : stringWidth(String.fromCodePoint(codePoint))),
	/** The emulator's packing: the width in bits 1 and 2, and in bit 0 whether the code point joins the cell before it. */
	charProperties(codePoint: number, preceding: number): number {
		const width = modernWidths.wcwidth(codePoint);
		const precedingWidth = (preceding >> 1) & 3;
		const isJoined = width === 0 && precedingWidth > 0;
		return ((isJoined ? precedingWidth : width) << 1) | (isJoined ? 1 : 0);
	},
};

const narrowed = (width: number): 0 | 1 | 2 => Math.min(width, 2) as 0 | 1 | 2;
