import {Buffer} from 'node:buffer';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setInterval} from 'node:timers';
import {setInterval as every} from 'node:timers/promises';
import {spawn} from '@lydell/node-pty';
import {emulatedTerminal, type StyledRun} from './emulated-terminal.ts';
import {patienceMs} from './patience.ts';

export type PtyOptions = {
	readonly columns?: number;
	readonly rows?: number;
	/** Added to a small, fixed environment (TERM=xterm-256color, a UTF-8 locale). `undefined` takes a variable away. */
	readonly environment?: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
	/** Bytes per second that cross to the screen; unlimited without it. */
	readonly bytesPerSecond?: number;
	/** How long after a question the terminal answers it: at once without it, never when Infinity. */
	readonly answerAfterMs?: number;
};

/** What is looked for on the picture: a text, something that matches, or anything else that can be seen. */
export type Sign = string | RegExp | ((picture: string) => boolean);

/** A program in a real pseudo-terminal, seen through an emulated screen. */
export type PtyRun = {
	/** Sends bytes as if typed: `type('jj\r')`, `type('\u{1B}[A')`. */
	type(keys: string): void;
	/**
	The same, and settles when the sign stands there that they were obeyed. One that stands there before would tell nothing of these keys, and what is typed next
	would join them while they are under way: nothing is typed before it is gone.
	*/
	obeys(keys: string, sign: Sign, withinMs?: number): Promise<void>;
	/** Settles when the sign stands on the picture; rejects with the picture after `withinMs` (`patienceMs`). */
	waitForText(sign: Sign, withinMs?: number): Promise<void>;
	/** Settles when `isTrue` is; rejects with the picture after `withinMs` (`patienceMs`). */
	waitFor(isTrue: () => boolean, withinMs?: number): Promise<void>;
	/** The rows on the screen now, blanks at their ends cut. */
	picture(): string[];
	/** Every cell with its style, for comparing two screens. */
	cells(): string[][];
	/** The same with its styles, for drawing it. */
	runs(): StyledRun[][];
	/** Everything the program sent so far, as it came. */
	readonly sent: () => string;
	/** How many bytes that was, and when the last of them came (`performance.now()`). */
	readonly arrived: () => {readonly bytes: number; readonly lastMs: number};
	/** Whether no answer of the terminal is under way (`answerAfterMs`). */
	readonly hasAnswered: () => boolean;
	resize(columns: number, rows: number): void;
	/** To the program itself, not to the shell around it. */
	signal(name: NodeJS.Signals): void;
	/** The link stalls: nothing is read from the program until `wake`. */
	stall(): void;
	wake(): void;
	/** The other end hangs up. */
	hangUp(): void;
	/** Settles when the program has ended; `status` is what a shell sees, 128 + n for a signal. */
	readonly ended: Promise<{readonly status: number}>;
	/** What `stty -a` said before and after; they are the same when the program gave the terminal back. */
	termios(): {readonly before: string; readonly after: string};
	readonly pid: () => number;
};

/** The sign that something is there no more. */
export const gone = (sign: RegExp): Sign => picture => !sign.test(picture);

/** Node 24 with JSX: `nodeCommand('test/terminal/fixtures/clock.tsx')`. */
export const nodeCommand = (...args: readonly string[]): readonly string[] => [path.resolve('node_modules/.bin/node'), ...preloaded, ...args];

const preloaded = ['compile-cache.js', 'jsx.ts'].map(file => `--import=${path.resolve('assembly', file)}`);

