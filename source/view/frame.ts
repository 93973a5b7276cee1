import {chipsRow} from './filters/chips-row.ts';
import {detailsPane} from './details/details.ts';
import {glyphsFor} from './drawing/glyphs.ts';
import {headerRow} from './header.ts';
import {helpPane} from './keys/help.ts';
import {histogramStrip, wholeHistogram} from './histogram/histogram-strip.ts';
import {keyBar} from './keys/key-bar.ts';
import {isTooSmall, type Layout, layoutOf, smallestSize} from './layout.ts';
import {withListOver} from './boxes/list-over.ts';
import {logsPane} from './logs/logs.ts';
import {nothingFound} from './nothing-found.ts';
import {beside, type PaneLine, type PaneSize} from './drawing/pane-line.ts';
import {hasNoLog} from './reading.ts';
import {sentenceRows} from './drawing/sentence-rows.ts';
import {sidebarPane} from './filters/sidebar.ts';
import {blank, cell, type Look, row, type Span} from './drawing/span.ts';
import {rowsAboveStatus, statusLine} from './status-line.ts';
import {summaryPane} from './summary/summary.ts';
import {timelinePane} from './timeline/timeline.ts';
import type {Size, ViewState} from './view-state.ts';

/** One screen: exactly `rows` rows of exactly `columns` cells, at most one of them with a text box. */
export type Frame = {readonly rows: readonly PaneLine[]};

/** Everything that the screen shows. The same state always gives the same picture. */
export function frameOf(state: ViewState): Frame {
	return {rows: wholeScreen(state, state.look) ?? panesOf(state, layoutOf(state), state.look)};
}

/** The page that replaces all panes, if one is open. */
function wholeScreen(state: ViewState, look: Look): PaneLine[] | undefined {
	if (isTooSmall(state.size)) {
		return tooSmall(state.size, look);
	}

	if (state.helpTop !== undefined) {
		return withBody(state, look, helpPane(state, bodySize(state.size), look));
	}

	if (state.summary.isOpen) {
		return withBody(state, look, summaryPane(state, bodySize(state.size), look));
	}

	if (state.logs.isOpen) {
		return withBody(state, look, logsPane(state, bodySize(state.size), look));
	}

	return hasNoLog(state) ? withBody(state, look, nothingFound(state, bodySize(state.size), look)) : undefined;
}

/** A whole-screen page keeps the header and the key bar. */
function bodySize({columns, rows}: Size): PaneSize {
	return {columns, rows: rows - 2};
}

/** A page has no status line, so the answer to the last key covers its last rows. */
function withBody(state: ViewState, look: Look, body: readonly PaneLine[]): PaneLine[] {
	const {notice, size: {columns}} = state;
	const said = notice === undefined ? [] : sentenceRows(notice, {columns, role: 'key'}, look).map(spans => line(row(look, columns, spans)));
	return [line(headerRow(state, look)), ...body.slice(0, body.length - said.length), ...said, line(keyBar(state, look))];
}

function panesOf(state: ViewState, layout: Layout, look: Look): PaneLine[] {
	return [
		line(headerRow(state, look)),
		...histogramStrip(state, layout, look).map(spans => line(spans)),
		...(layout.chipRows > 0 ? [line(chipsRow(state, look))] : []),
		...withListOver(state, bodyOf(state, layout, look), look),
		...(layout.statusRows > 0 ? [statusLine(state, look)] : []),
		line(keyBar(state, look)),
	];
}

/** The panes side by side; each brings its own title row. */
function bodyOf(state: ViewState, layout: Layout, look: Look): PaneLine[] {
	const height = layout.bodyRows + layout.titleRows;
	if (layout.isTimeWhole) {
		// A long sentence covers the last rows: the bars and their times are drawn above it.
		const coveredRows = rowsAboveStatus(state, look).length;
		return [...wholeHistogram(state, height - coveredRows, look), ...Array.from({length: coveredRows}, () => blank(state.size.columns))].map(spans => line(spans));
	}

	const sidebar = sidebarPane(state, {columns: layout.sidebarColumns, rows: height});
	const details = detailsPane(state, detailsSize(layout), look);
	const timeline = timelinePane(state, {columns: layout.timelineColumns, rows: layout.timelineRows + layout.titleRows}, look);
	const middle = layout.detailsPlace === 'below' ? [...timeline, ...details] : timeline;
	const columns = [
		...(layout.sidebarColumns > 0 ? [sidebar] : []),
		...(layout.timelineColumns > 0 ? [middle] : []),
		...(layout.detailsPlace === 'beside' || layout.detailsPlace === 'whole' ? [details] : []),
	];
	const rule = cell(glyphsFor(look).rule, look, {role: 'rule'});
	return Array.from({length: height}, (_, at) => beside(columns.map(pane => pane[at]!), rule));
}

function detailsSize({detailsColumns, detailsRows, detailsPlace, titleRows}: Layout): PaneSize {
	return {columns: detailsColumns, rows: detailsPlace === 'hidden' ? 0 : detailsRows + titleRows};
}

function tooSmall({columns, rows}: Size, look: Look): PaneLine[] {
	const sentences = ['Ledgerline needs', `${smallestSize.columns}x${smallestSize.rows} cells;`, `here: ${columns}x${rows}`];
	return Array.from({length: rows}, (_, at) => line(row(look, columns, cell(sentences[at] ?? '', look))));
}

const line = (spans: readonly Span[]): PaneLine => ({spans});
