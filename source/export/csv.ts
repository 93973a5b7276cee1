import {stringify} from 'csv-stringify/sync';
import {foreignText} from '../domain/foreign.ts';
import type {EventDetails} from '../engine/engine.ts';
import {encodeForeign} from '../text/foreign.ts';
import {exportedEvent, type ExportedEvent} from './exported-event.ts';

const columns = ['kind', 'time', 'source', 'generation', 'offset', 'format', 'category', 'action', 'type', 'severity', 'severityWord', 'user', 'devices', 'host', 'result', 'message', 'fields', 'raw'] as const satisfies ReadonlyArray<keyof ExportedEvent>;

/**
The header line. The last column names the columns of its row that begin with a quote put there by the formula guard,
so that every cell can be had back as it was.
*/
export const csvHeader = (): Uint8Array => rows([[...columns, 'guarded']]);

/** CSV as RFC 4180 has it, for spreadsheets. */
export const csvRows = (batch: readonly EventDetails[]): Uint8Array => rows(batch.map(details => csvRow(exportedEvent(details))));

function csvRow(event: ExportedEvent): string[] {
	const guarded: string[] = [];
	const cells = columns.map(column => {
		const cell = cellText(event[column]);
		if (!startsFormula.test(cell)) {
			return cell;
		}

		guarded.push(column);
		return `'${cell}`;
	});
	return [...cells, guarded.join(' ')];
}

/** A spreadsheet takes a cell that begins so for a formula and would run it; those of East Asia take the wide forms too (OWASP, "CSV Injection"). */
const startsFormula = /^[\t\n\r+\-=@\u{FF0B}\u{FF0D}\u{FF1D}\u{FF20}]/v;

function cellText(value: ExportedEvent[keyof ExportedEvent]): string {
	if (value === undefined) {
		return '';
	}

	if (typeof value === 'string') {
		return value;
	}

	if (Array.isArray(value)) {
		return value.join(';');
	}

	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** RFC 4180 puts any CR and any LF within a cell into quotes; with a delimiter given, csv-stringify would quote only the two together. */
// eslint-disable-next-line @typescript-eslint/naming-convention -- csv-stringify's own names
const rfc4180 = {record_delimiter: '\r\n', quote_record_delimiter: true};

const rows = (cells: readonly string[][]): Uint8Array => encodeForeign(foreignText(stringify([...cells], rfc4180)));
