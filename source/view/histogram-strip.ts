import {severityLetter} from '../domain/severity.ts';
import type {Histogram} from '../engine/engine.ts';
import {glyphsFor} from './glyphs.ts';
import type {Layout} from './layout.ts';
import {histogramMarks} from './histogram-marks.ts';
import {clamp} from './numbers.ts';
import {histogramColumns} from './requests.ts';
import {blank, cell, type Ground, type Look, type Role, row, type Span} from './span.ts';
import {timeAxis} from './time-axis.ts';
import type {ViewState} from './view-state.ts';

/** How many rows the bars, the cursor below them and the times have. */
export type HistogramRows = Pick<Layout, 'histogramRows' | 'cursorRows' | 'axisRows'>;

/** The filtered events over time, shaded by the worst severity of each bar; below them, where there is room or the pane has the keys, the cursor and the times. */
export function histogramStrip(state: ViewState, {histogramRows, cursorRows, axisRows}: HistogramRows, look: Look): Span[][] {
	const {histogram, size: {columns}} = state;
	if (histogram === undefined) {
		return Array.from({length: histogramRows + cursorRows + axisRows}, () => blank(columns));
	}

	return [
		...barRows(state, histogram, histogramRows, look),
		...(cursorRows === 0 ? [] : [histogramMarks(state, histogram).row(look)]),
		...(axisRows === 0 ? [] : [timeAxis(state, histogram, look)]),
	];
}

/** The histogram as the only pane of a compact screen. */
export function wholeHistogram(state: ViewState, rows: number, look: Look): Span[][] {
	return histogramStrip(state, {histogramRows: rows - 2, cursorRows: 1, axisRows: 1}, look);
}

function barRows(state: ViewState, histogram: Histogram, height: number, look: Look): Span[][] {
	const {size: {columns}, pane} = state;
	const bars = barsOf(histogram, histogramColumns(columns));
	const most = Math.max(1, ...bars.map(({count}) => count));
	const {groundAt} = histogramMarks(state, histogram);
	return Array.from({length: height}, (_, at) => {
		const above = height - 1 - at;
		const marks = bars.map((bar, column) => markOf(bar, {most, above, height, ground: groundAt(column)}, look));
		const focus = pane === 'histogram' && above === 0 ? cell(glyphsFor(look).selected, look, {role: 'focus'}) : blank(1);
		return row(look, columns, [...focus, ...runsOf(marks).flatMap(({glyph, role, ground}) => cell(glyph, look, {role, ground}))]);
	});
}

type Bar = {readonly count: number; readonly role: Role; readonly hasGap: boolean};

/** One bar per column; the engine was asked for as many, and while the window is being resized it may have answered others. */
function barsOf({counts, notices, alerts, gaps}: Histogram, columns: number): Bar[] {
	return Array.from({length: columns}, (_, column) => {
		const at = Math.floor((column * counts.length) / columns);
		return {count: counts[at] ?? 0, role: worst(alerts[at] ?? 0, notices[at] ?? 0), hasGap: (gaps[at] ?? 0) > 0};
	});
}

function worst(alerts: number, notices: number): Role {
	if (alerts > 0) {
		return 'alert';
	}

	return notices > 0 ? 'notice' : 'info';
}

type Mark = {readonly glyph: string; readonly role: Role; readonly ground: Ground};

/** Something there is always seen: the least bar is one step high. A hole with no events around it is a mark of its own; without colour alerts have their letter at the foot of the bar. */
function markOf(bar: Bar, {most, above, height, ground}: {readonly most: number; readonly above: number; readonly height: number; readonly ground: Ground}, look: Look): Mark {
	if (above === 0 && !look.hasColours && bar.role === 'alert') {
		return {glyph: severityLetter.alert, role: bar.role, ground};
	}

	const {ramp} = glyphsFor(look);
	const steps = ramp.length - 1;
	const level = bar.count === 0 ? 0 : Math.max(1, Math.round((bar.count / most) * steps * height));
	const isHole = bar.hasGap && bar.count === 0;
	return isHole && above === 0
		? {glyph: '!', role: 'gap', ground}
		: {glyph: ramp[clamp(level - (above * steps), 0, steps)]!, role: bar.role, ground};
}

/** Alike neighbours as one run, so that a row is a few runs and not eighty. */
function runsOf(marks: readonly Mark[]): Mark[] {
	const runs: Mark[] = [];
	for (const mark of marks) {
		const last = runs.at(-1);
		if (last?.role === mark.role && last.ground === mark.ground) {
			runs[runs.length - 1] = {...last, glyph: last.glyph + mark.glyph};
		} else {
			runs.push(mark);
		}
	}

	return runs;
}
