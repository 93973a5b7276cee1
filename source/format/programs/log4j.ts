import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import {eachOnce, type Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, beforeSpaces, isCapital, isDigit} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {hasLevel} from '../vocabulary/find-level.ts';
import {findTime, readAnyTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {letterSeverity} from '../vocabulary/logged-severity.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {loggedMessages} from '../messages/logged-messages.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {levelSeverityOf} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {readBareTime} from '../time/time-compact.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {allLayouts, fullestLayout, hasNamesAndNumbers, type LayoutGroup, layoutsBy, namedStart, type OpenLogLayout} from './open-log-layouts.ts';

/** Program logs as log4j and its relatives write them: core.log, upgrade.log, install.log. Stack traces belong to the event above. */
export const log4j: Format = {
	name: 'log4j',
	title: 'Program logs (log4j and its like)',
	framing: 'line',
	isGeneric: true,
	after: ['console-audit', 'web-error', 'csv'],
	open: kit => new Log4jReader(kit),
};

class Log4jReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #messages = new MessageReader();
	/** Whether the line looked at last is laid out as the last of ours before it. */
	#isUsual = false;
	#bytes = new Uint8Array(0) as Uint8Array;
	/** Most layouts begin with the time: it is read once a line, however many are tried. */
	#timeAt = -1;
	#timeEnd = -1;
	readonly #readTime = (at: number, end: number): number => {
		if (at !== this.#timeAt) {
			this.#timeAt = at;
			this.#timeEnd = this.#hasTime(at, end) ? this.#stamp.end : -1;
		}

		return this.#timeEnd;
	};

	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readIsoTime, {state: stateOf(fullestLayout, true)});
	}

	/** The layout that fitted last. */
	get #layout(): OpenLogLayout {
		return allLayouts[this.time.state >> 1]!;
	}

	/** Whether it fitted the line looked at last. */
	get #isOurs(): boolean {
		return (this.time.state & 1) === 1;
	}

	#hasTime(at: number, end: number): boolean {
		const bytes = this.#bytes;
		return readAnyTime(bytes, at, end, this.#stamp) || (readBareTime(bytes, at, end, this.#stamp) && !Number.isNaN(this.#stamp.micros));
	}

	/** The severity code of the line's level, 0 where no layout fits. Behind a line of ours the layout of that line is asked first, behind any other the line is looked over first. */
	#match(bytes: Uint8Array, start: number, end: number): number {
		this.#bytes = bytes;
		this.#timeAt = -1;
		if (!this.#isOurs && !this.#canFit(start, end)) {
			return 0;
		}

		const layout = this.#layout;
		const severity = this.#severity(layout, start, end) || (this.#isOurs && !this.#canFit(start, end) ? 0 : this.#findLayout(start, end));
		this.time.state = stateOf(this.#layout, severity > 0);
		this.#isUsual = severity > 0 && layout === this.#layout;
		return severity;
	}

	#findLayout(start: number, end: number): number {
		const text = {start, end};
		const {usual, templates, behindLetter} = this.#layoutsAt(start, end);
		for (let index = templates.next(0, this.#bytes, text, this.#readTime); index >= 0; index = templates.next(index + 1, this.#bytes, text, this.#readTime)) {
			const severity = this.#severityIn(usual[index]!, start, end);
			if (severity > 0) {
				this.time.state = stateOf(usual[index]!, true);
				return severity;
			}
		}

		for (const layout of behindLetter) {
			const severity = this.#severity(layout, start, end);
			if (severity > 0) {
				this.time.state = stateOf(layout, true);
				return severity;
			}
		}

		return 0;
	}

	#canFit(start: number, end: number): boolean {
		return this.#canHaveTime(start, end) && this.#canHaveLevel(start, end);
	}

	/** The layouts whose beginning is that of the line. */
	#layoutsAt(start: number, end: number): LayoutGroup {
		if (this.#bytes[start] === ascii.openBracket) {
			return layoutsBy.bracket;
		}

		return this.#readTime(start, end) < 0 ? layoutsBy.other : layoutsBy.time;
	}

	/** Every layout has a time among its first words: a line without a digit there is turned away by one look. */
	#canHaveTime(start: number, end: number): boolean {
		const last = Math.min(end, start + timeReachBytes);
		for (let at = start; at < last; at++) {
			if (isDigit(this.#bytes[at])) {
				return true;
			}
		}

		return false;
	}

	/** A line without a level, by itself or right before a number, fits no layout. */
	#canHaveLevel(start: number, end: number): boolean {
		return hasLevel(this.#bytes, start, end) || (letterSeverity(this.#bytes, start, start + 1) > 0 && isDigit(this.#bytes[start + 1]));
	}

	#severity(layout: OpenLogLayout, start: number, end: number): number {
		const isBehindLetter = layout.levelIs === 'head';
		if (isBehindLetter && !isDigit(this.#bytes[start + 1])) {
			return 0;
		}

		return layout.template.match(this.#bytes, isBehindLetter ? start + 1 : start, end, this.#readTime) ? this.#severityIn(layout, start, end) : 0;
	}

	/** The same of a layout whose template fits. */
	#severityIn(layout: OpenLogLayout, start: number, end: number): number {
		if (!hasNamesAndNumbers(layout, this.#bytes, end)) {
			return 0;
		}

		const {template, levelIs, level} = layout;
		const from = levelIs === 'head' ? start : template.starts[level]!;
		const to = levelIs === 'head' ? start + 1 : beforeSpaces(this.#bytes, from, template.ends[level]!);
		layout.levelStart = from;
		layout.levelEnd = to;
		if (levelIs === 'capitals' && !(isCapital(this.#bytes[from]) && isCapital(this.#bytes[from + 1]))) {
			return 0;
		}

		return levelIs === 'word' || levelIs === 'capitals' ? levelSeverityOf(this.#bytes, from, to) : letterSeverity(this.#bytes, from, to);
	}

	#readNamed(bytes: Uint8Array, end: number, draft: EventDraft): boolean {
		const start = namedStart(this.#layout, bytes);
		return start >= 0 && this.#messages.readAmong(loggedMessages, bytes, {start, end}, draft);
	}

	#toldFields(bytes: Uint8Array, textStart: number, end: number): Field[] {
		const told = this.#messages.fieldsAmong(loggedMessages, bytes, {start: textStart, end});
		const start = this.#messages.isKnown ? -1 : namedStart(this.#layout, bytes);
		return start < 0 ? told : this.#messages.fieldsAmong(loggedMessages, bytes, {start, end});
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const severity = this.#match(bytes, start, end);
		if (severity === 0) {
			return false;
		}

		const {template, time, message, user, host, from} = this.#layout;
		// Where another layout is sought, any number may be asked whether it is a time.
		if (this.#isUsual) {
			this.time.take(template.starts[time]!, template.ends[time]!);
		} else {
			this.time.forget();
		}

		this.#stamp.giveTo(draft);
		// Of a connection nobody has signed in through yet.
		if (user >= 0 && bytes[template.starts[user]!] !== ascii.openBracket) {
			draft.user.set(bytes, template.starts[user]!, template.ends[user]!);
		}

		if (host >= 0) {
			draft.host.set(bytes, template.starts[host]!, template.ends[host]!);
		}

		if (from >= 0) {
			addDevicesIn(draft, bytes, template.starts[from]!, template.ends[from]!);
		}

		draft.severity = severity;
		const textStart = template.starts[message]!;
		if (!this.#messages.readAmong(loggedMessages, bytes, {start: textStart, end}, draft) && !this.#readNamed(bytes, end, draft)) {
			draft.category = categoryCode.system;
			addDevicesIn(draft, bytes, textStart, end);
		} else if (this.#messages.isToldByNumber) {
			this.time.forget();
		}

		return true;
	}

	/** A line that does not begin with a time goes on with what the line above began. */
	continues(bytes: Uint8Array, start: number, end: number): boolean {
		return findTime(bytes, start, Math.min(end, start + headTimeBytes), this.#stamp) < 0;
	}

	describe(bytes: Uint8Array): RecordFacts {
		const newline = bytes.indexOf(ascii.newline);
		// The layout that asks for the most tells the most, whichever the line above had.
		this.time.state = stateOf(fullestLayout, this.#isOurs);
		const end = newline === -1 ? bytes.length : newline;
		this.#match(bytes, 0, end);
		const {template, levelStart, levelEnd, message} = this.#layout;
		const fields = template.names.flatMap((name, slot): Field[] => notFields.has(name) || template.ends[slot] === template.starts[slot] || (name === 'user' && bytes[template.starts[slot]!] === ascii.openBracket)
			? []
			: [{name, value: decodeForeign(bytes, template.starts[slot], template.ends[slot]).trim() as Foreign}]);
		return {
			message: decodeForeign(bytes, template.starts[message]),
			severityWord: decodeForeign(bytes, levelStart, levelEnd),
			fields: eachOnce([...fields, ...this.#toldFields(bytes, template.starts[message]!, end)]),
		};
	}
}

/** All that is kept from one line to the next, as one number. */
const stateOf = ({row}: OpenLogLayout, isOurs: boolean): number => (2 * row) + (isOurs ? 1 : 0);

/** How far into a line its first digit is looked for, and how far a line's own time may begin. */
const timeReachBytes = 64;
const headTimeBytes = 40;

/** Told elsewhere, or of no use. */
const notFields: ReadonlySet<string> = new Set(['time', 'level', 'message', 'mark', 'epoch', 'date']);
