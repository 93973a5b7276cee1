import type {EventRow} from '../../engine/engine.ts';
import {layoutOf} from '../layout.ts';
import {grouped} from '../drawing/numbers.ts';
import {cell, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {wrapped} from '../drawing/wrapped.ts';
import {type TimelineLine, timelineLines} from './timeline-lines.ts';
import {briefOf} from './event-message.ts';
import {markCells, shownColumns, type ShownColumn} from './columns.ts';

/** The columns of the timeline on this screen; the pane's last cell is the strip that tells where one is. */
export function timelineColumns(state: ViewState): ShownColumn[] {
	return shownColumns(layoutOf(state).timelineColumns - 1, {chosen: state.columnNames, isOwnZone: state.isOwnZone, seenCells: state.timeline.seenCells});
}

/** The loaded lines as the pane shows them: with wrapping on, a row whose message is longer than its column has lines of its own below it. */
export function paneLines(state: ViewState): readonly TimelineLine[] {
	const {timeline: {page}} = state;
	const lines = page === undefined ? [] : timelineLines(state, page);
	return state.isWrapped ? lines.flatMap(line => line.type === 'row' && line.row.kind === 'event' ? wrappedRow(state, line) : [line]) : lines;
}

type RowLine = TimelineLine & {readonly type: 'row'};

/** From this width on a message goes on below itself; in a narrower column it would be a ladder of words, so it has the whole pane below the row. */
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

/** A clock's width: what stands below a row is not taken for a row. */
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

/** No row takes more than half the pane, so that one can always see what stands around it; the details have the rest. */
function kept(state: ViewState, {message, messageLength}: EventRow, {parts, widthCells}: {readonly parts: readonly Span[][]; readonly widthCells: number}): Span[][] {
	const most = Math.max(2, Math.floor(layoutOf(state).timelineRows / 2));
	const isWhole = parts.length <= most && messageLength <= message.length;
	return isWhole ? [...parts] : [...parts.slice(0, most - 1), cell(`... ${grouped(messageLength)} characters in all: Enter shows them`, state.look, {role: 'quiet', widthCells})];
}
