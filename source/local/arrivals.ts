import type {SourceId} from '../domain/source.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowFlag} from '../store/segment.ts';

/** A record may continue over several lines, so the newest one of a log is held back until the next follows or nothing has come for this long. */
export const settleMs = 300;

/** The newest row of a generation. */
type Held = {readonly row: number; readonly generation: number; readonly sinceMs: number};

/** Orders rows for passing on: each log in its own order, and an event only once it is complete. */
export class Arrivals {
	readonly #store: EventStore;
	readonly #held = new Map<SourceId, readonly Held[]>();
	#nextRow = 0;

	constructor(store: EventStore) {
		this.#store = store;
	}

	#has(row: number, flag: number): boolean {
		return (this.#store.segmentOf(row).flags[placeOfRow(row)]! & flag) !== 0;
	}

	/** Takes a row and returns those it completes: once a newer file of the log has begun, or a hole is known, the records of older files are complete. */
	#followedBy(row: number, nowMs: number): readonly number[] {
		const source = this.#store.sourceOf(row);
		const generation = this.#store.segmentOf(row).generation[placeOfRow(row)]!;
		const isGap = this.#has(row, rowFlag.gap);
		const held = this.#held.get(source) ?? [];
		const isFollowed = (before: Held) => (before.generation === generation && !isGap)
			|| (before.generation <= generation && !this.#has(before.row, rowFlag.provisional));
		const kept = held.filter(before => !isFollowed(before));
		this.#held.set(source, isGap ? kept : [...kept, {row, generation, sinceMs: nowMs}]);
		const followed = held.filter(before => isFollowed(before)).map(before => before.row);
		return isGap ? [...followed, row] : followed;
	}

	#isWhole({row, sinceMs}: Held, nowMs: number): boolean {
		return !this.#has(row, rowFlag.provisional) && nowMs - sinceMs >= settleMs;
	}

	/** Whether something is held back that only time can complete. */
	get isHolding(): boolean {
		return this.#held.size > 0;
	}

	/** The number of rows that have come but have not been asked for. */
	get backlog(): number {
		return this.#store.rowCount - this.#nextRow;
	}

	/** The rows that are ready, at most about `most` of them. */
	take(most: number, nowMs: number, endRow = this.#store.rowCount): number[] {
		const ready: number[] = [];
		for (; this.#nextRow < endRow && ready.length < most; this.#nextRow++) {
			ready.push(...this.#followedBy(this.#nextRow, nowMs));
		}

		for (const [source, held] of this.#held) {
			const waiting = held.filter(each => !this.#isWhole(each, nowMs));
			ready.push(...held.filter(each => !waiting.includes(each)).map(({row}) => row));
			if (waiting.length === 0) {
				this.#held.delete(source);
			} else {
				this.#held.set(source, waiting);
			}
		}

		return ready;
	}
}
