import {logsEntries} from './logs-lines.ts';
import {clampIndex} from './numbers.ts';
import {noticed} from './update-query.ts';
import {showSource} from './update-palette.ts';
import type {ViewState} from './view-state.ts';

export function openLogs(state: ViewState): ViewState {
	return {...state, logs: {isOpen: true, cursor: 0}};
}

export function closeLogs(state: ViewState): ViewState {
	return {...state, logs: {...state.logs, isOpen: false}};
}

export function moveInLogs(state: ViewState, by: number): ViewState {
	return {...state, logs: {...state.logs, cursor: clampIndex(state.logs.cursor + by, logsEntries(state).length)}};
}

/** The events of the log under the cursor alone; `u` comes back to those of all. */
export function followLog(state: ViewState): ViewState {
	const path = logsEntries(state)[state.logs.cursor]?.path;
	return path === undefined ? noticed(state, 'this belongs to no log whose events could be shown') : showSource({...closeLogs(state), pane: 'timeline'}, path);
}
