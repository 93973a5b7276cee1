import {categoryCode} from '../domain/category.ts';
import type {Segment} from '../store/segment.ts';
import {type ColumnField, type TimelineColumns} from './coded-columns.ts';
import {productFormats} from './compile.ts';
import {failBit} from './condition.ts';
import {countCodes, type Span} from './select.ts';

export type OperationCounts = {exact: number; human: number};

/** How often each code of each filterable column occurs, its own filter ignored. Rows can be taken back before they change. */
export class Tally {
	readonly #columns: TimelineColumns;
	readonly #counts = new Map<ColumnField, Float64Array<ArrayBuffer>>();
	readonly #isProductFormat: Uint8Array;
	readonly operations: OperationCounts = {exact: 0, human: 0};

	constructor(columns: TimelineColumns) {
		this.#columns = columns;
		this.#isProductFormat = Uint8Array.from({length: columns.format.size()}, (_, format) => productFormats.includes(columns.format.valuesOf(format)[0]!) ? 1 : 0);
		for (const field of fields) {
			this.#counts.set(field, new Float64Array(0));
		}
	}

	#roomyCounts(field: ColumnField, size: number): Float64Array {
		const counts = this.#counts.get(field)!;
		if (size <= counts.length) {
			return counts;
		}

		const larger = new Float64Array(Math.max(size, counts.length * 2));
		larger.set(counts);
		this.#counts.set(field, larger);
		return larger;
	}

	#countOperations({category, format}: Segment, {from, to}: Span, failures: Uint16Array, amount: number): void {
		const other = 0xFF_FF ^ failBit.userOperations;
		for (let at = from; at < to; at++) {
			const isCounted = category[at] === categoryCode['user-operation'] && (failures[at]! & other) === 0;
			if (!isCounted) {
				continue;
			}

			this.operations.human += amount;
			this.operations.exact += amount * this.#isProductFormat[format[at]!]!;
		}
	}

	/** Counts the rows of the span; `amount` is 1, or -1 to take them back. */
	count(span: Span, failures: Uint16Array, amount: number): void {
		for (const field of fields) {
			const column = this.#columns[field];
			const counts = this.#roomyCounts(field, column.size());
			countCodes(column.codesIn(span.segment), span, {failures, ownBit: failBit[field], counts, amount});
		}

		this.#countOperations(span.segment, span, failures, amount);
	}

	/** Count by code. */
	countsOf(field: ColumnField): Float64Array {
		return this.#counts.get(field)!;
	}
}

const fields = ['category', 'action', 'user', 'device', 'source', 'host', 'result', 'format', 'severity'] as const satisfies readonly ColumnField[];
