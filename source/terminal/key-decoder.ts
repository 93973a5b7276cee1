import {Buffer} from 'node:buffer';
import {decodeForeign} from '../text/foreign.ts';
import {type Reading, readInput} from './input-grammar.ts';
import type {KeyDialect} from './key-sequences.ts';
import type {KeyPress, Paste, TerminalInput} from './terminal.ts';
import {pastedBytes} from './typing-burst.ts';

/**
Bytes from the terminal in, keys and pastes out. It reads no clock and sets no timer: the caller says what time it is,
and calls `expire` at `deadlineMs` if nothing came before.
*/
export class KeyDecoder {
	readonly #dialect: KeyDialect;
	readonly #escapeWaitMs: number;
	#pending: Uint8Array = nothing;
	#lastByteMs = 0;
	#isPasting = false;
	/** The terminal put brackets around a paste, and will again: what comes without them was typed, however much of it a stalled link delivers at once. */
	#isBracketing = false;
	/** The Escape at the start of `#pending` was already told as a key; what follows may still show that it was none. */
	#isEscapeTold = false;
	#lastBurstMs = -Infinity;
	/** How often the terminal answered the question of `pace.ts`. */
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

	/** An Escape that was told stays only in front of what makes a sequence of it. */
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

	/** What of the bytes at hand is a paste without brackets. */
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

	/** The terminal answers between any two bytes that a person or a paste sends: its answers stand in nobody's way. */
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

	/** When `expire` is to be called; undefined while nothing is half read. */
	get deadlineMs(): number | undefined {
		return this.#pending.length === 0 && !this.#isPasting ? undefined : this.#lastByteMs + this.#waitMs();
	}

	push(bytes: Uint8Array, nowMs: number): TerminalInput[] {
		const before = this.#pending;
		const isLate = isLoneEscape(before) && nowMs >= this.#lastByteMs + this.#escapeWaitMs;
		this.#pending = Buffer.concat([before, bytes]);
		this.#takeAnswers();
		if (Buffer.compare(before, this.#pending) === 0) {
			// Nothing came but answers: a key that is half read waits no longer for them.
			return [];
		}

		this.#lastByteMs = nowMs;
		const late = isLate ? this.#lateEscape() : [];
		return [...late, ...this.#takeBurst(nowMs), ...this.#readAll()];
	}

	/** What is half read will not go on. */
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

/** Nobody types the start of a sequence by hand this fast after Escape, so the rest of it may take its time. */
const sequenceWaitMs = 600;

/** The end of a paste was lost on the way. */
const pasteWaitMs = 2000;

/** Reads of one pasted text follow each other at least this closely. */
const betweenReadsMs = 50;

const nothing = new Uint8Array(0);

const escapeByte = 0x1B;

const isLoneEscape = (bytes: Uint8Array): boolean => bytes.length === 1 && bytes[0] === escapeByte;

/** `[` and `O`. */
const sequenceStarts = new Set([0x5B, 0x4F]);

/** To the question of `diff-output.ts`: a device status report that all is well (ECMA-48, DSR). */
const answer = Buffer.from('\u{1B}[0n');

const pasteEnd = '\u{1B}[201~';

const keyPress = (name: string, text?: string): KeyPress => ({type: 'key', name, text});

const textKey = (text: string): KeyPress => keyPress(text === ' ' ? 'space' : text, text);

/** Escape and one character that never became more. */
const lonePair = (character: string, wasEscapeTold: boolean): KeyPress => wasEscapeTold ? textKey(character) : keyPress(`alt+${character}`);

function inputsOf(reading: Exclude<Reading, {type: 'more'}>): TerminalInput[] {
	if (reading.type === 'text') {
		return [textKey(reading.text)];
	}

	return reading.type === 'key' ? [keyPress(reading.name)] : [];
}

/** Terminals send a carriage return where the pasted text had a line feed. */
function pasteOf(bytes: Uint8Array): Paste {
	return {type: 'paste', text: decodeForeign(bytes).replaceAll(/\r\n?/gv, '\n')};
}
