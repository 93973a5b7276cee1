import type {Run} from '../bytes/byte-text.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import type {CsvCells} from '../tables/csv-cells.ts';
import type {PanOsColumns} from './pan-os-columns.ts';

/** The year of the first date stays: where it is none, the line is no record. */
const datedCell = 1;
const yearBytes = 4;

/** An address as short as this might become `0.0.0.0`, which is none. */
const shortestAddressBytes = '0.0.0.0'.length;

/** The numbers of a record that no column is told by: most of what stands before its cells and in them. Where devices are looked for, addresses stay some. */
export function freePanOsNumbers({count, starts, ends}: CsvCells, columns: PanOsColumns, {start, type}: {readonly start: number; readonly type: number}): FreeNumberRuns {
	const {deed, severity, status, message, devices} = columns;
	const told = new Set([type, deed, severity, status]);
	const searched = new Set([message, ...devices]);
	// By its first byte it is told which formats are asked about a line.
	const header: Run = {start: start + 1, end: starts[0]!};
	const cells = Array.from({length: count}, (_, cell) => ({cell, start: Math.max(starts[cell]!, header.start), end: ends[cell]!})).filter(({cell}) => !told.has(cell));
	return {
		texts: cells.filter(({cell, ...run}) => searched.has(cell) && run.end - run.start > shortestAddressBytes),
		values: [header, ...cells.filter(({cell}) => !searched.has(cell)).map(run => run.cell === datedCell ? {...run, start: run.start + yearBytes} : run)],
	};
}
