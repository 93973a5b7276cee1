import type {EventRow} from '../../engine/engine.ts';
import {layoutOf} from '../layout.ts';
import {grouped} from '../drawing/numbers.ts';
import {cell, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {wrapped} from '../drawing/wrapped.ts';
import {type TimelineLine, timelineLines} from './timeline-lines.ts';
import {briefOf} from './event-message.ts';
import {markCells, shownColumns, type ShownColumn} from './columns.ts';

/** The timeline's columns on this screen; the pane's last cell belongs to the position strip. */
export function timelineColumns(state: ViewState): ShownColumn[] {
	return shownColumns(layoutOf(state).timelineColumns - 1, {chosen: state.columnNames, isOwnZone: state.isOwnZone, seenCells: state.timeline.seenCells});
}

/** The loaded lines as the pane shows them: with wrapping on, a message longer than its column continues on lines below its row. */
export function paneLines(state: ViewState): readonly TimelineLine[] {
	const {timeline: {page}} = state;
	const lines = page === undefined ? [] : timelineLines(state, page);
	return state.isWrapped ? lines.flatMap(line => line.type === 'row' && line.row.kind === 'event' ? wrappedRow(state, line) : [line]) : lines;
}

type RowLine = TimelineLine & {readonly type: 'row'};

/** In a message column at least this wide a message continues below its beginning. In a narrower one it would become a ladder of words, so it gets the whole width below the row. */
const roomyMessageCells = 40;

function wrappedRow(state: ViewState, line: RowLine): TimelineLine[] {
	const columns = timelineColumns(state);
	const place = messagePlace(columns, layoutOf(state).timelineColumns - 1);
	const spans = messageSpans(state, line.row);
	const cellCells = columns.find(({name}) => name === 'message')?.widthCells ?? 0;
	const isShort = wrapped(spans, Math.max(1, cellCells)).length === 1 && cellCells > 0;
	if (isShort) {
		return [line];
	}

	const parts = kept(state, line.row, {parts: wrapped(spans, place.widthCells), widthCells: place.widthCells});
	const rests = place.isBelow ? parts : parts.slice(1);
	return [
		{...line, message: place.isBelow ? [] : parts[0]!},
		...rests.map(message => ({type: 'rest' as const, index: line.index, indentCells: place.indentCells, message})),
	];
}

/** Indented by the width of a clock, so that a continuation does not look like a row. */
const belowIndentCells = 10;

function messagePlace(columns: readonly ShownColumn[], paneColumns: number): {readonly isBelow: boolean; readonly indentCells: number; readonly widthCells: number} {
	const at = columns.findIndex(({name}) => name === 'message');
	const column = columns[at];
	const isRoomy = column !== undefined && column.widthCells >= roomyMessageCells && at === columns.length - 1;
	const indentCells = isRoomy ? paneColumns - markCells - column.widthCells : belowIndentCells;
	return {isBelow: !isRoomy, indentCells, widthCells: Math.max(1, paneColumns - markCells - indentCells)};
}

function messageSpans({look}: ViewState, event: EventRow): Span[] {
	const {text, marks} = briefOf(event);
	return cell(text, look, {marks});
}

/** A row takes at most half the pane, so that its neighbours stay in sight; the details show the whole message. */
function kept(state: ViewState, {message, messageLength}: EventRow, {parts, widthCells}: {readonly parts: readonly Span[][]; readonly widthCells: number}): Span[][] {
	const most = Math.max(2, Math.floor(layoutOf(state).timelineRows / 2));
	const isWhole = parts.length <= most && messageLength <= message.length;
	return isWhole ? [...parts] : [...parts.slice(0, most - 1), cell(`... ${grouped(messageLength)} characters in all: Enter shows them`, state.look, {role: 'quiet', widthCells})];
}
