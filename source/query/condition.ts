import type {Foreign} from '../domain/foreign.ts';
import type {Segment} from '../store/segment.ts';
import type {CodedColumn, Codes, ColumnField} from './coded-columns.ts';

/**
One bit for each kind of condition that a row can fail. A facet shows what its values would give with its own filter ignored: it counts the
rows that fail nothing, or nothing but its own bit.
*/
export const failBit = {
	category: 1,
	action: 2,
	user: 4,
	device: 8,
	source: 16,
	host: 32,
	result: 64,
	format: 128,
	severity: 256,
	userOperations: 512,
	group: 1024,
	type: 2048,
	/** Time and search text: no facet ignores these. */
	rest: 4096,
	/** Not an event at all: selected, and counted in no facet. */
	gap: 8192,
} as const satisfies Record<ColumnField, number> & Record<string, number>;

/** A fail mask that shows nothing and counts nowhere. */
export const everyFailure = 0xFF_FF;

/** What values of one column must be like, as a table from code to fail bit that grows with the column. */
export class Condition {
	readonly #column: CodedColumn;
	readonly #isWanted: (values: readonly Foreign[]) => boolean;
	#table = new Uint16Array(0);
	#known = 0;
	#hasFit = false;
	/** What a row fails that does not fit. */
	readonly bit: number;

	constructor(column: CodedColumn, bit: number, isWanted: (values: readonly Foreign[]) => boolean) {
		this.#column = column;
		this.bit = bit;
		this.#isWanted = isWanted;
	}

	/** Fail bit by code, for every code given so far. */
	table(): Uint16Array {
		const size = this.#column.size();
		if (size > this.#table.length) {
			const larger = new Uint16Array(Math.max(size, this.#table.length * 2));
			larger.set(this.#table);
			this.#table = larger;
		}

		for (; this.#known < size; this.#known++) {
			const isFit = this.#isWanted(this.#column.valuesOf(this.#known));
			this.#table[this.#known] = isFit ? 0 : this.bit;
			this.#hasFit ||= isFit;
		}

		return this.#table;
	}

	/** True where some value of the column fits: else no row need be looked at. */
	get hasFit(): boolean {
		this.table();
		return this.#hasFit;
	}

	codesIn(segment: Segment): Codes {
		return this.#column.codesIn(segment);
	}
}
