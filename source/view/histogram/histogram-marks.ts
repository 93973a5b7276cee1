import type {Histogram} from '../../engine/engine.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import {histogramColumns} from '../asking/requests.ts';
import {blank, type Ground, type Look, row, type Span} from '../drawing/span.ts';
import {selectedRow, type ViewState} from '../view-state.ts';
import {barsOf, letterBelow, type Bar} from './histogram-bars.ts';
import {binAt} from './histogram-bins.ts';
import {type Mark, runsOf} from './histogram-row.ts';
import {chosenRange, cursorBin, isChoosing} from './time-pane.ts';

export type HistogramMarks = {
	/** The ground behind a bar, by its column. */
	readonly groundAt: (column: number) => Ground;
	/** The row below the bars, which needs no colour: the range in brackets, the cursor as an arrow, and a letter for the worst severity of each bar. */
	readonly row: (look: Look) => Span[];
};

/** Marks the cursor and the range that is being chosen. */
export function histogramMarks(state: ViewState, histogram: Histogram): HistogramMarks {
	const columns = histogramColumns(state.size.columns);
	const cursor = columnsOf(histogram, markedBin(state, histogram), columns);
	const range = state.pane === 'histogram' && isChoosing(state.time) ? rangeColumns(state, histogram, columns) : undefined;
	const isIn = (columnsIn: Columns | undefined, column: number) => columnsIn !== undefined && column >= columnsIn.first && column <= columnsIn.last;
	return {
		groundAt: column => isIn(cursor, column) ? 'chosen' : (isIn(range, column) ? 'selected' : 'plain'),
		row(look) {
			const marks = barsOf(histogram, columns).map((bar, column) => column === cursor?.first
				? focused('^')
				: (isIn(range, column) ? bracketAt(column, range!) : undefined) ?? severityBelow(bar) ?? (isIn(range, column) ? focused(glyphsFor(look).dash) : nothing));
			return row(look, state.size.columns, [...blank(1), ...runsOf(marks, look)]);
		},
	};
}

type Columns = {readonly first: number; readonly last: number};

/** The bin under the pane's cursor. In other panes it is the selected event's, or none while following, where it would always be the last. */
function markedBin(state: ViewState, histogram: Histogram): number | undefined {
	if (histogram.toMicros <= histogram.fromMicros) {
		return undefined;
	}

	const selected = selectedRow(state);
	return state.pane === 'histogram'
		? cursorBin(state, histogram)
		: (selected === undefined || state.timeline.isFollowing ? undefined : binAt(histogram, selected.time.micros));
}

function rangeColumns(state: ViewState, histogram: Histogram, columns: number): Columns | undefined {
	const {fromMicros, toMicros} = chosenRange(state, histogram);
	const isOutside = toMicros <= histogram.fromMicros || fromMicros >= histogram.toMicros;
	return isOutside ? undefined : {first: columnsOf(histogram, binAt(histogram, fromMicros), columns)!.first, last: columnsOf(histogram, binAt(histogram, toMicros - 1), columns)!.last};
}

/** The columns of a bin: usually one, but any number while the window is being resized. */
function columnsOf({counts}: Histogram, bin: number | undefined, columns: number): Columns | undefined {
	if (bin === undefined) {
		return undefined;
	}

	const first = Math.ceil((bin * columns) / counts.length);
	return {first, last: Math.max(first, Math.ceil(((bin + 1) * columns) / counts.length) - 1)};
}

function bracketAt(column: number, {first, last}: Columns): Mark | undefined {
	if (column === first) {
		return focused('[');
	}

	return column === last ? focused(']') : undefined;
}

function severityBelow(bar: Bar): Mark | undefined {
	const letter = letterBelow(bar);
	return letter === undefined ? undefined : {glyph: letter, role: bar.severity, ground: 'plain'};
}

const focused = (glyph: string): Mark => ({glyph, role: 'focus', ground: 'plain'});

/** Of role `text`, because a theme may underline the cursor's role. */
const nothing: Mark = {glyph: ' ', role: 'text', ground: 'plain'};
