import {Buffer} from 'node:buffer';
import {decodeForeign} from '../text/foreign.ts';
import {type Reading, readInput} from './input-grammar.ts';
import type {KeyDialect} from './key-sequences.ts';
import type {KeyPress, Paste, TerminalInput} from './terminal.ts';
import {pastedBytes} from './typing-burst.ts';

/**
Turns the terminal's bytes into keys and pastes. It reads no clock and sets no timer: the caller passes the time and calls `expire` at `deadlineMs` if no byte came before.
*/
export class KeyDecoder {
	readonly #dialect: KeyDialect;
	readonly #escapeWaitMs: number;
	#pending: Uint8Array = nothing;
	#lastByteMs = 0;
	#isPasting = false;
	/** The terminal has bracketed a paste before and will again: anything without brackets was typed, however much of it a stalled link delivers at once. */
	#isBracketing = false;
	/** The Escape at the start of `#pending` was already reported as a key, though what follows may show that it began a sequence. */
	#isEscapeTold = false;
	#lastBurstMs = -Infinity;
	/** The number of answers to the status request of `diff-output.ts`. */
	answerCount = 0;

	constructor({dialect = 'common', escapeWaitMs = defaultEscapeWaitMs}: {readonly dialect?: KeyDialect; readonly escapeWaitMs?: number} = {}) {
		this.#dialect = dialect;
		this.#escapeWaitMs = escapeWaitMs;
	}

	#readAll(): TerminalInput[] {
		const inputs: TerminalInput[] = [];
		while (this.#pending.length > 0) {
			if (this.#isPasting) {
				const end = Buffer.from(this.#pending.buffer, this.#pending.byteOffset, this.#pending.length).indexOf(pasteEnd);
				if (end === -1) {
					break;
				}

				inputs.push(this.#endPaste(end, end + pasteEnd.length));
				continue;
			}

			this.#forgetToldEscape();
			const reading = this.#reading();
			if (reading.type === 'more') {
				break;
			}

			this.#isPasting = reading.type === 'paste';
			this.#isBracketing ||= this.#isPasting;
			this.#drop(reading.lengthBytes);
			inputs.push(...inputsOf(reading));
		}

		// A key ends a paste without brackets.
		this.#lastBurstMs = inputs.length > 0 ? -Infinity : this.#lastBurstMs;
		return inputs;
	}

	/** An Escape that was reported is kept only if the next byte can make a sequence of it. */
	#forgetToldEscape(): void {
		if (this.#isEscapeTold && this.#pending.length > 1 && !sequenceStarts.has(this.#pending[1]!)) {
			this.#drop(1);
		}
	}

	#reading(): Reading {
		return readInput(this.#pending, this.#dialect);
	}

