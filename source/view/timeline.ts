import {actions} from '../domain/actions.ts';
import {severityLetter} from '../domain/severity.ts';
import type {EventRow, HitRange} from '../engine/engine.ts';
import {chipsOf} from './chips.ts';
import {markCells, type ShownColumn, shownColumns} from './columns.ts';
import {glyphsFor} from './glyphs.ts';
import {layoutOf} from './layout.ts';
import {counted} from './numbers.ts';
import type {PaneLine, PaneSize} from './pane-line.ts';
import {positionStrip} from './position-strip.ts';
import {blank, cell, type CellStyle, type Ground, type Look, type Role, row, type Span} from './span.ts';
import {type TimelineLine, timelineLines} from './timeline-lines.ts';
import {titleRow} from './title-row.ts';
import type {ViewState} from './view-state.ts';
import {type Viewport, viewportOf} from './viewport.ts';
import {type Zone, zonedTime} from './zoned-time.ts';

/** Events in time order, the newest at the bottom, with lines between them for days, silences and holes. */
export function timelinePane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	if (columns === 0) {
		return [];
	}

	const height = rows - layoutOf(state).titleRows;
	const viewport = timelineViewport(state, height);
	const title = titleRow(state, 'timeline', columns, dayOf(state, viewport));
	const body = [...linesOf(state, viewport, columns - 1, look), ...emptyLines(state, columns - 1, look)];
	const strip = positionStrip(state, viewport, height, look);
	return [...title, ...Array.from({length: height}, (_, at) => ({spans: [...(body[at] ?? blank(columns - 1)), ...strip[at]!]}))];
}

function timelineViewport({timeline: {page, selectedIndex, selectedLine, isFollowing}, zone}: ViewState, height: number): Viewport {
	return page === undefined ? {lines: [], selectedLine: 0} : viewportOf(timelineLines(page, zone), selectedIndex, isFollowing ? height - 1 : selectedLine, height);
}

/** The day of the topmost event, because its divider may lie far above. */
function dayOf({zone}: ViewState, {lines}: Viewport): string {
	const top = lines.find(line => line.type === 'row');
	if (top === undefined) {
		return '';
	}

	const {date, weekday} = zonedTime(top.row.time.micros, zone);
	return `${weekday} ${date}`;
}

/** Why there is no event; holes may stand above it, for they pass every filter. */
function emptyLines(state: ViewState, columns: number, look: Look): Span[][] {
	const {timeline: {page}, query, opened: {sources}} = state;
	if (page !== undefined && page.matchedEvents > 0) {
		return [];
	}

	const hasFilters = chipsOf(query, sources).length > 0;
	const sentences = page === undefined
		? ['reading...']
		: (hasFilters
			? ['No event passes these filters.', 'c removes them all, u goes one step back.']
			: ['No events yet.', `Waiting for lines in ${counted(sources.length, 'source')}.`]);
	return ['', ...sentences].map(text => row(look, columns, cell(`  ${text}`, look, {role: 'quiet'})));
}

function linesOf(state: ViewState, {lines, selectedLine}: Viewport, columns: number, look: Look): Span[][] {
	const shown = shownColumns(columns);
	return lines.map((line, at) => {
		const ground = at === selectedLine ? selectionGround(state) : 'plain';
		const mark = markOf(line, at === selectedLine, look);
		const marked = cell(mark.glyph, look, {role: mark.role, ground, widthCells: markCells});
		return line.type === 'row' && line.row.kind === 'event'
			? [...marked, ...eventCells(state, line.row, shown, ground)]
			: [...marked, ...divider(line, columns - markCells, ground, look)];
	});
}

/** While following, the selection is a mark only: the last row changes too often to be painted over each time. */
function selectionGround({pane, timeline: {isFollowing}}: ViewState): Ground {
	if (isFollowing) {
		return 'plain';
	}

	return pane === 'timeline' ? 'selected' : 'remembered';
}

function markOf(line: TimelineLine, isSelected: boolean, look: Look): {glyph: string; role: Role} {
	const glyphs = glyphsFor(look);
	if (isSelected) {
		return {glyph: glyphs.selected, role: 'focus'};
	}

	return line.type === 'row' && line.row.isHit ? {glyph: glyphs.hit, role: 'hit'} : {glyph: ' ', role: 'text'};
}

