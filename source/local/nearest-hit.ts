import type {EventId, FindRequest} from '../engine/engine.ts';
import type {Selection} from '../query/selection.ts';
import {foundAmong, type MarkingGround} from './hit-marks.ts';
import {takeSteps} from './turns.ts';

/** Few enough for one slice, enough for one read of the disk. */
const rowsPerStep = 512;

/** What is farther away than this is left to the search itself, which comes by in a moment. */
const mostRows = 20_000;

export type NearestWish = {
	readonly shown: Selection;
	readonly request: FindRequest;
	/** False as soon as the search itself has an answer. */
	readonly isWanted: () => boolean;
};

/** The hit that a search walks to, where it lies near: found without waiting for all others. */
export async function nearestHit(ground: MarkingGround, {shown, request, isWanted}: NearestWish): Promise<EventId | undefined> {
	let hit: EventId | undefined;
	const batches = rowsOnTheWay(ground, shown, request);
	await takeSteps(async () => {
		const rows = batches.next();
		if (rows.done === true || !isWanted()) {
			return 'last';
		}

		// Neighbours are read together where they come in the order of their file.
		const found = await foundAmong(ground, rows.value.toSorted((one, other) => one - other), request.search);
		hit = rows.value.find(row => found.has(row));
		return hit === undefined ? 'more' : 'last';
	});
	return hit;
}

/**
The rows that the walk comes by, nearest first.
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
