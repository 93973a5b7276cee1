import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {resultCode} from '../../domain/result.ts';
import {codesOfName} from '../alerts/alert-actions.ts';
import {alertSeverity} from '../alerts/alert-fields.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii} from '../bytes/byte-text.ts';
import {cloudCodesOf, cloudResultOf, cloudSeverityOf} from '../cloud/cloud-codes.ts';
import {addressAndPort} from '../vocabulary/address-port.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {readCloudTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {readActor, sentenceFields} from '../appliance/sensor-sentences.ts';
import {type EventTypeCodes, eventTypeCodes} from '../appliance/sensor-timeline.ts';
import {Stamp} from '../time/stamp.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {codesOfWindowsEvent, resultOfWindowsEvent} from '../windows/windows-events.ts';
import {CsvCells} from './csv-cells.ts';
import {fewestColumns, type CsvColumns} from './csv-columns.ts';
import {headingIn} from './csv-heading.ts';
import {CsvMessages} from './csv-messages.ts';

/** Tables with a heading line: the sensor timeline's export, the portal's downloads of Entra and Azure logs, and whatever has a time column. */
export const csv: Format = {
	name: 'csv',
	title: 'CSV with a heading line (sensor timeline, Entra and Azure downloads)',
	framing: 'csv',
	hasHeaders: true,
	open: kit => new CsvReader(kit),
};

const loginFailed = actionCode('login-failed');
const raised = codesOf('alert-raised');

class CsvReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #cells = new CsvCells();
	readonly #content = new ByteRun();
	readonly #messages = new CsvMessages(this.#cells);
	#columns: CsvColumns | undefined;
	#delimiter: number = ascii.comma;
	/** What the sensor's event type of the record read last says. */
	#typeCodes: EventTypeCodes | undefined;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readIsoTime, {freeRuns: () => this.#freeRuns(), state: 0});
	}

	/** The first of the cells that holds a time. */
	#readTime(bytes: Uint8Array, cells: readonly number[]): boolean {
		const {starts, ends} = this.#cells;
		for (const cell of cells) {
			if (this.#has(cell) && readCloudTime(bytes, starts[cell]!, ends[cell]!, this.#stamp)) {
				this.time.take(starts[cell]!, this.#stamp.end);
				return true;
			}
		}

		return false;
	}

	/** A sensor's event type says all, and the number of one of Windows' events; else the name of the activity. */
	#codesOf(bytes: Uint8Array, columns: CsvColumns, result: number): Codes | undefined {
		const {starts, ends} = this.#cells;
		const number = this.#first(columns.windowsEvent);
		if (this.#typeCodes !== undefined || number >= 0) {
			return this.#typeCodes ?? codesOfWindowsEvent(bytes, starts[number]!, ends[number]!);
		}

		const activity = this.#first(columns.activity);
		if (columns.isOfAlerts) {
			return (activity < 0 ? undefined : codesOfName(bytes, starts[activity]!, ends[activity]!, result)) ?? raised;
		}

		return activity < 0 ? undefined : cloudCodesOf(bytes, starts[activity]!, ends[activity]!, result);
	}

	#readCodes(bytes: Uint8Array, columns: CsvColumns, draft: EventDraft): void {
		const {starts, ends} = this.#cells;
		const severity = this.#first(columns.severity);
		const type = this.#first(columns.type);
		const activity = this.#first(columns.activity);
		const number = this.#first(columns.windowsEvent);
		const severityOf = columns.isOfAlerts ? alertSeverity : cloudSeverityOf;
		draft.severity = severity < 0 ? 0 : severityOf(bytes, starts[severity]!, ends[severity]!);
		this.#readResult(bytes, columns.result, draft);
		this.#typeCodes = type < 0 ? undefined : eventTypeCodes.find(bytes, starts[type]!, ends[type]!);
		const codes = this.#codesOf(bytes, columns, draft.result);
		draft.result ||= number < 0 ? 0 : resultOfWindowsEvent(bytes, starts[number]!, ends[number]!);
		draft.action = codes?.action ?? 0;
		draft.result ||= draft.action === loginFailed ? resultCode.failure : 0;
		this.#setRun(draft.type, bytes, [number, type, activity].find(cell => cell >= 0) ?? -1);
		draft.category = codes?.category ?? categoryCode.other;
	}

	/** What the first cell says that tells how it ended: some hold objects, or a word for nothing. */
	#readResult(bytes: Uint8Array, cells: readonly number[], draft: EventDraft): void {
		const {starts, ends} = this.#cells;
		draft.result = 0;
		for (const cell of cells) {
			draft.result ||= this.#has(cell) ? cloudResultOf(bytes, starts[cell]!, ends[cell]!) || resultOfWord(bytes, starts[cell]!, ends[cell]!) : 0;
		}
	}

	/** The cell of a message that is asked for what happened, because nothing else tells; -1 where there is none. */
	#telling(columns: CsvColumns, message: number): number {
		return columns.isOfAlerts || this.#first(columns.deeds) >= 0 ? -1 : message;
	}

	#readMessage(bytes: Uint8Array, columns: CsvColumns, message: number, draft: EventDraft): void {
		const telling = this.#telling(columns, message);
		if (telling >= 0 && this.#messages.read(bytes, telling, this.#first(columns.program), draft)) {
			this.time.forget();
		}
	}

	/** The first of the cells that is not empty, or -1. Asked for each meaning of each record. */
	#first(cells: readonly number[]): number {
		for (const cell of cells) {
			if (this.#has(cell)) {
				return cell;
			}
		}

		return -1;
	}

	/** Windows' event viewer gives no heading to the last cell, the description. */
	#messageOf(columns: CsvColumns): number {
		const message = this.#first(columns.message);
		return message < 0 && this.#has(columns.names.length) ? columns.names.length : message;
	}

	/** The cells of a column that tells nothing, and those that are looked through. */
	#freeRuns(): FreeNumberRuns {
		const {names: _, isOfAlerts: _isOfAlerts, message: _message, devices, ...read} = this.#columns!;
		const message = this.#messageOf(this.#columns!);
		const fixed = new Set(Object.values(read).flat());
		const cells = Array.from({length: this.#cells.count}, (_cell, cell) => ({cell, start: this.#cells.starts[cell]!, end: this.#cells.ends[cell]!})).filter(({cell}) => !fixed.has(cell));
		const isText = ({cell}: {readonly cell: number}): boolean => cell === message || devices.includes(cell);
		return {texts: cells.filter(cell => isText(cell)), values: cells.filter(cell => !isText(cell) && !this.#columns!.message.includes(cell.cell))};
	}

	#setRun(run: ByteRun, bytes: Uint8Array, cell: number): void {
		if (cell >= 0) {
			this.#cells.setRun(run, bytes, cell);
		}
	}

	#addDevices(draft: EventDraft, bytes: Uint8Array, cell: number): void {
		if (cell >= 0 && cell < this.#cells.count) {
			addDevicesIn(draft, bytes, this.#cells.starts[cell]!, this.#cells.ends[cell]!);
		}
	}

	#has(cell: number): boolean {
		return cell < this.#cells.count && this.#cells.ends[cell]! > this.#cells.starts[cell]!;
	}

	/** The export of a sensor's timeline, as its API, leaves the column for it mostly empty. */
	#readActor(bytes: Uint8Array, content: number, draft: EventDraft): void {
		const sentences = this.#typeCodes?.sentences;
		if (sentences === undefined || content < 0 || draft.user.end > draft.user.start) {
			return;
		}

		this.#setRun(this.#content, bytes, content);
		readActor(sentences, this.#content, draft.user);
	}

	isHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return headingIn(this.#cells, bytes, start, end) !== undefined;
	}

	readHeader(bytes: Uint8Array, start: number, end: number): boolean {
		const heading = headingIn(this.#cells, bytes, start, end);
		this.#columns = heading?.columns ?? this.#columns;
		this.#delimiter = heading?.delimiter ?? this.#delimiter;
		// What is known of lines is known of those below one heading.
		this.time.state += heading === undefined ? 0 : 1;
		return heading !== undefined;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const columns = this.#columns;
		if (columns === undefined) {
			return false;
		}

		this.#cells.read(bytes, start, end, this.#delimiter);
		// A row may leave its last cells out, but a sentence below a heading is none for beginning with a time.
		if (this.#cells.count < fewestColumns || !this.#readTime(bytes, columns.time)) {
			return false;
		}

		this.#stamp.giveTo(draft);
		this.#readCodes(bytes, columns, draft);
		const message = this.#messageOf(columns);
		this.#readMessage(bytes, columns, message, draft);
		this.#setRun(draft.user, bytes, this.#first(columns.user));
		this.#setRun(draft.host, bytes, this.#first(columns.host));
		for (const cell of columns.devices) {
			this.#addDevices(draft, bytes, cell);
		}

		this.#addDevices(draft, bytes, message);
		this.#readActor(bytes, message, draft);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#cells.read(bytes, 0, bytes.length, this.#delimiter);
		const columns = this.#columns;
		const message = columns === undefined ? -1 : this.#messageOf(columns);
		const severity = this.#first(columns?.severity ?? []);
		const type = this.#first(columns?.type ?? []);
		const codes = type < 0 ? undefined : eventTypeCodes.find(bytes, this.#cells.starts[type]!, this.#cells.ends[type]!);
		const told = columns === undefined ? -1 : this.#telling(columns, message);
		const own = (columns?.names ?? []).flatMap((name, cell): Field[] =>
			cell === message || cell === severity || !this.#has(cell) ? [] : addressAndPort({name, value: this.#cells.text(bytes, cell)}));
		return {
			message: message < 0 ? decodeForeign(bytes) : this.#cells.text(bytes, message),
			severityWord: severity < 0 ? undefined : this.#cells.text(bytes, severity),
			fields: [
				...own,
				...(told < 0 ? [] : this.#messages.fields(bytes, told, this.#first(columns!.program))).filter(({name}) => own.every(field => field.name !== name)),
				...(codes === undefined || message < 0 ? [] : sentenceFields(codes.sentences, this.#cells.text(bytes, message))),
			],
		};
	}
}
