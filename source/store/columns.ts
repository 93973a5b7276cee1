import type {Instant} from '../domain/time.ts';
import {isTailBorrowed, placeOfRow, rowsPerSegment, Segment, segmentOfRow, tailDigits, tailNanos, timeTail} from './segment.ts';

/** All rows as segments of typed arrays. */
export class Columns {
	#rowCount = 0;
	readonly segments: Segment[] = [];

	#tailOf(row: number): number {
		return this.segmentOf(row).timeTail[placeOfRow(row)]!;
	}

	get rowCount(): number {
		return this.#rowCount;
	}

	get heldBytes(): number {
		return this.segments.reduce((sum, segment) => sum + segment.heldBytes, 0);
	}

	addRow(): number {
		const row = this.#rowCount++;
		if (row % rowsPerSegment === 0) {
			this.segments.push(new Segment());
		}

		return row;
	}

	segmentOf(row: number): Segment {
		return this.segments[segmentOfRow(row)]!;
	}

	microsOf(row: number): number {
		return this.segmentOf(row).times.at(placeOfRow(row));
	}

	instantOf(row: number): Instant {
		const tail = this.#tailOf(row);
		return {micros: this.microsOf(row), nanos: tailNanos(tail), digits: tailDigits(tail)};
	}

	isTimeBorrowed(row: number): boolean {
		return isTailBorrowed(this.#tailOf(row));
	}

	setTime(row: number, {micros, nanos, digits}: Instant): void {
		const segment = this.segmentOf(row);
		segment.times.set(placeOfRow(row), micros);
		segment.columns.timeTail.set(placeOfRow(row), timeTail(nanos, digits, false));
	}

	setBorrowedTime(row: number, {micros, nanos}: Pick<Instant, 'micros' | 'nanos'>): void {
		const segment = this.segmentOf(row);
		segment.times.set(placeOfRow(row), micros);
		segment.columns.timeTail.set(placeOfRow(row), timeTail(nanos, 0, true));
	}

	/** Whether the row has exactly this time, and not a borrowed one. */
	isAtTime(row: number, {micros, nanos, digits}: Instant): boolean {
		return this.microsOf(row) === micros && this.#tailOf(row) === timeTail(nanos, digits, false);
	}

	/** Compares two rows by microseconds, then by nanoseconds. */
	compareTimes(first: number, second: number): number {
		return (this.microsOf(first) - this.microsOf(second)) || (tailNanos(this.#tailOf(first)) - tailNanos(this.#tailOf(second)));
	}
}
