import type {ActionId} from '../../domain/actions.ts';
import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {ascii, isDigit, nextByte} from '../bytes/byte-text.ts';
import {CsvCells} from '../tables/csv-cells.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {syslogHeads} from '../time/heads.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {WordTable} from '../bytes/word-table.ts';

/** Palo Alto's firewalls: comma-separated values in a line of syslog, whose columns depend on the type in the fourth (PAN-OS documentation, "Syslog Field Descriptions"). */
export const panOs: Format = {
	name: 'pan-os',
	title: 'Palo Alto firewalls (PAN-OS)',
	framing: 'line',
	heads: syslogHeads,
	marks: ',/',
	open: kit => new PanOsReader(kit),
};

/** By the number of a cell, counted from 0, its name; and the cells of the columns, -1 where the type has none. */
type Columns = {
	readonly names: ReadonlyMap<number, string>;
	readonly codes: Codes;
	readonly severity: number;
	readonly status: number;
	readonly user: number;
	readonly message: number;
	readonly devices: readonly number[];
};

function columnsOf(action: ActionId, cells: ReadonlyArray<readonly [cell: number, name: string]>): Columns {
	const cellOf = (wanted: string): number => cells.find(([, name]) => name === wanted)?.[0] ?? -1;
	return {
		names: new Map(cells),
		codes: codesOf(action, action === 'none' ? 'system' : undefined),
		severity: cellOf('severity'),
		status: cellOf('status'),
		user: cellOf('user'),
		message: cellOf('message'),
		devices: deviceNames.map(name => cellOf(name)).filter(cell => cell >= 0),
	};
}

/** Cells that name devices. */
const deviceNames = ['sourceAddress', 'targetAddress', 'message'] as const;

const shared = [[2, 'deviceSerial'], [3, 'sourceAction'], [4, 'subtype']] as const;
const flow = [
	...shared, [7, 'sourceAddress'], [8, 'targetAddress'], [11, 'rule'], [12, 'user'], [13, 'targetUser'], [14, 'application'], [16, 'sourceZone'], [17, 'targetZone'], [24, 'sourcePort'], [25, 'targetPort'], [29, 'protocol'], [30, 'status'],
] as const;

/** The cells that all types share come first. */
const types = new WordTable<Columns>([
	['TRAFFIC', columnsOf('connection', [...flow, [31, 'bytes']])],
	['THREAT', columnsOf('alert-raised', [...flow, [31, 'url'], [32, 'threat'], [33, 'alertCategory'], [34, 'severity']])],
	['SYSTEM', columnsOf('none', [...shared, [8, 'messageId'], [9, 'target'], [13, 'severity'], [14, 'message']])],
	['CONFIG', columnsOf('config-changed', [...shared, [7, 'sourceAddress'], [9, 'command'], [10, 'user'], [11, 'client'], [12, 'status'], [13, 'path']])],
]);

const typeCell = 3;
const generatedCell = 6;

/** How far into a line the first cell may lie. */
const farthestBytes = 128;

/** Where the cells of such a line begin: `1,2026/03/03 08:50:12,`; -1 where the line is none. */
export function panOsStart(bytes: Uint8Array, start: number, end: number): number {
	if (headBytes[bytes[start] ?? 0] === 0 || (isDigit(bytes[start]) && bytes[start + 1] !== ascii.comma && bytes[start + dateBytes] !== letterT)) {
		return -1;
	}

	const comma = nextByte(bytes, ascii.comma, start, Math.min(end, start + farthestBytes));
	const isDated = comma > start && bytes[comma + 5] === ascii.slash && bytes[comma + 8] === ascii.slash && digitsAt(bytes, comma + 1, 4) > 0;
	return isDated && isDigit(bytes[comma - 1]) && (comma - 1 === start || bytes[comma - 2] === ascii.space) ? comma - 1 : -1;
}

/** 1 for what a header may begin with. */
const headBytes = Uint8Array.from({length: 256}, (_, byte) => syslogHeads.includes(String.fromCharCode(byte)) ? 1 : 0);

/** A header that begins with digits has a time of RFC 3339. */
const dateBytes = '2026-03-03'.length;
const letterT = 0x54;

class PanOsReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #cells = new CsvCells();
	#columns = columnsOf('none', []);

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
	}

	#readCells(bytes: Uint8Array, start: number, end: number): boolean {
		const from = panOsStart(bytes, start, end);
		if (from < 0) {
			return false;
		}

		this.#cells.read(bytes, from, end, ascii.comma);
		const columns = this.#cells.count > generatedCell ? types.find(bytes, this.#cells.starts[typeCell]!, this.#cells.ends[typeCell]!) : undefined;
		this.#columns = columns ?? this.#columns;
		return columns !== undefined && readIsoTime(bytes, this.#cells.starts[generatedCell]!, this.#cells.ends[generatedCell]!, this.#stamp);
	}

	/** Whether the cell says something. */
	#isTold(cell: number): boolean {
		return cell >= 0 && cell < this.#cells.count && this.#cells.ends[cell]! > this.#cells.starts[cell]!;
	}

	/** What `found` makes of the cell, 0 where there is none. */
	#code(cell: number, bytes: Uint8Array, found: (bytes: Uint8Array, start: number, end: number) => number): number {
		return this.#isTold(cell) ? found(bytes, this.#cells.starts[cell]!, this.#cells.ends[cell]!) : 0;
	}

	/** The last word before the cells. */
	#setHost(draft: EventDraft, bytes: Uint8Array, start: number): void {
		const end = Math.max(this.#cells.starts[0]! - 1, start);
		let at = end;
		while (at > start && bytes[at - 1] !== ascii.space) {
			at--;
		}

		draft.host.set(bytes, at, end);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#readCells(bytes, start, end)) {
			return false;
		}

		const {starts, ends} = this.#cells;
		const {codes, severity, status, user, devices} = this.#columns;
		this.#stamp.giveTo(draft);
		draft.action = codes.action;
		draft.category = codes.category;
		draft.severity = this.#code(severity, bytes, severityOf);
		draft.result = this.#code(status, bytes, resultOfWord);
		draft.type.set(bytes, starts[typeCell]!, ends[typeCell]!);
		this.#setHost(draft, bytes, start);
		if (this.#isTold(user)) {
			draft.user.set(bytes, starts[user]!, ends[user]!);
		}

		for (const cell of devices) {
			if (this.#isTold(cell)) {
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
			fields: this.#columns.names.entries()
				.filter(([cell]) => cell !== message && cell !== severity && this.#isTold(cell))
				.map(([cell, name]): Field => ({name, value: this.#cells.text(bytes, cell)}))
				.toArray(),
		};
	}
}
