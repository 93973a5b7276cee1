import type {FacetsAnswer} from '../../engine/engine.ts';
import type {AskOf} from '../asking/requests.ts';
import {typedText} from '../boxes/typed-text.ts';
import type {Narrowing, SidebarState, ViewState} from '../view-state.ts';
import {type Stance, toggleValue} from './filters.ts';
import {choosableItems, chosenItem, narrowKey} from './sidebar-items.ts';
import {changeQuery} from './update-query.ts';
import {withSidebar} from './update-sidebar.ts';

/** Opens the box that narrows the list under the cursor, empty each time; above all lists it narrows the actions, the first long one. */
export function openNarrow(state: ViewState): ViewState {
	const item = chosenItem(state);
	const field = item !== undefined && 'field' in item ? item.field : 'action';
	return {...withSidebar(state, {narrow: {field, text: ''}, cursor: narrowKey(field)}), textBox: 'narrow'};
}

export function typeNarrow(state: ViewState, text: string): ViewState {
	const {narrow} = state.sidebar;
	return narrow === undefined ? state : withSidebar(state, {narrow: {...narrow, text: typedText(text)}});
}

/** Enter: the cursor goes to the first value left. Before the narrowed list has arrived it waits, because the values shown are not those asked for. */
export function acceptNarrow(state: ViewState): ViewState {
	const {narrow} = state.sidebar;
	if (narrow === undefined || narrow.text === '') {
		return leaveNarrow(state);
	}

	const left = {...state, textBox: undefined};
	return isNarrowed(state.sidebar) ? toBest(left) : withSidebar(left, {narrow: {...narrow, awaited: {}}});
}

/** Esc: the whole list again. */
export function leaveNarrow(state: ViewState): ViewState {
	const field = state.sidebar.narrow?.field;
	const whole = withSidebar({...state, textBox: undefined}, {narrow: undefined});
	const first = choosableItems(whole).find(item => item.type === 'value' && item.field === field);
	return withSidebar(whole, {cursor: first?.key ?? whole.sidebar.cursor});
}

/** A filter key on the line that narrows a list: opens the box again, or filters by the value that Enter is waiting for. */
export function filterNarrow(state: ViewState, stance: Stance): ViewState {
	const {narrow} = state.sidebar;
	return isAwaiting(state) ? withSidebar(state, {narrow: {...narrow!, awaited: {stance}}}) : openNarrow(state);
}

/** Takes new counts; if they are those that Enter waited for, moves the cursor and filters as the keys asked. */
export function facetsAnswered(state: ViewState, {request: {fields}}: AskOf<'facets'>, facets: FacetsAnswer): ViewState {
	const narrowed = fields.find(({narrow}) => narrow !== undefined);
	const counted = withSidebar(state, {facets, narrowedBy: narrowed && {field: narrowed.field, text: narrowed.narrow!}});
	return counted.sidebar.narrow?.awaited !== undefined && isNarrowed(counted.sidebar) ? chooseAwaited(counted, counted.sidebar.narrow) : counted;
}

function chooseAwaited(state: ViewState, {field, text, awaited}: Narrowing): ViewState {
	const settled = withSidebar(state, {narrow: {field, text}});
	if (!isAwaiting(state)) {
		return settled;
	}

	const there = toBest(settled);
	const item = chosenItem(there);
	const stance = awaited?.stance;
	return stance === undefined || item?.type !== 'value' || there.sidebar.narrow === undefined ? there : changeQuery(there, toggleValue(there.query, item.field, item.value, stance));
}

/** To the first value of the narrowed list, or back to the whole list where none is left. */
function toBest(state: ViewState): ViewState {
	const {narrow} = state.sidebar;
	const first = choosableItems(state).find(item => item.type === 'value' && item.field === narrow?.field);
	return first === undefined ? leaveNarrow(state) : withSidebar(state, {cursor: first.key});
}

/** Enter was pressed, and the cursor has not moved since. */
const isAwaiting = ({sidebar: {narrow, cursor}}: ViewState): boolean => narrow?.awaited !== undefined && cursor === narrowKey(narrow.field);

const isNarrowed = ({narrow, narrowedBy}: SidebarState): boolean => narrowedBy?.field === narrow?.field && narrowedBy?.text === narrow?.text;
