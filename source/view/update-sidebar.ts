import {clamp} from './numbers.ts';
import {choosableItems, chosenItem, narrowKey, sidebarItems} from './sidebar-items.ts';
import {typedText} from './typed-text.ts';
import type {SidebarState, ViewState} from './view-state.ts';

export function moveInSidebar(state: ViewState, by: number): ViewState {
	const items = choosableItems(state);
	const at = items.findIndex(({key}) => key === chosenItem(state)?.key);
	const key = items[clamp(at + by, 0, items.length - 1)]?.key;
	return key === undefined ? state : withSidebar(state, {cursor: key});
}

/** To the first line of the next list; backwards to the first of this one, then of the one before. */
export function moveToList(state: ViewState, by: 1 | -1): ViewState {
	const items = sidebarItems(state);
	const at = items.findIndex(({key}) => key === chosenItem(state)?.key);
	const starts = items.keys().filter(index => index === 0 || items[index - 1]!.type === 'heading').toArray();
	const start = by > 0 ? starts.find(index => index > at) : starts.findLast(index => index < at);
	return start === undefined ? state : withSidebar(state, {cursor: items[start]!.key});
}

/** Shown and focused; focused when it was only shown; gone when it had the keys. */
export function toggleSidebar(state: ViewState): ViewState {
	return state.isSidebarOpen && state.pane === 'filters' ? {...withSidebar(state, {narrow: undefined}), isSidebarOpen: false, pane: 'timeline'} : {...state, isSidebarOpen: true, pane: 'filters'};
}

/** Begins narrowing the list that the cursor stands in, anew each time; above all lists it is the first that grows long. */
export function openNarrow(state: ViewState): ViewState {
	const item = chosenItem(state);
	const field = item !== undefined && 'field' in item ? item.field : 'action';
	return {...withSidebar(state, {narrow: {field, text: ''}, cursor: narrowKey(field)}), textBox: 'narrow'};
}

export function typeNarrow(state: ViewState, text: string): ViewState {
	const {narrow} = state.sidebar;
	return narrow === undefined ? state : withSidebar(state, {narrow: {...narrow, text: typedText(text)}});
}

/** Enter: the cursor goes to the best of the values left. */
export function acceptNarrow(state: ViewState): ViewState {
	const {narrow} = state.sidebar;
	const first = choosableItems(state).find(item => item.type === 'value' && item.field === narrow?.field);
	return first === undefined || narrow?.text === '' ? leaveNarrow(state) : {...withSidebar(state, {cursor: first.key}), textBox: undefined};
}

/** Esc: the whole list again. */
export function leaveNarrow(state: ViewState): ViewState {
	const field = state.sidebar.narrow?.field;
	const whole = withSidebar({...state, textBox: undefined}, {narrow: undefined});
	const first = choosableItems(whole).find(item => item.type === 'value' && item.field === field);
	return withSidebar(whole, {cursor: first?.key ?? whole.sidebar.cursor});
}

function withSidebar(state: ViewState, sidebar: Partial<SidebarState>): ViewState {
	return {...state, sidebar: {...state.sidebar, ...sidebar}};
}
