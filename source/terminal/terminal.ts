import type {Readable, Writable} from 'node:stream';

/** What this terminal can do, decided once at start. `reasons` say why, for `ledgerline doctor`. */
export type Capabilities = {
	readonly colours: 0 | 8 | 16 | 256;
	readonly isUnicode: boolean;
	readonly hasAlternateScreen: boolean;
	readonly hasSynchronisedOutput: boolean;
	readonly hasScrollRegion: boolean;
	/** Answers `ESC [ 5 n`, and so tells how fast the line to it is. */
	readonly hasStatusReport: boolean;
	/** Blanks a number of cells by `ESC [ n X`. */
	readonly hasEraseCharacters: boolean;
	/** The last column can be written and the cursor stays in its row. */
	readonly hasLastColumn: boolean;
	/** True where only lines of plain text may be written: not a terminal, TERM=dumb, `--plain`. */
	readonly isPlain: boolean;
	readonly reasons: ReadonlyArray<{readonly capability: string; readonly value: string; readonly reason: string}>;
};

/**
A key by its one name: a character ('j', 'G', '/'), or 'up' 'down' 'left' 'right' 'home' 'end' 'pageup' 'pagedown' 'insert' 'delete'
'backspace' 'tab' 'enter' 'escape' 'space' 'f1'..'f24', with 'ctrl+' 'alt+' 'shift+' in front in that order.
`text` is what a text box should get for it, if anything.
*/
export type KeyPress = {readonly type: 'key'; readonly name: string; readonly text: string | undefined};

/** Bracketed paste: text for the focused box, never keys. */
export type Paste = {readonly type: 'paste'; readonly text: string};

export type TerminalInput = KeyPress | Paste;

export type Size = {readonly columns: number; readonly rows: number};

/** The device, opened: raw mode, alternate screen, decoder. Given back whole by `close`, whatever happens. */
export type Terminal = {
	readonly capabilities: Capabilities;
	/** For Ink's `render()`: looks like a tty, sends only differences. */
	readonly stdout: Writable;
	/** For Ink's `render()`: gets only what `typeInto` passes on. */
	readonly stdin: Readable;
	/** A write waits for a terminal that takes nothing, on a thread that cannot be called back. Where the terminal could be opened anew that never is so. */
	readonly isBlocked: boolean;
	size(): Size;
	onInput(listener: (input: TerminalInput) => void): () => void;
	onResize(listener: (size: Size) => void): () => void;
	/** The link is gone: the program must end. */
	onLost(listener: () => void): () => void;
	/** The line turned out to be so slow that a person should know; told as long as it is. */
	onCrawl(listener: () => void): () => void;
	/** Passes a key on to Ink's text box. */
	typeInto(input: TerminalInput): void;
	/** Forgets what the terminal shows and sends the whole picture again (Ctrl+L). */
	repaint(): void;
	/** Gives the terminal back and stops the process (Ctrl+Z); settles after `fg`, with everything entered and repainted again. */
	suspend(): Promise<void>;
	close(): Promise<void>;
	/** Frames not sent because the link was behind, and bytes sent, since the start. */
	counts(): {readonly frames: number; readonly droppedFrames: number; readonly bytes: number};
};
