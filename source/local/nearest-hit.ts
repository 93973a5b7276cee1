import type {EventId, FindRequest} from '../engine/engine.ts';
import type {Selection} from '../query/selection.ts';
import {foundAmong, type MarkingGround} from './hit-marks.ts';
import {takeSteps} from './turns.ts';

/** Few enough for one slice, and enough to make one read worthwhile. */
const rowsPerStep = 512;

/** Hits further away are left to the search itself, which reaches them in a moment. */
const mostRows = 20_000;

export type NearestWish = {
	readonly shown: Selection;
	readonly request: FindRequest;
	/** False as soon as the search itself has an answer. */
	readonly isWanted: () => boolean;
};

/** Finds the hit that a search goes to, if it is near, without waiting for all others. */
export async function nearestHit(ground: MarkingGround, {shown, request, isWanted}: NearestWish): Promise<EventId | undefined> {
	let hit: EventId | undefined;
	const batches = rowsOnTheWay(ground, shown, request);
	await takeSteps(async () => {
		const rows = batches.next();
		if (rows.done === true || !isWanted()) {
			return 'last';
		}

		// In file order, so that neighbours are read together.
		const found = await foundAmong(ground, rows.value.toSorted((one, other) => one - other), request.search);
		hit = rows.value.find(row => found.has(row));
		return hit === undefined ? 'more' : 'last';
	});
	return hit;
}

/**
The rows on the way, nearest first.
@yields Some of them at a time.
*/
function * rowsOnTheWay({store: {order}}: MarkingGround, {positions: {all}}: Selection, {from, direction}: FindRequest): Generator<EventId[]> {
	const position = from.at === 'newest' ? order.count : order.positionOf(from.event);
	const step = direction === 'next' ? 1 : -1;
	const first = direction === 'next' ? all.rank(position + 1) : all.rank(direction === 'here' ? position + 1 : position) - 1;
	const onTheWay = Math.min(mostRows, direction === 'next' ? all.ones - first : first + 1);
	for (let done = 0; done < onTheWay; done += rowsPerStep) {
		yield Array.from({length: Math.min(rowsPerStep, onTheWay - done)}, (_, index) => order.rowAt(all.select(first + (step * (done + index)))));
	}
}
