import {actionCode} from '../../domain/actions.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {ascii, bytesOf, isDigit, nextByte} from '../bytes/byte-text.ts';
import {CsvCells} from '../tables/csv-cells.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {LineTime} from '../line-memory/line-time.ts';
import {loggedMessages} from '../messages/logged-messages.ts';
import {MessageReader} from '../messages/message-reader.ts';
import {syslogHeads} from '../time/heads.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {isWord} from '../bytes/word-table.ts';
import {freePanOsNumbers} from './free-pan-os-numbers.ts';
import {PanOsTime} from './pan-os-time.ts';
import {auditCell, type PanOsColumns, panOsAudits, panOsResult, panOsTypes, typeCell} from './pan-os-columns.ts';

/** Palo Alto's firewalls: comma-separated values in a line of syslog, whose columns depend on the type in the fourth (PAN-OS documentation, "Syslog Field Descriptions"). */
export const panOs: Format = {
	name: 'pan-os',
	title: 'Palo Alto firewalls (PAN-OS)',
	framing: 'line',
	heads: syslogHeads,
	marks: ',/',
	open: kit => new PanOsReader(kit),
};

/** How far into a line the first cell may lie. */
const farthestBytes = 128;

/** Where the cells of such a line begin: `1,2026/03/03 08:50:12,`, or a whole number where it tells what administrators do; -1 where the line is none. */
export function panOsStart(bytes: Uint8Array, start: number, end: number): number {
	if (headBytes[bytes[start] ?? 0] === 0 || (isDigit(bytes[start]) && bytes[start + 1] !== ascii.comma && bytes[start + dateBytes] !== letterT)) {
		return -1;
	}

	const comma = nextByte(bytes, ascii.comma, start, Math.min(end, start + farthestBytes));
	const isDated = comma > start && bytes[comma + 5] === ascii.slash && bytes[comma + 8] === ascii.slash && digitsAt(bytes, comma + 1, 4) > 0;
	const number = isDated ? startOfDigits(bytes, start, comma) : comma;
	return number < comma && (number === start || bytes[number - 1] === ascii.space) ? number : -1;
}

function startOfDigits(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && isDigit(bytes[at - 1])) {
		at--;
	}

	return at;
}

/** 1 for what a header may begin with. */
const headBytes = Uint8Array.from({length: 256}, (_, byte) => syslogHeads.includes(String.fromCharCode(byte)) ? 1 : 0);

/** A header that begins with digits has a time of RFC 3339. */
const dateBytes = '2026-03-03'.length;
const letterT = 0x54;

/** Before any line is read. */
const noColumns: PanOsColumns = panOsTypes.find(bytesOf('SYSTEM'), 0, 'SYSTEM'.length)!;

class PanOsReader implements FormatReader {
	readonly #cells = new CsvCells();
	readonly #messages = new MessageReader();
	readonly #text = new ByteRun();
	#columns = noColumns;
	#type = 0;
	readonly #time: PanOsTime;

	constructor(kit: ReaderKit) {
		this.#time = new PanOsTime(kit, this.#cells, (_, start) => freePanOsNumbers(this.#cells, this.#columns, {start, type: this.#type}));
	}

	#readCells(bytes: Uint8Array, start: number, end: number): boolean {
		const from = panOsStart(bytes, start, end);
		if (from < 0) {
			return false;
		}

		this.#cells.read(bytes, from, end, ascii.comma);
		const {starts, ends, count} = this.#cells;
		this.#type = count > typeCell && bytes[from + 1] === ascii.comma ? typeCell : auditCell;
		const columns = count <= typeCell ? undefined : (this.#type === typeCell ? panOsTypes : panOsAudits).find(bytes, starts[this.#type]!, ends[this.#type]!);
		this.#columns = columns ?? this.#columns;
		return columns !== undefined && count > columns.generated && this.#time.readSeconds(bytes, columns.generated);
	}

