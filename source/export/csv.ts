import {foreignText} from '../domain/foreign.ts';
import type {EventDetails} from '../engine/engine.ts';
import {encodeForeign} from '../text/foreign.ts';
import {exportedEvent, type ExportedEvent} from './exported-event.ts';

const columns = ['kind', 'time', 'source', 'generation', 'offset', 'format', 'category', 'action', 'type', 'severity', 'severityWord', 'user', 'devices', 'host', 'result', 'message', 'fields', 'raw'] as const satisfies ReadonlyArray<keyof ExportedEvent>;

/** Lines end so in RFC 4180. */
const lineEnd = '\r\n';

/**
The header line. The last column names the columns of its row that begin with a quote put there by the formula guard,
so that every cell can be had back as it was.
*/
export const csvHeader = (): Uint8Array => encodeForeign(foreignText(`${columns.join(',')},guarded${lineEnd}`));

/** CSV as RFC 4180 has it, for spreadsheets. Hot: text is put together a batch at a time and encoded once; bench/engine/engine.ts. */
export const csvRows = (batch: readonly EventDetails[]): Uint8Array => encodeForeign(foreignText(batch.map(details => csvRow(exportedEvent(details))).join('')));

function csvRow(event: ExportedEvent): string {
	let row = '';
	let guarded = '';
	for (const column of columns) {
		const cell = cellText(event[column]);
		if (isFormula(cell)) {
			guarded += guarded === '' ? column : ` ${column}`;
			row += `${quoted(`'${cell}`)},`;
		} else {
			row += `${quoted(cell)},`;
		}
	}

	return row + guarded + lineEnd;
}

/** First characters of a cell that a spreadsheet takes for a formula and would run; those of East Asia take the wide forms too (OWASP, "CSV Injection"). */
const formulaStarts = new Set('\t\n\r+-=@\u{FF0B}\u{FF0D}\u{FF1D}\u{FF20}');

const isFormula = (cell: string): boolean => cell !== '' && formulaStarts.has(cell[0]!);

/** In quotes where it holds what would end it. */
const quoted = (cell: string): string => endsCell.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const endsCell = /[\n\r",]/v;

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
