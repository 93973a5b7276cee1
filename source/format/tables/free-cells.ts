import type {Run} from '../bytes/byte-text.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import type {TableCells} from './table-cells.ts';
import type {TableColumns} from './table-columns.ts';

/** The cells of a row that may have other numbers: all of a column that tells nothing, and of those that are looked through what stays a number or an address. */
export function freeCells({count, starts, ends}: TableCells, columns: TableColumns, message: number): FreeNumberRuns {
	const {names: _, isOfAlerts: _isOfAlerts, message: messages, devices, ...read} = columns;
	const fixed = new Set(Object.values(read).flat());
	const cells = Array.from({length: count}, (_cell, cell) => ({cell, start: starts[cell]!, end: ends[cell]!})).filter(({cell}) => !fixed.has(cell));
	const isText = ({cell}: Run & {readonly cell: number}): boolean => cell === message || devices.includes(cell);
	return {texts: cells.filter(cell => isText(cell)), values: cells.filter(cell => !isText(cell) && !messages.includes(cell.cell))};
}
