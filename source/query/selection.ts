import {Bitset} from '../store/bitset.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowsPerSegment} from '../store/segment.ts';
import type {TimelineColumns} from './coded-columns.ts';
import type {CompiledQuery} from './compile.ts';
import {everyFailure, failBit} from './condition.ts';
import {markFailures, type Span} from './select.ts';
import {ShownPositions} from './shown-positions.ts';
import {Tally} from './tally.ts';

/** A millisecond or two of work, well within a slice; fewer rows where texts must be read, so that a search can be given up in between. */
const mostBatchRows = 16_384;
const mostTextRows = 2048;

// Shared by all selections: judging a row is over before anybody else needs it.
const singleFailures = new Uint16Array(rowsPerSegment);

/** Rows that are decided together: `failures[at]` for `at` in `from..to` says what row `firstRow + at - from` fails. */
export type Batch = Span & {readonly firstRow: number; readonly failures: Uint16Array};

/**
The rows of a timeline that a query shows, kept as the timeline grows.

Every row is decided once, in order of arrival: `nextBatch` decides by columns, the caller adds what only the text can tell (`failText`), and `take` puts it into effect.
A row about to change is taken back first and decided again later.
*/
export class Selection {
	readonly #store: EventStore;
	readonly #failures = new Uint16Array(rowsPerSegment);
	readonly #rows = new Bitset();
	readonly #textFailures = new Bitset();
	readonly #changedRows = new Set<number>();
	#decidedCount = 0;
	#openBatch: Batch | undefined;
	readonly query: CompiledQuery;
	readonly tally: Tally;
	readonly positions: ShownPositions;

	constructor(store: EventStore, columns: TimelineColumns, query: CompiledQuery) {
		this.#store = store;
		this.query = query;
		this.tally = new Tally(columns, query);
		this.positions = new ShownPositions(store);
	}

	#batchOf(firstRow: number, endRow: number): Batch {
		const segment = this.#store.segmentOf(firstRow);
		const from = placeOfRow(firstRow);
		const mostRows = this.query.textTerms.length > 0 ? mostTextRows : mostBatchRows;
		const batch = {segment, firstRow, from, to: Math.min(rowsPerSegment, from + Math.min(mostRows, endRow - firstRow)), failures: this.#failures};
		markFailures(this.query, batch, this.#failures);
		return batch;
	}

	/** Rows that changed while the caller had the batch are left out and decided again later. */
	#spoil({firstRow, from, to, failures}: Batch): void {
		for (const row of this.#changedRows) {
			const at = from + row - firstRow;
			if (at >= from && at < to) {
				failures[at] = everyFailure;
			}
		}
	}

	/** Whether the first `count` rows have been decided as they are now. */
	isDecidedUpTo(count: number): boolean {
		return this.#changedRows.size === 0 && this.#decidedCount >= count;
	}

	/** The number of rows decided, up to the first one that has changed since. */
	get decidedCount(): number {
		return this.#decidedCount;
	}

	get shownEvents(): number {
		return this.positions.all.ones - this.positions.gaps.ones;
	}

	has(row: number): boolean {
		return this.#rows.has(row);
	}

	/** The next rows to decide, already judged by their columns. There must be some. */
	nextBatch(): Batch {
		const [changed] = this.#changedRows;
		this.#changedRows.delete(changed!);
		const batch = changed === undefined ? this.#batchOf(this.#decidedCount, this.#store.rowCount) : this.#batchOf(changed, changed + 1);
		this.#openBatch = batch;
		return batch;
	}

	/** The rows of the batch whose text can make a difference: a facet counts rows that fail nothing but its own filter. */
	rowsForText({firstRow, from, to, failures}: Batch): number[] {
		const rows: number[] = [];
		for (let at = from; at < to; at++) {
			const failed = failures[at]!;
			if (failed < failBit.rest && (failed & (failed - 1)) === 0) {
				rows.push(firstRow + at - from);
			}
		}

		return rows;
	}

	/** Notes that the text of a row does not match. */
	failText({firstRow, from, failures}: Batch, row: number): void {
		failures[from + row - firstRow]! |= failBit.rest;
		this.#textFailures.add(row);
	}

	/** Shows and counts the rows of a batch that fail nothing. */
	take(batch: Batch): void {
		const {firstRow, from, to, failures} = batch;
		this.#spoil(batch);
		this.tally.count(batch, failures, 1);
		for (let at = from; at < to; at++) {
			if (failures[at] === 0 || failures[at] === failBit.gap) {
				this.#rows.add(firstRow + at - from);
			}
		}

		if (firstRow < this.#decidedCount) {
			this.#store.order.settle();
			this.positions.forgetFrom(this.#store.order.positionOf(firstRow));
		}

		this.#decidedCount = Math.max(this.#decidedCount, firstRow + to - from);
		this.#openBatch = undefined;
	}

	/** Takes back the decision on a row. Must be called before its columns change. */
	giveBack(row: number): void {
		const open = this.#openBatch;
		const isOpen = open !== undefined && row >= open.firstRow && row < open.firstRow + open.to - open.from;
		const isUndecided = row >= this.#decidedCount && !isOpen;
		if (isUndecided || this.#changedRows.has(row)) {
			return;
		}

		this.#changedRows.add(row);
		if (isOpen) {
			return;
		}

		const single = {segment: this.#store.segmentOf(row), from: placeOfRow(row), to: placeOfRow(row) + 1};
		const failures = singleFailures;
		markFailures(this.query, single, failures);
		failures[single.from]! |= this.#textFailures.has(row) ? failBit.rest : 0;
		this.tally.count(single, failures, -1);
		this.#rows.remove(row);
		this.#textFailures.remove(row);
	}

	/** Brings the positions up to date with the time order, at most `mostPositions` of them. True when nothing is left to do. */
	arrange(mostPositions?: number): boolean {
		this.#store.order.settle();
		return this.positions.advance({rows: this.#rows, count: this.#decidedCount}, mostPositions);
	}
}
