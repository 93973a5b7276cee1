import {type RowPrecedence, sortRuns} from './sort-runs.ts';

const firstCapacity = 1024;
/** Doubling would leave up to half of the array idle; a quarter more at a time copies each row four times in all. */
const growth = 1.25;
/** Rows out of order wait until somebody looks, or until there are so many that sorting them would hold the engine for too long. */
const mostWaiting = 16_384;
/** Changes remembered for followers of the order; one that is further behind starts over. */
const mostChanges = 1024;

/**
All rows in the order of time, as row numbers.

A row at or after the newest is put at the end at once. Others wait and are merged by `settle`, which moves only what lies after the earliest of them:
one late row near the end costs microseconds, a second file of a million rows one pass.
*/
export class TimeOrder {
	readonly #isBefore: RowPrecedence;
	#rows = new Uint32Array(firstCapacity);
	#count = 0;
	#waiting = new Uint32Array(firstCapacity);
	#waitingCount = 0;
	/** First position that each change moved; the oldest are forgotten. */
	#changes: number[] = [];
	#forgottenChanges = 0;

	constructor(isBefore: RowPrecedence) {
		this.#isBefore = isBefore;
	}

	#isNewest(row: number): boolean {
		return this.#count === 0 || this.#isBefore(this.#rows[this.#count - 1]!, row);
	}

	/** The place of `row` among the first `end` settled rows. Steps back by doubling, because the place is mostly near. */
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

	/** Puts sorted rows among the settled ones, latest first, each run of settled rows between two of them moved as one block. Answers where the first stands. */
	#merge(late: Uint32Array): number {
		let end = this.#count;
		let left = late.length;
		while (left > 0) {
			const row = late[left - 1]!;
			const position = this.#placeBefore(end, row);
			this.#rows.copyWithin(position + left, position, end);
			end = position;
			// What is read below the newest lines of a file all stands before them: one look is enough for the rest.
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

	/** Settled rows. */
	get count(): number {
		return this.#count;
	}

	/** Grows with every change that was not an addition at the end. */
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

	/** Where a settled row stands. */
	positionOf(row: number): number {
		return this.firstPosition(other => !this.#isBefore(other, row));
	}

	/** The first position whose row `isReached`, which must be false up to some row and true from there on; `count` where there is none. */
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

	/** Positions before this one are as they were at `version`. */
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
