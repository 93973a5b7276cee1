import {categoryCode} from '../../domain/category.ts';
import {severityCode} from '../../domain/severity.ts';
import {WordTable} from '../bytes/word-table.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {isCapital, isDigit, nextByte, ascii, type Run, wordEnd} from '../bytes/byte-text.ts';
import {codesOf} from '../vocabulary/action-codes.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {canBeginDate, readAnyTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {readMonthDayTime} from '../time/time-named-month.ts';
import {freeBareNumbers, hasNumbers, openBareLayouts, type OpenLayout} from './open-bare-layouts.ts';

/** Lines of programs and clusters that carry no level. */
export const bareLines: Format = {
	name: 'bare-lines',
	title: 'Clusters and programs without a level (Thunderbird, HPC, HealthApp, Proxifier)',
	framing: 'line',
	givesWay: true,
	open: kit => new BareReader(kit),
};

class BareReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #layouts = openBareLayouts();
	readonly #messages = new MessageReader();
	#bytes = new Uint8Array(0) as Uint8Array;
	/** Whether a number that may begin a time was none: with other digits the layout that asked for it might take the line. */
	#isMistaken = false;
	readonly #readTime = (at: number, end: number): number => readAnyTime(this.#bytes, at, end, this.#stamp) ? this.#stamp.end : this.#mistakenAt(at);
	/** Where seconds since 1970 stand before it, the time is that of the line of syslog that follows, and tells nothing more: not even that a year went by. */
	readonly #repeated: Stamp;
	readonly #readSyslogTime = (at: number, end: number): number => readMonthDayTime(this.#bytes, at, end, this.#repeated) ? this.#repeated.end : -1;

	/** Keeps which layout understood the line before, and tells aside which understood this one. */
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.#repeated = new Stamp(hints);
		this.time = new LineTime(this.#stamp, (...line) => this.#readAgain(...line), {
			state: 0,
			freeRuns: (bytes, start, end) => freeBareNumbers(this.#layout, bytes, {start, end}),
		});
	}

	/** The time of a line like one whose layout is told aside. */
	#readAgain(bytes: Uint8Array, start: number, end: number, into: Stamp): boolean {
		return this.#layouts[this.time.aside]!.epoch < 0 ? readAnyTime(bytes, start, end, into) : readEpochTime(bytes, start, wordEnd(bytes, start, end), into);
	}

	#mistakenAt(at: number): number {
		this.#isMistaken ||= canBeginDate(this.#bytes, at);
		return -1;
	}

	get #layout(): OpenLayout {
		return this.#layouts[this.time.state]!;
	}

	/** The layout that understood the line before is asked first. */
	#match(bytes: Uint8Array, start: number, end: number): boolean {
		this.#bytes = bytes;
		this.#isMistaken = false;
		if (!canBegin(bytes, start, end)) {
			return false;
		}

		if (this.#isLaidOut(this.#layout, start, end)) {
			return true;
		}

		for (let row = 0; row < this.#layouts.length; row++) {
			if (row !== this.time.state && this.#isLaidOut(this.#layouts[row]!, start, end)) {
				this.time.state = row;
				return true;
			}
		}

		return false;
	}

	#isLaidOut(layout: OpenLayout, start: number, end: number): boolean {
		const bytes = this.#bytes;
		const {template, epoch, program} = layout;
		const {starts, ends} = template;
		const isMatched = template.match(bytes, start, end, epoch < 0 ? this.#readTime : this.#readSyslogTime) && hasNumbers(layout, bytes);
		if (!isMatched || epoch < 0) {
			return isMatched;
		}

		// A name of several words is a sentence with a colon in it.
		const isNamed = program < 0 || nextByte(bytes, ascii.space, starts[program]!, ends[program]!) < 0;
		return isNamed && readEpochTime(bytes, starts[epoch]!, ends[epoch]!, this.#stamp);
	}

	#run(slot: number): Run {
		return slot < 0 ? noRun : {start: this.#layout.template.starts[slot]!, end: this.#layout.template.ends[slot]!};
	}

	#readVerdict(bytes: Uint8Array, draft: EventDraft): void {
		const {verdict} = this.#layout;
		if (verdict < 0) {
			return;
		}

		const {start, end} = this.#run(verdict);
		draft.action = connection.action;
		draft.category = connection.category;
		draft.result = resultOfWord(bytes, start, end);
	}

	/** How grave the mark says that it is; undefined where it says nothing. */
	#markSeverity(bytes: Uint8Array): number | undefined {
		const {start, end} = this.#run(this.#layout.mark);
		return marks.find(bytes, start, end);
	}

	/** Lines like the one at hand are laid out alike, unless a number decided that it is not laid out otherwise. */
	#takeTime(): void {
		const {start, end} = this.#run(this.#layout.epoch < 0 ? this.#layout.time : this.#layout.epoch);
		this.time.aside = this.time.state;
		if (this.#isMistaken) {
			this.time.forget();
		} else {
			this.time.take(start, end);
		}
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#match(bytes, start, end)) {
			return false;
		}

		this.#takeTime();

		const host = this.#run(this.#layout.host);
		const text = {start: this.#run(this.#layout.messageFrom).start, end};
		this.#stamp.giveTo(draft);
		draft.host.set(bytes, host.start, host.end);
		draft.severity = this.#markSeverity(bytes) ?? severityCode.none;
		if (!this.#messages.read(bytes, this.#run(this.#layout.program), text, draft)) {
			draft.category = categoryCode.system;
			addDevicesIn(draft, bytes, text.start, text.end);
			this.#readVerdict(bytes, draft);
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		// The layout that asks for the most tells the most, whichever the line above had.
		this.time.state = 0;
		this.#match(bytes, 0, bytes.length);
		const {template, messageFrom, program} = this.#layout;
		const marked = this.#run(this.#layout.mark);
		const text = {start: this.#run(messageFrom).start, end: bytes.length};
		const named = template.names.flatMap((name, slot): Field[] =>
			notFields.has(name) || template.ends[slot] === template.starts[slot] ? [] : [{name, value: decodeForeign(bytes, template.starts[slot], template.ends[slot])}]);
		return {
			message: decodeForeign(bytes, text.start),
			severityWord: this.#markSeverity(bytes) === undefined ? undefined : decodeForeign(bytes, marked.start, marked.end),
			fields: [...named, ...this.#messages.fields(bytes, this.#run(program), text)],
		};
	}
}

/** Redis' marks, from its least words to its warnings. */
const marks = new WordTable<number>([['.', severityCode.info], ['-', severityCode.info], ['*', severityCode.info], ['#', severityCode.notice]]);

const connection = codesOf('connection');

const noRun: Run = {start: 0, end: 0};

/** The first bytes of the layouts, so that most lines are turned away by one look: `[10.30 `, `134681 `, `20171223-`, or a label with the seconds since 1970 behind it. */
function canBegin(bytes: Uint8Array, start: number, end: number): boolean {
	if (bytes[start] === ascii.openBracket) {
		return bytes[start + 3] === ascii.dot;
	}

	let at = start;
	while (at < end && isDigit(bytes[at])) {
		at++;
	}

	return at > start ? bytes[at] === ascii.space || (bytes[at] === ascii.colon && isCapital(bytes[at + 1]) && bytes[at + 2] === ascii.space) || (bytes[at] === ascii.minus && at - start === dateDigits) : hasLabel(bytes, start, end);
}

const dateDigits = 8;

function hasLabel(bytes: Uint8Array, start: number, end: number): boolean {
	const space = nextByte(bytes, ascii.space, start, Math.min(end, start + longestLabelBytes));
	return space > 0 && isDigit(bytes[space + 1]) && isDigit(bytes[space + epochDigits]);
}

/** An alert's label is a word in capitals or a dash, and the seconds since 1970 behind it have ten digits since 2001. */
const longestLabelBytes = 24;
const epochDigits = 10;

/** Told elsewhere, or twice. */
const notFields: ReadonlySet<string> = new Set(['time', 'message', 'epoch', 'date', 'host', 'label', 'mark']);
