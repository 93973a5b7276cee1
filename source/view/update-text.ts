import type {PersonIntent} from './intents.ts';
import {acceptLine, leaveLine, typeLine} from './update-line.ts';
import {acceptSearch, leaveSearch, typeSearch} from './update-search.ts';
import {acceptNarrow, leaveNarrow, typeNarrow} from './update-sidebar.ts';
import type {TextBox, ViewState} from './view-state.ts';

type BoxUpdates = {
	readonly type: (state: ViewState, text: string) => ViewState;
	readonly accept: (state: ViewState) => ViewState;
	readonly leave: (state: ViewState) => ViewState;
};

const lineUpdates: BoxUpdates = {type: typeLine, accept: acceptLine, leave: leaveLine};

/** What typing, Enter and Esc do in each box. */
const boxes: Readonly<Record<TextBox, BoxUpdates>> = {
	search: {type: typeSearch, accept: acceptSearch, leave: leaveSearch},
	narrow: {type: typeNarrow, accept: acceptNarrow, leave: leaveNarrow},
	time: lineUpdates,
	query: lineUpdates,
	palette: lineUpdates,
	save: lineUpdates,
	export: lineUpdates,
	'notes-file': lineUpdates,
	note: lineUpdates,
	'event-time': lineUpdates,
	'event-type': lineUpdates,
	'event-device': lineUpdates,
	'event-text': lineUpdates,
	'event-author': lineUpdates,
};

export function typeText(state: ViewState, {text}: Extract<PersonIntent, {type: 'type-text'}>): ViewState {
	return state.textBox === undefined ? state : boxes[state.textBox].type(state, text);
}

export function acceptText(state: ViewState): ViewState {
	return state.textBox === undefined ? state : boxes[state.textBox].accept(state);
}

export function leaveText(state: ViewState, box: TextBox): ViewState {
	return boxes[box].leave(state);
}