/** Runs `command` in a pseudo-terminal. A shell around it notes the terminal's settings before and after. */
export function runInPty(command: readonly string[], options: PtyOptions = {}): PtyRun {
	const {columns = 80, rows = 24, cwd = process.cwd(), bytesPerSecond = Infinity, answerAfterMs = 0} = options;
	const notes = folderForNotes();
	const note = (name: string): string => readFileSync(path.join(notes, name), 'utf8');
	// The size is the window's, not a setting.
	const settings = (name: string): string => note(name).replace(/rows \d+; columns \d+;/v, '');
	const screen = emulatedTerminal(columns, rows);
	const pty = spawn('/bin/sh', ['-c', shellScript, notes, ...withTerm(command, options)], {cols: columns, rows, cwd, env: environmentOf(options), encoding: null});
	const sent: Uint8Array[] = [];
	const arrived = {bytes: 0, lastMs: 0};
	let answersDue = 0;
	const cross = slowed(pty, bytesPerSecond, bytes => {
		sent.push(bytes);
		arrived.bytes += bytes.length;
		arrived.lastMs = performance.now();
		void screen.write(bytes).then(() => {
			const answers = screen.replies.splice(0).join('');
			if (answerAfterMs === 0) {
				pty.write(answers);
			} else if (answers !== '' && answerAfterMs < Infinity) {
				answersDue++;
				setTimeout(() => {
					answersDue--;
					pty.write(answers);
				}, answerAfterMs);
			}
		});
	});
	// With `encoding: null` it gives bytes, whatever its types say.
	pty.onData(data => {
		cross(data as unknown as Uint8Array);
	});

	const waitFor = async (isTrue: () => boolean, withinMs = patienceMs, complaint = 'it did not come true'): Promise<void> => {
		const startMs = Date.now();
		for await (const _ of every(lookAgainMs)) {
			if (isTrue()) {
				return;
			}

			if (Date.now() - startMs > withinMs) {
				throw new Error(`${complaint} within ${withinMs} ms; the screen shows:\n${screen.picture().join('\n')}`);
			}
		}
	};

	const isShown = (sign: Sign): boolean => isOn(screen.picture().join('\n'), sign);

	return {
		ended: new Promise(resolve => {
			pty.onExit(({exitCode}) => {
				resolve({status: exitCode});
			});
		}),
		type(keys) {
			pty.write(keys);
		},
		async obeys(keys, sign, withinMs) {
			// A slow line may still be drawing the picture before.
			await waitFor(() => !isShown(sign), withinMs, `${String(sign)}, which should tell of ${JSON.stringify(keys)}, stood there and did not go`);
			pty.write(keys);
			await waitFor(() => isShown(sign), withinMs, `${JSON.stringify(keys)} did not bring ${String(sign)}`);
		},
		waitFor,
		async waitForText(sign, withinMs) {
			await waitFor(() => isShown(sign), withinMs, `${String(sign)} did not come`);
		},
		picture: () => screen.picture(),
		cells: () => screen.cells(),
		runs: () => screen.runs(),
		sent: () => Buffer.concat(sent).toString(),
		arrived: () => ({...arrived}),
		hasAnswered: () => answersDue === 0,
		resize(newColumns, newRows) {
			pty.resize(newColumns, newRows);
			screen.resize(Math.max(newColumns, 1), Math.max(newRows, 1));
		},
		pid: () => Number(note('pid')),
		signal(name) {
			process.kill(Number(note('pid')), name);
		},
		stall() {
			pty.pause();
		},
		wake() {
			pty.resume();
		},
		hangUp() {
			pty.kill('SIGHUP');
			(pty as unknown as {destroy: () => void}).destroy();
		},
		termios: () => ({before: settings('before'), after: settings('after')}),
	};
}

const noteFolders: string[] = [];

/** The shell writes into it to its end, which may be after that of a test; so it lies there until this process ends. */
function folderForNotes(): string {
	if (noteFolders.length === 0) {
		process.once('exit', removeNotes);
	}

	const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-pty-'));
	noteFolders.push(folder);
	return folder;
}

function removeNotes(): void {
	for (const folder of noteFolders) {
		rmSync(folder, {recursive: true, force: true});
	}
}

function isOn(picture: string, sign: Sign): boolean {
	if (typeof sign === 'function') {
		return sign(picture);
	}

	return typeof sign === 'string' ? picture.includes(sign) : sign.test(picture);
}

/** node-pty puts a TERM of its own where there is none, and where it is empty: it is taken away again behind it. */
function withTerm(command: readonly string[], {environment = {}}: PtyOptions): readonly string[] {
	return 'TERM' in environment && !environment.TERM ? ['env', environment.TERM === undefined ? '--unset=TERM' : 'TERM=', ...command] : command;
}

/** $0 is the folder for notes. The inner shell becomes the program, so its number is the program's. */
const shellScript = 'stty -a > "$0/before"; sh -c \'echo $$ > "$0/pid"; exec "$@"\' "$0" "$@"; status=$?; stty -a > "$0/after"; exit $status';

const lookAgainMs = 10;

function environmentOf({environment = {}}: PtyOptions): Record<string, string> {
	const all = new Map<string, string | undefined>([
		['PATH', process.env.PATH],
		['HOME', tmpdir()],
		['TERM', 'xterm-256color'],
		['LANG', 'C.UTF-8'],
		...Object.entries(environment),
	]);
	return Object.fromEntries([...all].filter((pair): pair is [string, string] => pair[1] !== undefined));
}

type Pausable = {pause: () => void; resume: () => void};

/** A line of so many bytes per second, with as little buffering as it takes to be one. */
function slowed(source: Pausable, bytesPerSecond: number, arrive: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
	if (bytesPerSecond === Infinity) {
		return arrive;
	}

	let waiting: Uint8Array = new Uint8Array(0);
	const portionBytes = Math.max(1, Math.round(bytesPerSecond * portionMs / 1000));
	const timer = setInterval(() => {
		if (waiting.length > 0) {
			arrive(waiting.subarray(0, portionBytes));
			waiting = waiting.subarray(portionBytes);
		}

		if (waiting.length === 0) {
			source.resume();
		}
	}, portionMs);
	timer.unref();
	return bytes => {
		waiting = Buffer.concat([waiting, bytes]);
		source.pause();
	};
}

const portionMs = 20;
