import {narrowBelowColumns} from './drawing/narrow.ts';
import {chipsShown} from './filters/chips-shown.ts';
import {clamp} from './drawing/numbers.ts';
import type {Pane, Size, ViewState} from './view-state.ts';

/** Where everything is. Rows and columns are cells; 0 means not on screen. */
export type Layout = {
	/** Compact screens drop decoration and show one pane at a time. */
	readonly isCompact: boolean;
	readonly histogramRows: number;
	/** Below the bars: severity letters, the cursor and the chosen range. */
	readonly cursorRows: number;
	readonly axisRows: number;
	readonly chipRows: number;
	readonly titleRows: number;
	readonly statusRows: number;
	/** Rows between the chips and the status line, titles not counted. */
	readonly bodyRows: number;
	readonly sidebarColumns: number;
	readonly timelineColumns: number;
	readonly timelineRows: number;
	/** On a compact screen the histogram takes the whole body while it has the focus. */
	readonly isTimeWhole: boolean;
	readonly detailsPlace: 'hidden' | 'below' | 'beside' | 'whole';
	readonly detailsColumns: number;
	readonly detailsRows: number;
};

export const smallestSize: Size = {columns: 40, rows: 10};

export function isTooSmall({columns, rows}: Size): boolean {
	return columns < smallestSize.columns || rows < smallestSize.rows;
}

/** Below either of these panes side by side would be slivers, so each takes the whole body in turn. */
const compactBelow: Size = {columns: narrowBelowColumns, rows: 16};

/** From this size on the histogram has three rows and a time axis, and the details stand beside the timeline. */
const roomyFrom: Size = {columns: 120, rows: 40};

const headerRows = 1;
const keyBarRows = 1;
const ruleColumns = 1;
const pageTitleRows = 1;

/** Rows below the title of a page that replaces all panes. */
export const pageRows = ({rows}: Size): number => rows - headerRows - keyBarRows - pageTitleRows;

/** Lays out the open panes. When room is short, the time axis goes first, then histogram rows, then titles and status line, then the second pane. */
export function layoutOf(state: ViewState): Layout {
	const {columns, rows} = state.size;
	const isCompact = columns < compactBelow.columns || rows < compactBelow.rows;
	const isRoomy = columns >= roomyFrom.columns && rows >= roomyFrom.rows;
	const histogramRows = isCompact ? 0 : (isRoomy ? 3 : 1);
	const isInTime = state.pane === 'histogram' && !isCompact;
	const cursorRows = isInTime || isRoomy ? 1 : 0;
	const axisRows = isRoomy || isInTime ? 1 : 0;
	const chipRows = isCompact ? Math.min(1, chipsShown(state).length) : 1;
	const titleRows = isCompact ? 0 : 1;
	const statusRows = isCompact && !hasToSay(state) ? 0 : 1;
	const bodyRows = rows - headerRows - histogramRows - cursorRows - axisRows - chipRows - titleRows - statusRows - keyBarRows;
	return {isCompact, histogramRows, cursorRows, axisRows, chipRows, titleRows, statusRows, bodyRows, ...(isCompact ? onePane(state, bodyRows) : manyPanes(state, bodyRows, isRoomy))};
}

/** Compact screens have a status line only while it has something to say: a box, an answer to a key, work in progress or a request without an answer. */
function hasToSay(state: ViewState): boolean {
	const {search, line, notice, errand, unanswered, pane} = state;
	return search !== undefined || line !== undefined || notice !== undefined || errand !== undefined || unanswered.length > 0 || pane === 'histogram' || isExplained(state);
}

/** The two kinds of user operations are explained while the cursor is on one of them. */
const isExplained = ({pane, sidebar: {cursor}}: ViewState): boolean => pane === 'filters' && cursor.startsWith('user-operations:');

/** The panes that Tab goes through, in its order. */
export function openPanes(state: ViewState): Pane[] {
	const hasChips = chipsShown(state).length > 0;
	return [
		...(state.isSidebarOpen ? ['filters' as const] : []),
		'timeline',
		...(state.details.isOpen ? ['details' as const] : []),
		...(hasChips ? ['chips' as const] : []),
		'histogram',
	];
}

type Panes = Pick<Layout, 'isTimeWhole' | 'sidebarColumns' | 'timelineColumns' | 'timelineRows' | 'detailsPlace' | 'detailsColumns' | 'detailsRows'>;

function onePane({pane, size: {columns}, isSidebarOpen, details}: ViewState, bodyRows: number): Panes {
	const isDetails = details.isOpen && pane === 'details';
	const isSidebar = isSidebarOpen && pane === 'filters';
	const isTimeWhole = pane === 'histogram';
	return {
		isTimeWhole,
		sidebarColumns: isSidebar ? columns : 0,
		timelineColumns: isSidebar || isDetails || isTimeWhole ? 0 : columns,
		timelineRows: bodyRows,
		detailsPlace: isDetails ? 'whole' : 'hidden',
		detailsColumns: columns,
		detailsRows: bodyRows,
	};
}

function manyPanes({size: {columns}, isSidebarOpen, details}: ViewState, bodyRows: number, isRoomy: boolean): Panes {
	const sidebarColumns = isSidebarOpen ? sidebarColumnsOn(columns) : 0;
	const restColumns = columns - (isSidebarOpen ? sidebarColumns + ruleColumns : 0);
	if (!details.isOpen) {
		return {isTimeWhole: false, sidebarColumns, timelineColumns: restColumns, timelineRows: bodyRows, detailsPlace: 'hidden', detailsColumns: 0, detailsRows: 0};
	}

	if (isRoomy) {
		const detailsColumns = detailsColumnsOn(columns);
		return {isTimeWhole: false, sidebarColumns, timelineColumns: restColumns - detailsColumns - ruleColumns, timelineRows: bodyRows, detailsPlace: 'beside', detailsColumns, detailsRows: bodyRows};
	}

	const detailsRows = Math.floor(bodyRows / 2);
	const detailsTitleRows = 1;
	return {isTimeWhole: false, sidebarColumns, timelineColumns: restColumns, timelineRows: bodyRows - detailsRows - detailsTitleRows, detailsPlace: 'below', detailsColumns: restColumns, detailsRows};
}

/** About a third of the screen: enough for a log line to break only a few times, and no wider than eyes like to read. */
const detailsColumnsOn = (columns: number): number => clamp(Math.floor(columns * 0.31), 36, 72);

/** A fifth to a third of the screen: at 80 columns just wide enough for "User operations" and the longest count. */
function sidebarColumnsOn(columns: number): number {
	return clamp(Math.floor(columns * 0.3), 18, columns >= 160 ? 36 : (columns >= 120 ? 28 : 24));
}
