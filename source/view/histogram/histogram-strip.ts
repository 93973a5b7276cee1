import type {Histogram} from '../../engine/engine.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import type {Layout} from '../layout.ts';
import {clamp} from '../drawing/numbers.ts';
import {histogramColumns} from '../asking/requests.ts';
import {blank, cell, type Ground, type Look, row, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {timeAxis} from './time-axis.ts';
import {type Mark, runsOf} from './histogram-row.ts';
import {histogramMarks} from './histogram-marks.ts';
import {footLetters} from './foot-letters.ts';
import {type Bar, barsOf, letterBelow} from './histogram-bars.ts';

/** The number of rows for the bars, for the marks below them, and for the times. */
export type HistogramRows = Pick<Layout, 'histogramRows' | 'cursorRows' | 'axisRows'>;

/** The filtered events over time, each bar coloured by its worst severity, with the marks and the times below where the layout has rows for them. */
export function histogramStrip(state: ViewState, {histogramRows, cursorRows, axisRows}: HistogramRows, look: Look): Span[][] {
	const {histogram, size: {columns}} = state;
	if (histogram === undefined) {
		return Array.from({length: histogramRows + cursorRows + axisRows}, () => blank(columns));
	}

	return [
		...barRows(state, histogram, {height: histogramRows, hasLettersBelow: cursorRows > 0}, look),
		...(cursorRows === 0 ? [] : [histogramMarks(state, histogram).row(look)]),
		...(axisRows === 0 ? [] : [timeAxis(state, histogram, look)]),
	];
}

/** The histogram as the only pane of a compact screen. */
export function wholeHistogram(state: ViewState, rows: number, look: Look): Span[][] {
	return histogramStrip(state, {histogramRows: rows - 2, cursorRows: 1, axisRows: 1}, look);
}

function barRows(state: ViewState, histogram: Histogram, {height, hasLettersBelow}: {readonly height: number; readonly hasLettersBelow: boolean}, look: Look): Span[][] {
	const {size: {columns}, pane} = state;
	const bars = barsOf(histogram, histogramColumns(columns));
	const most = Math.max(1, ...bars.map(({count}) => count));
	const {groundAt} = histogramMarks(state, histogram);
	const lettered: ReadonlySet<number> = hasLettersBelow ? new Set() : footLetters(bars);
	return Array.from({length: height}, (_, at) => {
		const above = height - 1 - at;
		const marks = bars.map((bar, column) => markOf(bar, {most, above, height, hasLetter: above === 0 && lettered.has(column), ground: groundAt(column)}, look));
		const focus = pane === 'histogram' && above === 0 ? cell(glyphsFor(look).selected, look, {role: 'focus'}) : blank(1);
		return row(look, columns, [...focus, ...runsOf(marks, look)]);
	});
}

type Place = {readonly most: number; readonly above: number; readonly height: number; readonly hasLetter: boolean; readonly ground: Ground};

/**
One cell of a bar. Any event is visible: the lowest bar is one step high. A hole without events around it has a mark of its own.
Without a row below for letters, some bars have theirs at the foot, because not everybody sees colours.
*/
function markOf(bar: Bar, {most, above, height, hasLetter, ground}: Place, look: Look): Mark {
	const {severity: role} = bar;
	const letter = hasLetter ? letterBelow(bar) : undefined;
	if (letter !== undefined) {
		return {glyph: letter, role, ground};
	}

	const {ramp} = glyphsFor(look);
	const steps = ramp.length - 1;
	const level = bar.count === 0 ? 0 : Math.max(1, Math.round((bar.count / most) * steps * height));
	const isHole = bar.hasGap && bar.count === 0;
	return isHole && above === 0
		? {glyph: '!', role: 'gap', ground}
		: {glyph: ramp[clamp(level - (above * steps), 0, steps)]!, role, ground};
}
