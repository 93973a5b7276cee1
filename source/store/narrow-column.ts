import {rowsPerSegment} from './places.ts';

/** The numbers of one column of a segment, as wide as the largest of them needs. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Narrowest first; offsets beyond 4 GB are kept exactly, as doubles. */
const widths = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;
const largest = [0xFF, 0xFF_FF, 0xFF_FF_FF_FF, Number.MAX_SAFE_INTEGER] as const;

/** Shared columns with the same number in every row: in many logs all lines have one severity, one host and no device. */
const constants: Uint8Array[] = [];

/**
Whole numbers of one segment. A column costs nothing while every row has the same number below 256, and after that no more per row than the largest number needs:
a log with ten users takes a byte per row for them, and one without any takes none. Every row must be set before it is read.
*/
export class NarrowColumn {
	#values: Numbers = constantOf(0);
	#width = 0;
	#isShared = true;
	#isEmpty = true;

	#makeRoomFor(value: number): void {
		if (this.#isEmpty && value <= largest[0]) {
			this.#values = constantOf(value);
			return;
		}

		this.#width = Math.max(this.#width, largest.findIndex(most => value <= most));
		const own = new widths[this.#width]!(rowsPerSegment);
		own.set(this.#values);
		this.#values = own;
		this.#isShared = false;
	}

	/** The numbers of all rows. Valid until the next `set`, which may widen the column. */
	get values(): Numbers {
		return this.#values;
	}

	get heldBytes(): number {
		return this.#isShared ? 0 : this.#values.byteLength;
	}

	/** Hot: mostly one store into a typed array. */
	set(at: number, value: number): void {
		if (this.#isShared ? value !== this.#values[at] || this.#isEmpty : value > largest[this.#width]!) {
			this.#makeRoomFor(value);
		}

		this.#isEmpty = false;
		if (!this.#isShared) {
			this.#values[at] = value;
		}
	}
}

function constantOf(value: number): Uint8Array {
	constants[value] ??= new Uint8Array(rowsPerSegment).fill(value);
	return constants[value];
}
