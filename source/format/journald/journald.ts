import {categoryCode} from '../../domain/category.ts';
import {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import {foreignText} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {forEachElement, jsonFields} from '../json/json-fields.ts';
import {JsonLookup, jsonPath, jsonPaths} from '../json/json-lookup.ts';
import type {JsonMembers} from '../json/json-members.ts';
import {setJsonText} from '../json/json-text.ts';
import {jsonKinds} from '../json/json-values.ts';
import {unreadRuns, writtenAt} from '../json/unread-members.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {jsonKey} from '../bytes/key-names.ts';
import {syslogSeverities, syslogSeverityOf} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {readEpochMicros} from '../time/time-epoch.ts';
import {journalFields} from './journal-fields.ts';
import {programLine} from './journal-line.ts';

/** The systemd journal as `journalctl -o json` writes it (systemd's JOURNAL_EXPORT_FORMATS). */
export const journald: Format = {
	name: 'journald',
	title: 'systemd journal (JSON)',
	framing: 'json',
	members: [['__REALTIME_TIMESTAMP']],
	open: kit => new JournaldReader(kit),
};

const timestamp = jsonPath('__REALTIME_TIMESTAMP');
const priority = jsonPaths('PRIORITY');
const host = jsonPaths('_HOSTNAME');
const identifier = jsonPaths('SYSLOG_IDENTIFIER', '_COMM');
const message = jsonKey('MESSAGE');
const nothing = {start: 0, end: 0};

/** Takes what is read of a record for what was looked at alone. */
const ignored = new EventDraft();

class JournaldReader implements FormatReader {
	readonly #json: JsonMembers;
	readonly #lookup: JsonLookup;
	readonly #stamp: Stamp;
	readonly #messages = new MessageReader();
	readonly #message = new ByteRun();
	readonly time: LineTime;

	constructor({hints, json}: ReaderKit) {
		this.#json = json;
		this.#lookup = new JsonLookup(json);
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readEpochMicros, {hasStrings: true, freeRuns: (bytes, start, end) => this.#freeRuns(bytes, start, end)});
	}

	/** Whatever was not looked at may be anything; in the message, numbers may. */
	#freeRuns(bytes: Uint8Array, start: number, end: number): FreeNumberRuns {
		ignored.clear();
		const looks = this.#lookup.looksOf(() => {
			this.read(bytes, start, end, ignored);
		});
		const hostAt = writtenAt(looks.given, ignored.host);
		return {...unreadRuns(bytes, {...looks, wholes: [this.#message.start]}, [hostAt]), written: {type: undefined, user: undefined, host: hostAt}};
	}

	/** Text as a string, or as a list of byte values where it is not UTF-8; given more than once, the first. */
	#readMessage(bytes: Uint8Array): void {
		this.#message.clear();
		const member = this.#json.findValue(message);
		if (member < 0) {
			return;
		}

		const start = this.#json.starts[member]!;
		const end = this.#json.ends[member]!;
		if (this.#json.kinds[member] === jsonKinds.array) {
			this.#readList(bytes, start, end);
			this.time.forget();
		} else {
			this.#json.setText(this.#message, member);
		}
	}

	#readList(bytes: Uint8Array, start: number, end: number): void {
		const values: number[] = [];
		forEachElement(bytes, start, end, element => {
			if (element.kind === jsonKinds.number) {
				values.push(digitsAt(bytes, element.start, element.end - element.start));
			} else if (element.kind === jsonKinds.string && this.#message.start === this.#message.end) {
				setJsonText(this.#message, bytes, element.start, element.end);
			}
		});
		if (values.length > 0) {
			this.#message.set(Uint8Array.from(values), 0, values.length);
		}
	}

	/** The message and the program before it, read as if they stood in one syslog line. */
	#programBefore(bytes: Uint8Array): {readonly start: number; readonly end: number} {
		return programLine(bytes, this.#lookup.find(identifier) ? this.#lookup : nothing, this.#message);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const lookup = this.#lookup;
		if (!lookup.open(bytes, start, end) || !lookup.findAt(timestamp) || !readEpochMicros(bytes, lookup.start, lookup.end, this.#stamp)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		this.time.take(lookup.start, this.#stamp.end);
		draft.category = categoryCode.system;
		if (lookup.find(priority)) {
			draft.severity = syslogSeverityOf(digitsAt(bytes, lookup.start, lookup.end - lookup.start));
		}

		if (lookup.find(host)) {
			lookup.giveTo(draft.host);
		}

		this.#readMessage(bytes);
		const program = this.#programBefore(bytes);
		const text = this.#message;
		if (!this.#messages.read(text.bytes, program, text, draft)) {
			addDevicesIn(draft, text.bytes, text.start, text.end);
		}

		// What an escape stands for lies elsewhere.
		if (text.bytes !== bytes || this.#messages.isToldByNumber) {
			this.time.forget();
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#lookup.open(bytes, 0, bytes.length);
		const level = this.#lookup.find(priority) ? digitsAt(bytes, this.#lookup.start, this.#lookup.end - this.#lookup.start) : -1;
		this.#readMessage(bytes);
		const program = this.#programBefore(bytes);
		const text = this.#message;
		const people = this.#messages.fields(text.bytes, program, text);
		return {
			message: decodeForeign(text.bytes, text.start, text.end),
			severityWord: syslogSeverities[level] === undefined ? undefined : foreignText(syslogSeverities[level].word),
			fields: [...journalFields(jsonFields(bytes, 0, bytes.length)), ...people],
		};
	}
}
