import type {Anchor} from '../../engine/engine.ts';
import {layoutOf} from '../layout.ts';
import {clamp} from '../drawing/numbers.ts';
import {rowAt, type TimelineState, type ViewState} from '../view-state.ts';
import {paneLines, timelineColumns} from './pane-lines.ts';
import {isPlaceLoaded} from './row-wait.ts';
import {lineOfRow, type Viewport, viewportOf} from './viewport.ts';

/** Selects another row and stops following. The rows do not scroll as long as that row is in sight. */
export function moveInTimeline(state: ViewState, by: number): ViewState {
	return select(state, by, index => lineAfterMove(state, index));
}

/** Moves by a page or half a page; the selection keeps its line and the rows move under it. */
export function moveByPages(state: ViewState, pages: number): ViewState {
	const {timelineRows} = layoutOf(state);
	const lines = paneLines(state);
	if (lines.some(({type}) => type !== 'row')) {
		return moveByLines(state, pages);
	}

	// A whole page keeps one row of the old one in sight.
	const by = Number.isSafeInteger(pages) ? pages * Math.max(1, timelineRows - 1) : Math.trunc(pages * timelineRows);
	return select(state, by, () => shownLine(state));
}

/** The same where rows and lines do not match (dividers, wrapped messages): the last row in sight becomes the first, or the first one the last. */
function moveByLines(state: ViewState, pages: number): ViewState {
	const {timelineRows} = layoutOf(state);
	const {selectedIndex} = state.timeline;
	const {lines, selectedLine} = shownViewport(state);
	const rows = lines.flatMap(line => line.type === 'row' ? [line.index] : []);
	const [first = selectedIndex, last = selectedIndex] = [rows[0], rows.at(-1)];
	if (!Number.isSafeInteger(pages)) {
		const half = Math.trunc(rows.length * pages);
		return select(state, half, () => selectedLine);
	}

	// At least one row, even when a single one fills the pane.
	return pages > 0
		? select(state, Math.max(1, last - selectedIndex), () => 0)
		: select(state, Math.min(-1, first - selectedIndex), () => timelineRows - 1);
}

export function goToFirst(state: ViewState): ViewState {
	return withTimeline(withoutWalk(state), {...paused(state.timeline), anchor: {at: 'oldest'}, selectedIndex: 0, selectedLine: 0});
}

export function followNewest(state: ViewState): ViewState {
	const {page} = state.timeline;
	return withTimeline(withoutWalk(state), {
		isFollowing: true,
		anchor: {at: 'newest'},
		pausedAtCount: undefined,
		selectedIndex: Math.max(0, (page?.totalRows ?? 0) - 1),
		selectedLine: layoutOf(state).timelineRows - 1,
	});
}

export function toggleFollow(state: ViewState): ViewState {
	return state.timeline.isFollowing ? pauseHere(state) : followNewest(state);
}

/** Stays at the row that is selected on the screen, even where that only stands for one that the filters hide. A place that is still being loaded is kept. */
export function pauseHere(state: ViewState): ViewState {
	return state.timeline.isFollowing || isPlaceLoaded(state) ? moveInTimeline(state, 0) : state;
}

/** Goes to an event, loaded or not. One that was not in sight comes to the middle of the pane, because people look at what came before it as well as after. */
export function goToEvent(before: ViewState, event: number): ViewState {
	const state = withoutWalk(before);
	const {page, selectedIndex} = state.timeline;
	const at = page?.rows.findIndex(({id}) => id === event) ?? -1;
	if (page === undefined || at === -1) {
		return withTimeline(state, {...paused(state.timeline), anchor: {at: 'event', event}, selectedLine: middleLine(state)});
	}

	const index = page.firstIndex + at;
	const isInSight = lineOfRow(shownViewport(state).lines, index) !== -1;
	return select(state, index - selectedIndex, () => isInSight ? lineAfterMove(state, index) : middleLine(state));
}

/** Goes to the first event at or after a time, or to the last one before it. */
export function goToTime(state: ViewState, micros: number): ViewState {
	return withTimeline({...withoutWalk(state), pane: 'timeline'}, {...paused(state.timeline), anchor: {at: 'time', micros}, selectedLine: middleLine(state)});
}

/** After going somewhere else the person must not be taken to a hit that is found later. */
function withoutWalk(state: ViewState): ViewState {
	return state.search === undefined ? state : {...state, search: {...state.search, isGoing: false}};
}

/** Moves to another column that can be filtered by. */
export function chooseColumn(state: ViewState, by: number): ViewState {
	const columns = timelineColumns(state).flatMap(({filters}) => filters ?? []);
	const wanted = columns[columns.indexOf(state.timeline.column) + by];
	return wanted === undefined ? {...state, notice: `no column further to the ${by < 0 ? 'left' : 'right'} can be filtered by`} : withTimeline(state, {column: wanted});
}

/** The number of events that came since following stopped. */
export function newSincePause({page, isFollowing, pausedAtCount}: TimelineState): number {
	return isFollowing || pausedAtCount === undefined ? 0 : Math.max(0, (page?.matchedEvents ?? 0) - pausedAtCount);
}

/** Wraps long messages, or cuts them again. The selected row keeps its line. */
export function toggleWrap(state: ViewState): ViewState {
	return {...state, isWrapped: !state.isWrapped};
}

export function withTimeline(state: ViewState, timeline: Partial<TimelineState>): ViewState {
	return {...state, timeline: {...state.timeline, ...timeline}};
}

function select(state: ViewState, by: number, lineOf: (index: number) => number): ViewState {
	const {page} = state.timeline;
	if (page === undefined || page.totalRows === 0) {
		return state;
	}

	const selectedIndex = clamp(state.timeline.selectedIndex + by, 0, page.totalRows - 1);
	const event = rowAt(state.timeline, selectedIndex)?.id;
	const anchor: Anchor = event === undefined ? {at: 'index', rowIndex: selectedIndex} : {at: 'event', event};
	return withTimeline(state, {...paused(state.timeline), anchor, selectedIndex, selectedLine: lineOf(selectedIndex)});
}

const middleLine = (state: ViewState): number => Math.floor(layoutOf(state).timelineRows / 2);

function paused({isFollowing, page, pausedAtCount}: TimelineState): Pick<TimelineState, 'isFollowing' | 'pausedAtCount'> {
	return {isFollowing: false, pausedAtCount: isFollowing ? page?.matchedEvents : pausedAtCount};
}

function lineAfterMove(state: ViewState, toIndex: number): number {
	const {selectedIndex} = state.timeline;
	const lines = paneLines(state);
	const target = lineOfRow(lines, toIndex);
	const moved = target < 0 ? toIndex - selectedIndex : target - lineOfRow(lines, selectedIndex);
	return clamp(shownLine(state) + moved, 0, layoutOf(state).timelineRows - 1);
}

/** The line of the pane that the selected row is on. */
function shownLine(state: ViewState): number {
	return shownViewport(state).selectedLine;
}

function shownViewport(state: ViewState): Viewport {
	const {selectedIndex, selectedLine, isFollowing} = state.timeline;
	const height = layoutOf(state).timelineRows;
	return viewportOf(paneLines(state), selectedIndex, isFollowing ? height - 1 : selectedLine, height);
}
