import {categoryCode} from '../../domain/category.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {portColon} from '../vocabulary/address-port.ts';
import {afterSpaces, ascii, bytesOf, isDigit, isWordAt, nextByte} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {digitHeads} from '../time/heads.ts';
import type {KnownMessages} from '../messages/known-messages.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {NamedRuns} from '../bytes/named-runs.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {Template} from '../templates/template.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {readWeekdayTime} from '../time/time-named-month.ts';
import {apacheMessages, nginxMessages} from '../messages/web-messages.ts';

/** Error logs of nginx (`2026/03/03 08:50:00 [error] 12#0: text`) and Apache (`[Sun Dec 04 04:47:44 2005] [core:error] [pid 7] text`). */
export const webError: Format = {
	name: 'web-error',
	title: 'nginx and Apache error logs',
	framing: 'line',
	heads: `[${digitHeads}`,
	marks: '[',
	open: kit => new WebErrorReader(kit),
};

const nginx = new Template('{time} [{level}] {pid}#{tid}: {message}');
const nginxSlots = {level: nginx.slot('level'), pid: nginx.slot('pid'), tid: nginx.slot('tid'), message: nginx.slot('message')};

/** The brackets that Apache writes before its text (ErrorLogFormat of its manual). */
const apacheBrackets = [
	{head: bytesOf('[pid '), name: 'pid'},
	{head: bytesOf('[tid '), name: 'tid'},
	{head: bytesOf('[client '), name: 'sourceAddress'},
	{head: bytesOf('[remote '), name: 'sourceAddress'},
] as const;

