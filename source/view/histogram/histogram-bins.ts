import type {Histogram, HistogramRequest} from '../../engine/engine.ts';
import {clampIndex} from '../drawing/numbers.ts';

export type TimeRange = NonNullable<HistogramRequest['range']>;

export type BinCounts = {readonly events: number; readonly notices: number; readonly alerts: number; readonly gaps: number};

/** The bin that an instant lies in; the nearest one for an instant outside. */
export function binAt(histogram: Histogram, micros: number): number {
	const {fromMicros, toMicros, counts} = histogram;
	const share = toMicros > fromMicros ? (micros - fromMicros) / (toMicros - fromMicros) : 0;
	let bin = clampIndex(Math.floor(share * counts.length), counts.length);
	// Rounding may have led to a neighbour.
	while (bin > 0 && micros < edge(histogram, bin)) {
		bin--;
	}

	while (bin < counts.length - 1 && micros >= edge(histogram, bin + 1)) {
		bin++;
	}

	return bin;
}

/** From the first whole microsecond of a bin to the first one after it: as filters these show exactly the events that the bin counts. */
export function binRange(histogram: Histogram, bin: number): TimeRange {
	return {fromMicros: edge(histogram, bin), toMicros: edge(histogram, bin + 1)};
}

/** The sums of the bins in the range; undefined where an end of the range cuts through a bin. */
export function countedIn(histogram: Histogram, {fromMicros, toMicros}: TimeRange): BinCounts | undefined {
	const first = binStarting(histogram, fromMicros);
	const end = binStarting(histogram, toMicros);
	if (first === undefined || end === undefined) {
		return undefined;
	}

	const sum = (counts: readonly number[]) => counts.slice(first, end).reduce((total, count) => total + count, 0);
	return {events: sum(histogram.counts), notices: sum(histogram.notices), alerts: sum(histogram.alerts), gaps: sum(histogram.gaps)};
}

/** The bin that begins there; one past the last begins at the histogram's end. */
function binStarting(histogram: Histogram, micros: number): number | undefined {
	const {counts, toMicros} = histogram;
	const bin = micros >= toMicros ? counts.length : binAt(histogram, micros);
	return edge(histogram, bin) === micros ? bin : undefined;
}

/** Where a bin begins. The engine's bins need not begin at whole microseconds, but events do. */
function edge({fromMicros, toMicros, counts}: Histogram, bin: number): number {
	return bin === counts.length ? toMicros : Math.ceil(fromMicros + (bin * ((toMicros - fromMicros) / counts.length)));
}
