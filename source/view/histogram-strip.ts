import type {Histogram} from '../engine/engine.ts';
import {glyphsFor} from './glyphs.ts';
import type {Layout} from './layout.ts';
import {clamp, clampIndex} from './numbers.ts';
import {histogramColumns} from './requests.ts';
import {blank, cell, type Ground, type Look, type Role, row, type Span} from './span.ts';
import {selectedRow, type ViewState} from './view-state.ts';
import {zonedTime} from './zoned-time.ts';

/** The filtered events over time, shaded by the worst severity of each bar; below them, where there is room, the times. */
export function histogramStrip(state: ViewState, {histogramRows, axisRows}: Layout, look: Look): Span[][] {
	const {histogram, size: {columns}} = state;
	if (histogram === undefined) {
		return Array.from({length: histogramRows + axisRows}, () => blank(columns));
	}

	const bars = barsOf(histogram, histogramColumns(columns));
	const most = Math.max(1, ...bars.map(({count}) => count));
	const chosen = chosenBar(state, histogram, bars.length);
	const rows = Array.from({length: histogramRows}, (_, at) => {
		const marks = bars.map((bar, column) => markOf(bar, {most, above: histogramRows - 1 - at, height: histogramRows, isChosen: column === chosen}, look));
		return row(look, columns, [...blank(1), ...runsOf(marks).flatMap(({glyph, role, ground}) => cell(glyph, look, {role, ground}))]);
	});
	return axisRows === 0 ? rows : [...rows, axis(state, histogram, look)];
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

/** Something there is always seen: the least bar is one step high. A hole with no events around it is a mark of its own. */
function markOf(bar: Bar, {most, above, height, isChosen}: {readonly most: number; readonly above: number; readonly height: number; readonly isChosen: boolean}, look: Look): Mark {
	const {ramp} = glyphsFor(look);
	const steps = ramp.length - 1;
	const level = bar.count === 0 ? 0 : Math.max(1, Math.round((bar.count / most) * steps * height));
	const ground = isChosen ? 'chosen' : 'plain';
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

/** The bar that the selected event lies in; none while following, where it would always be the last. */
function chosenBar(state: ViewState, {fromMicros, toMicros}: Histogram, columns: number): number | undefined {
	const selected = selectedRow(state);
	if (selected === undefined || state.timeline.isFollowing || toMicros <= fromMicros) {
		return undefined;
	}

	const share = (selected.time.micros - fromMicros) / (toMicros - fromMicros);
	return clampIndex(Math.floor(share * columns), columns);
}

function axis({zone, size: {columns}}: ViewState, {fromMicros, toMicros}: Histogram, look: Look): Span[] {
	const at = (share: number) => zonedTime(fromMicros + ((toMicros - fromMicros) * share), zone).clock.slice(0, 5);
	const width = histogramColumns(columns);
	const labels = [at(0), at(0.25), at(0.5), at(0.75)].flatMap((text, quarter) => {
		const widthCells = Math.floor((width * (quarter + 1)) / 4) - Math.floor((width * quarter) / 4);
		return cell(text, look, {role: 'quiet', widthCells: quarter === 3 ? widthCells - 5 : widthCells});
	});
	return row(look, columns, [...blank(1), ...labels, ...cell(at(1), look, {role: 'quiet'})]);
}
