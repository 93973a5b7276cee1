import type {ByteRun} from '../../domain/event-draft.ts';
import type {Foreign} from '../../domain/foreign.ts';

/** Where the cells of one row lie, whatever keeps them: comma-separated values, or an object with a member a column. */
export type TableCells = {
	readonly count: number;
	readonly starts: ArrayLike<number>;
	readonly ends: ArrayLike<number>;
	/** Whether the row has that cell, and something stands in it. */
	has(cell: number): boolean;
	/** The text of a cell. */
	text(bytes: Uint8Array, cell: number): Foreign;
	/** Sets `run` to what the cell says. */
	setRun(run: ByteRun, bytes: Uint8Array, cell: number): void;
};
