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

/** Takes the terminal until `close`. One that can show only plain lines is left alone: ask `capabilities.isPlain`. */
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

	/** Sends nothing more and waits for the answers still due, as long as a slow line needs; signals and the link are still listened to. */
	async #lastAnswer(): Promise<void> {
		if (this.#state !== 'here') {
			return;
		}

		this.stdout.hold();
		await untilAnswered(this.#keys.answers, () => this.stdout.answerDueMs);
	}

	/** False when the terminal did not take what would make it itself again. An answer that came after us would be typed into the shell. */
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

	/** Stopped by SIGSTOP, which nobody can hear: the shell has used the terminal meanwhile. */
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

	/** Nothing of ours is written after it. The terminal took our last words, but may have no room for what a library shows after them. */
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

	/** A window being dragged sends many signals; the last size is the one that counts. */
	#noticeResize(): void {
		this.#resizeTimer ??= setTimeout(() => {
			this.#resizeTimer = undefined;
			this.#applySize();
		}, resizeSettleMs);
	}

	/** Even at the same size: on the way there the terminal may have lost what it showed. */
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

/** How long the last answers may hold up an end by a signal. */
const lastAnswerMs = 1000;
