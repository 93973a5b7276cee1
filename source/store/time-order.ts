import {type RowPrecedence, sortRuns} from './sort-runs.ts';

const firstCapacity = 1024;
/** Growing by a quarter copies each row four times in all, but doubling would leave up to half of the array unused. */
const growth = 1.25;
/** Rows out of order wait until somebody looks, or until sorting them would take the engine too long. */
const mostWaiting = 16_384;
/** The number of changes remembered for followers of the order; a follower further behind starts over. */
const mostChanges = 1024;

/**
All rows in time order, as row numbers.

A row at or after the newest is appended at once. Others wait and are merged by `settle`, which moves only what comes after the earliest of them:
a late row near the end costs microseconds, a second file of a million rows one pass.
*/
export class TimeOrder {
	readonly #isBefore: RowPrecedence;
	#rows = new Uint32Array(firstCapacity);
	#count = 0;
	#waiting = new Uint32Array(firstCapacity);
	#waitingCount = 0;
	/** The first position that each change moved; the oldest are forgotten. */
	#changes: number[] = [];
	#forgottenChanges = 0;

	constructor(isBefore: RowPrecedence) {
		this.#isBefore = isBefore;
	}

	#isNewest(row: number): boolean {
		return this.#count === 0 || this.#isBefore(this.#rows[this.#count - 1]!, row);
	}

	/** The place of `row` among the first `end` settled rows. Searches backwards by doubling steps, because the place is mostly near the end. */
	#placeBefore(end: number, row: number): number {
		let high = end;
		let step = 1;
		while (step <= high && this.#isBefore(row, this.#rows[high - step]!)) {
			high -= step;
			step *= 2;
		}

		let low = Math.max(0, high - step);
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#isBefore(row, this.#rows[middle]!)) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}

		return low;
	}

	/** Merges sorted rows into the settled ones, latest first, moving each run of settled rows between two of them as one block. Returns the position of the first. */
	#merge(late: Uint32Array): number {
		let end = this.#count;
		let left = late.length;
		while (left > 0) {
			const row = late[left - 1]!;
			const position = this.#placeBefore(end, row);
			this.#rows.copyWithin(position + left, position, end);
			end = position;
			// Older lines read after the newest ones of a file all come before them, so the rest needs only one comparison.
			const isRestTogether = position === 0 || this.#isBefore(this.#rows[position - 1]!, late[0]!);
			const count = isRestTogether ? left : 1;
			this.#rows.set(late.subarray(left - count, left), position + left - count);
			left -= count;
		}

		return end;
	}

	#noteChange(position: number): void {
		if (this.#changes.length === mostChanges) {
			this.#forgottenChanges += mostChanges;
			this.#changes = [];
		}

		this.#changes.push(position);
	}

	/** The number of settled rows. */
	get count(): number {
		return this.#count;
	}

	/** Counts the changes other than additions at the end. */
	get version(): number {
		return this.#forgottenChanges + this.#changes.length;
	}

	get heldBytes(): number {
		return this.#rows.byteLength + this.#waiting.byteLength;
	}

	rowAt(position: number): number {
		return this.#rows[position]!;
	}

	add(row: number): void {
		if (this.#waitingCount === 0 && this.#isNewest(row)) {
			this.#rows = withRoomFor(this.#rows, this.#count + 1);
			this.#rows[this.#count++] = row;
			return;
		}

		this.#waiting = withRoomFor(this.#waiting, this.#waitingCount + 1);
		this.#waiting[this.#waitingCount++] = row;
		if (this.#waitingCount >= mostWaiting) {
			this.settle();
		}
	}

	/** Takes a row out, so that its time can change before it is added again. */
	remove(row: number): void {
		this.settle();
		const position = this.positionOf(row);
		this.#rows.copyWithin(position, position + 1, this.#count);
		this.#count--;
		this.#noteChange(position);
	}

	/** Merges the waiting rows. */
	settle(): void {
		if (this.#waitingCount === 0) {
			return;
		}

		const late = sortRuns(this.#waiting.subarray(0, this.#waitingCount), this.#isBefore);
		this.#rows = withRoomFor(this.#rows, this.#count + late.length);
		const first = this.#merge(late);
		if (first < this.#count) {
			this.#noteChange(first);
		}

		this.#count += late.length;
		this.#waitingCount = 0;
	}

	/** The position of a settled row. */
	positionOf(row: number): number {
		return this.firstPosition(other => !this.#isBefore(other, row));
	}

	/** The first position whose row `isReached`, which must be false up to some row and true from there on; `count` if there is none. */
	firstPosition(isReached: (row: number) => boolean): number {
		let low = 0;
		let high = this.#count;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (isReached(this.#rows[middle]!)) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}

		return low;
	}

	/** Positions before this one have not changed since `version`. */
	unchangedSince(version: number): number {
		if (version < this.#forgottenChanges) {
			return 0;
		}

		let unchanged = this.#count;
		for (let index = version - this.#forgottenChanges; index < this.#changes.length; index++) {
			unchanged = Math.min(unchanged, this.#changes[index]!);
		}

		return unchanged;
	}
}

function withRoomFor(rows: Uint32Array<ArrayBuffer>, count: number): Uint32Array<ArrayBuffer> {
	if (count <= rows.length) {
		return rows;
	}

	const larger = new Uint32Array(Math.max(count, Math.ceil(rows.length * growth)));
	larger.set(rows);
	return larger;
}
