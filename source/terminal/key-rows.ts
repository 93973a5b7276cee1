import {type Cells, copyCells, isSameRow} from './cells.ts';

/**
Which rows keys have changed, and which of them are to be shown first. A frame drawn just after a key may hold new lines of the log as well:
rows that change without any key come after those that only a key changes. It reads no clock: the caller says what time it is.
*/
export class KeyRows {
	#before: Cells | undefined;
	#pressedMs = -Infinity;
	#framesSinceKey = 0;
	/** What changed without a key: the last two frames, for the parts of a screen are drawn in turns. */
	#changedByLog: ReadonlyArray<ReadonlySet<number>> = [];
	/** The rows to show first, and in which order: the lowest number goes ahead. */
	readonly ranks = new Map<number, number>();

	#rank(changed: ReadonlySet<number>): void {
		this.#framesSinceKey++;
		for (const row of changed) {
			const rank = this.#changedByLog.some(rows => rows.has(row)) ? this.#framesSinceKey : 0;
			this.ranks.set(row, Math.min(rank, this.ranks.get(row) ?? Infinity));
		}
	}

	/** A key was pressed; what changes now is its doing. */
	pressed(nowMs: number): void {
		this.#pressedMs = nowMs;
		this.#framesSinceKey = 0;
	}

	/** Compares a new frame with the one before; says whether a key changed it. */
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

	/** All that keys changed is shown. */
	clear(): void {
		this.ranks.clear();
	}
}

/** Ink draws a frame within this after a key, also on a busy machine. */
const drawnWithinMs = 100;
