import type {Histogram} from '../../engine/engine.ts';
import {selectedRow, type ViewState} from '../view-state.ts';
import {binAt, binRange, type TimeRange} from './histogram-bins.ts';
import type {TimeState} from './time-state.ts';

/** The range to draw, zoomed in or held still. Only while the pane has the focus; at all other times the whole range is drawn. */
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

/** The last bar with events or holes; empty bars may follow it, for events still to come. */
function newestBar(histogram: Histogram): TimeRange {
	const {counts, gaps} = histogram;
	const bin = counts.findLastIndex((count, at) => count + gaps[at]! > 0);
	return binRange(histogram, Math.max(0, bin));
}

/** The range that Enter would show. While an end is not set, the bar under the cursor takes its place. */
export function chosenRange(state: ViewState, histogram: Histogram): TimeRange {
	const under = binRange(histogram, cursorBin(state, histogram));
	const {beginMicros, endMicros} = state.time;
	if (beginMicros !== undefined && endMicros !== undefined) {
		return {fromMicros: beginMicros, toMicros: endMicros};
	}

	const anchor = beginMicros ?? endMicros;
	return anchor === undefined ? under : {fromMicros: Math.min(anchor, under.fromMicros), toMicros: Math.max(anchor, under.toMicros)};
}

/** Whether only a part of the time is drawn. */
export function isZoomed({window, whole}: TimeState): boolean {
	return window !== undefined && whole !== undefined && (window.fromMicros !== whole.fromMicros || window.toMicros !== whole.toMicros);
}

/** Whether an end of a range is set. */
export function isChoosing({beginMicros, endMicros}: TimeState): boolean {
	return beginMicros !== undefined || endMicros !== undefined;
}
