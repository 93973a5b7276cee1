import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, nextByte} from '../bytes/byte-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {LineTime} from '../line-memory/line-time.ts';
import {PairList} from '../bytes/pair-list.ts';
import {Stamp} from '../time/stamp.ts';
import {WordTable} from '../bytes/word-table.ts';
import {alertFacts} from './alert-facts.ts';
import {alertKeys, alertSeverity, readAlertColumns} from './alert-fields.ts';
import {openAlertTime, readAlertTime} from './alert-time.ts';
import {BarredHeader} from './barred-header.ts';
import {readExtension} from './cef-extension.ts';
import {Envelope, envelopeHeads} from './envelope.ts';

/** Alerts in the Common Event Format, by themselves or inside syslog. */
export const cef: Format = {
	name: 'cef',
	title: 'CEF alerts',
	framing: 'line',
	heads: `C${envelopeHeads}`,
	marks: '|',
	open: kit => new CefReader(kit),
};

const mark = bytesOf('CEF:');

/** `CEF:0|vendor|product|version|signature|name|severity|`. */
const headerFields = [undefined, 'deviceVendor', 'deviceProduct', 'deviceVersion', 'signatureId', 'sourceAction', undefined];
const kindPart = 4;
const namePart = 5;
const severityPart = 6;

/** The lowest severity of all, or none that is known. */
const quiet = new WordTable<true>([['0', true], ['unknown', true]]);

class CefReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #envelope = new Envelope();
	readonly #pairs = new PairList();
	readonly #header = new BarredHeader(headerFields, {isEscaped: true});
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = openAlertTime(this.#stamp, this.#pairs);
	}

	#readAll(bytes: Uint8Array, start: number, end: number): boolean {
		if (!this.#envelope.read(bytes, {start, end, mark}, this.#stamp)) {
			return false;
		}

		const extensionStart = this.#header.read(bytes, this.#envelope.start + mark.length, end);
		if (extensionStart < 0) {
			return false;
		}

		readExtension(this.#pairs, bytes, extensionStart, end);
		return true;
	}

	#readHost(bytes: Uint8Array, draft: EventDraft): void {
		const {hostStart, hostEnd} = this.#envelope;
		const told = hostEnd > hostStart ? -1 : this.#pairs.findFilled(alertKeys.host);
		draft.host.set(bytes, told < 0 ? hostStart : this.#pairs.starts[told]!, told < 0 ? hostEnd : this.#pairs.ends[told]!);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readAll(bytes, start, end)) {
			return false;
		}

		readAlertTime(draft, {pairs: this.#pairs, envelope: this.#envelope, time: this.time, stamp: this.#stamp, bytes});
		this.#readHost(bytes, draft);
		const {start: nameStart, end: nameEnd} = this.#header.place(namePart);
		const severity = this.#header.place(severityPart);
		draft.severity = alertSeverity(bytes, severity.start, severity.end);
		const isQuiet = quiet.find(bytes, severity.start, severity.end) === true;
		readAlertColumns(draft, this.#pairs, bytes, {start: nameStart, end: nameEnd, isQuiet, windowsEvent: this.#header.windowsEvent(bytes), kind: this.#header.place(kindPart)});
		setUnescaped(draft.type, bytes, nameStart, nameEnd);
		setUnescaped(draft.user, draft.user.bytes, draft.user.start, draft.user.end);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readAll(bytes, 0, bytes.length);
		const name = this.#header.place(namePart);
		const severity = this.#header.place(severityPart);
		const head = {fields: this.#header.fields(bytes, unescapeCef), name: unescapeCef(bytes, name.start, name.end), severityWord: decodeForeign(bytes, severity.start, severity.end)};
		return alertFacts(bytes, this.#pairs, head, unescapeCef);
	}
}

/** Few values hold an escape: most are kept where they lie. */
function setUnescaped(run: ByteRun, bytes: Uint8Array, start: number, end: number): void {
	if (nextByte(bytes, ascii.backslash, start, end) < 0) {
		run.set(bytes, start, end);
	} else {
		run.setText(unescapeCef(bytes, start, end));
	}
}

const escapes: Readonly<Record<string, string>> = {'\\n': '\n', '\\r': '\r', '\\t': '\t', '\\|': '|', '\\=': '=', '\\\\': '\\'};

/** What a value says: CEF escapes bars, equals signs, backslashes and line ends. */
function unescapeCef(bytes: Uint8Array, start: number, end: number): Foreign {
	const text = decodeForeign(bytes, start, end);
	return text.replaceAll(/\\[=\\nrt\|]/gv, escape => escapes[escape]!) as Foreign;
}
