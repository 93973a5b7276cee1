import type {Histogram} from '../../engine/engine.ts';
import {selectedRow, type ViewState} from '../view-state.ts';
import {binAt, binRange, type TimeRange} from './histogram-bins.ts';
import type {TimeState} from './time-state.ts';

/** The part of the time to be drawn: zoomed in, or held still, only while the pane has the keys, so that at all other times it is all of it. */
export function drawnWindow({pane, time}: ViewState): TimeRange | undefined {
	return pane === 'histogram' ? time.window : undefined;
}

/** The bin under the cursor. */
export function cursorBin(state: ViewState, histogram: Histogram): number {
	return binAt(histogram, state.time.cursorMicros ?? restingMicros(state, histogram));
}

function restingMicros(state: ViewState, histogram: Histogram): number {
	return (state.timeline.isFollowing ? undefined : selectedRow(state)?.time.micros) ?? newestBar(histogram).fromMicros;
}

/** Bars may stand ready for what is still to come. */
function newestBar(histogram: Histogram): TimeRange {
	const {counts, gaps} = histogram;
	const bin = counts.findLastIndex((count, at) => count + gaps[at]! > 0);
	return binRange(histogram, Math.max(0, bin));
}

/** What Enter would show: from begin to end; while one of them is missing the bar under the cursor stands for it. */
export function chosenRange(state: ViewState, histogram: Histogram): TimeRange {
	const under = binRange(histogram, cursorBin(state, histogram));
	const {beginMicros, endMicros} = state.time;
	if (beginMicros !== undefined && endMicros !== undefined) {
		return {fromMicros: beginMicros, toMicros: endMicros};
	}

	const anchor = beginMicros ?? endMicros;
	return anchor === undefined ? under : {fromMicros: Math.min(anchor, under.fromMicros), toMicros: Math.max(anchor, under.toMicros)};
}

/** True while only a part of the time is drawn. */
export function isZoomed({window, whole}: TimeState): boolean {
	return window !== undefined && whole !== undefined && (window.fromMicros !== whole.fromMicros || window.toMicros !== whole.toMicros);
}

/** True once an end of a range is set. */
export function isChoosing({beginMicros, endMicros}: TimeState): boolean {
	return beginMicros !== undefined || endMicros !== undefined;
}
