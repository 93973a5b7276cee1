import {clamp} from './numbers.ts';
import {choosableItems, chosenItem, narrowKey} from './sidebar-items.ts';
import {typedText} from './typed-text.ts';
import type {SidebarState, ViewState} from './view-state.ts';

export function moveInSidebar(state: ViewState, by: number): ViewState {
	const items = choosableItems(state);
	const at = items.findIndex(({key}) => key === chosenItem(state)?.key);
	const key = items[clamp(at + by, 0, items.length - 1)]?.key;
	return key === undefined ? state : withSidebar(state, {cursor: key});
}

/** Shown and focused; focused when it was only shown; gone when it had the keys. */
export function toggleSidebar(state: ViewState): ViewState {
	return state.isSidebarOpen && state.pane === 'filters' ? {...withSidebar(state, {narrow: undefined}), isSidebarOpen: false, pane: 'timeline'} : {...state, isSidebarOpen: true, pane: 'filters'};
}

/** Begins narrowing the list that the cursor stands in; above all lists it is the first that grows long. */
export function openNarrow(state: ViewState): ViewState {
	const item = chosenItem(state);
	const field = item !== undefined && 'field' in item ? item.field : 'action';
	const narrow = state.sidebar.narrow?.field === field ? state.sidebar.narrow : {field, text: ''};
	return {...withSidebar(state, {narrow, cursor: narrowKey(field)}), textBox: 'narrow'};
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
