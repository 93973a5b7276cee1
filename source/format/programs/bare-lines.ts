import {categoryCode} from '../../domain/category.ts';
import {severityCode} from '../../domain/severity.ts';
import {WordTable} from '../bytes/word-table.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {isCapital, isDigit, nextByte, ascii, type Run} from '../bytes/byte-text.ts';
import {codesOf} from '../vocabulary/action-codes.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {readAnyTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {Stamp} from '../time/stamp.ts';
import {Template} from '../templates/template.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {readMonthDayTime} from '../time/time-named-month.ts';
import {type BareLayout, bareLayouts} from './bare-layouts.ts';

/** Lines of programs and clusters that carry no level. */
export const bareLines: Format = {
	name: 'bare-lines',
	title: 'Clusters and programs without a level (Thunderbird, HPC, HealthApp, Proxifier)',
	framing: 'line',
	givesWay: true,
	open: kit => new BareReader(kit),
};

type OpenLayout = {
	readonly template: Template;
	readonly numbers: readonly number[];
	readonly epoch: number;
	readonly host: number;
	readonly program: number;
	readonly messageFrom: number;
	readonly mark: number;
	readonly verdict: number;
};

function openLayout({pattern, numbers, messageFrom = 'message', isMarked = false, isConnection = false}: BareLayout): OpenLayout {
	const template = new Template(pattern);
	return {
		template,
		numbers: numbers.map(name => template.slot(name)),
		epoch: template.slot('epoch'),
		host: template.slot('host'),
		program: template.slot('process'),
		messageFrom: template.slot(messageFrom),
		verdict: isConnection ? template.slot('verdict') : -1,
		mark: isMarked ? template.slot('mark') : -1,
	};
}

class BareReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #layouts = bareLayouts.map(layout => openLayout(layout));
	readonly #messages = new MessageReader();
	#bytes = new Uint8Array(0) as Uint8Array;
	readonly #readTime = (at: number, end: number): number => readAnyTime(this.#bytes, at, end, this.#stamp) ? this.#stamp.end : -1;
	/** Where seconds since 1970 stand before it, the time is that of the line of syslog that follows. */
	readonly #readSyslogTime = (at: number, end: number): number => readMonthDayTime(this.#bytes, at, end, this.#stamp) ? this.#stamp.end : -1;

	/** Keeps which layout understood the line before. What is in a layout hangs on numbers: no line is remembered. */
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readAnyTime, {state: 0});
	}

	get #layout(): OpenLayout {
		return this.#layouts[this.time.state]!;
	}

	/** The layout that understood the line before is asked first. */
	#match(bytes: Uint8Array, start: number, end: number): boolean {
		this.#bytes = bytes;
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

	#isLaidOut({template, numbers, epoch, program}: OpenLayout, start: number, end: number): boolean {
		const bytes = this.#bytes;
		const {starts, ends} = template;
		const isMatched = template.match(bytes, start, end, epoch < 0 ? this.#readTime : this.#readSyslogTime) && hasNumbers(numbers, bytes, template);
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

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#match(bytes, start, end)) {
			return false;
		}

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

/** A loop: a function made anew for every line costs more than what it looks at. */
function hasNumbers(slots: readonly number[], bytes: Uint8Array, {starts, ends}: Template): boolean {
	for (const slot of slots) {
		if (!isNumber(bytes, starts[slot]!, ends[slot]!)) {
			return false;
		}
	}

	return true;
}

function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		if (!isDigit(bytes[at])) {
			return false;
		}
	}

	return end > start;
}

/** Told elsewhere, or twice. */
const notFields: ReadonlySet<string> = new Set(['time', 'message', 'epoch', 'date', 'host', 'label', 'mark']);
