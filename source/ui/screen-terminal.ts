import type {Size} from '../view/view-state.ts';

export type ScreenInput =
	| {readonly type: 'key'; readonly name: string; readonly text: string | undefined}
	| {readonly type: 'paste'; readonly text: string};

/** What the screen needs of the device. */
export type ScreenTerminal = {
	readonly stdout: NodeJS.WritableStream;
	readonly stdin: NodeJS.ReadableStream;
	onInput(listener: (input: ScreenInput) => void): () => void;
	onResize(listener: (size: Size) => void): () => void;
	/** The connection to the terminal is gone. */
	onLost(listener: () => void): () => void;
	/** The link to the terminal is very slow. */
	onCrawl(listener: () => void): () => void;
	/** Passes a key on to the text box. */
	typeInto(input: ScreenInput): void;
	repaint(): void;
	suspend(): Promise<void>;
};
