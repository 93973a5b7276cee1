import {categoryCode} from '../../domain/category.ts';
import {EventDraft} from '../../domain/event-draft.ts';
import {eachOnce, type Field} from '../../domain/field.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {isDigit, type Run} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {HeadLevel} from '../vocabulary/head-level.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {syslogHeads} from '../time/heads.ts';
import {PairedMessage} from '../pairs/paired-message.ts';
import {syslogSeverities, syslogSeverityOf} from '../vocabulary/severity-words.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {Stamp, type TimeReader} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {readMonthDayTime} from '../time/time-named-month.ts';
import {readYearMonthTime} from '../time/time-written-year.ts';
import {JsonMessage} from './json-message.ts';
import {isPassenger} from './passengers.ts';
import {dataFields, readData} from './structured-data.ts';
import {SyslogHeader} from './syslog-header.ts';
import {facilities} from './syslog-marks.ts';

/** Syslog files in any of their styles, and what sshd, sudo, su, PAM and the account tools write into them. */
export const syslog: Format = {
	name: 'syslog',
	title: 'syslog, auth.log, messages, secure',
	framing: 'line',
	heads: syslogHeads,
	after: ['cef', 'leef', 'pan-os'],
	open: kit => new SyslogReader(kit),
};

/** Takes what is read once more only to tell its fields. */
const ignored = new EventDraft();

class SyslogReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #header = new SyslogHeader();
	readonly #messages = new MessageReader();
	readonly #paired = new PairedMessage();
	readonly #level = new HeadLevel();
	readonly #json: JsonMessage;
	readonly #program = {start: 0, end: 0};
	readonly #text = {start: 0, end: 0};
	readonly time: LineTime;

	constructor(kit: ReaderKit) {
		this.#stamp = new Stamp(kit.hints);
		this.#json = new JsonMessage(kit);
		this.time = new LineTime(this.#stamp, readLogTime);
	}

	/** A sentence that is known tells what happened, or else pairs do. */
	#readMessage(bytes: Uint8Array, draft: EventDraft): boolean {
		if (!this.#messages.read(bytes, this.#program, this.#text, draft)) {
			return this.#paired.read(bytes, this.#text, draft);
		}

		const {pairs} = this.#messages;
		if (pairs !== undefined) {
			this.#paired.add(bytes, pairs, draft);
		}

		return true;
	}

	/** What an object tells counts before the header, but for the host that wrote it; a header of old tells neither the year nor a fraction. */
	#readJson(bytes: Uint8Array, draft: EventDraft): boolean {
		const {severity, timeMicros, timeNanos, timeDigits} = draft;
		if (!this.#json.read(bytes, this.#text, draft)) {
			return false;
		}

		const {hostStart, hostEnd} = this.#header;
		if (hostEnd > hostStart) {
			draft.host.set(bytes, hostStart, hostEnd);
		}

		if (Number.isNaN(draft.timeMicros)) {
			Object.assign(draft, {timeMicros, timeNanos, timeDigits, fault: undefined});
		}

		if (draft.deviceCount === 0) {
			addDevicesIn(draft, bytes, this.#text.start, this.#text.end);
		}

		draft.severity ||= severity;
		draft.category ||= categoryCode.system;
		return true;
	}

	#named(bytes: Uint8Array, program: Run, text: Run): Field[] {
		const fields = this.#messages.fields(bytes, program, text);
		const pairs = this.#pairsIn(text);
		return pairs === undefined ? fields : [...fields, ...this.#paired.fields(bytes, pairs)];
	}

	/** Where the message named last has its pairs. */
	#pairsIn(text: Run): Run | undefined {
		return this.#messages.isKnown ? this.#messages.pairs : text;
	}

	/** The header's, or where it tells none that with which the message begins which was named last, or that of its pairs. */
	#severityWord(bytes: Uint8Array, text: Run | undefined): Foreign | undefined {
		const severity = syslogSeverities[this.#header.severity(bytes)];
		if (severity !== undefined || text === undefined) {
			return severity && foreignText(severity.word);
		}

		const level = this.#level;
		const pairs = level.read(bytes, text.start, text.end) > 0 ? undefined : this.#pairsIn(text);
		return pairs === undefined ? decodeForeignOrNone(bytes, level) : this.#paired.severityWord(bytes, pairs);
	}

	/** What stands behind the header; some say all that they have to say in the structured data. */
	#written(bytes: Uint8Array): Foreign {
		const {messageStart, dataStart, dataEnd} = this.#header;
		return messageStart >= bytes.length && dataEnd > dataStart ? decodeForeign(bytes, dataStart, dataEnd) : decodeForeign(bytes, messageStart);
	}

	/** What the message says that is an object. */
	#objectTold(bytes: Uint8Array): RecordFacts | undefined {
		const {messageStart, messageEnd} = this.#header;
		return this.#json.describe(bytes, {start: messageStart, end: messageEnd}, ignored);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const header = this.#header;
		if (!header.read(bytes, start, end, this.#stamp) || isPassenger(bytes, header.messageStart, end)) {
			return false;
		}

		this.time.forget();
		if (header.hasTime) {
			this.#stamp.giveTo(draft);
			this.time.take(header.timeStart, this.#stamp.end);
		}

		draft.host.set(bytes, header.hostStart, header.hostEnd);
		draft.type.set(bytes, header.messageIdStart, header.messageIdEnd);
		draft.severity = syslogSeverityOf(header.severity(bytes)) || this.#level.read(bytes, header.messageStart, header.messageEnd);
		this.#program.start = header.programStart;
		this.#program.end = header.programEnd;
		this.#text.start = header.messageStart;
		this.#text.end = header.messageEnd;
		if (this.#readJson(bytes, draft)) {
			this.time.forget();
		} else if (!this.#readMessage(bytes, draft)) {
			draft.category = categoryCode.system;
			addDevicesIn(draft, bytes, header.messageStart, end);
		} else if (this.#messages.isToldByNumber) {
			this.time.forget();
		}

		if (header.dataEnd > header.dataStart) {
			readData(bytes, {start: header.dataStart, end: header.dataEnd}, {start: header.messageIdStart, end: header.messageIdEnd}, draft);
		}

		return true;
	}

	message(bytes: Uint8Array): Foreign {
		this.#header.read(bytes, 0, bytes.length, this.#stamp);
		return this.#objectTold(bytes)?.message ?? this.#written(bytes);
	}

	describe(bytes: Uint8Array): RecordFacts {
		const header = this.#header;
		header.read(bytes, 0, bytes.length, this.#stamp);
		const told = this.#objectTold(bytes);
		const {programStart, programEnd, priority, messageStart, messageEnd} = header;
		const text = {start: messageStart, end: messageEnd};
		const named = told?.fields ?? this.#named(bytes, {start: programStart, end: programEnd}, text);
		const runs: ReadonlyArray<readonly [string, number, number]> = [
			['process', programStart, programEnd],
			['pid', header.pidStart, header.pidEnd],
			['relay', header.relayStart, header.relayEnd],
			['messageId', header.messageIdStart, header.messageIdEnd],
			['structuredData', header.dataStart, header.dataEnd],
		];
		return {
			message: told?.message ?? this.#written(bytes),
			severityWord: told?.severityWord ?? this.#severityWord(bytes, told === undefined ? text : undefined),
			fields: eachOnce([
				...runs.flatMap(([name, start, end]): Field[] => end > start ? [{name, value: decodeForeign(bytes, start, end)}] : []),
				...facility(priority),
				...dataFields(bytes, header.dataStart, header.dataEnd),
				...named,
			]),
		};
	}
}

/** The times that are asked for first. */
const readLogTime: TimeReader = (bytes, start, end, into) => isDigit(bytes[start]) ? readIsoTime(bytes, start, end, into) || readYearMonthTime(bytes, start, end, into) : readMonthDayTime(bytes, start, end, into);

const decodeForeignOrNone = (bytes: Uint8Array, {start, end}: Run): Foreign | undefined => end > start ? decodeForeign(bytes, start, end) : undefined;

const facility = (priority: number): Field[] => priority < 0 ? [] : [{name: 'facility', value: foreignText(facilities[priority >> 3]!)}];
