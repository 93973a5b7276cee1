import type {Histogram} from '../../engine/engine.ts';
import {counted, grouped} from '../drawing/numbers.ts';
import type {ViewState} from '../view-state.ts';
import {dayText, duration, isSameYear, type Zone, zonedTime} from '../drawing/zoned-time.ts';
import {chosenRange, cursorBin, isChoosing, isZoomed} from './time-pane.ts';
import {type BinCounts, countedIn, type TimeRange} from './histogram-bins.ts';

/** The bar under the cursor, or the range chosen so far, in words. */
export function timeSentence(state: ViewState, histogram: Histogram): string {
	const range = chosenRange(state, histogram);
	const counts = countedIn(histogram, range);
	return [
		...(isChoosing(state.time) ? [choiceWord(state)] : []),
		`${spanWords(range, histogram, state.zone)}${counts === undefined ? '' : `: ${countWords(counts)}`}`,
		`(${lengthWords(range)})`,
	].join(' ');
}

/** Which bar of how many, and whether the pane is zoomed in. */
export function barPosition(state: ViewState, histogram: Histogram): string {
	const zoomed = isZoomed(state.time) ? 'zoomed in, ' : '';
	return `${zoomed}bar ${grouped(cursorBin(state, histogram) + 1)} of ${grouped(histogram.counts.length)}`;
}

/** Which ends of the range are set. */
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
		...(gaps === 0 ? [] : [counted(gaps, 'hole')]),
	].join(', ');
}

const lengthWords = ({fromMicros, toMicros}: TimeRange): string => toMicros - fromMicros < fineBelowMicros ? `${Math.round((toMicros - fromMicros) / 1000)} ms` : duration(Math.round((toMicros - fromMicros) / 1e6));

type Precision = {readonly isFine: boolean; readonly hasDate: boolean; readonly hasYear: boolean};

/** Both ends, as short as they can still be told apart. */
function spanWords({fromMicros, toMicros}: TimeRange, histogram: TimeRange, zone: Zone): string {
	const precision = {
		isFine: toMicros - fromMicros < fineBelowMicros,
		hasDate: zonedTime(histogram.fromMicros, zone).date !== zonedTime(histogram.toMicros, zone).date,
		hasYear: !isSameYear(histogram.fromMicros, histogram.toMicros, zone),
	};
	const isSameDay = zonedTime(fromMicros, zone).date === zonedTime(toMicros, zone).date;
	return `${instantWords(fromMicros, zone, precision)} - ${instantWords(toMicros, zone, {...precision, hasDate: precision.hasDate && !isSameDay})}`;
}

function instantWords(micros: number, zone: Zone, {isFine, hasDate, hasYear}: Precision): string {
	const time = zonedTime(micros, zone);
	return `${hasDate ? `${dayText(time, hasYear)} ` : ''}${time.clock}${isFine ? `.${time.fraction.slice(0, 3)}` : ''}`;
}

/** Ends closer together than this need milliseconds. */
const fineBelowMicros = 2e6;
