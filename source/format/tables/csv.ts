import {actionCode} from '../../domain/actions.ts';
import {categoryCode} from '../../domain/category.ts';
import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, isDigit, lowered, nextByte} from '../bytes/byte-text.ts';
import {cloudCodesOf, cloudResultOf, cloudSeverityOf} from '../cloud/cloud-codes.ts';
import {addDevicesIn} from '../vocabulary/devices.ts';
import {readCloudTime} from '../time/find-time.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {readIsoTime} from '../time/time-iso.ts';
import type {NamedValue} from '../json/json-fields.ts';
import {readActor, sentenceFields} from '../appliance/sensor-sentences.ts';
import {type EventTypeCodes, eventTypeCodes} from '../appliance/sensor-timeline.ts';
import {Stamp} from '../time/stamp.ts';
import {codesOfWindowsEvent, resultOfWindowsEvent} from '../windows/windows-events.ts';
import {isWord} from '../bytes/word-table.ts';
import {CsvCells} from './csv-cells.ts';
import {columnsOf, fewestColumns, type CsvColumns} from './csv-columns.ts';

/** Tables with a heading line: the sensor timeline's export, the portal's downloads of Entra and Azure logs, and whatever has a time column. */
export const csv: Format = {
	name: 'csv',
	title: 'CSV with a heading line (sensor timeline, Entra and Azure downloads)',
	framing: 'csv',
	hasHeaders: true,
	open: kit => new CsvReader(kit),
};

const loginFailed = actionCode('login-failed');

const delimiters = [ascii.comma, ascii.semicolon, ascii.tab];

/** Longest line that may be a heading. */
const longestHeadingBytes = 8192;

class CsvReader implements FormatReader {
	readonly #stamp: Stamp;
	readonly #cells = new CsvCells();
	readonly #content = new ByteRun();
	#columns: CsvColumns | undefined;
	#delimiter: number = ascii.comma;
	/** What the sensor's event type of the record read last says. */
	#typeCodes: EventTypeCodes | undefined;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
		this.time = new LineTime(this.#stamp, readIsoTime, () => this.#freeRuns());
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

	/** A sensor's event type says all; else the name of the activity. */
	#readCodes(bytes: Uint8Array, columns: CsvColumns, draft: EventDraft): void {
		const {starts, ends} = this.#cells;
		const severity = this.#first(columns.severity);
		const result = this.#first(columns.result);
		const type = this.#first(columns.type);
		const activity = this.#first(columns.activity);
		draft.severity = severity < 0 ? 0 : cloudSeverityOf(bytes, starts[severity]!, ends[severity]!);
		draft.result = result < 0 ? 0 : cloudResultOf(bytes, starts[result]!, ends[result]!);
		this.#typeCodes = type < 0 ? undefined : eventTypeCodes.find(bytes, starts[type]!, ends[type]!);
		const activityCodes = activity < 0 ? undefined : cloudCodesOf(bytes, starts[activity]!, ends[activity]!, draft.result);
		const number = this.#first(columns.windowsEvent);
		const codes = this.#typeCodes ?? (number < 0 ? activityCodes : codesOfWindowsEvent(bytes, starts[number]!, ends[number]!));
		draft.result ||= number < 0 ? 0 : resultOfWindowsEvent(bytes, starts[number]!, ends[number]!);
		draft.action = codes?.action ?? 0;
		draft.result ||= draft.action === loginFailed ? resultCode.failure : 0;
		this.#setRun(draft.type, bytes, [number, type, activity].find(cell => cell >= 0) ?? -1);
		draft.category = codes?.category ?? categoryCode.other;
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
		const {names: _, message: _message, devices, ...read} = this.#columns!;
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

	/** What the line means as a heading. */
	#headingIn(bytes: Uint8Array, start: number, end: number): {readonly columns: CsvColumns; readonly delimiter: number} | undefined {
		if (isDigit(bytes[start]) || end - start > longestHeadingBytes) {
			return undefined;
		}

		for (const delimiter of delimiters) {
			if (!hasColumns(bytes, delimiter, start, end) || !hasTimeNamed(bytes, start, end)) {
				continue;
			}

			this.#cells.read(bytes, start, end, delimiter);
			const columns = columnsOf(Array.from({length: this.#cells.count}, (_, cell) => this.#cells.text(bytes, cell)));
			if (columns !== undefined) {
				return {columns, delimiter};
			}
		}

		return undefined;
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
		return this.#headingIn(bytes, start, end) !== undefined;
	}

	readHeader(bytes: Uint8Array, start: number, end: number): boolean {
		const heading = this.#headingIn(bytes, start, end);
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
		this.#setRun(draft.user, bytes, this.#first(columns.user));
		this.#setRun(draft.host, bytes, this.#first(columns.host));
		for (const cell of columns.devices) {
			this.#addDevices(draft, bytes, cell);
		}

		const message = this.#messageOf(columns);
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
		return {
			message: message < 0 ? decodeForeign(bytes) : this.#cells.text(bytes, message),
			severityWord: severity < 0 ? undefined : this.#cells.text(bytes, severity),
			fields: [
				...(columns?.names ?? []).flatMap((name, cell): NamedValue[] =>
					cell === message || cell === severity || !this.#has(cell) ? [] : [{name, value: this.#cells.text(bytes, cell)}]),
				...(codes === undefined || message < 0 ? [] : sentenceFields(codes.sentences, this.#cells.text(bytes, message))),
			],
		};
	}
}

/** Whether the line has as many delimiters as a heading needs. */
function hasColumns(bytes: Uint8Array, delimiter: number, start: number, end: number): boolean {
	let at = start - 1;
	for (let column = 1; column < fewestColumns; column++) {
		at = nextByte(bytes, delimiter, at + 1, end);
		if (at === -1) {
			return false;
		}
	}

	return true;
}

/** Every heading of a time column has one of these in it. */
const headingMarks = [bytesOf('time'), bytesOf('date')];

function hasTimeNamed(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const small = lowered(bytes[at]!);
		if ((small === 0x74 || small === 0x64) && headingMarks.some(mark => isWord(bytes, at, Math.min(at + 4, end), mark))) {
			return true;
		}
	}

	return false;
}