class WebErrorReader implements FormatReader {
	readonly #stamp: Stamp;
	#bytes = new Uint8Array(0) as Uint8Array;
	#levelStart = 0;
	#levelEnd = 0;
	#messageStart = 0;
	/** Where the text begins, behind the brackets that are part of the message. */
	#textStart = 0;
	#known: KnownMessages = apacheMessages;
	readonly #messages = new MessageReader();
	readonly #fields = new NamedRuns();
	readonly #readTime = (at: number, end: number): number => readIsoTime(this.#bytes, at, end, this.#stamp) ? this.#stamp.end : -1;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, (bytes, start, end, into) => (isDigit(bytes[start]) ? readIsoTime : readWeekdayTime)(bytes, start, end, into));
	}

	#readParts(bytes: Uint8Array, start: number, end: number): boolean {
		this.#bytes = bytes;
		this.#fields.clear();
		return bytes[start] === ascii.openBracket ? this.#readApache(bytes, start, end) : this.#readNginx(bytes, start, end);
	}

	#readNginx(bytes: Uint8Array, start: number, end: number): boolean {
		if (bytes[start + 4] !== ascii.slash || !nginx.match(bytes, start, end, this.#readTime)) {
			return false;
		}

		const {starts, ends} = nginx;
		this.#levelStart = starts[nginxSlots.level]!;
		this.#levelEnd = ends[nginxSlots.level]!;
		this.#messageStart = starts[nginxSlots.message]!;
		this.#textStart = this.#messageStart;
		this.#known = nginxMessages;
		this.#fields.add('pid', starts[nginxSlots.pid]!, ends[nginxSlots.pid]!);
		this.#fields.add('tid', starts[nginxSlots.tid]!, ends[nginxSlots.tid]!);
		return true;
	}

	#readApache(bytes: Uint8Array, start: number, end: number): boolean {
		if (!readWeekdayTime(bytes, start + 1, end, this.#stamp) || bytes[this.#stamp.end] !== ascii.closeBracket) {
			return false;
		}

		let at = afterSpaces(bytes, this.#stamp.end + 1, end);
		this.#levelStart = at;
		this.#levelEnd = at;
		const close = bytes[at] === ascii.openBracket ? nextByte(bytes, ascii.closeBracket, at, end) : -1;
		if (close >= 0 && bracketAt(bytes, at, end) === undefined) {
			this.#readLevel(bytes, at + 1, close);
			at = afterSpaces(bytes, close + 1, end);
		}

		this.#readBrackets(bytes, at, end);
		return true;
	}

	/** `notice`, or with the module before it: `core:notice`. */
	#readLevel(bytes: Uint8Array, start: number, end: number): void {
		const colon = nextByte(bytes, ascii.colon, start, end);
		this.#levelStart = colon < 0 ? start : colon + 1;
		this.#levelEnd = end;
		if (colon > start) {
			this.#fields.add('component', start, colon);
		}
	}

	/** The client's bracket is a field and stays part of the text, as the server wrote it. */
	#readBrackets(bytes: Uint8Array, start: number, end: number): void {
		let at = start;
		this.#known = apacheMessages;
		this.#messageStart = start;
		for (;;) {
			const bracket = bracketAt(bytes, at, end);
			const close = bracket === undefined ? -1 : nextByte(bytes, ascii.closeBracket, at, end);
			this.#textStart = at;
			if (bracket === undefined || close < 0) {
				return;
			}

			this.#addBracket(bytes, bracket.name, at + bracket.head.length, close);
			at = afterSpaces(bytes, close + 1, end);
			this.#messageStart = bracket.name === 'sourceAddress' ? this.#messageStart : at;
		}
	}

	/** `[pid 7:tid 8]` and `[client 192.0.2.7:51548]` are two fields. */
	#addBracket(bytes: Uint8Array, name: string, start: number, end: number): void {
		const colon = partingColon(name, bytes, start, end);
		this.#fields.add(name, start, colon < 0 ? end : colon);
		if (colon < 0) {
			return;
		}

		if (name === 'pid') {
			this.#fields.add('tid', colon + ':tid '.length, end);
		} else {
			this.#fields.add('sourcePort', colon + 1, end);
		}
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readParts(bytes, start, end)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		this.time.take(bytes[start] === ascii.openBracket ? start + 1 : start, this.#stamp.end);
		draft.severity = severityOf(bytes, this.#levelStart, this.#levelEnd);
		const client = this.#fields.first('sourceAddress');
		if (client >= 0) {
			addDevicesIn(draft, bytes, this.#fields.start(client), this.#fields.end(client));
		}

		if (!this.#messages.readAmong(this.#known, bytes, {start: this.#textStart, end}, draft)) {
			draft.category = categoryCode.system;
		} else if (this.#messages.isToldByNumber) {
			this.time.forget();
		}

		addDevicesIn(draft, bytes, this.#messageStart, end);
		return true;
	}

	/** What programs behind the server write to their standard error goes into the log as it is, over many lines. */
	continues(bytes: Uint8Array, start: number, end: number): boolean {
		return bytes[start] !== ascii.openBracket && !readIsoTime(bytes, start, end, this.#stamp);
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readParts(bytes, 0, bytes.length);
		return {
			message: decodeForeign(bytes, this.#messageStart),
			severityWord: this.#levelEnd > this.#levelStart ? decodeForeign(bytes, this.#levelStart, this.#levelEnd) : undefined,
			fields: [
				...this.#fields.map((name, start, end): Field => ({name, value: decodeForeign(bytes, start, end)})),
				...this.#messages.fieldsAmong(this.#known, bytes, {start: this.#textStart, end: firstLineEnd(bytes)}),
			],
		};
	}
}

/** The colon that parts a bracket of two fields; -1 where it holds one. */
function partingColon(name: string, bytes: Uint8Array, start: number, end: number): number {
	switch (name) {
		case 'pid': {
			return nextByte(bytes, ascii.colon, start, end);
		}

		case 'sourceAddress': {
			return portColon(bytes, start, end);
		}

		default: {
			return -1;
		}
	}
}

/** What comes below the first line is another program's. */
function firstLineEnd(bytes: Uint8Array): number {
	const newline = bytes.indexOf(ascii.newline);
	return newline === -1 ? bytes.length : newline;
}

/** A loop: a function made anew for every bracket costs more than what it compares. */
function bracketAt(bytes: Uint8Array, at: number, end: number): (typeof apacheBrackets)[number] | undefined {
	for (const bracket of apacheBrackets) {
		if (isWordAt(bytes, at, end, bracket.head)) {
			return bracket;
		}
	}

	return undefined;
}
