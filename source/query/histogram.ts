import type {BitSequence} from '../store/bit-sequence.ts';
import type {EventStore} from '../store/event-store.ts';
import type {ShownPositions} from './shown-positions.ts';

export type TimeRange = {readonly fromMicros: number; readonly toMicros: number};

export type Buckets = TimeRange & {
	readonly counts: readonly number[];
	readonly notices: readonly number[];
	readonly alerts: readonly number[];
	readonly gaps: readonly number[];
};

/** The shown rows per bucket of time. Costs a binary search and a few ranks per bucket, however many rows there are. */
export function countBuckets(store: EventStore, positions: ShownPositions, {buckets, range = steadyRange(shownRange(store, positions), buckets)}: {readonly buckets: number; readonly range?: TimeRange | undefined}): Buckets {
	const widthMicros = (range.toMicros - range.fromMicros) / buckets;
	const edges = Array.from({length: buckets + 1}, (_, edge) => edge === buckets ? range.toMicros : range.fromMicros + (edge * widthMicros));
	const places = edges.map(micros => store.order.firstPosition(row => store.columns.microsOf(row) >= micros));
	const perBucket = (ones: BitSequence) => places.slice(1).map((place, bucket) => ones.rank(place) - ones.rank(places[bucket]!));
	const gaps = perBucket(positions.gaps);
	const counts = perBucket(positions.all).map((count, bucket) => count - gaps[bucket]!);
	return {...range, counts, notices: perBucket(positions.notices), alerts: perBucket(positions.alerts), gaps};
}

/** From the first shown row to just after the last one. */
function shownRange(store: EventStore, {all}: ShownPositions): TimeRange {
	if (all.ones === 0) {
		return {fromMicros: 0, toMicros: 0};
	}

	const microsAt = (index: number) => store.columns.microsOf(store.order.rowAt(all.select(index)));
	return {fromMicros: microsAt(0), toMicros: microsAt(all.ones - 1) + 1};
}

/**
The range in buckets whose width stays the same while the range grows by about a hundredth, so that while a log is followed every bar but the newest stands still.
*/
function steadyRange({fromMicros, toMicros}: TimeRange, buckets: number): TimeRange {
	const leastMicros = (toMicros - fromMicros) / buckets;
	const stepMicros = 2 ** Math.max(0, Math.floor(Math.log2(leastMicros)) - stepBits);
	return {fromMicros, toMicros: fromMicros + (buckets * Math.ceil(leastMicros / stepMicros) * stepMicros)};
}

/** The significant bits of a width after the first: widths grow by a 64th to a 128th, so hardly any of the picture is ahead of the newest row. */
const stepBits = 6;
