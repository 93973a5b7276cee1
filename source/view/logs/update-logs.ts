import {clampIndex} from '../drawing/numbers.ts';
import {noticed} from '../filters/update-query.ts';
import {showSource} from '../boxes/update-palette.ts';
import type {ViewState} from '../view-state.ts';
import {isSameEntry, logOf, logsEntries} from './logs-entries.ts';

export function openLogs(state: ViewState): ViewState {
	return {...state, logs: {isOpen: true, cursor: 0}};
}

export function closeLogs(state: ViewState): ViewState {
	return {...state, logs: {...state.logs, isOpen: false}};
}

export function moveInLogs(state: ViewState, by: number): ViewState {
	return {...state, logs: {...state.logs, cursor: clampIndex(state.logs.cursor + by, logsEntries(state).length)}};
}

/** Keeps the cursor on its entry when others move ahead of it; otherwise Enter would open another log than the one seen. */
export function withLogKept(before: ViewState, after: ViewState): ViewState {
	if (!before.logs.isOpen) {
		return after;
	}

	const chosen = logsEntries(before)[before.logs.cursor];
	const at = chosen === undefined ? -1 : logsEntries(after).findIndex(entry => isSameEntry(entry, chosen));
	return at === -1 ? after : {...after, logs: {...after.logs, cursor: at}};
}

/** Shows only the events of the log under the cursor; `u` comes back. */
export function followLog(state: ViewState): ViewState {
	const entry = logsEntries(state)[state.logs.cursor];
	const path = entry && logOf(entry, state);
	return path === undefined ? noticed(state, 'this entry belongs to no log') : showSource({...closeLogs(state), pane: 'timeline'}, path);
}
