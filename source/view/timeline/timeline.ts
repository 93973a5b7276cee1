import {chipsOf} from '../filters/chips.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import {layoutOf} from '../layout.ts';
import {counted} from '../drawing/numbers.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {sentenceRows} from '../drawing/sentence-rows.ts';
import {isTroubled, sourceSentence} from '../logs/source-words.ts';
import {blank, cell, type Ground, type Look, type Role, row, type Span, widthOf} from '../drawing/span.ts';
import {titleRow} from '../drawing/title-row.ts';
import {isReading} from '../reading.ts';
import {isUnanswered} from '../asking/unanswered.ts';
import type {ViewState} from '../view-state.ts';
import {zonedTime} from '../drawing/zoned-time.ts';
import {type Viewport, viewportOf} from './viewport.ts';
import type {TimelineLine} from './timeline-lines.ts';
import {rowZone} from './row-zone.ts';
import {paneLines, timelineColumns} from './pane-lines.ts';
import {positionStrip} from './position-strip.ts';
import {eventCells, filled} from './event-cells.ts';
import {markCells, type ShownColumn} from './columns.ts';
import {columnTitles} from './column-titles.ts';

/** Events in time order, the newest at the bottom, with lines for days, silences, clock changes and holes between them. */
export function timelinePane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	if (columns === 0) {
		return [];
	}

	const height = rows - layoutOf(state).titleRows;
	const viewport = timelineViewport(state, height);
	const title = timelineTitle(state, viewport, columns);
	const body = [...linesOf(state, viewport, columns - 1, look), ...emptyLines(state, columns - 1, look)];
	const strip = positionStrip(state, viewport, height, look);
	return [...title, ...Array.from({length: height}, (_, at) => ({spans: [...(body[at] ?? blank(columns - 1)), ...strip[at]!]}))];
}

/** The titles of the columns, and the day of the topmost event. */
function timelineTitle(state: ViewState, viewport: Viewport, columns: number): PaneLine[] {
	const {look} = state;
	const day = dayOf(state, viewport);
	const right = cell(day === '' ? '' : ` ${day} `, look, {role: 'quiet'});
	const titles = layoutOf(state).titleRows === 0 ? undefined : columnTitles(state, timelineColumns(state), columns - widthOf(right));
	return titles === undefined ? titleRow(state, 'timeline', columns, day) : [{spans: row(look, columns, titles, right)}];
}

function timelineViewport(state: ViewState, height: number): Viewport {
	const {page, selectedIndex, selectedLine, isFollowing} = state.timeline;
	return page === undefined ? {lines: [], selectedLine: 0} : viewportOf(paneLines(state), selectedIndex, isFollowing ? height - 1 : selectedLine, height);
}

/** The day of the topmost event: the divider that says it may have scrolled away. */
function dayOf(state: ViewState, {lines}: Viewport): string {
	const top = lines.find(line => line.type === 'row');
	if (top === undefined) {
		return '';
	}

	const {date, weekday} = zonedTime(top.row.time.micros, rowZone(state, top.row));
	return `${weekday} ${date}`;
}

/** Says why there are no events, below any holes, which pass every filter. */
function emptyLines(state: ViewState, columns: number, look: Look): Span[][] {
	return whyEmpty(state).flatMap(text => sentenceRows(` ${text}`, {columns, role: 'quiet'}, look).map(spans => row(look, columns, spans)));
}

function whyEmpty(state: ViewState): string[] {
	const {timeline: {page}, query, opened: {sources}, health} = state;
	if (page === undefined) {
		return ['', isUnanswered(state, 'page') ? 'No answer yet.' : 'reading...'];
	}

	if (page.matchedEvents > 0) {
		return [];
	}

	return chipsOf(query, sources).length > 0
		? ['', ...(isReading(state) ? ['No event passes these filters so far.', 'The logs are still being read.'] : ['No event passes these filters.']), 'c removes them all, u goes one step back.']
		: ['', 'No events yet.', `Waiting for lines in ${counted(sources.length, 'source')}.`, ...(health?.sources ?? []).filter(source => isTroubled(source)).map(source => sourceSentence(source))];
}

function linesOf(state: ViewState, {lines, selectedLine}: Viewport, columns: number, look: Look): Span[][] {
	const shown = timelineColumns(state);
	const {selectedIndex} = state.timeline;
	return lines.map((line, at) => {
		const isSelected = at === selectedLine || (line.type === 'rest' && line.index === selectedIndex);
		const ground = isSelected ? selectionGround(state) : 'plain';
		const mark = markOf(state, line, at === selectedLine);
		const marked = cell(mark.glyph, look, {role: mark.role, ground, widthCells: markCells});
		return [...marked, ...lineCells(state, line, {columns: shown, ground, widthCells: columns - markCells})];
	});
}

function lineCells(state: ViewState, line: TimelineLine, {columns, ground, widthCells}: {readonly columns: readonly ShownColumn[]; readonly ground: Ground; readonly widthCells: number}): Span[] {
	if (line.type === 'rest') {
		return [...blank(line.indentCells, ground), ...filled(line.message, widthCells - line.indentCells, ground)];
	}

	return line.type === 'row' && line.row.kind === 'event'
		? eventCells(state, line.row, {columns, ground, message: line.message})
		: divider(line, widthCells, ground, state.look);
}

/** While following, the selected row has a mark but no background: the last row changes too often to repaint it whole. */
function selectionGround({pane, timeline: {isFollowing}}: ViewState): Ground {
	if (isFollowing) {
		return 'plain';
	}

	return pane === 'timeline' ? 'selected' : 'remembered';
}

/** The first that applies: selected, marked, shown as context, hit. */
function markOf({look, marks}: ViewState, line: TimelineLine, isSelected: boolean): {glyph: string; role: Role} {
	const glyphs = glyphsFor(look);
	if (isSelected) {
		return {glyph: glyphs.selected, role: 'focus'};
	}

	if (line.type === 'row' && marks.some(({event}) => event === line.row.id)) {
		return {glyph: glyphs.marked, role: 'chip'};
	}

	if (line.type === 'row' && line.row.isContext) {
		return {glyph: glyphs.context, role: 'quiet'};
	}

	return line.type === 'row' && line.row.isHit ? {glyph: glyphs.hit, role: 'hit'} : {glyph: ' ', role: 'text'};
}

function divider(line: DividingLine, columns: number, ground: Ground, look: Look): Span[] {
	const {text, role} = dividerText(line);
	const {dash} = glyphsFor(look);
	const rest = dash.repeat(Math.max(0, columns - text.length - 4));
	return cell(`${dash}${dash} ${text} ${rest}`, look, {role, ground, widthCells: columns});
}

type DividingLine = Exclude<TimelineLine, {readonly type: 'rest'}>;

function dividerText(line: DividingLine): {text: string; role: Role} {
	switch (line.type) {
		case 'day': {
			return {text: `${line.weekday} ${line.date}`, role: 'divider'};
		}

		case 'clocks':
		case 'silence': {
			return {text: line.sentence, role: 'divider'};
		}

		case 'row': {
			return {text: line.row.message, role: 'gap'};
		}
	}
}
