import {severityCode} from '../domain/severity.ts';
import {BitSequence} from '../store/bit-sequence.ts';
import type {Bitset} from '../store/bitset.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow, rowFlag} from '../store/segment.ts';

/** Which rows are shown, and which rows have been decided. */
export type DecidedRows = {readonly rows: Bitset; readonly count: number};

/**
The shown rows in time order, as bits over its positions. With their ranks a window or a histogram takes only a few steps.

They follow the order: from the first position that moved or was not decided yet, everything is made again.
*/
export class ShownPositions {
	readonly #store: EventStore;
	#orderVersion = 0;
	#stalePosition = Infinity;
	/** The number of rows decided at the last look, and the first position that waits for others. */
	#decidedCount = 0;
	#waitingPosition = Infinity;
	readonly all = new BitSequence();
	readonly notices = new BitSequence();
	readonly alerts = new BitSequence();
	readonly gaps = new BitSequence();

	constructor(store: EventStore) {
		this.#store = store;
	}

	get #sequences(): readonly BitSequence[] {
		return [this.all, this.notices, this.alerts, this.gaps];
	}

	#show(position: number, row: number): void {
		const segment = this.#store.segmentOf(row);
		const at = placeOfRow(row);
		this.all.pushOneAt(position);
		if ((segment.flags[at]! & rowFlag.gap) !== 0) {
			this.gaps.pushOneAt(position);
		} else if (segment.severity[at] === severityCode.alert) {
			this.alerts.pushOneAt(position);
		} else if (segment.severity[at] === severityCode.notice) {
			this.notices.pushOneAt(position);
		}
	}

	/** Positions are looked at again only once their rows may have been decided, or they would never be passed. */
	#takeUpWaiting(decidedCount: number): void {
		if (decidedCount === this.#decidedCount) {
			return;
		}

		this.#decidedCount = decidedCount;
		this.forgetFrom(this.#waitingPosition);
	}

	/** Everything from this position on must be looked at again. */
	forgetFrom(position: number): void {
		this.#stalePosition = Math.min(this.#stalePosition, position);
	}

	/** Catches up with a settled order by at most `mostPositions`. True when nothing is left to do. Hot: about 5 ns per position. */
	advance(decided: DecidedRows, mostPositions = Infinity): boolean {
		const {order} = this.#store;
		this.#takeUpWaiting(decided.count);
		const start = Math.min(order.unchangedSince(this.#orderVersion), this.all.length, this.#stalePosition);
		const end = Math.min(order.count, start + mostPositions);
		this.#orderVersion = order.version;
		this.#stalePosition = Infinity;
		this.#waitingPosition = start <= this.#waitingPosition ? Infinity : this.#waitingPosition;
		for (const sequence of this.#sequences) {
			sequence.cut(start);
		}

		for (let position = start; position < end; position++) {
			const row = order.rowAt(position);
			if (row >= decided.count) {
				this.#waitingPosition = Math.min(this.#waitingPosition, position);
			} else if (decided.rows.has(row)) {
				this.#show(position, row);
			}
		}

		for (const sequence of this.#sequences) {
			sequence.padTo(end);
		}

		return end === order.count;
	}
}
