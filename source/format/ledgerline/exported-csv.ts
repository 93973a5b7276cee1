import {ByteRun, type EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {type Foreign, foreignText} from '../../domain/foreign.ts';
import {encodeForeign} from '../../text/foreign.ts';
import {ascii, bytesOf, nextByte} from '../bytes/byte-text.ts';
import {CsvCells} from '../tables/csv-cells.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {jsonFields} from '../json/json-fields.ts';
import {Stamp} from '../time/stamp.ts';
import {type ExportedColumn, type ExportedRecord, readExported, retoldColumns} from './exported-columns.ts';

/** What an export or `print --output csv` wrote. Only a table under the heading line of exports is one. */
export const exportedCsv: Format = {
	name: 'ledgerline-csv',
	title: 'Ledgerline export (CSV)',
	framing: 'csv',
	hasHeaders: true,
	headerHeads: 'k',
	open: kit => new ExportedCsvReader(kit),
};

const names = ['kind', 'time', 'source', 'generation', 'offset', 'format', 'category', 'action', 'type', 'severity', 'severityWord', 'user', 'devices', 'host', 'result', 'message', 'fields', 'raw', 'guarded'] as const;

type Column = (typeof names)[number];

const cellOf = Object.fromEntries(names.map((name, cell) => [name, cell])) as Readonly<Record<Column, number>>;

/** Where the event was found, which the timeline tells of the export itself. */
const placeColumns = names.filter(name => name !== 'fields' && !retoldColumns.has(name));

const noneGuarded: ReadonlySet<string> = new Set();

const heading = bytesOf(names.join(','));

class ExportedCsvReader implements FormatReader, ExportedRecord {
	readonly #stamp: Stamp;
	readonly #cells = new CsvCells();
	#isUnderHeading = false;
	#bytes = new Uint8Array(0) as Uint8Array;
	/** The columns of the record at hand whose first character is the quote that keeps a spreadsheet from running them. */
	#guarded = noneGuarded;
	readonly #devices = new ByteRun();

	constructor({hints}: ReaderKit) {
		this.#stamp = new Stamp(hints);
	}

	/** Whether the record has a cell under every heading. */
	#turnTo(bytes: Uint8Array, start: number, end: number): boolean {
		this.#cells.read(bytes, start, end, ascii.comma);
		const isWhole = this.#cells.count === names.length;
		this.#bytes = bytes;
		this.#guarded = isWhole && this.#cells.has(cellOf.guarded) ? new Set(this.#cells.text(bytes, cellOf.guarded).split(' ')) : noneGuarded;
		return isWhole;
	}

	#text(column: Column): Foreign {
		const text = this.#cells.text(this.#bytes, cellOf[column]);
		return this.#guarded.has(column) ? foreignText(text.slice(1)) : text;
	}

	#readDevices(draft: EventDraft): void {
		const devices = this.#devices;
		this.#setRun('devices', devices);
		const {bytes, start, end} = devices;
		for (let at = end > start ? start : end + 1; at <= end;) {
			const semicolon = nextByte(bytes, ascii.semicolon, at, end);
			const deviceEnd = semicolon < 0 ? end : semicolon;
			draft.addDevice(bytes, at, deviceEnd);
			at = deviceEnd + 1;
		}
	}

	#setRun(column: Column, run: ByteRun): void {
		this.#cells.setRun(run, this.#bytes, cellOf[column]);
		if (this.#guarded.has(column)) {
			run.set(run.bytes, run.start + 1, run.end);
		}
	}

	#recordFields(): readonly Field[] {
		const json = encodeForeign(this.#text('fields'));
		return jsonFields(json, 0, json.length);
	}

	isHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return end - start === heading.length && heading.every((byte, index) => bytes[start + index] === byte);
	}

	readHeader(bytes: Uint8Array, start: number, end: number): boolean {
		const isHeading = this.isHeader(bytes, start, end);
		this.#isUnderHeading ||= isHeading;
		return isHeading;
	}

	set(column: ExportedColumn, run: ByteRun): void {
		this.#setRun(column, run);
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		if (!this.#isUnderHeading || !this.#turnTo(bytes, start, end)) {
			return false;
		}

		readExported(this, this.#stamp, draft);
		this.#readDevices(draft);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#turnTo(bytes, 0, bytes.length);
		const severityWord = this.#text('severityWord');
		return {
			message: this.#text('message'),
			severityWord: severityWord === '' ? undefined : severityWord,
			fields: [
				...placeColumns.map(name => ({name, value: this.#text(name)})).filter(({value}) => value !== ''),
				...this.#recordFields(),
			],
		};
	}
}
