import {clamp} from '../drawing/numbers.ts';
import {nextStart} from '../next-start.ts';
import type {SidebarState, ViewState} from '../view-state.ts';
import {choosableItems, chosenItem, sidebarItems} from './sidebar-items.ts';

export function moveInSidebar(state: ViewState, by: number): ViewState {
	const items = choosableItems(state);
	const at = items.findIndex(({key}) => key === chosenItem(state)?.key);
	const key = items[clamp(at + by, 0, items.length - 1)]?.key;
	return key === undefined ? state : withSidebar(state, {cursor: key});
}

/** To the first line of the next list; backwards, to the first line of this list, then of the one before. */
export function moveToList(state: ViewState, by: 1 | -1): ViewState {
	const items = sidebarItems(state);
	const at = items.findIndex(({key}) => key === chosenItem(state)?.key);
	const starts = items.keys().filter(index => index === 0 || items[index - 1]!.type === 'heading').toArray();
	const start = nextStart(starts, at, by);
	return start === undefined ? state : withSidebar(state, {cursor: items[start]!.key});
}

/** Opens the sidebar and moves the focus there; closes it when it has the focus already. */
export function toggleSidebar(state: ViewState): ViewState {
	return state.isSidebarOpen && state.pane === 'filters' ? {...withSidebar(state, {narrow: undefined}), isSidebarOpen: false, pane: 'timeline'} : {...state, isSidebarOpen: true, pane: 'filters'};
}

/** The state with parts of the sidebar changed. */
export function withSidebar(state: ViewState, sidebar: Partial<SidebarState>): ViewState {
	return {...state, sidebar: {...state.sidebar, ...sidebar}};
}
