import {isatty, type ReadStream} from 'node:tty';
import {untilAnswered} from './answers-due.ts';
import {capabilitiesOf, type TerminalFlags} from './capabilities.ts';
import {DiffOutput} from './diff-output.ts';
import {KeyReader} from './key-reader.ts';
import {Listeners} from './listeners.ts';
import {enterSequence, leaveSequence} from './modes.ts';
import {OutputLink} from './output-link.ts';
import {listenToSignals, silenceStandardStreams, stopUntilContinued} from './signals.ts';
import {terminalType} from './terminal-types.ts';
import type {Capabilities, Size, Terminal, TerminalInput} from './terminal.ts';
import {TypedInput} from './typed-input.ts';
import {windowSize} from './window.ts';

export type TerminalPlace = {
	readonly input: ReadStream & {readonly fd: number};
	readonly outputFd: number;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly flags?: TerminalFlags | undefined;
	/** How long an Escape may wait for the rest of a sequence. */
	readonly escapeWaitMs?: number | undefined;
};

/** Takes over the terminal until `close`. One that can only show plain lines (`capabilities.isPlain`) is left alone. */
export function openTerminal(place: TerminalPlace): Terminal {
	const capabilities = capabilitiesOf({...place, isInputTty: place.input.isTTY, isOutputTty: isatty(place.outputFd)});
	const terminal = new OpenTerminal(place, capabilities);
	if (!capabilities.isPlain) {
		terminal.enter();
	}

	return terminal;
}

class OpenTerminal implements Terminal {
	readonly #link: OutputLink;
	readonly #keys: KeyReader;
	readonly #outputFd: number;
	readonly #resizes = new Listeners<Size>();
	readonly #losses = new Listeners<void>();
	#stopListening: (() => void) | undefined;
	#resizeTimer: NodeJS.Timeout | undefined;
	#state: 'away' | 'here' | 'suspended' | 'closed' = 'away';
	readonly stdout: DiffOutput;
	readonly stdin = new TypedInput();
	readonly capabilities: Capabilities;

	constructor(place: TerminalPlace, capabilities: Capabilities) {
		this.capabilities = capabilities;
		this.#outputFd = place.outputFd;
		this.#link = new OutputLink(place.outputFd);
		this.stdout = new DiffOutput(this.#link, windowSize(place.outputFd, capabilities), capabilities);
		this.#keys = new KeyReader(place.input, {dialect: terminalType(place.environment.TERM)?.keys ?? 'common', escapeWaitMs: place.escapeWaitMs});
	}

	#take(): void {
		this.#state = 'here';
		this.#keys.start();
		this.#link.send(enterSequence(this.capabilities));
		this.stdout.release();
	}

	/** Sends nothing more and waits for the answers still due, as long as a slow link needs; signals and hang-ups are still noticed. */
	async #lastAnswer(): Promise<void> {
		if (this.#state !== 'here') {
			return;
		}

		this.stdout.hold();
		await untilAnswered(this.#keys.answers, () => this.stdout.answerDueMs);
	}

	/** Restores the terminal; false when it did not take the bytes. Answers still due are read first, because the shell would take them for typed text. */
	#giveBack(): boolean {
		this.stdout.hold();
		const isTaken = this.#link.sendLast(leaveSequence(this.capabilities, this.size()));
		if (isTaken) {
			this.#keys.readLast(() => this.stdout.answerDueMs === 0, Math.min(this.stdout.answerDueMs, lastAnswerMs));
		}

		this.#keys.stop({isDraining: isTaken});
		return isTaken;
	}

	async #suspend(whom: 'process' | 'group'): Promise<void> {
		if (this.#state !== 'here') {
			return;
		}

		this.#state = 'suspended';
		this.#giveBack();
		await stopUntilContinued(whom);
		if (this.#state !== 'suspended') {
			return;
		}

		this.#take();
		this.#applySize();
	}

	/** Continued after SIGSTOP, which cannot be caught: the shell has used the terminal meanwhile. */
	#takeBack(): void {
		if (this.#state !== 'here') {
			return;
		}

		this.#keys.stop({isDraining: true});
		this.#take();
		this.#applySize();
	}

	#giveBackForGood(): void {
		if (this.#state === 'closed') {
			return;
		}

		const wasHere = this.#state === 'here';
		// A terminal that is gone says so again when its raw mode is left (tty.ReadStream emits the refusal within the call).
		this.#state = 'closed';
		if (wasHere && !this.#giveBack()) {
			silenceStandardStreams();
		}

		clearTimeout(this.#resizeTimer);
		this.#stopListening?.();
		this.#link.close();
	}

	/** Also keeps libraries from writing to the terminal at exit: it took our last bytes but may block on more. */
	#giveBackAtExit(): void {
		this.#giveBackForGood();
		silenceStandardStreams();
	}

	#lose(): void {
		if (this.#state === 'closed') {
			return;
		}

		this.#giveBackForGood();
		this.#losses.tell();
	}

	/** Resizing a window by hand sends many signals, of which only the last size counts. */
	#noticeResize(): void {
		this.#resizeTimer ??= setTimeout(() => {
			this.#resizeTimer = undefined;
			this.#applySize();
		}, resizeSettleMs);
	}

	/** Redraws even at the same size, because the terminal may have lost its content on the way. */
	#applySize(): void {
		const size = windowSize(this.#outputFd, this.capabilities);
		this.stdout.resize(size);
		this.#resizes.tell(size);
	}

	enter(): void {
		this.#stopListening = listenToSignals({
			stop: () => {
				void this.#suspend('process');
			},
			continued: () => {
				this.#takeBack();
			},
			resized: () => {
				this.#noticeResize();
			},
			exit: () => {
				this.#giveBackAtExit();
			},
		});
		this.#link.onLost(() => {
			this.#lose();
		});
		this.#keys.answers.add(() => {
			this.stdout.answered();
		});
		this.#keys.inputs.add(() => {
			this.stdout.pressed();
		});
		this.#keys.ends.add(() => {
			this.#lose();
		});
		this.#take();
	}

	get isBlocked(): boolean {
		return this.#link.isBlocked;
	}

	size(): Size {
		return {columns: this.stdout.columns, rows: this.stdout.rows};
	}

	onInput(listener: (input: TerminalInput) => void): () => void {
		return this.#keys.inputs.add(listener);
	}

	onResize(listener: (size: Size) => void): () => void {
		return this.#resizes.add(listener);
	}

	onLost(listener: () => void): () => void {
		return this.#losses.add(listener);
	}

	onCrawl(listener: () => void): () => void {
		return this.stdout.crawls.add(listener);
	}

	typeInto(input: TerminalInput): void {
		this.stdin.type(input);
	}

	repaint(): void {
		this.stdout.repaint();
	}

	async suspend(): Promise<void> {
		await this.#lastAnswer();
		await this.#suspend('group');
	}

	async close(): Promise<void> {
		await this.#lastAnswer();
		this.#giveBackForGood();
	}

	counts() {
		return {frames: this.stdout.frames, droppedFrames: this.stdout.droppedFrames, bytes: this.#link.sentBytes};
	}
}

const resizeSettleMs = 20;

/** How long a signal's exit waits for the last answers. */
const lastAnswerMs = 1000;