	/** Whether the cell says something. */
	#isTold(cell: number): boolean {
		return cell >= 0 && cell < this.#cells.count && this.#cells.ends[cell]! > this.#cells.starts[cell]!;
	}

	/** `0.0.0.0` stands where there is no address. */
	#isNowhere(bytes: Uint8Array, cell: number): boolean {
		return isWord(bytes, this.#cells.starts[cell]!, this.#cells.ends[cell]!, nowhere);
	}

	/** What `found` makes of the cell, 0 where there is none. */
	#code(cell: number, bytes: Uint8Array, found: (bytes: Uint8Array, start: number, end: number) => number): number {
		return this.#isTold(cell) ? found(bytes, this.#cells.starts[cell]!, this.#cells.ends[cell]!) : 0;
	}

	/** The last word before the cells, unless that is the time; or what the firewall calls itself. */
	#setHost(draft: EventDraft, bytes: Uint8Array, start: number): void {
		const {host} = this.#columns;
		const end = Math.max(this.#cells.starts[0]! - 1, start);
		let at = end;
		while (at > start && bytes[at - 1] !== ascii.space) {
			at--;
		}

		const isTime = at === end || (bytes[at + 2] === ascii.colon && isDigit(bytes[at]));
		if (!isTime) {
			draft.host.set(bytes, at, end);
		} else if (this.#isTold(host)) {
			this.#cells.setRun(draft.host, bytes, host);
		}
	}

	#readCodes(bytes: Uint8Array, draft: EventDraft): void {
		const {starts, ends} = this.#cells;
		const {codes, deed, deeds, severity, status} = this.#columns;
		const {action, category} = (this.#isTold(deed) ? deeds.find(bytes, starts[deed]!, ends[deed]!) : undefined) ?? codes;
		draft.severity = this.#code(severity, bytes, severityOf);
		draft.result = this.#code(status, bytes, panOsResult);
		const failed = draft.result === resultCode.failure ? failures.get(action) : undefined;
		draft.action = failed?.action ?? action;
		draft.category = failed?.category ?? category;
	}

	/** What the system says in a sentence, of people above all. */
	#readMessage(bytes: Uint8Array, draft: EventDraft): void {
		const {message, codes} = this.#columns;
		if (codes.action > 0 || !this.#isTold(message)) {
			return;
		}

		this.#cells.setRun(this.#text, bytes, message);
		this.#messages.readAmong(loggedMessages, this.#text.bytes, this.#text, draft);
	}

	#messageFields(bytes: Uint8Array): Field[] {
		const {message, codes} = this.#columns;
		if (codes.action > 0 || !this.#isTold(message)) {
			return [];
		}

		this.#cells.setRun(this.#text, bytes, message);
		return this.#messages.fieldsAmong(loggedMessages, this.#text.bytes, this.#text);
	}

	get time(): LineTime {
		return this.#time.line;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readCells(bytes, start, end)) {
			return false;
		}

		const {starts, ends} = this.#cells;
		const {user, devices} = this.#columns;
		this.#time.readPrecise(bytes, this.#columns.generated);
		this.#time.stamp.giveTo(draft);
		this.#readCodes(bytes, draft);
		draft.type.set(bytes, starts[this.#type]!, ends[this.#type]!);
		this.#readMessage(bytes, draft);
		this.#setHost(draft, bytes, start);
		if (this.#isTold(user)) {
			this.#cells.setRun(draft.user, bytes, user);
		}

		for (const cell of devices) {
			if (this.#isTold(cell) && !this.#isNowhere(bytes, cell)) {
				addDevicesIn(draft, bytes, starts[cell]!, ends[cell]!);
			}
		}

		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#readCells(bytes, 0, bytes.length);
		const {message, severity} = this.#columns;
		return {
			message: this.#isTold(message) ? this.#cells.text(bytes, message) : decodeForeign(bytes, this.#cells.starts[0]),
			severityWord: this.#isTold(severity) ? this.#cells.text(bytes, severity) : undefined,
			fields: [
				...this.#columns.names.entries()
					.filter(([cell]) => cell !== message && cell !== severity && this.#isTold(cell) && !this.#isNowhere(bytes, cell))
					.map(([cell, name]): Field => ({name: name === 'sourceAddress6' ? 'sourceAddress' : name, value: this.#cells.text(bytes, cell)})),
				...this.#messageFields(bytes),
			],
		};
	}
}

const nowhere = bytesOf('0.0.0.0');

/** What an attempt is called that failed. */
const failures: ReadonlyMap<number, Codes> = new Map(([['login', 'login-failed'], ['authenticated', 'login-failed'], ['network-login', 'network-login-failed']] as const).map(([tried, failed]) => [actionCode(tried), codesOf(failed)]));
