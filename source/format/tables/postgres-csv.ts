import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, isDigit, isLetter, nextByte, type Run} from '../bytes/byte-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {addressAndPort} from '../vocabulary/address-port.ts';
import {codesOf} from '../vocabulary/action-codes.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {WordTable} from '../bytes/word-table.ts';
import {CsvCells} from './csv-cells.ts';
import {TableMessages} from './table-messages.ts';

/** PostgreSQL's `csvlog`: a table without a heading line, whose columns its manual lists ("Using CSV-Format Log Output"). Statements may be several lines. */
export const postgresCsv: Format = {
	name: 'postgres-csv',
	title: 'PostgreSQL (csvlog)',
	framing: 'csv',
	heads: '12',
	marks: ',',
	open: kit => new PostgresReader(kit),
};

/** The columns under our names for them, or PostgreSQL's own. Newer versions have more of them at the end than older ones. */
const columns = [
	...'log_time user database pid sourceAddress session session_line_num command_tag session_start_time virtual_transaction_id transaction_id'.split(' '),
	...'error_severity status message detail hint internal_query internal_query_pos context query query_pos location application backend_type leader_pid query_id'.split(' '),
];

const cells = {
	user: columns.indexOf('user'),
	pid: columns.indexOf('pid'),
	address: columns.indexOf('sourceAddress'),
	command: columns.indexOf('command_tag'),
	severity: columns.indexOf('error_severity'),
	state: columns.indexOf('status'),
	message: columns.indexOf('message'),
} as const;

/** How far into the line the second cell begins at most: behind a time with a zone. */
const farthestBytes = 48;

/** Whether a line begins as a record does: a time, and then a name in quotes or none. What it says may go on over further lines. */
export function isPostgresHead(bytes: Uint8Array, start: number, end: number): boolean {
	if (!isDatedHead(bytes, start)) {
		return false;
	}

	const comma = nextByte(bytes, ascii.comma, start, Math.min(end, start + farthestBytes));
	const zone = nextByte(bytes, ascii.space, start + secondsEnd, comma) + 1;
	return zone > 0 && canBeginZone(bytes[zone]!) && (bytes[comma + 1] === ascii.comma || bytes[comma + 1] === ascii.quote);
}

/** Whether the line begins with a day as its lines do: many others do, too. */
export const isDatedHead = (bytes: Uint8Array, start: number): boolean => isDigit(bytes[start]) && bytes[start + 4] === ascii.minus && bytes[start + 10] === ascii.space;

/** `2026-03-03 08:50:12` */
const secondsEnd = 19;

/** `UTC`, `+0530`: zones that have no name are told by their hours. */
const canBeginZone = (byte: number): boolean => isLetter(byte) || byte === ascii.plus || byte === ascii.minus;

/** Of the codes of errors (appendix A of the manual) those that tell what somebody was not let do. */
const refusals = new WordTable([
	['28000', {...codesOf('login-failed'), result: resultCode.failure}],
	['28p01', {...codesOf('login-failed'), result: resultCode.failure}],
	['42501', {...codesOf('privilege-refused'), result: resultCode.failure}],
]);

class PostgresReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #cells = new CsvCells();
	readonly #messages = new TableMessages(this.#cells);
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readIsoTime, {freeRuns: () => ({texts: [this.#runOf(cells.message)], values: freeCells.map(cell => this.#runOf(cell))})});
	}

	#runOf(cell: number): Run {
		return {start: this.#cells.starts[cell]!, end: this.#cells.ends[cell]!};
	}

	/** The severity code of the record; 0 where it is none of ours. */
	#readCells(bytes: Uint8Array, start: number, end: number): number {
		if (!isPostgresHead(bytes, start, end) || !readIsoTime(bytes, start, end, this.#stamp) || Number.isNaN(this.#stamp.micros)) {
			return 0;
		}

		this.#cells.read(bytes, start, end, ascii.comma);
		const {starts, ends, count} = this.#cells;
		const isOurs = count > cells.message && isDigit(bytes[starts[cells.pid]!]) && ends[cells.state]! - starts[cells.state]! === stateBytes;
		return isOurs ? severityOf(bytes, starts[cells.severity]!, ends[cells.severity]!) : 0;
	}

	/** What the message tells, or else the code of an error. */
	#readDeed(bytes: Uint8Array, draft: EventDraft): void {
		const {starts, ends} = this.#cells;
		if (this.#cells.has(cells.message) && this.#messages.read(bytes, cells.message, -1, draft)) {
			this.time.forget();
		}

		const refusal = draft.action === 0 ? refusals.find(bytes, starts[cells.state]!, ends[cells.state]!) : undefined;
		draft.action = refusal?.action ?? draft.action;
		draft.category = refusal?.category ?? draft.category;
		draft.result = refusal?.result ?? draft.result;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const severity = this.#readCells(bytes, start, end);
		if (severity === 0) {
			return false;
		}

		const {starts, ends} = this.#cells;
		this.time.take(start, this.#stamp.end);
		this.#stamp.giveTo(draft);
		draft.severity = severity;
		draft.category = codesOf('none', 'system').category;
		this.#readDeed(bytes, draft);
		if (this.#cells.has(cells.user)) {
			this.#cells.setRun(draft.user, bytes, cells.user);
		}

		if (this.#cells.has(cells.command)) {
			this.#cells.setRun(draft.type, bytes, cells.command);
		}

		addDevicesIn(draft, bytes, starts[cells.address]!, ends[cells.address]!);
		addDevicesIn(draft, bytes, starts[cells.message]!, ends[cells.message]!);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#cells.read(bytes, 0, bytes.length, ascii.comma);
		const own = columns.flatMap((name, cell): Field[] => !this.#cells.has(cell) || toldElsewhere.has(name) ? [] : addressAndPort({name: name === 'command_tag' ? 'sourceAction' : name, value: this.#cells.text(bytes, cell)}));
		const named = this.#cells.has(cells.message) ? this.#messages.fields(bytes, cells.message, -1) : [];
		return {
			message: this.#cells.has(cells.message) ? this.#cells.text(bytes, cells.message) : decodeForeign(bytes),
			severityWord: this.#cells.text(bytes, cells.severity),
			fields: [...own, ...named.filter(({name}) => own.every(field => field.name !== name))],
		};
	}
}

/** `00000`: each code has as many characters. */
const stateBytes = 5;

const toldElsewhere: ReadonlySet<string> = new Set(['log_time', 'message', 'error_severity']);

/** Cells that no column is told by. */
const freeCells = ['pid', 'session', 'session_line_num', 'session_start_time', 'virtual_transaction_id', 'transaction_id'].map(name => columns.indexOf(name));
