import type {Readable, Writable} from 'node:stream';
import type {ColourCount} from './style.ts';

/** What this terminal can do, decided once at the start; `reasons` say why, for `ledgerline doctor`. */
export type Capabilities = {
	readonly colours: ColourCount;
	readonly isUnicode: boolean;
	readonly hasAlternateScreen: boolean;
	readonly hasSynchronisedOutput: boolean;
	readonly hasScrollRegion: boolean;
	/** Answers `ESC [ 5 n`, which tells how fast the link is. */
	readonly hasStatusReport: boolean;
	/** Blanks n cells with `ESC [ n X`. */
	readonly hasEraseCharacters: boolean;
	/** Writing the last column does not move the cursor to the next row. */
	readonly hasLastColumn: boolean;
	/** Only lines of plain text may be written: not a terminal, TERM=dumb, or `--plain`. */
	readonly isPlain: boolean;
	readonly reasons: ReadonlyArray<{readonly capability: string; readonly value: string; readonly reason: string}>;
};

/**
A key by its name: a character ('j', 'G', '/') or one of 'up' 'down' 'left' 'right' 'home' 'end' 'pageup' 'pagedown' 'insert' 'delete'
'backspace' 'tab' 'enter' 'escape' 'space' 'f1'..'f24', with 'ctrl+' 'alt+' 'shift+' before it in that order.
`text` is what a text box gets for it, if anything.
*/
export type KeyPress = {readonly type: 'key'; readonly name: string; readonly text: string | undefined};

/** Pasted text for the open box; never obeyed as keys. */
export type Paste = {readonly type: 'paste'; readonly text: string};

export type TerminalInput = KeyPress | Paste;

export type Size = {readonly columns: number; readonly rows: number};

/** The terminal, taken over: raw mode, alternate screen, keys decoded. `close` restores it. */
export type Terminal = {
	readonly capabilities: Capabilities;
	/** For Ink's `render()`: looks like a terminal, sends only differences. */
	readonly stdout: Writable;
	/** For Ink's `render()`: carries only what `typeInto` passes on. */
	readonly stdin: Readable;
	/** A write is blocked on a thread because the terminal takes nothing. Never the case where the terminal could be opened again without blocking. */
	readonly isBlocked: boolean;
	size(): Size;
	onInput(listener: (input: TerminalInput) => void): () => void;
	onResize(listener: (size: Size) => void): () => void;
	/** The terminal is gone: the program must end. */
	onLost(listener: () => void): () => void;
	/** The link is so slow that the person should know; told again as long as it is. */
	onCrawl(listener: () => void): () => void;
	/** Passes a key on to Ink's text box. */
	typeInto(input: TerminalInput): void;
	/** Forgets what the terminal shows and sends the whole picture again (Ctrl+L). */
	repaint(): void;
	/** Restores the terminal and stops the process (Ctrl+Z); settles after `fg`, when the terminal is taken over and repainted again. */
	suspend(): Promise<void>;
	close(): Promise<void>;
	/** Frames and bytes sent since the start, and frames dropped because the link was behind. */
	counts(): {readonly frames: number; readonly droppedFrames: number; readonly bytes: number};
};
