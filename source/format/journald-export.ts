import {categoryCode} from '../domain/category.ts';
import {ByteRun, type EventDraft} from '../domain/event-draft.ts';
import {foreignText} from '../domain/foreign.ts';
import {decodeForeign} from '../text/foreign.ts';
import {MessageReader} from './message-reader.ts';
import {latinText} from './byte-text.ts';
import {addDevicesIn} from './devices.ts';
import {digitsAt} from './digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from './format.ts';
import {EntryField, isEntryHead} from './journal-entry.ts';
import {programLine} from './journal-line.ts';
import {journalFieldNames} from './journald.ts';
import type {NamedValue} from './json-fields.ts';
import {syslogSeverities} from './severity-words.ts';
import {Stamp} from './stamp.ts';
import {readEpochMicros} from './time-epoch.ts';
import {WordTable} from './word-table.ts';

/** The systemd journal as `journalctl -o export` writes it: entries of several lines, values of any bytes. */
export const journaldExport: Format = {
	name: 'journald-export',
	title: 'systemd journal (export)',
	framing: 'entry',
	heads: '_',
	open: kit => new JournaldExportReader(kit),
};

class JournaldExportReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #messages = new MessageReader();
	readonly #field = new EntryField();
	/** What the fields of the entry at hand hold that the columns need. */
	readonly #time = new ByteRun();
	readonly #priority = new ByteRun();
	readonly #host = new ByteRun();
	readonly #identifier = new ByteRun();
	readonly #command = new ByteRun();
	readonly #text = new ByteRun();
	readonly #values = [this.#time, this.#priority, this.#host, this.#identifier, this.#command, this.#text];
	readonly #valueOf = new WordTable<ByteRun>([
		['__REALTIME_TIMESTAMP', this.#time],
		['PRIORITY', this.#priority],
		['_HOSTNAME', this.#host],
		['SYSLOG_IDENTIFIER', this.#identifier],
		['_COMM', this.#command],
		['MESSAGE', this.#text],
	]);

	/** The message as it is read: behind its program, wherever that came from. */
	readonly #message = new ByteRun();

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
	}

	#readValues(bytes: Uint8Array, start: number, end: number): void {
		for (const value of this.#values) {
			value.clear();
		}

		const field = this.#field;
		for (let at = start; at < end && field.read(bytes, at, end) && field.nameEnd > at; at = field.next) {
			this.#valueOf.find(bytes, at, field.nameEnd)?.set(bytes, field.valueStart, field.valueEnd);
		}
	}

	/** The message and the program before it, read as if they stood in one syslog line. */
	#program(bytes: Uint8Array): {readonly start: number; readonly end: number} {
		this.#message.set(bytes, this.#text.start, this.#text.end);
		return programLine(bytes, this.#identifier.end > this.#identifier.start ? this.#identifier : this.#command, this.#message);
	}

	#fields(bytes: Uint8Array): NamedValue[] {
		const told: NamedValue[] = [];
		const field = this.#field;
		for (let at = 0; at < bytes.length && field.read(bytes, at, bytes.length) && field.nameEnd > at; at = field.next) {
			const name = latinText(bytes, at, field.nameEnd);
			if (name !== 'MESSAGE' && name !== 'PRIORITY') {
				told.push({name: journalFieldNames.get(name) ?? name, value: decodeForeign(bytes, field.valueStart, field.valueEnd)});
			}
		}

		return told;
	}

	get #severity(): (typeof syslogSeverities)[number] | undefined {
		const {bytes, start, end} = this.#priority;
		return end > start ? syslogSeverities[digitsAt(bytes, start, end - start)] : undefined;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!isEntryHead(bytes, start, end)) {
			return false;
		}

		this.#readValues(bytes, start, end);
		if (!readEpochMicros(bytes, this.#time.start, this.#time.end, this.#stamp)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		draft.category = categoryCode.system;
		draft.severity = this.#severity?.code ?? 0;
		draft.host.set(bytes, this.#host.start, this.#host.end);
		const program = this.#program(bytes);
		const text = this.#message;
		if (!this.#messages.read(text.bytes, program, text, draft)) {
			addDevicesIn(draft, text.bytes, text.start, text.end);
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readValues(bytes, 0, bytes.length);
		const severity = this.#severity;
		const program = this.#program(bytes);
		const text = this.#message;
		return {
			message: decodeForeign(text.bytes, text.start, text.end),
			severityWord: severity === undefined ? undefined : foreignText(severity.word),
			fields: [...this.#fields(bytes), ...this.#messages.fields(text.bytes, program, text)],
		};
	}
}
