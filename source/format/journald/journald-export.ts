import {categoryCode} from '../../domain/category.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import {foreignText} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {MessageReader} from '../messages/message-reader.ts';
import type {Run} from '../bytes/byte-text.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {type JsonKey, jsonKey} from '../bytes/key-names.ts';
import {syslogSeverities} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochMicros} from '../time/time-epoch.ts';
import type {EntryFields} from './entry-fields.ts';
import {isEntryHead} from './journal-entry.ts';
import {programLine} from './journal-line.ts';
import {journalFields} from './journal-fields.ts';

/** The systemd journal as `journalctl -o export` writes it: entries of several lines, values of any bytes. */
export const journaldExport: Format = {
	name: 'journald-export',
	title: 'systemd journal (export)',
	framing: 'entry',
	heads: '_',
	open: kit => new JournaldExportReader(kit),
};

const keys = {
	time: jsonKey('__REALTIME_TIMESTAMP'), priority: jsonKey('PRIORITY'), host: jsonKey('_HOSTNAME'), identifier: jsonKey('SYSLOG_IDENTIFIER'),
	command: jsonKey('_COMM'), message: jsonKey('MESSAGE'),
};

class JournaldExportReader implements FormatReader {
	readonly #entry: EntryFields;
	readonly #stamp: Stamp;
	readonly #messages = new MessageReader();
	/** The message as it is read: behind its program, wherever that came from. */
	readonly #message = new ByteRun();

	constructor({hints, entry}: ReaderKit) {
		this.#entry = entry;
		this.#stamp = new Stamp(hints);
	}

	/** Where the last value of that name lies; nowhere where there is none. */
	#place(key: JsonKey): Run {
		const {pairs} = this.#entry;
		const pair = pairs.findLast(key);
		return pair < 0 ? nowhere : pairs.place(pair);
	}

	/** The message and the program before it, read as if they stood in one syslog line. */
	#program(bytes: Uint8Array): Run {
		const message = this.#place(keys.message);
		const identifier = this.#place(keys.identifier);
		this.#message.set(bytes, message.start, message.end);
		return programLine(bytes, identifier.end > identifier.start ? identifier : this.#place(keys.command), this.#message);
	}

	#severity(bytes: Uint8Array): (typeof syslogSeverities)[number] | undefined {
		const {start, end} = this.#place(keys.priority);
		return end > start ? syslogSeverities[digitsAt(bytes, start, end - start)] : undefined;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!isEntryHead(bytes, start, end)) {
			return false;
		}

		this.#entry.read(bytes, start, end);
		const time = this.#place(keys.time);
		if (!readEpochMicros(bytes, time.start, time.end, this.#stamp)) {
			return false;
		}

		const host = this.#place(keys.host);
		this.#stamp.giveTo(draft);
		draft.category = categoryCode.system;
		draft.severity = this.#severity(bytes)?.code ?? 0;
		draft.host.set(bytes, host.start, host.end);
		const program = this.#program(bytes);
		const text = this.#message;
		if (!this.#messages.read(text.bytes, program, text, draft)) {
			addDevicesIn(draft, text.bytes, text.start, text.end);
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#entry.forget();
		this.#entry.read(bytes, 0, bytes.length);
		const severity = this.#severity(bytes);
		const program = this.#program(bytes);
		const text = this.#message;
		return {
			message: decodeForeign(text.bytes, text.start, text.end),
			severityWord: severity === undefined ? undefined : foreignText(severity.word),
			fields: [...journalFields(this.#entry.pairs.fields(decodeForeign)), ...this.#messages.fields(text.bytes, program, text)],
		};
	}
}

const nowhere: Run = {start: 0, end: 0};
