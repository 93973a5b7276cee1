import {render} from 'ink';
import {type Frame, frameOf} from '../view/frame.ts';
import {isTerminalIntent, type TerminalIntent} from '../view/intents.ts';
import {type KeyMeaning, meaningOf, meaningOfPaste} from '../view/keys/key-meaning.ts';
import type {Session} from '../view/session.ts';
import {isBeforeItsRow} from '../view/timeline/row-wait.ts';
import {longestTyped, typedText} from '../view/boxes/typed-text.ts';
import {withoutAlt} from './alt-keys.ts';
import {App} from './app.tsx';
import {type KeyTaker, keyQueue} from './key-queue.ts';
import {paintedFrames} from './painted-frame.ts';
import type {ScreenInput, ScreenTerminal} from './screen-terminal.ts';
import {standingIn} from './parts/stand-ins.ts';
import type {Colours} from './theme.ts';

export type Screen = {readonly session: Session; readonly terminal: ScreenTerminal; readonly colours: Colours};

export type ExitReason = 'quit' | 'lost';

/** Draws the session and feeds it keys until the person quits or the link is gone. The caller closes the terminal. */
export async function startScreen({session, terminal, colours}: Screen): Promise<ExitReason> {
	const typed = (text: string) => {
		session.dispatch({type: 'type-text', text});
	};

	const ink = render(<App frames={paintedFrames(session, colours)} onType={typed}/>, {
		stdout: terminal.stdout,
		// Nothing may bypass the terminal's output.
		stderr: terminal.stdout,
		stdin: terminal.stdin,
		// The terminal owns the screen and the signals; Ink only draws.
		alternateScreen: false,
		exitOnCtrlC: false,
		patchConsole: false,
		interactive: true,
		// Ignores INK_SCREEN_READER: screen readers have plain mode.
		isScreenReaderEnabled: false,
		maxFps: 60,
	});
	try {
		return await Promise.race([ended(session, terminal), ink.waitUntilExit().then(() => 'quit' as const)]);
	} finally {
		ink.unmount();
	}
}

async function ended(session: Session, terminal: ScreenTerminal): Promise<ExitReason> {
	const over = new AbortController();
	const stops: Array<() => void> = [
		() => {
			over.abort();
		},
	];
	try {
		return await new Promise<ExitReason>((resolve, reject) => {
			const quit = () => {
				resolve('quit');
			};

			const give = keyQueue(keyTaker({session, terminal, quit, fail: reject, over: over.signal}));
			stops.push(
				terminal.onLost(() => {
					resolve('lost');
				}),
				terminal.onCrawl(() => {
					session.dispatch({type: 'link-crawls'});
				}),
				terminal.onResize(size => {
					session.dispatch({type: 'resized', size});
				}),
				terminal.onInput(input => {
					if (isInterrupt(session, input)) {
						quit();
						return;
					}

					for (const each of withoutAlt(input)) {
						give(each).catch(reject);
					}
				}),
			);
		});
	} finally {
		for (const stop of stops) {
			stop();
		}
	}
}

/** Ctrl+C does not wait for what was typed before it, just as a terminal driver discards that (termios(3), NOFLSH). */
const isInterrupt = (session: Session, input: ScreenInput): boolean => input.type === 'key' && input.name === 'ctrl+c' && meaningOf(session.state(), input.name)?.type === 'quit';

type KeyTarget = Pick<Screen, 'session' | 'terminal'> & {readonly quit: () => void; readonly fail: (error: unknown) => void; readonly over: AbortSignal};

/** A key is an intent, something that only the terminal can do, or text for the box. */
function keyTaker(target: KeyTarget): KeyTaker {
	const {session, terminal} = target;
	const meaningNow = (input: ScreenInput) => input.type === 'key' ? meaningOf(session.state(), input.name) : undefined;
	const obey = (input: ScreenInput): void => {
		const meaning = input.type === 'paste' ? meaningOfPaste(input.text) : meaningNow(input);
		if (meaning !== undefined && isTerminalIntent(meaning)) {
			acts[meaning.type](target);
		} else if (meaning !== undefined) {
			session.dispatch(meaning);
		}
	};

	const obeyInTime = async (input: ScreenInput): Promise<void> => {
		await untilRowIsThere(target, () => isEarly(session, meaningNow(input)));
		obey(input);
	};

	return {
		isText: input => session.state().textBox !== undefined && meaningNow(input) === undefined && isForBox(input),
		async type(input) {
			await untilBoxListens(target);
			// Cleaned before Ink sees it: a newline in pasted text would count as Enter. One character more than a box holds, so that the box notices when it is too much.
			terminal.typeInto(input.text === undefined ? input : {...input, text: standingIn(typedText(input.text, longestTyped + 1))});
			// A stream notifies its reader on the next tick, before any immediate.
			await nextTurn();
		},
		press(input): Promise<void> | undefined {
			if (isEarly(session, meaningNow(input))) {
				return obeyInTime(input);
			}

			obey(input);
			return undefined;
		},
	};
}

const isEarly = (session: Session, meaning: KeyMeaning | undefined): boolean => meaning !== undefined && isBeforeItsRow(session.state(), meaning);

/** An engine that answers no sooner says so on the screen; a key must not be lost over it. */
const longestWaitMs = 1000;

async function untilRowIsThere({session, over}: KeyTarget, isAwaited: () => boolean): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	const look = () => {
		if (!isAwaited()) {
			resolve();
		}
	};

	const stopListening = session.onState(look);
	const timer = setTimeout(resolve, longestWaitMs);
	const giveUp = () => {
		resolve();
	};

	over.addEventListener('abort', giveUp);
	await promise;
	over.removeEventListener('abort', giveUp);
	clearTimeout(timer);
	stopListening();
}

const acts: Readonly<Record<TerminalIntent['type'], (target: KeyTarget) => void>> = {
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

/** Keys without text that a text box understands. */
const editingKeys = new Set(['backspace', 'left', 'right']);

function isForBox(input: ScreenInput): boolean {
	return input.type === 'paste' || input.text !== undefined || editingKeys.has(input.name);
}

/** React mounts the box a moment after the key that opened it, and Ink loses what is typed before that. There may be no box to wait for: the frame may lack room, or the screen may be closing. */
async function untilBoxListens({session, terminal: {stdin}, over}: KeyTarget): Promise<void> {
	while (!over.aborted && stdin.listenerCount('readable') === 0 && hasBox(frameOf(session.state()))) {
		// eslint-disable-next-line no-await-in-loop -- waiting for a fact
		await nextTurn();
	}
}

const hasBox = ({rows}: Frame): boolean => rows.some(({input}) => input !== undefined);

async function nextTurn(): Promise<void> {
	await new Promise(resolve => {
		setImmediate(resolve);
	});
}
