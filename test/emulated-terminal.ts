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
	cursor(): {readonly x: number; readonly y: number};
	/** What the terminal itself answered (cursor reports and the like). */
	readonly replies: string[];
};

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
		picture: () => Array.from({length: terminal.rows}, (_, y) => lineAt(y).translateToString(true)),
		cells: () => Array.from({length: terminal.rows}, (_row, y) =>
			Array.from({length: terminal.cols}, (_, x) => {
				const cell = lineAt(y).getCell(x)!;
				const style = [cell.getFgColorMode(), cell.getFgColor(), cell.getBgColorMode(), cell.getBgColor(), cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isInverse(), cell.isStrikethrough(), cell.isInvisible()];
				return `${cell.getChars() || ' '}|${cell.getWidth()}|${style.join(',')}`;
			})),
		cursor: () => ({x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY}),
	};
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
