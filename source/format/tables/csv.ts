import type {EventDraft} from '../../domain/event-draft.ts';
import {ascii} from '../bytes/byte-text.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {digitHeads} from '../time/heads.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {CsvCells} from './csv-cells.ts';
import {headingIn} from './csv-heading.ts';
import {freeCells} from './free-cells.ts';
import {fewestColumns, type TableColumns} from './table-columns.ts';
import {TableRows} from './table-rows.ts';

/** Tables with a heading line: the sensor timeline's export, the portal's downloads of Entra and Azure logs, and whatever has a time column. */
export const csv: Format = {
	name: 'csv',
	title: 'CSV with a heading line (sensor timeline, Entra and Azure downloads)',
	framing: 'csv',
	hasHeaders: true,
	noHeaderHeads: digitHeads,
	open: kit => new CsvReader(kit),
};

class CsvReader implements FormatReader {
	readonly #cells = new CsvCells();
	readonly #rows: TableRows;
	#columns: TableColumns | undefined;
	#delimiter: number = ascii.comma;
	readonly time: LineTime;

	constructor({hints}: ReaderKit) {
		const stamp = new Stamp(hints);
		this.#rows = new TableRows(stamp, this.#cells);
		this.time = new LineTime(stamp, readIsoTime, {freeRuns: () => freeCells(this.#cells, this.#columns!, this.#rows.messageOf(this.#columns!)), state: 0});
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
		if (this.#cells.count < fewestColumns || !this.#rows.read(bytes, columns, draft)) {
			return false;
		}

		this.#rows.giveTime(this.time);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		this.#cells.read(bytes, 0, bytes.length, this.#delimiter);
		return this.#rows.describe(bytes, this.#columns);
	}
}
