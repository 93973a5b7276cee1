import {PassThrough, Writable} from 'node:stream';
import {builtInViews} from '../../source/query/built-in-views.ts';
import {interpreterFor} from '../../source/run/interpreter.ts';
import type {ScreenInput} from '../../source/ui/screen-terminal.ts';
import {startScreen} from '../../source/ui/start-screen.tsx';
import {patienceMs} from '../../source/view/asking/asking.ts';
import type {Errands} from '../../source/view/errands.ts';
import {type Session, startSession} from '../../source/view/session.ts';
import type {Look} from '../../source/view/drawing/span.ts';
import {startingState, type StartingPoint} from '../../source/view/starting-state.ts';
import type {Size} from '../../source/view/view-state.ts';
import {type EmulatedTerminal, emulatedTerminal} from '../emulated-terminal.ts';
import {noErrands} from '../view/no-errands.ts';
import type {MemoryEngine} from '../in-memory-engine.ts';

export type Rig = {
	readonly session: Session;
	readonly terminal: EmulatedTerminal;
	/** Presses keys by their names, then waits until nothing more is being asked or drawn. */
	press(...keys: readonly string[]): Promise<void>;
	/** Keys that come in one read, faster than the screen is drawn. */
	burst(...keys: readonly string[]): Promise<void>;
	/** Types text letter by letter into whatever has the keys. */
	type(text: string): Promise<void>;
	paste(text: string): Promise<void>;
	resize(size: Size): Promise<void>;
	settle(): Promise<void>;
	/** What one sees, row by row. */
	picture(): string[];
	/** Every byte that was sent to the terminal. */
	sent(): string;
	/** Times the device was asked to do what only it can. */
	readonly asked: {repaints: number; suspensions: number};
	loseLink(): void;
	/** The line turns out to be very slow. */
	crawl(): Promise<void>;
	readonly ended: Promise<string>;
	close(): Promise<void>;
};

export type RigOptions = Omit<Partial<StartingPoint>, 'look' | 'size'> & {
	readonly columns?: number;
	readonly rows?: number;
	readonly look?: Look;
	readonly colours?: 0 | 8 | 16 | 256;
	readonly errands?: Errands;
};

