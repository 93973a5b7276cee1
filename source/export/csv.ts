import {stringify} from 'csv-stringify/sync';
import {foreignText} from '../domain/foreign.ts';
import type {EventDetails} from '../engine/engine.ts';
import {encodeForeign} from '../text/foreign.ts';
import {exportedEvent, type ExportedEvent} from './exported-event.ts';

const columns = ['kind', 'time', 'source', 'generation', 'offset', 'format', 'category', 'action', 'type', 'severity', 'severityWord', 'user', 'devices', 'host', 'result', 'message', 'fields', 'raw'] as const satisfies ReadonlyArray<keyof ExportedEvent>;

/**
The header line. The last column, `guarded`, names the cells of its row that begin with a quote added against formulas,
so that readers can restore every cell exactly.
*/
export const csvHeader = (): Uint8Array => rows([[...columns, 'guarded']]);

/** Events as CSV (RFC 4180), safe for spreadsheets. */
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

/** Spreadsheets take a cell that begins like this for a formula and run it; East Asian ones accept the full-width forms too (OWASP, "CSV Injection"). */
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

/** RFC 4180 quotes any cell with a CR or an LF in it; with a record delimiter set, csv-stringify by default quotes only cells with both. */
// eslint-disable-next-line @typescript-eslint/naming-convention -- csv-stringify's own names
const rfc4180 = {record_delimiter: '\r\n', quote_record_delimiter: true};

const rows = (cells: readonly string[][]): Uint8Array => encodeForeign(foreignText(stringify([...cells], rfc4180)));
