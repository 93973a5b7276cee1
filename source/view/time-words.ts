import type {Histogram} from '../engine/engine.ts';
import {type BinCounts, countedIn, type TimeRange} from './histogram-bins.ts';
import {counted, grouped} from './numbers.ts';
import {chosenRange, cursorBin, isChoosing, isZoomed} from './time-pane.ts';
import type {ViewState} from './view-state.ts';
import {duration, type Zone, zonedTime} from './zoned-time.ts';

/** The bar under the cursor, or the range as far as it is chosen, in words. */
export function timeSentence(state: ViewState, histogram: Histogram): string {
	const range = chosenRange(state, histogram);
	const counts = countedIn(histogram, range);
	return [
		...(isChoosing(state.time) ? [choiceWord(state)] : []),
		`${spanWords(range, histogram, state.zone)}${counts === undefined ? '' : `: ${countWords(counts)}`}`,
		`(${lengthWords(range)})`,
	].join(' ');
}

/** Which bar of how many, and whether they show only a part of the time. */
export function barPosition(state: ViewState, histogram: Histogram): string {
	const zoomed = isZoomed(state.time) ? 'zoomed in, ' : '';
	return `${zoomed}bar ${grouped(cursorBin(state, histogram) + 1)} of ${grouped(histogram.counts.length)}`;
}

/** What is still open is said by which end is set. */
function choiceWord({time: {beginMicros, endMicros}}: ViewState): string {
	if (beginMicros !== undefined && endMicros !== undefined) {
		return 'range';
	}

	return beginMicros === undefined ? 'end' : 'begin';
}

function countWords({events, notices, alerts, gaps}: BinCounts): string {
	return [
		counted(events, 'event'),
		...(alerts === 0 ? [] : [counted(alerts, 'alert')]),
		...(notices === 0 ? [] : [counted(notices, 'notice')]),
		...(gaps === 0 ? [] : [counted(gaps, 'gap')]),
	].join(', ');
}

const lengthWords = ({fromMicros, toMicros}: TimeRange): string => toMicros - fromMicros < fineBelowMicros ? `${Math.round((toMicros - fromMicros) / 1000)} ms` : duration(Math.round((toMicros - fromMicros) / 1e6));

/** Both ends as short as they can be told apart. */
function spanWords({fromMicros, toMicros}: TimeRange, histogram: TimeRange, zone: Zone): string {
	const isFine = toMicros - fromMicros < fineBelowMicros;
	const hasDate = zonedTime(histogram.fromMicros, zone).date !== zonedTime(histogram.toMicros, zone).date;
	const from = instantWords(fromMicros, zone, {isFine, hasDate});
	const isSameDay = zonedTime(fromMicros, zone).date === zonedTime(toMicros, zone).date;
	const to = instantWords(toMicros, zone, {isFine, hasDate: hasDate && !isSameDay});
	return `${from} - ${to}`;
}

function instantWords(micros: number, zone: Zone, {isFine, hasDate}: {readonly isFine: boolean; readonly hasDate: boolean}): string {
	const {date, clock, fraction} = zonedTime(micros, zone);
	return `${hasDate ? `${date.slice(-5)} ` : ''}${clock}${isFine ? `.${fraction.slice(0, 3)}` : ''}`;
}

/** Ends nearer than this need their milliseconds. */
const fineBelowMicros = 2e6;
