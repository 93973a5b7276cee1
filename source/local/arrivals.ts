import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowFlag} from '../store/segment.ts';

/** A record may go on over several lines: the newest of a file is held back until the next one follows, or nothing has come for so long. */
export const settleMs = 300;

type Held = {readonly row: number; readonly sinceMs: number};

/** Rows in the order in which they may be given on: each file's own, and an event only once it is whole. */
export class Arrivals {
	readonly #store: EventStore;
	/** The newest row of each generation. */
	readonly #held = new Map<number, Held>();
	#nextRow = 0;

	constructor(store: EventStore) {
		this.#store = store;
	}

	#isWhole({row, sinceMs}: Held, nowMs: number): boolean {
		const isProvisional = (this.#store.segmentOf(row).flags[placeOfRow(row)]! & rowFlag.provisional) !== 0;
		return !isProvisional && nowMs - sinceMs >= settleMs;
	}

	/** True while something is held back that only time can settle. */
	get isHolding(): boolean {
		return this.#held.size > 0;
	}

	/** Rows that have come and have not been asked for. */
	get backlog(): number {
		return this.#store.rowCount - this.#nextRow;
	}

	/** Rows that are ready now, at most about `most`. */
	take(most: number, nowMs: number, endRow = this.#store.rowCount): number[] {
		const ready: number[] = [];
		for (; this.#nextRow < endRow && ready.length < most; this.#nextRow++) {
			const generation = this.#store.segmentOf(this.#nextRow).generation[placeOfRow(this.#nextRow)]!;
			const before = this.#held.get(generation);
			ready.push(...(before === undefined ? [] : [before.row]));
			this.#held.set(generation, {row: this.#nextRow, sinceMs: nowMs});
		}

		for (const [generation, held] of this.#held) {
			if (!this.#isWhole(held, nowMs)) {
				continue;
			}

			ready.push(held.row);
			this.#held.delete(generation);
		}

		return ready;
	}
}
