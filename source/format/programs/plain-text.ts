import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, isCapital, isLetter, type Run} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {canTellTime, findTime, headTimeStart, readHeadTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {afterColours} from '../bytes/colours.ts';
import {loggedMessages} from '../messages/logged-messages.ts';
import {startOfPeer, tunnelMessages} from '../messages/tunnel-messages.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {PairedMessage} from '../pairs/paired-message.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {TextTag} from '../syslog/text-tag.ts';

/** The last row of the table: takes every line, with whatever time and severity it shows. */
export const plainText: Format = {
	name: 'plain-text',
	title: 'Plain text',
	framing: 'line',
	isGeneric: true,
	open: kit => new PlainTextReader(kit),
};

/** How far behind the time a word such as `ERROR` may stand to be the line's level rather than part of its text. */
const levelReachBytes = 64;

/** Told aside of a line: that `finish` was not asked about it, and that other numbers might make a time of some in it. */
const unfinished = 1;
const digitsOfTime = 2;
const isUnfinished = (aside: number): boolean => (aside & unfinished) !== 0;
const hasDigitsOfTime = (aside: number): boolean => (aside & digitsOfTime) !== 0;

class PlainTextReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #messages = new MessageReader();
	readonly #paired = new PairedMessage();
	readonly #tag = new TextTag();
	#levelStart = 0;
	#levelEnd = 0;
	/** Behind the time of the line read last. */
	#textStart = 0;
	/** Whether nothing stands before it. */
	#isHeaded = true;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readHeadTime, {
			freeRuns: (_bytes, _start, end) => ({texts: [{start: this.#textStart, end}], values: []}),
			isTimeless: (bytes, start, end) => !hasDigitsOfTime(this.time.aside) || findTime(bytes, start, end, this.#stamp) < 0,
		});
	}

	/** A level is a word in capitals, or one in brackets, soon after the time. */
	#readLevel(bytes: Uint8Array, start: number, end: number): number {
		const last = Math.min(end, start + levelReachBytes);
		for (let at = start; at < last; at++) {
			if (!isLetter(bytes[at]!)) {
				at = Math.max(at, afterColours(bytes, at, last) - 1);
				continue;
			}

			const wordEnd = endOfLetters(bytes, at + 1, end);
			const severity = isMarked(bytes, at, wordEnd) ? severityOf(bytes, at, wordEnd) : 0;
			if (severity > 0) {
				this.#levelStart = at;
				this.#levelEnd = wordEnd;
				return severity;
			}

			// What ends a word is no letter.
			at = wordEnd;
		}

		return 0;
	}

	/** Where a time stands behind other text, other numbers there might be one, too. */
	#takeTime(timeStart: number, headStart: number): void {
		if (timeStart === headStart) {
			this.time.take(timeStart, this.#stamp.end);
		} else {
			this.time.forget();
		}
	}

	/** Behind the tag of a program stands what that program says. */
	#readMessage(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const tag = this.#tag;
		const isTagged = tag.read(bytes, start, end);
		const isKnown = isTagged ? this.#messages.read(bytes, tag.program, tag.text, draft) : this.#readUntagged(bytes, start, end, draft);
		return isKnown || this.#paired.read(bytes, isTagged ? tag.text : {start, end}, draft);
	}

	/** A peer, and what a tunnel says of him, or a sentence that any program may write. */
	#readUntagged(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const peer = startOfPeer(bytes, start, end);
		return (peer >= 0 && this.#messages.readAmong(tunnelMessages, bytes, {start: peer, end}, draft)) || this.#messages.readAmong(loggedMessages, bytes, {start, end}, draft);
	}

	/** Where the time stands behind other text, that may be a sentence that is known, and devices stand there too. */
	#readAround(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		if (this.#isHeaded || !this.#messages.readAmong(loggedMessages, bytes, {start, end}, draft)) {
			addDevicesIn(draft, bytes, start, end);
		}
	}

	#untaggedFields(bytes: Uint8Array, start: number, end: number): Field[] {
		const peer = startOfPeer(bytes, start, end);
		const told = peer < 0 ? [] : this.#messages.fieldsAmong(tunnelMessages, bytes, {start: peer, end});
		return told.length > 0 ? told : this.#messages.fieldsAmong(loggedMessages, bytes, {start, end});
	}

	/** What a sentence names that is known, or else what pairs name. */
	#named(bytes: Uint8Array, text: Run, fields: Field[]): Field[] {
		return this.#messages.isKnown ? fields : [...fields, ...this.#paired.fields(bytes, text)];
	}

	#fields(bytes: Uint8Array, start: number, end: number): Field[] {
		const {program, pid, text} = this.#tag;
		if (!this.#tag.read(bytes, start, end)) {
			return this.#named(bytes, {start, end}, this.#untaggedFields(bytes, start, end));
		}

		const named = pid.end > pid.start ? [{name: 'process', value: decodeForeign(bytes, program.start, program.end)}, {name: 'pid', value: decodeForeign(bytes, pid.start, pid.end)}] : [];
		return [...named, ...this.#named(bytes, text, this.#messages.fields(bytes, program, text))];
	}

	/** What pairs in the text say that was named last. */
	#severityInPairs(bytes: Uint8Array, start: number): Foreign | undefined {
		const {text} = this.#tag;
		return this.#messages.isKnown ? undefined : this.#paired.severityWord(bytes, this.#tag.read(bytes, start, bytes.length) ? text : {start, end: bytes.length});
	}

	get isUnfinished(): boolean {
		return isUnfinished(this.time.aside);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const timeStart = findTime(bytes, start, end, this.#stamp);
		if (timeStart < 0) {
			this.time.takeNone(start);
		} else {
			this.#stamp.giveTo(draft);
			draft.severity = this.#readLevel(bytes, this.#stamp.end, end);
			this.#takeTime(timeStart, headTimeStart(bytes, start, end));
		}

		this.#isHeaded = timeStart < 0 || isLineHead(bytes, start, timeStart);
		this.#textStart = timeStart < 0 ? start : afterTime(bytes, this.#stamp.end, end);
		this.time.aside = unfinished | (timeStart < 0 && canTellTime(bytes, start, end) ? digitsOfTime : 0);
		return true;
	}

	finish(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		this.time.aside &= ~unfinished;
		if (!this.#readMessage(bytes, this.#textStart, end, draft)) {
			this.#readAround(bytes, this.#isHeaded ? this.#textStart : start, end, draft);
		} else if (this.#messages.isToldByNumber) {
			this.time.forget();
		}
	}

	describe(bytes: Uint8Array): RecordFacts {
		const timeStart = findTime(bytes, 0, bytes.length, this.#stamp);
		const textStart = timeStart < 0 ? 0 : afterTime(bytes, this.#stamp.end, bytes.length);
		const isHeaded = timeStart < 0 || isLineHead(bytes, 0, timeStart);
		const told = this.#fields(bytes, textStart, bytes.length);
		const fields = isHeaded || this.#messages.isKnown ? told : [...told, ...this.#messages.fieldsAmong(loggedMessages, bytes, {start: 0, end: bytes.length})];
		const hasLevel = timeStart >= 0 && this.#readLevel(bytes, this.#stamp.end, bytes.length) > 0;
		return {
			message: decodeForeign(bytes, isHeaded ? textStart : 0),
			severityWord: hasLevel ? decodeForeign(bytes, this.#levelStart, this.#levelEnd) : this.#severityInPairs(bytes, textStart),
			fields,
		};
	}
}

/** Whether a word looks like a level: in capitals, or in brackets. */
const isMarked = (bytes: Uint8Array, start: number, end: number): boolean =>
	isCapital(bytes[start]) ? isCapital(bytes[start + 1]) || isBracketed(bytes, start, end) : isBracketed(bytes, start, end);

const isBracketed = (bytes: Uint8Array, start: number, end: number): boolean => bytes[start - 1] === ascii.openBracket && bytes[end] === ascii.closeBracket;

/** Whether a time at `timeStart` is the head of the line, but for a bracket or quote. */
const isLineHead = (bytes: Uint8Array, start: number, timeStart: number): boolean => timeStart === start || (timeStart === start + 1 && !isLetter(bytes[start]!));

/** What may stand between a time and the text. */
const afterTimeBytes: ReadonlySet<number> = new Set([ascii.space, ascii.closeBracket, ascii.colon, ascii.tab]);

function afterTime(bytes: Uint8Array, timeEnd: number, end: number): number {
	let at = timeEnd;
	while (at < end && afterTimeBytes.has(bytes[at]!)) {
		at++;
	}

	return at;
}

function endOfLetters(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && isLetter(bytes[at]!)) {
		at++;
	}

	return at;
}

