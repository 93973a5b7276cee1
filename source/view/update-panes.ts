import {detailLines} from './details-lines.ts';
import {chipsShown} from './chips-shown.ts';
import {helpLines} from './help-lines.ts';
import {helpedPlace} from './keymap.ts';
import {layoutOf, openPanes} from './layout.ts';
import {clampIndex} from './numbers.ts';
import {leaveColumns, moveInColumns} from './update-columns.ts';
import {giveUpErrand} from './update-errand.ts';
import {removeChip} from './update-chips.ts';
import {noticed} from './update-query.ts';
import {endSearch} from './update-search.ts';
import {leaveNarrow, moveInSidebar} from './update-sidebar.ts';
import {backToSummary, closeSummary, isFromSummary, moveInSummary} from './update-summary.ts';
import {leaveText} from './update-text.ts';
import {leaveTime, moveBar} from './update-time.ts';
import {moveInTimeline, pauseHere} from './update-timeline.ts';
import type {Pane, ViewState} from './view-state.ts';

/** Moves the cursor of the pane that has the keys. */
export function move(state: ViewState, by: number): ViewState {
	if (state.helpTop !== undefined) {
		return {...state, helpTop: clampIndex(state.helpTop + by, helpLines(helpedPlace(state), state.size.columns).length)};
	}

	if (state.columnChooser !== undefined) {
		return moveInColumns(state, state.columnChooser, by);
	}

	if (state.summary.isOpen) {
		return moveInSummary(state, by);
	}

	switch (state.pane) {
		case 'filters': {
			return moveInSidebar(state, by);
		}

		case 'details': {
			const lines = detailLines(state, layoutOf(state).detailsColumns);
			const cursor = clampIndex(state.details.cursor + by, lines.length);
			return {...state, details: {...state.details, cursor}};
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

export function nextPane(state: ViewState, by: number): ViewState {
	const open = openPanes(state);
	const at = open.indexOf(state.pane);
	return {...state, pane: open[(at + by + open.length) % open.length]!};
}

export function goToPane(state: ViewState, pane: Pane): ViewState {
	if (pane === 'filters') {
		return {...state, isSidebarOpen: true, pane};
	}

	if (pane === 'details') {
		return openDetails(state);
	}

	return openPanes(state).includes(pane) ? {...state, pane} : noticed(state, 'no filter is active: nothing is hidden');
}

/** Opens the details and gives them the keys; the timeline stops, so that what is read stays. */
export function openDetails(state: ViewState): ViewState {
	if (state.timeline.page === undefined || state.timeline.page.totalRows === 0) {
		return noticed(state, 'there is no event to open');
	}

	const stopped = pauseHere(state);
	return {...stopped, pane: 'details', details: {...stopped.details, isOpen: true}};
}

/** Esc: leaves whatever was entered last. */
export function cancel(state: ViewState): ViewState {
	if (state.helpTop !== undefined) {
		return {...state, helpTop: undefined};
	}

	if (state.summary.isOpen) {
		return closeSummary(state);
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
		return removeChip(state);
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

	return isFromSummary(state) ? backToSummary(state) : state;
}
