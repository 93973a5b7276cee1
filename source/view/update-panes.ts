import {chipsShown} from './filters/chips-shown.ts';
import {helpLines} from './keys/help-lines.ts';
import {helpedPlace} from './keys/key-meaning.ts';
import {layoutOf, openPanes, pageRows} from './layout.ts';
import {clamp, clampIndex} from './drawing/numbers.ts';
import {paneWords} from './keys/pane-words.ts';
import {leaveColumns, moveInColumns} from './timeline/update-columns.ts';
import {giveUpErrand} from './update-errand.ts';
import {moveInDetails, moveToDetailPart, openDetails} from './details/update-details.ts';
import {closeLogs, moveInLogs} from './logs/update-logs.ts';
import {noticed} from './filters/update-query.ts';
import {endSearch} from './search/update-search.ts';
import {leaveNarrow} from './filters/narrowing.ts';
import {moveInSidebar, moveToList} from './filters/update-sidebar.ts';
import {backToSummary, closeSummary, isFromSummary, moveInSummary, moveToSection} from './summary/update-summary.ts';
import {leaveText} from './boxes/update-text.ts';
import {leaveTime, moveBar} from './histogram/update-time.ts';
import {moveByPages, moveInTimeline} from './timeline/update-timeline.ts';
import type {Pane, ViewState} from './view-state.ts';

/** Moves the cursor of whatever has the focus. */
export function move(state: ViewState, by: number): ViewState {
	if (state.helpTop !== undefined) {
		return {...state, helpTop: clamp(state.helpTop + by, 0, lastHelpTop(state))};
	}

	if (state.columnChooser !== undefined) {
		return moveInColumns(state, state.columnChooser, by);
	}

	if (state.summary.isOpen) {
		return moveInSummary(state, by);
	}

	if (state.logs.isOpen) {
		return moveInLogs(state, by);
	}

	switch (state.pane) {
		case 'filters': {
			return moveInSidebar(state, by);
		}

		case 'details': {
			return moveInDetails(state, by);
		}

		case 'chips': {
			return {...state, chipCursor: clampIndex(state.chipCursor + by, chipsShown(state).length)};
		}

		case 'timeline': {
			return moveInTimeline(state, by);
		}

		case 'histogram': {
			return moveBar(state, by);
		}
	}
}

/** To the next list, section or part within the focused pane or page. */
export function moveToPart(state: ViewState, by: 1 | -1): ViewState {
	if (state.summary.isOpen) {
		return moveToSection(state, by);
	}

	return state.pane === 'details' ? moveToDetailPart(state, by) : moveToList(state, by);
}

/** Moves by pages, or by half a page, within whatever has the focus. A whole page keeps one line of the old one in sight. */
export function movePages(state: ViewState, pages: number): ViewState {
	if (isOnTimeline(state)) {
		return moveByPages(state, pages);
	}

	const rows = rowsInSight(state);
	return move(state, Math.sign(pages) * Math.max(1, Number.isSafeInteger(pages) ? rows - 1 : Math.floor(rows / 2)));
}

const isOnTimeline = ({pane, helpTop, summary, logs, columnChooser}: ViewState): boolean =>
	pane === 'timeline' && helpTop === undefined && !summary.isOpen && !logs.isOpen && columnChooser === undefined;

function rowsInSight(state: ViewState): number {
	if (state.logs.isOpen) {
		return Math.ceil(pageRows(state.size) / linesOfLog);
	}

	if (state.helpTop !== undefined || state.summary.isOpen) {
		return pageRows(state.size);
	}

	const {bodyRows, detailsRows} = layoutOf(state);
	return state.pane === 'details' ? detailsRows : bodyRows;
}

/** Name, state, format and path. */
const linesOfLog = 4;

/** The top line of the help's last page. */
function lastHelpTop(state: ViewState): number {
	return Math.max(0, helpLines(helpedPlace(state), state).length - pageRows(state.size));
}

export function nextPane(state: ViewState, by: number): ViewState {
	const open = openPanes(state);
	const at = open.indexOf(state.pane);
	return {...state, pane: open[(at + by + open.length) % open.length]!};
}

export function goToPane(state: ViewState, pane: Pane): ViewState {
	if (pane === state.pane) {
		return noticed(state, `${paneWords[pane]} ${pane === 'timeline' || pane === 'histogram' ? 'has' : 'have'} the keys already`);
	}

	if (pane === 'filters') {
		return {...state, isSidebarOpen: true, pane};
	}

	if (pane === 'details') {
		return openDetails(state);
	}

	return openPanes(state).includes(pane) ? {...state, pane} : noticed(state, 'no filter is active: nothing is hidden');
}

/** Esc: leaves whatever was opened last. */
export function cancel(state: ViewState): ViewState {
	if (state.helpTop !== undefined) {
		return {...state, helpTop: undefined};
	}

	if (state.summary.isOpen) {
		return closeSummary(state);
	}

	if (state.logs.isOpen) {
		return closeLogs(state);
	}

	if (state.textBox !== undefined) {
		return leaveText(state, state.textBox);
	}

	if (state.columnChooser !== undefined) {
		return leaveColumns(state);
	}

	if (state.errand !== undefined) {
		return giveUpErrand(state);
	}

	if (state.pane === 'chips') {
		return {...state, pane: 'timeline'};
	}

	if (state.pane === 'histogram') {
		return leaveTime(state);
	}

	if (state.pane === 'filters') {
		return state.sidebar.narrow === undefined ? {...state, pane: 'timeline'} : leaveNarrow(state);
	}

	if (state.details.isOpen) {
		return {...state, pane: 'timeline', details: {...state.details, isOpen: false, isHex: false}};
	}

	if (state.search !== undefined) {
		return endSearch(state);
	}

	return isFromSummary(state) ? backToSummary(state) : noticed(state, 'nothing to go back to: q quits');
}
