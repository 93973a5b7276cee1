import type {EventDraft} from '../domain/event-draft.ts';
import type {GenerationId, SourceId} from '../domain/source.ts';
import type {Instant} from '../domain/time.ts';
import type {Columns} from './columns.ts';
import {GenerationClock} from './generation-clock.ts';
import type {TimeOrder} from './time-order.ts';

/** Gives every row a time, its own or a neighbour's, and keeps the time order up to date. */
export class RowTimes {
	readonly #columns: Columns;
	readonly #order: TimeOrder;
	readonly #clocks: GenerationClock[] = [];
	readonly #oldestClocks = new Map<SourceId, GenerationClock>();
	readonly #newestClocks = new Map<SourceId, GenerationClock>();

	constructor(columns: Columns, order: TimeOrder) {
		this.#columns = columns;
		this.#order = order;
	}

	#setOwnTime(row: number, generation: GenerationId, draft: EventDraft): void {
		this.#columns.setTime(row, timeOf(draft));
		const clock = this.#clocks[generation]!;
		for (const waiting of clock.note(draft.timeMicros, draft.timeNanos)) {
			this.#order.remove(waiting);
			this.#columns.setBorrowedTime(waiting, clock.time);
			this.#order.add(waiting);
		}
	}

	addGeneration(id: GenerationId, source: SourceId, modifiedMicros: number): void {
		const clock = new GenerationClock(this.#newestClocks.get(source), Math.round(modifiedMicros));
		this.#clocks[id] = clock;
		this.#newestClocks.set(source, clock);
		if (!this.#oldestClocks.has(source)) {
			this.#oldestClocks.set(source, clock);
		}
	}

	/** Places a new row. Hot. */
	place(row: number, generation: GenerationId, draft: EventDraft): void {
		if (Number.isNaN(draft.timeMicros)) {
			this.#columns.setBorrowedTime(row, this.#clocks[generation]!.borrow(row));
		} else {
			this.#setOwnTime(row, generation, draft);
		}

		this.#order.add(row);
	}

	/** Places a new row by its own time. No neighbour borrows that before the row is confirmed, because what is between has not been read. */
	placeAhead(row: number, draft: EventDraft): void {
		this.#columns.setTime(row, timeOf(draft));
		this.#order.add(row);
	}

	/** Everything above the row has been read, so those below may borrow its time from now on. */
	confirm(row: number, generation: GenerationId, draft: EventDraft): void {
		this.#setOwnTime(row, generation, draft);
	}

	/** Takes a row out of the order. */
	displace(row: number, generation: GenerationId): void {
		this.#clocks[generation]!.stopWaiting(row);
		this.#order.remove(row);
	}

	/** Places a row again because its record turned out to have a time of its own. */
	placeAgain(row: number, generation: GenerationId, draft: EventDraft): void {
		this.displace(row, generation);
		this.#setOwnTime(row, generation, draft);
		this.#order.add(row);
	}

	/** Places a gap beside the generation it follows, or at `micros` where no record there has a time. */
	placeGap(row: number, source: SourceId, afterGeneration: GenerationId | undefined, micros: number): void {
		const clock = afterGeneration === undefined ? this.#oldestClocks.get(source) : this.#clocks[afterGeneration];
		const neighbour = clock?.borrow(row);
		this.#columns.setBorrowedTime(row, neighbour === undefined || clock!.isGuess ? {micros, nanos: 0} : neighbour);
		this.#order.add(row);
	}
}

/** A record's own time. */
export const timeOf = ({timeMicros, timeNanos, timeDigits}: EventDraft): Instant => ({micros: timeMicros, nanos: timeNanos, digits: timeDigits});
