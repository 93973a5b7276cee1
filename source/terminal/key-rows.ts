import {type Cells, copyCells, isSameRow} from './cells.ts';

/**
Tells which rows keys have changed and which of them to show first. A frame drawn just after a key may contain new log lines as well, so rows that also change without
keys come after those that only keys change. It reads no clock: the caller passes the time.
*/
export class KeyRows {
	#before: Cells | undefined;
	#pressedMs = -Infinity;
	#framesSinceKey = 0;
	/** The rows that changed without a key in the last two frames; two, because the parts of a screen change in turns. */
	#changedByLog: ReadonlyArray<ReadonlySet<number>> = [];
	/** The rows to show first, those with the lowest number ahead. */
	readonly ranks = new Map<number, number>();

	#rank(changed: ReadonlySet<number>): void {
		this.#framesSinceKey++;
		for (const row of changed) {
			const rank = this.#changedByLog.some(rows => rows.has(row)) ? this.#framesSinceKey : 0;
			this.ranks.set(row, Math.min(rank, this.ranks.get(row) ?? Infinity));
		}
	}

	/** A key was pressed; what changes from now on is its effect. */
	pressed(nowMs: number): void {
		this.#pressedMs = nowMs;
		this.#framesSinceKey = 0;
	}

	/** Compares a new frame with the last one and returns whether a key changed it. */
	see(frame: Cells, nowMs: number): boolean {
		const before = this.#before;
		this.#before = copyCells(frame);
		if (before?.columns !== frame.columns || before.rows !== frame.rows) {
			this.#changedByLog = [];
			return false;
		}

		const changed = new Set(Array.from({length: frame.rows}, (_, row) => row).filter(row => !isSameRow(before, frame, row)));
		if (nowMs - this.#pressedMs > drawnWithinMs) {
			this.#changedByLog = [...this.#changedByLog.slice(-1), changed];
			return false;
		}

		this.#rank(changed);
		return changed.size > 0;
	}

	/** Everything that keys changed has been shown. */
	clear(): void {
		this.ranks.clear();
	}
}

/** Ink draws a frame this soon after a key even on a busy machine. */
const drawnWithinMs = 100;
