import type {ReadStream} from 'node:tty';
import {KeyDecoder} from './key-decoder.ts';
import type {KeyDialect} from './key-sequences.ts';
import {Listeners} from './listeners.ts';
import {readWithinCall} from './read-within-call.ts';
import type {TerminalInput} from './terminal.ts';

/** Reads the real input in raw mode and runs the decoder's clock. */
export class KeyReader {
	readonly #input: ReadStream & {readonly fd: number};
	readonly #decoder: KeyDecoder;
	#timer: NodeJS.Timeout | undefined;
	#lastLook: NodeJS.Immediate | undefined;
	#toldAnswerCount = 0;

	readonly #read = (bytes: Uint8Array): void => {
		this.#tell(this.#decoder.push(bytes, performance.now()));
	};

	/** After a hang-up reading fails with EIO. The listener is never removed, because a second error would be uncaught. */
	readonly #end = (): void => {
		this.ends.tell();
	};

	readonly inputs = new Listeners<TerminalInput>();
	/** The terminal answered a status request: it has shown everything sent before that. */
	readonly answers = new Listeners<void>();
	/** The input ended: the terminal is gone. */
	readonly ends = new Listeners<void>();

	constructor(input: ReadStream & {readonly fd: number}, options: {readonly dialect: KeyDialect; readonly escapeWaitMs: number | undefined}) {
		this.#input = input;
		this.#decoder = new KeyDecoder(options);
	}

	#tell(inputs: readonly TerminalInput[]): void {
		for (const input of inputs) {
			this.inputs.tell(input);
		}

		for (; this.#toldAnswerCount < this.#decoder.answerCount; this.#toldAnswerCount++) {
			this.answers.tell();
		}

		this.#setTimer();
	}

	#setTimer(): void {
		this.#stopTimer();
		const {deadlineMs} = this.#decoder;
		if (deadlineMs === undefined) {
			return;
		}

		const waitMs = Math.max(0, Math.ceil(deadlineMs - performance.now()));
		this.#timer = setTimeout(() => {
			// In each turn of the event loop timers come before input: what came while the program was busy is read first.
			this.#lastLook = setImmediate(() => {
				this.#tell(this.#decoder.expire(performance.now()));
			});
		}, waitMs);
	}

	#stopTimer(): void {
		clearTimeout(this.#timer);
		clearImmediate(this.#lastLook);
	}

	start(): void {
		this.#input.setRawMode(true);
		this.#input.on('data', this.#read);
		this.#input.on('end', this.#end);
		this.#input.on('error', this.#end);
		this.#input.resume();
	}

	/** Reads synchronously, because the program may be gone afterwards. Only the terminal's answers are told; keys are too late. */
	readLast(isEnough: () => boolean, patienceMs: number): void {
		readWithinCall(this.#input.fd, {isEnough, patienceMs}, bytes => {
			this.#decoder.push(bytes, performance.now());
			this.#tell([]);
		});
	}

	/** `isDraining`: the terminal takes what is sent. Leaving raw mode waits for that (libuv uses TCSADRAIN), so on a stalled link Node does it at its exit, where it does not wait. */
	stop({isDraining}: {readonly isDraining: boolean}): void {
		this.#stopTimer();
		this.#input.off('data', this.#read);
		this.#input.off('end', this.#end);
		this.#input.pause();
		if (isDraining && !this.#input.destroyed) {
			this.#input.setRawMode(false);
		}
	}
}