/** The real screen on a terminal in memory, over an engine in memory: keys in, picture out. */
export async function screenRig(engine: MemoryEngine, {columns = 80, rows = 24, look = {isUnicode: true, hasColours: true}, colours = 256, errands = noErrands, ...start}: RigOptions = {}): Promise<Rig> {
	const terminal = emulatedTerminal(columns, rows);
	const output = terminalOutput(terminal, {columns, rows});
	const keyboard = Object.assign(new PassThrough({objectMode: true}), {...looksLikeTerminal, setRawMode: () => keyboard, ref: () => keyboard, unref: () => keyboard});
	const inputs = new Set<(input: ScreenInput) => void>();
	const resizes = new Set<(size: Size) => void>();
	const losses = new Set<() => void>();
	const crawls = new Set<() => void>();
	const asked = {repaints: 0, suspensions: 0};
	const session = startSession({
		engine,
		interpreter: interpreterFor({nowMs: () => Date.parse('2026-03-03T09:10:00Z'), exportPath: () => 'ledgerline-20260303-091000.csv'}),
		errands,
		state: startingState({size: {columns, rows}, look, opened: engine.opened, builtInViews, ...start}),
		// Answers are never stale here, so that a picture does not depend on the clock.
		schedule(callback, delayMs) {
			// An engine in memory tries nobody's patience.
			const timer = delayMs < patienceMs ? setImmediate(callback) : undefined;
			return () => {
				clearImmediate(timer);
			};
		},
	});
	const ended = startScreen({
		session,
		colours,
		terminal: {
			stdout: output,
			stdin: keyboard,
			onInput: listener => added(inputs, listener),
			onResize: listener => added(resizes, listener),
			onLost: listener => added(losses, listener),
			onCrawl: listener => added(crawls, listener),
			typeInto(input) {
				keyboard.write(bytesOf(input));
			},
			repaint() {
				asked.repaints++;
			},
			async suspend() {
				asked.suspensions++;
			},
		},
	});

	const settle = async (quietRounds = 0, stateBefore?: unknown, sentBefore?: number): Promise<void> => {
		await new Promise(resolve => {
			setTimeout(resolve, quietRoundMs);
		});
		await output.written;
		const [state, sent] = [session.state(), output.sent.length];
		const isQuiet = state === stateBefore && sent === sentBefore;
		if (!isQuiet || quietRounds < enoughQuietRounds) {
			await settle(isQuiet ? quietRounds + 1 : 0, state, sent);
		}
	};

	const send = async (...sent: readonly ScreenInput[]) => {
		for (const input of sent) {
			for (const listener of inputs) {
				listener(input);
			}
		}

		await settle();
	};

	await settle();
	return {
		session, terminal, settle, asked, ended,
		async press(...keys) {
			await inTurn(keys, async name => send(keyPress(name)));
		},
		async burst(...keys) {
			await send(...keys.map(name => keyPress(name)));
		},
		async type(text) {
			await inTurn([...text], async letter => send(keyPress(letter === ' ' ? 'space' : letter)));
		},
		async paste(text) {
			await send({type: 'paste', text});
		},
		async resize(size) {
			terminal.resize(size.columns, size.rows);
			output.columns = size.columns;
			output.rows = size.rows;
			output.emit('resize');
			for (const listener of resizes) {
				listener(size);
			}

			await settle();
		},
		picture: () => terminal.picture(),
		sent: () => output.sent.join(''),
		async crawl() {
			for (const listener of crawls) {
				listener();
			}

			await settle();
		},
		loseLink() {
			for (const listener of losses) {
				listener();
			}
		},
		async close() {
			for (const listener of losses) {
				listener();
			}

			await ended;
			session.close();
		},
	};
}

/** A little less than one of Ink's frames; quiet for a few of them, everything asked was answered and drawn. */
const quietRoundMs = 12;
const enoughQuietRounds = 3;

async function inTurn<Value>([first, ...rest]: readonly Value[], act: (value: Value) => Promise<void>): Promise<void> {
	if (first === undefined) {
		return;
	}

	await act(first);
	await inTurn(rest, act);
}

function added<Value>(set: Set<Value>, value: Value): () => void {
	set.add(value);
	return () => {
		set.delete(value);
	};
}

type TerminalOutput = Writable & Size & {columns: number; rows: number; readonly sent: string[]; written: Promise<void>};

/** What Ink draws to: looks like a terminal, and is one in memory. */
function terminalOutput(terminal: EmulatedTerminal, size: Size): TerminalOutput {
	const sent: string[] = [];
	const output: TerminalOutput = Object.assign(new Writable({
		decodeStrings: false,
		write(chunk: string, _encoding, done) {
			sent.push(chunk);
			// Raw mode keeps ONLCR: the driver turns a bare LF into CR LF.
			output.written = terminal.write(chunk.replaceAll('\n', '\r\n'));
			done();
		},
	}), {...size, ...looksLikeTerminal, sent, written: Promise.resolve()});
	return output;
}

// eslint-disable-next-line @typescript-eslint/naming-convention -- the name is Node's
const looksLikeTerminal = {isTTY: true};

function keyPress(name: string): ScreenInput {
	return {type: 'key', name, text: name === 'space' ? ' ' : ([...name].length === 1 ? name : undefined)};
}

const bytesOfKey: Readonly<Record<string, string>> = {backspace: '\u{7F}', left: '\u{1B}[D', right: '\u{1B}[C'};

function bytesOf(input: ScreenInput): string {
	return input.type === 'paste' ? input.text : input.text ?? bytesOfKey[input.name] ?? '';
}
