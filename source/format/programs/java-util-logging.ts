import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, isLetterOrDigit, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {monthHeads} from '../time/heads.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {loggedMessages} from '../messages/logged-messages.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {Stamp, type TimeReader} from '../time/stamp.ts';
import {readMonthDayYearTime} from '../time/time-written-year.ts';

/**
What `java.util.logging` writes unless it is told otherwise, as in Tomcat's catalina.out: a line with the time, the class and the method, and below it
the level and the message.
*/
export const javaUtilLogging: Format = {
	name: 'java-util-logging',
	title: 'java.util.logging in two lines (catalina.out)',
	framing: 'line',
	hasHeaders: true,
	headerHeads: monthHeads,
	hangsOnNumbers: false,
	open: kit => new JavaReader(kit),
};

class JavaReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #headStamp: Stamp;
	readonly #messages = new MessageReader();
	#hasHead = false;
	#levelEnd = 0;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.#headStamp = new Stamp(hints);
		this.time = new LineTime(this.#headStamp, readTimeAbove);
	}

	#isHead(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		return readMonthDayYearTime(bytes, start, end, stamp) && bytes[stamp.end] === ascii.space && hasClassAndMethod(bytes, stamp.end + 1, end);
	}

	/** `INFO: text`; the severity, or 0. */
	#readLevel(bytes: Uint8Array, start: number, end: number): number {
		const colon = nextByte(bytes, ascii.colon, start, Math.min(end, start + longestLevelBytes));
		this.#levelEnd = colon;
		return colon < 0 ? 0 : severityOf(bytes, start, colon);
	}

	readHeader(bytes: Uint8Array, start: number, end: number): boolean {
		const isHead = this.#isHead(bytes, start, end, this.#headStamp);
		this.#hasHead ||= isHead;
		return isHead;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const severity = this.#hasHead ? this.#readLevel(bytes, start, end) : 0;
		if (severity === 0) {
			return false;
		}

		this.#headStamp.giveTo(draft);
		this.time.take(this.#levelEnd, this.#levelEnd + 1);
		draft.severity = severity;
		if (!this.#messages.readAmong(loggedMessages, bytes, {start: this.#levelEnd + 1, end}, draft)) {
			draft.category = categoryCode.system;
			addDevicesIn(draft, bytes, this.#levelEnd, end);
		} else if (this.#messages.isToldByNumber) {
			this.time.forget();
		}

		return true;
	}

	/** A stack trace, or further lines of the message. */
	continues(bytes: Uint8Array, start: number, end: number): boolean {
		return !this.#isHead(bytes, start, end, this.#stamp);
	}

	describe(bytes: Uint8Array): RecordFacts {
		const newline = nextByte(bytes, ascii.newline, 0, bytes.length);
		const hasHead = newline > 0 && this.#isHead(bytes, 0, newline, this.#stamp);
		const start = hasHead ? newline + 1 : 0;
		this.#readLevel(bytes, start, bytes.length);
		const textEnd = nextByte(bytes, ascii.newline, start, bytes.length);
		const classEnd = wordEnd(bytes, this.#stamp.end + 1, newline);
		return {
			message: decodeForeign(bytes, this.#levelEnd + 1).trimStart() as Foreign,
			severityWord: decodeForeign(bytes, start, this.#levelEnd),
			fields: [
				...hasHead ? [{name: 'logger', value: decodeForeign(bytes, this.#stamp.end + 1, classEnd)}, {name: 'method', value: decodeForeign(bytes, classEnd + 1, newline)}] : [],
				...this.#messages.fieldsAmong(loggedMessages, bytes, {start: this.#levelEnd + 1, end: textEnd < 0 ? bytes.length : textEnd}),
			],
		};
	}
}

/** The time of a message stands in the line above, and is in the stamp: in the line itself the colon behind the level stands for it. */
const readTimeAbove: TimeReader = (_bytes, start, _end, into) => {
	into.end = start + 1;
	return true;
};

/** `WARNING` */
const longestLevelBytes = 10;

/** Two words, a dot in the first: what else stands behind a time is a message. */
function hasClassAndMethod(bytes: Uint8Array, start: number, end: number): boolean {
	const classEnd = wordEnd(bytes, start, end);
	const method = bytes[classEnd + 1] ?? 0;
	const isMethod = isLetterOrDigit(method) || method === lessThan;
	return isMethod && nextByte(bytes, ascii.dot, start, classEnd) > start && wordEnd(bytes, classEnd + 1, end) === end;
}

/** Constructors are `<init>`. */
const lessThan = 0x3C;
