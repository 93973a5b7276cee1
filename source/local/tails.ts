import type {EventDetails, TailRequest} from '../engine/engine.ts';
import type {Selection} from '../query/selection.ts';
import type {BitSequence} from '../store/bit-sequence.ts';
import type {EventStore} from '../store/event-store.ts';
import {Arrivals, settleMs} from './arrivals.ts';
import {batchesOf} from './batches.ts';
import {takeSteps} from './turns.ts';

/** A reader this many rows behind makes following wait, so that the columns do not fill the memory. */
const mostBacklogRows = 200_000;

export type OnBatch = (batch: readonly EventDetails[]) => Promise<void> | void;

export type TailGround = {
	readonly store: EventStore;
	readonly request: TailRequest;
	/** The rows that the query shows, up to date. */
	readonly decided: () => Promise<Selection>;
	readonly describe: (rows: readonly number[]) => readonly EventDetails[];
	readonly onBatch: OnBatch;
	/** Whether every source has been read to the end it had then. */
	readonly hasCaughtUp: () => boolean;
	/** Waits for a change of the timeline or a timeout. */
	readonly untilChange: (mostMs: number) => Promise<void>;
	readonly setReading: (isReading: boolean) => void;
};

/** Passes on what the query shows, awaiting each batch, until the end or until it is aborted. */
export async function tail(ground: TailGround): Promise<void> {
	if (ground.request.order === 'arrival') {
		await tailInArrivalOrder(ground);
		return;
	}

	await untilRead(ground);
	await tailInTimeOrder(ground);
}

async function untilRead({request: {signal}, hasCaughtUp, untilChange}: TailGround): Promise<void> {
	await takeSteps(async () => {
		if (hasCaughtUp() || signal?.aborted === true) {
			return 'last';
		}

		await untilChange(Infinity);
		return 'more';
	});
}

/** All present events in timeline order. */
async function tailInTimeOrder({store, request: {batch, signal}, decided, describe, onBatch}: TailGround): Promise<void> {
	const {positions: {all}} = await decided();
	// Rows that come meanwhile may move positions, so the rows are those that were there at the beginning.
	const batches = batchesOf(store, shownRows(store, all), batch);
	await takeSteps(async () => {
		const next = batches.next();
		if (next.done === true || signal?.aborted === true) {
			return 'last';
		}

		await onBatch(describe(next.value));
		return 'more';
	});
}

/** Rows in time order. Hot: one lookup per position. */
function shownRows({order}: EventStore, shown: BitSequence): Uint32Array {
	const rows = new Uint32Array(shown.ones);
	let count = 0;
	for (let position = 0; count < rows.length; position++) {
		if (shown.has(position)) {
			rows[count++] = order.rowAt(position);
		}
	}

	return rows;
}

/** The events of each file in its own order as they arrive, until aborted. */
async function tailInArrivalOrder({store, request: {batch, from = 0, signal}, decided, describe, onBatch, untilChange, setReading}: TailGround): Promise<void> {
	const arrivals = new Arrivals(store);
	await takeSteps(async () => {
		const rows = store.rowCount;
		const selection = await decided();
		// Lines may have come while the rows were being decided; those are left for the next round.
		if (!selection.isDecidedUpTo(rows)) {
			return 'more';
		}

		const ready = arrivals.take(batch, performance.now(), rows).filter(row => row >= from && selection.has(row));
		setReading(arrivals.backlog < mostBacklogRows);
		for (const next of batchesOf(store, ready, batch)) {
			// eslint-disable-next-line no-await-in-loop -- One batch after the other.
			await onBatch(describe(next));
		}

		if (arrivals.backlog === 0) {
			await untilChange(arrivals.isHolding ? settleMs : Infinity);
		}

		return signal?.aborted === true ? 'last' : 'more';
	});
	setReading(true);
}
