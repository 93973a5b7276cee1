import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, latinText, nextByte} from '../bytes/byte-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {PairList} from '../bytes/pair-list.ts';
import {Stamp} from '../time/stamp.ts';
import {WordTable} from '../bytes/word-table.ts';
import {alertFieldNames, alertKeys, alertSeverity, readAlertColumns} from './alert-fields.ts';
import {hasAlertTime} from './alert-time.ts';
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
const headerNames = ['version', 'deviceVendor', 'deviceProduct', 'deviceVersion', 'signatureId', 'name', 'severity'] as const;
const nameSlot = headerNames.indexOf('name');
const severitySlot = headerNames.indexOf('severity');
const vendorSlot = headerNames.indexOf('deviceVendor');
const signatureSlot = headerNames.indexOf('signatureId');

const quiet = new WordTable<true>([['0', true], ['unknown', true]]);

class CefReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #envelope = new Envelope();
	readonly #pairs = new PairList();
	readonly #header = new BarredHeader(headerNames.length, {isEscaped: true});

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
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

	/** The lowest severity of all, or none that is known. */
	#isQuiet(bytes: Uint8Array): boolean {
		return quiet.find(bytes, this.#header.starts[severitySlot]!, this.#header.ends[severitySlot]!) === true;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readAll(bytes, start, end)) {
			return false;
		}

		if (this.#envelope.hasTime || hasAlertTime(this.#pairs, bytes, this.#stamp)) {
			this.#stamp.giveTo(draft);
		}

		this.#readHost(bytes, draft);
		draft.severity = alertSeverity(bytes, this.#header.starts[severitySlot]!, this.#header.ends[severitySlot]!);
		readAlertColumns(draft, this.#pairs, bytes, {start: this.#header.starts[nameSlot]!, end: this.#header.ends[nameSlot]!, isQuiet: this.#isQuiet(bytes), windowsEvent: this.#header.windowsEvent(bytes, {vendor: vendorSlot, signature: signatureSlot})});
		setUnescaped(draft.type, bytes, this.#header.starts[nameSlot]!, this.#header.ends[nameSlot]!);
		setUnescaped(draft.user, draft.user.bytes, draft.user.start, draft.user.end);

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readAll(bytes, 0, bytes.length);
		const {count, keyStarts, keyEnds, starts, ends} = this.#pairs;
		const word = this.#pairs.findAny(alertKeys.severity);
		const message = this.#pairs.findFilled(alertKeys.message);
		const header = headerNames.slice(1, severitySlot).map((name, index): Field =>
			({name: name === 'name' ? 'sourceAction' : name, value: unescapeCef(bytes, this.#header.starts[index + 1]!, this.#header.ends[index + 1]!)}));
		const fields = Array.from({length: count}, (_, pair): Field => {
			const name = latinText(bytes, keyStarts[pair]!, keyEnds[pair]!);
			return {name: alertFieldNames.get(name) ?? name, value: unescapeCef(bytes, starts[pair]!, ends[pair]!)};
		});
		return {
			message: message < 0 ? unescapeCef(bytes, this.#header.starts[nameSlot]!, this.#header.ends[nameSlot]!) : unescapeCef(bytes, starts[message]!, ends[message]!),
			severityWord: word < 0 ? decodeForeign(bytes, this.#header.starts[severitySlot], this.#header.ends[severitySlot]) : decodeForeign(bytes, starts[word], ends[word]),
			fields: [...header, ...fields.filter((_, pair) => pair !== message && pair !== word)],
		};
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
