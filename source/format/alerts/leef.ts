import type {EventDraft} from '../../domain/event-draft.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, nextByte} from '../bytes/byte-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {hexDigit} from '../json/json-text.ts';
import type {LineTime} from '../line-memory/line-time.ts';
import {PairList} from '../bytes/pair-list.ts';
import {Stamp} from '../time/stamp.ts';
import {alertFacts} from './alert-facts.ts';
import {alertKeys, alertSeverity, readAlertColumns} from './alert-fields.ts';
import {openAlertTime, readAlertTime} from './alert-time.ts';
import {BarredHeader} from './barred-header.ts';
import {Envelope, envelopeHeads} from './envelope.ts';

/** Alerts in the Log Event Extended Format, by themselves or inside syslog. */
export const leef: Format = {
	name: 'leef',
	title: 'LEEF alerts',
	framing: 'line',
	heads: `L${envelopeHeads}`,
	marks: '|',
	open: kit => new LeefReader(kit),
};

const mark = bytesOf('LEEF:');

/** `LEEF:1.0|vendor|product|version|event|`; version 2 adds the byte between attributes. */
const headerFields = [undefined, 'deviceVendor', 'deviceProduct', 'deviceVersion', 'sourceAction'];
const eventPart = 4;

class LeefReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #envelope = new Envelope();
	readonly #pairs = new PairList();
	readonly #header = new BarredHeader(headerFields, {isEscaped: false});
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = openAlertTime(this.#stamp, this.#pairs);
	}

	#readAll(bytes: Uint8Array, start: number, end: number): boolean {
		if (!this.#envelope.read(bytes, {start, end, mark}, this.#stamp)) {
			return false;
		}

		const at = this.#header.read(bytes, this.#envelope.start + mark.length, end);
		if (at < 0) {
			return false;
		}

		const hasDelimiter = bytes[this.#header.starts[0]!] === 0x32;
		const bar = hasDelimiter ? nextByte(bytes, ascii.pipe, at, Math.min(end, at + 6)) : -1;
		readAttributes(this.#pairs, bytes, {start: bar < 0 ? at : bar + 1, end, delimiter: bar < 0 ? ascii.tab : delimiterOf(bytes, at, bar)});
		return true;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readAll(bytes, start, end)) {
			return false;
		}

		readAlertTime(draft, {pairs: this.#pairs, envelope: this.#envelope, time: this.time, stamp: this.#stamp, bytes});
		draft.host.set(bytes, this.#envelope.hostStart, this.#envelope.hostEnd);
		const severity = this.#pairs.findAny(alertKeys.severity);
		draft.severity = severity < 0 ? 0 : alertSeverity(bytes, this.#pairs.starts[severity]!, this.#pairs.ends[severity]!);
		const event = this.#header.place(eventPart);
		readAlertColumns(draft, this.#pairs, bytes, {...event, isQuiet: false, windowsEvent: this.#header.windowsEvent(bytes)});
		draft.type.set(bytes, event.start, event.end);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readAll(bytes, 0, bytes.length);
		const event = this.#header.place(eventPart);
		const head = {fields: this.#header.fields(bytes, decodeForeign), name: decodeForeign(bytes, event.start, event.end), severityWord: undefined};
		return alertFacts(bytes, this.#pairs, head, decodeForeign);
	}
}

/** The byte itself, or its number as `x09` or `0x09`; none means a tab. */
function delimiterOf(bytes: Uint8Array, start: number, end: number): number {
	const high = hexDigit(bytes[end - 2] ?? 0);
	const low = hexDigit(bytes[end - 1] ?? 0);
	if (end - start >= 3 && high >= 0 && low >= 0) {
		return (high << 4) | low;
	}

	return end > start ? bytes[start]! : ascii.tab;
}

function readAttributes(pairs: PairList, bytes: Uint8Array, {start, end, delimiter}: {readonly start: number; readonly end: number; readonly delimiter: number}): void {
	pairs.clear(bytes);
	for (let at = start; at < end;) {
		const next = nextByte(bytes, delimiter, at, end);
		const stop = next < 0 ? end : next;
		const equals = nextByte(bytes, ascii.equals, at, stop);
		if (equals > at) {
			pairs.add({keyStart: at, keyEnd: equals, start: equals + 1, end: stop, isQuoted: false});
		}

		at = stop + 1;
	}
}
