import type {Histogram} from '../../engine/engine.ts';
import {clamp, clampIndex} from '../drawing/numbers.ts';
import {changeQuery, noticed} from '../filters/update-query.ts';
import type {ViewState} from '../view-state.ts';
import {binRange, type TimeRange} from './histogram-bins.ts';
import {chosenRange, cursorBin, isChoosing, isZoomed} from './time-pane.ts';
import {type TimeState, wholeTime} from './time-state.ts';

/** Moves the cursor by bars; at an edge of a zoomed window the window moves on. */
export function moveBar(state: ViewState, by: number): ViewState {
	return withHistogram(state, histogram => {
		const wanted = cursorBin(state, histogram) + by;
		const bin = clampIndex(wanted, histogram.counts.length);
		const moved = withTime(state, {cursorMicros: middleOf(binRange(histogram, bin))});
		return wanted === bin ? moved : panned(moved, Math.sign(by));
	});
}

/** The range begins with the bar under the cursor. */
export function beginRange(state: ViewState): ViewState {
	return withHistogram(state, histogram => {
		const {fromMicros} = binRange(histogram, cursorBin(state, histogram));
		const {endMicros} = state.time;
		return withTime(standing(state, histogram), {beginMicros: fromMicros, endMicros: endMicros !== undefined && endMicros > fromMicros ? endMicros : undefined});
	});
}

/** The range ends with the bar under the cursor. */
export function endRange(state: ViewState): ViewState {
	return withHistogram(state, histogram => {
		const {toMicros} = binRange(histogram, cursorBin(state, histogram));
		const {beginMicros} = state.time;
		return withTime(standing(state, histogram), {endMicros: toMicros, beginMicros: beginMicros !== undefined && beginMicros < toMicros ? beginMicros : undefined});
	});
}

/** One key for both ends: the first press sets one, the second the other, whichever way the cursor went. */
export function stepRange(state: ViewState): ViewState {
	const {beginMicros, endMicros} = state.time;
	if (beginMicros === undefined || endMicros !== undefined) {
		return beginRange(withTime(state, {endMicros: undefined}));
	}

	return withHistogram(state, histogram => {
		const {fromMicros, toMicros} = chosenRange(state, histogram);
		return withTime(state, {beginMicros: fromMicros, endMicros: toMicros});
	});
}

/** Enter: the timeline shows only the chosen range. */
export function showRange(state: ViewState): ViewState {
	return withHistogram(state, histogram => {
		const {fromMicros, toMicros} = chosenRange(state, histogram);
		return changeQuery({...state, pane: 'timeline'}, {...state.query, sinceMicros: fromMicros, untilMicros: toMicros});
	});
}

/** Halves or doubles the range drawn; the cursor keeps its place on the screen. */
export function zoom(state: ViewState, by: 'in' | 'out'): ViewState {
	return withHistogram(state, histogram => by === 'in' ? zoomIn(state, histogram) : zoomOut(state, histogram));
}

/** Esc: drops the chosen ends, then the zoom, then goes back to the timeline. */
export function leaveTime(state: ViewState): ViewState {
	if (isChoosing(state.time)) {
		return withTime(state, {beginMicros: undefined, endMicros: undefined, ...(!isZoomed(state.time) && {window: undefined, whole: undefined})});
	}

	return state.time.window === undefined ? {...state, pane: 'timeline', time: wholeTime} : withTime(state, {window: undefined, whole: undefined});
}

/** Holds the bars still while a range is chosen: with every new event they would change under the person's hands. */
function standing(state: ViewState, {fromMicros, toMicros}: TimeRange): ViewState {
	const all = {fromMicros, toMicros};
	return state.time.window === undefined ? withTime(state, {window: all, whole: all}) : state;
}

/** Most logs write no finer times than milliseconds. */
const narrowestBarMicros = 1000;

function zoomIn(state: ViewState, histogram: Histogram): ViewState {
	const widthMicros = (histogram.toMicros - histogram.fromMicros) / 2;
	if (widthMicros < narrowestBarMicros * histogram.counts.length) {
		return noticed(state, 'already zoomed in as far as possible: one millisecond per bar');
	}

	const whole = state.time.whole ?? {fromMicros: histogram.fromMicros, toMicros: histogram.toMicros};
	const cursorMicros = middleOf(binRange(histogram, cursorBin(state, histogram)));
	return withTime(state, {whole, cursorMicros, window: around(cursorMicros, histogram, widthMicros)});
}

function zoomOut(state: ViewState, histogram: Histogram): ViewState {
	const {whole} = state.time;
	if (whole === undefined || !isZoomed(state.time)) {
		return noticed(state, 'already zoomed out: the whole time range is shown');
	}

	const widthMicros = (histogram.toMicros - histogram.fromMicros) * 2;
	const cursorMicros = middleOf(binRange(histogram, cursorBin(state, histogram)));
	const zoomed = widthMicros >= whole.toMicros - whole.fromMicros
		? (isChoosing(state.time) ? {window: whole} : {window: undefined, whole: undefined})
		: {window: inside(whole, around(cursorMicros, histogram, widthMicros))};
	return withTime(state, {cursorMicros, ...zoomed});
}

/** A window of the given width in which the instant has the same relative place as in the histogram. */
function around(micros: number, {fromMicros, toMicros}: TimeRange, widthMicros: number): TimeRange {
	const share = (micros - fromMicros) / (toMicros - fromMicros);
	const from = Math.round(micros - (share * widthMicros));
	return {fromMicros: from, toMicros: from + Math.round(widthMicros)};
}

function inside(whole: TimeRange, {fromMicros, toMicros}: TimeRange): TimeRange {
	const widthMicros = toMicros - fromMicros;
	const from = clamp(fromMicros, whole.fromMicros, whole.toMicros - widthMicros);
	return {fromMicros: from, toMicros: from + widthMicros};
}

/** Moves a zoomed window on by half its width. */
function panned(state: ViewState, direction: number): ViewState {
	const {window, whole} = state.time;
	if (window === undefined || whole === undefined) {
		return state;
	}

	const byMicros = Math.round((window.toMicros - window.fromMicros) / 2) * direction;
	return withTime(state, {window: inside(whole, {fromMicros: window.fromMicros + byMicros, toMicros: window.toMicros + byMicros})});
}

const middleOf = ({fromMicros, toMicros}: TimeRange): number => Math.floor((fromMicros + toMicros) / 2);

function withTime(state: ViewState, time: Partial<TimeState>): ViewState {
	return {...state, time: {...state.time, ...time}};
}

function withHistogram(state: ViewState, act: (histogram: Histogram) => ViewState): ViewState {
	const {histogram} = state;
	if (histogram === undefined) {
		return noticed(state, 'the bars are still being counted');
	}

	return histogram.toMicros <= histogram.fromMicros ? noticed(state, 'there are no events yet') : act(histogram);
}