function divider(line: TimelineLine, columns: number, ground: Ground, look: Look): Span[] {
	const {text, role} = dividerText(line);
	const {dash} = glyphsFor(look);
	const spans = cell(`${dash}${dash} ${text} ${dash.repeat(Math.max(0, columns - text.length - 4))}`, look, {role, ground, widthCells: columns});
	return spans;
}

function dividerText(line: TimelineLine): {text: string; role: Role} {
	switch (line.type) {
		case 'day': {
			return {text: `${line.weekday} ${line.date}`, role: 'divider'};
		}

		case 'silence': {
			return {text: line.sentence, role: 'divider'};
		}

		case 'row': {
			return {text: line.row.message, role: 'gap'};
		}
	}
}

function eventCells(state: ViewState, event: EventRow, columns: readonly ShownColumn[], ground: Ground): Span[] {
	const {look} = state;
	return columns.flatMap((column, at) => {
		const isChosen = ground === 'selected' && column.filters === state.timeline.column;
		const {text, ...style} = cellOf(state, event, column);
		const between = column.name === 'severity' ? timeFlag(event) : ' ';
		return [
			...(at === 0 ? [] : cell(between, look, {role: between === ' ' ? 'text' : 'token', ground})),
			...cell(text, look, {...style, ground: isChosen ? 'chosen' : ground, widthCells: column.widthCells}),
		];
	});
}

/** Right after the time: `~` it is the neighbour's, `>` written after rotation, `+` its end is still to come. */
function timeFlag({isTimeBorrowed, isLate, isProvisional}: EventRow): string {
	if (isTimeBorrowed) {
		return '~';
	}

	if (isLate) {
		return '>';
	}

	return isProvisional ? '+' : ' ';
}

type CellText = CellStyle & {readonly text: string};

function cellOf(state: ViewState, event: EventRow, {name, widthCells}: ShownColumn): CellText {
	switch (name) {
		case 'time': {
			return {text: timeText(event, state.zone, widthCells), role: 'quiet'};
		}

		case 'severity': {
			return {text: severityLetter[event.severity], role: event.severity};
		}

		case 'action': {
			return {text: actions.find(({id}) => id === event.action)!.title, role: event.severity === 'alert' ? 'alert' : 'text', marks: marksOf(event, 'action')};
		}

		case 'user': {
			return orDash(event.user, marksOf(event, 'user'));
		}

		case 'device': {
			return {...orDash(event.devices[0], event.devices.length > 1 ? [] : marksOf(event, 'devices'))};
		}

		case 'host': {
			return orDash(event.host, marksOf(event, 'host'));
		}

		case 'source': {
			return {text: state.opened.sources.find(({id}) => id === event.source)?.name ?? '', role: 'quiet'};
		}

		case 'message': {
			return withHitInSight(event.message, marksOf(event, 'message'), widthCells, state.look);
		}
	}
}

/** With the milliseconds that the record gave, where the column has room for them. */
function timeText({time: {micros, nanos, digits}}: EventRow, zone: Zone, widthCells: number): string {
	const {clock, fraction} = zonedTime(micros, zone, nanos);
	const shownDigits = Math.min(digits, widthCells - clock.length - 1);
	return shownDigits > 0 ? `${clock}.${fraction.slice(0, shownDigits)}` : clock;
}

/** A dash where the record names nobody. */
function orDash(text: string | undefined, marks: readonly HitRange[]): CellText {
	return text === undefined || text === '' ? {text: '-', role: 'quiet'} : {text, marks};
}

/** A long message begins shortly before its first hit, where that would be cut off otherwise. */
function withHitInSight(message: string, marks: readonly HitRange[], widthCells: number, look: Look): CellText {
	const [first] = marks;
	if (first === undefined || first.end < widthCells) {
		return {text: message, marks};
	}

	const {cut} = glyphsFor(look);
	const start = first.start - Math.min(first.start, contextCharacters);
	const shift = start - cut.length;
	return {text: cut + message.slice(start), marks: marks.map(mark => ({...mark, start: mark.start - shift, end: mark.end - shift}))};
}

/** What stands before a hit says what was hit. */
const contextCharacters = 6;

function marksOf({hits}: EventRow, field: HitRange['field']): HitRange[] {
	return hits.filter(hit => hit.field === field);
}
