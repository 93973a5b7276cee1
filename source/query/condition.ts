import type {Foreign} from '../domain/foreign.ts';
import type {Segment} from '../store/segment.ts';
import type {CodedColumn, Codes, ColumnField} from './coded-columns.ts';

/**
One bit for each kind of condition that a row can fail. A facet counts what each of its values would show if its own filter were ignored, which is the rows that fail
nothing, or nothing but its own bit.
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
	/** Time and search text, which no facet ignores. */
	rest: 4096,
	/** Not an event: shown, but not counted in any facet. */
	gap: 8192,
} as const satisfies Record<ColumnField, number> & Record<string, number>;

/** A fail mask of a row that is neither shown nor counted. */
export const everyFailure = 0xFF_FF;

/** The condition on one column, as a table from code to fail bit that grows with the column. */
export class Condition {
	readonly #column: CodedColumn;
	readonly #isWanted: (values: readonly Foreign[]) => boolean;
	#table = new Uint16Array(0);
	#known = 0;
	#hasFit = false;
	/** The bit of a row that does not meet the condition. */
	readonly bit: number;

	constructor(column: CodedColumn, bit: number, isWanted: (values: readonly Foreign[]) => boolean) {
		this.#column = column;
		this.bit = bit;
		this.#isWanted = isWanted;
	}

	/** The fail bit of every code assigned so far. */
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

	/** Whether any value of the column meets the condition; otherwise no row need be looked at. */
	get hasFit(): boolean {
		this.table();
		return this.#hasFit;
	}

	codesIn(segment: Segment): Codes {
		return this.#column.codesIn(segment);
	}
}
