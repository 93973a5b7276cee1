import {render} from 'ink';
import type {TerminalIntent, ViewIntent} from '../view/intents.ts';
import {type KeyIntent, meaningOf} from '../view/keymap.ts';
import type {Session} from '../view/session.ts';
import {typedText} from '../view/typed-text.ts';
import type {Size} from '../view/view-state.ts';
import {App} from './app.tsx';
import type {Theme} from './theme.ts';

export type ScreenInput =
	| {readonly type: 'key'; readonly name: string; readonly text: string | undefined}
	| {readonly type: 'paste'; readonly text: string};

/** What the screen needs of the device. */
export type ScreenTerminal = {
	readonly stdout: NodeJS.WritableStream;
	readonly stdin: NodeJS.ReadableStream;
	onInput(listener: (input: ScreenInput) => void): () => void;
	onResize(listener: (size: Size) => void): () => void;
	/** The link is gone. */
	onLost(listener: () => void): () => void;
	/** Passes a key on to the text box. */
	typeInto(input: ScreenInput): void;
	repaint(): void;
	suspend(): Promise<void>;
};

export type Screen = {readonly session: Session; readonly terminal: ScreenTerminal; readonly theme: Theme};

export type ExitReason = 'quit' | 'lost';

/** Draws the session and feeds it keys until the person quits or the link is gone. The device stays open; who opened it closes it. */
export async function startScreen({session, terminal, theme}: Screen): Promise<ExitReason> {
	const ink = render(<App session={session} theme={theme}/>, {
		stdout: terminal.stdout,
		stdin: terminal.stdin,
		// The device owns the screen and the signals; Ink only draws.
		alternateScreen: false,
		exitOnCtrlC: false,
		patchConsole: false,
		interactive: true,
		maxFps: 60,
	});
	try {
		return await Promise.race([ended(session, terminal), ink.waitUntilExit().then(() => 'quit' as const)]);
	} finally {
		ink.unmount();
	}
}

async function ended(session: Session, terminal: ScreenTerminal): Promise<ExitReason> {
	const stops: Array<() => void> = [];
	try {
		return await new Promise<ExitReason>((resolve, reject) => {
			stops.push(
				terminal.onLost(() => {
					resolve('lost');
				}),
				terminal.onResize(size => {
					session.dispatch({type: 'resized', size});
				}),
				terminal.onInput(input => {
					press(input, {session, terminal, quit() {
						resolve('quit');
					}, fail: reject});
				}),
			);
		});
	} finally {
		for (const stop of stops) {
			stop();
		}
	}
}

type Desk = Pick<Screen, 'session' | 'terminal'> & {readonly quit: () => void; readonly fail: (error: unknown) => void};

/** What a key does: something only the device can do, an intent, or text for the box. */
function press(input: ScreenInput, desk: Desk): void {
	const meaning = input.type === 'key' ? meaningOf(desk.session.state(), input.name) : undefined;
	if (meaning === undefined) {
		typeIntoBox(input, desk);
	} else if (isTerminalIntent(meaning)) {
		acts[meaning.type](desk);
	} else {
		desk.session.dispatch(meaning);
	}
}

const acts: Readonly<Record<TerminalIntent['type'], (desk: Desk) => void>> = {
	quit({quit}) {
		quit();
	},
	repaint({terminal}) {
		terminal.repaint();
	},
	suspend({terminal, fail}) {
		terminal.suspend().catch(fail);
	},
};

function isTerminalIntent(intent: KeyIntent | ViewIntent): intent is TerminalIntent {
	return Object.hasOwn(acts, intent.type);
}

/** Keys without text that a text box understands. */
const editingKeys = new Set(['backspace', 'left', 'right']);

function typeIntoBox(input: ScreenInput, {session, terminal}: Desk): void {
	if (session.state().textBox === undefined) {
		return;
	}

	if (input.type === 'paste') {
		// Cleaned before Ink sees it: a newline in it would count as Enter.
		terminal.typeInto({type: 'paste', text: typedText(input.text)});
	} else if (input.text !== undefined || editingKeys.has(input.name)) {
		terminal.typeInto(input);
	}
}
