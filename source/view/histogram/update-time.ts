import type {Histogram} from '../../engine/engine.ts';
import {clamp, clampIndex} from '../drawing/numbers.ts';
import {changeQuery, noticed} from '../filters/update-query.ts';
import type {ViewState} from '../view-state.ts';
import {binRange, type TimeRange} from './histogram-bins.ts';
import {chosenRange, cursorBin, isChoosing, isZoomed} from './time-pane.ts';
import {type TimeState, wholeTime} from './time-state.ts';

/** Moves the cursor over the bars; at the edge of what is drawn the rest of the time comes into sight. */
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

/** One key for both ends: the first time where it begins, then where it ends, whichever way the cursor went. */
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

/** Enter: only the range is shown, on the timeline. */
export function showRange(state: ViewState): ViewState {
	return withHistogram(state, histogram => {
		const {fromMicros, toMicros} = chosenRange(state, histogram);
		return changeQuery({...state, pane: 'timeline'}, {...state.query, sinceMicros: fromMicros, untilMicros: toMicros});
	});
}

/** Half as much time, or twice, with the cursor where it is on the screen. */
export function zoom(state: ViewState, by: 'in' | 'out'): ViewState {
	return withHistogram(state, histogram => by === 'in' ? zoomIn(state, histogram) : zoomOut(state, histogram));
}

/** Esc: the chosen ends go first, then the zoom, then one is back on the timeline. */
export function leaveTime(state: ViewState): ViewState {
	if (isChoosing(state.time)) {
		return withTime(state, {beginMicros: undefined, endMicros: undefined, ...(!isZoomed(state.time) && {window: undefined, whole: undefined})});
	}

	return state.time.window === undefined ? {...state, pane: 'timeline', time: wholeTime} : withTime(state, {window: undefined, whole: undefined});
}

/** While a range is chosen the bars stand still: with every event that arrives they would be others, and no longer what the range was chosen by. */
function standing(state: ViewState, {fromMicros, toMicros}: TimeRange): ViewState {
	const all = {fromMicros, toMicros};
	return state.time.window === undefined ? withTime(state, {window: all, whole: all}) : state;
}

/** Bars narrower than a millisecond tell no times apart that most logs write. */
const narrowestBarMicros = 1000;

function zoomIn(state: ViewState, histogram: Histogram): ViewState {
	const widthMicros = (histogram.toMicros - histogram.fromMicros) / 2;
	if (widthMicros < narrowestBarMicros * histogram.counts.length) {
		return noticed(state, 'bars of a millisecond are the narrowest');
	}

	const whole = state.time.whole ?? {fromMicros: histogram.fromMicros, toMicros: histogram.toMicros};
	const cursorMicros = middleOf(binRange(histogram, cursorBin(state, histogram)));
	return withTime(state, {whole, cursorMicros, window: around(cursorMicros, histogram, widthMicros)});
}

function zoomOut(state: ViewState, histogram: Histogram): ViewState {
	const {whole} = state.time;
	if (whole === undefined || !isZoomed(state.time)) {
		return noticed(state, 'all of the time is drawn');
	}

	const widthMicros = (histogram.toMicros - histogram.fromMicros) * 2;
	const cursorMicros = middleOf(binRange(histogram, cursorBin(state, histogram)));
	const zoomed = widthMicros >= whole.toMicros - whole.fromMicros
		? (isChoosing(state.time) ? {window: whole} : {window: undefined, whole: undefined})
		: {window: inside(whole, around(cursorMicros, histogram, widthMicros))};
	return withTime(state, {cursorMicros, ...zoomed});
}

/** A window of that width in which the instant lies where it lies in the histogram. */
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

/** Zoomed in, the window moves on by half of itself. */
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

	return histogram.toMicros <= histogram.fromMicros ? noticed(state, 'there are no events to choose among') : act(histogram);
}