	#drop(lengthBytes: number): void {
		this.#pending = this.#pending.subarray(lengthBytes);
		this.#isEscapeTold = false;
	}

	#endPaste(end: number, next: number): Paste {
		const paste = pasteOf(this.#pending.subarray(0, end));
		this.#isPasting = false;
		this.#drop(next);
		return paste;
	}

	/** Takes what looks like a paste without brackets. */
	#takeBurst(nowMs: number): TerminalInput[] {
		const lengthBytes = this.#isPasting || this.#isBracketing ? 0 : pastedBytes(this.#pending, nowMs - this.#lastBurstMs < betweenReadsMs);
		if (lengthBytes === 0) {
			return [];
		}

		this.#lastBurstMs = nowMs;
		const paste = pasteOf(this.#pending.subarray(0, lengthBytes));
		this.#drop(lengthBytes);
		return [paste];
	}

	/** Takes out the terminal's answers, which may come between any two bytes of keys or pastes. */
	#takeAnswers(): void {
		for (let at = this.#pending.indexOf(escapeByte); at !== -1; at = this.#pending.indexOf(escapeByte, at)) {
			if (Buffer.compare(this.#pending.subarray(at, at + answer.length), answer) === 0) {
				this.answerCount++;
				this.#isEscapeTold &&= at > 0;
				this.#pending = Buffer.concat([this.#pending.subarray(0, at), this.#pending.subarray(at + answer.length)]);
			} else {
				at++;
			}
		}
	}

	/** An Escape that waited its time was one, unless what came behind it makes a sequence of the two. */
	#lateEscape(): TerminalInput[] {
		if (this.#isEscapeTold || sequenceStarts.has(this.#pending[1]!)) {
			return [];
		}

		this.#isEscapeTold = true;
		return [keyPress('escape')];
	}

	#waitMs(): number {
		if (this.#isPasting) {
			return pasteWaitMs;
		}

		const reading = this.#reading();
		if (reading.type !== 'more') {
			return 0;
		}

		return reading.expects === 'escape' && !this.#isEscapeTold ? this.#escapeWaitMs : Math.max(this.#escapeWaitMs, sequenceWaitMs);
	}

	/** When to call `expire`; undefined while nothing is half read. */
	get deadlineMs(): number | undefined {
		return this.#pending.length === 0 && !this.#isPasting ? undefined : this.#lastByteMs + this.#waitMs();
	}

	push(bytes: Uint8Array, nowMs: number): TerminalInput[] {
		const before = this.#pending;
		const isLate = isLoneEscape(before) && nowMs >= this.#lastByteMs + this.#escapeWaitMs;
		this.#pending = Buffer.concat([before, bytes]);
		this.#takeAnswers();
		if (isAnswers(bytes)) {
			// A key that is half read waits no longer for them.
			return [];
		}

		this.#lastByteMs = nowMs;
		const late = isLate ? this.#lateEscape() : [];
		return [...late, ...this.#takeBurst(nowMs), ...this.#readAll()];
	}

	/** Gives up waiting for the rest of what is half read. */
	expire(nowMs: number): TerminalInput[] {
		if (this.deadlineMs === undefined || nowMs < this.deadlineMs) {
			return [];
		}

		const pending = this.#pending;
		if (this.#isPasting) {
			return [this.#endPaste(pending.length, pending.length)];
		}

		if (isLoneEscape(pending) && !this.#isEscapeTold) {
			this.#isEscapeTold = true;
			return [keyPress('escape')];
		}

		const wasEscapeTold = this.#isEscapeTold;
		this.#drop(pending.length);
		return pending.length === 2 && pending[0] === escapeByte ? [lonePair(String.fromCharCode(pending[1]!), wasEscapeTold)] : [];
	}
}

/** Long enough for the rest of an arrow key to cross a slow link, short enough for Escape to feel immediate. */
const defaultEscapeWaitMs = 100;

/** Nobody types the start of a sequence this fast after Escape, so its rest may take longer. */
const sequenceWaitMs = 600;

/** After this long the end of a paste counts as lost. */
const pasteWaitMs = 2000;

/** The reads of one pasted text follow each other within this time. */
const betweenReadsMs = 50;

const nothing = new Uint8Array(0);

const escapeByte = 0x1B;

const isLoneEscape = (bytes: Uint8Array): boolean => bytes.length === 1 && bytes[0] === escapeByte;

/** `[` and `O`. */
const sequenceStarts = new Set([0x5B, 0x4F]);

/** The answer to the status request of `diff-output.ts`: a device status report "ready" (ECMA-48, DSR). */
const answer = Buffer.from('\u{1B}[0n');

/** Whether these are whole answers and nothing else. */
const isAnswers = (bytes: Uint8Array): boolean => bytes.length % answer.length === 0 && bytes.every((byte, at) => byte === answer[at % answer.length]);

const pasteEnd = '\u{1B}[201~';

const keyPress = (name: string, text?: string): KeyPress => ({type: 'key', name, text});

const textKey = (text: string): KeyPress => keyPress(text === ' ' ? 'space' : text, text);

/** Escape and one character that never became a longer sequence. */
const lonePair = (character: string, wasEscapeTold: boolean): KeyPress => wasEscapeTold ? textKey(character) : keyPress(`alt+${character}`);

function inputsOf(reading: Exclude<Reading, {type: 'more'}>): TerminalInput[] {
	if (reading.type === 'text') {
		return [textKey(reading.text)];
	}

	return reading.type === 'key' ? [keyPress(reading.name)] : [];
}

/** A paste; terminals send carriage returns where the text had line feeds. */
function pasteOf(bytes: Uint8Array): Paste {
	return {type: 'paste', text: decodeForeign(bytes).replaceAll(/\r\n?/gv, '\n')};
}
