import type {Query} from '../query/query.ts';
import {chipsOf} from './chips.ts';
import {clampIndex} from './numbers.ts';
import {wholeTime} from './time-state.ts';
import type {SearchState, ViewState} from './view-state.ts';

/** How many earlier queries can be come back to. */
const rememberedQueries = 100;

/** Asks something else of the timeline, with a way back. */
export function changeQuery(state: ViewState, query: Query): ViewState {
	if (query === state.query) {
		return state;
	}

	const pastQueries = [...state.pastQueries, state.query].slice(-rememberedQueries);
	return showQuery({...state, pastQueries, futureQueries: []}, query);
}

/** The filters as they were before the last change. */
export function undoQuery(state: ViewState): ViewState {
	const query = state.pastQueries.at(-1);
	return query === undefined
		? noticed(state, 'no earlier filters to go back to')
		: showQuery({...state, pastQueries: state.pastQueries.slice(0, -1), futureQueries: [state.query, ...state.futureQueries]}, query);
}

/** Takes an undo back. */
export function redoQuery(state: ViewState): ViewState {
	const [query, ...futureQueries] = state.futureQueries;
	return query === undefined
		? noticed(state, 'no later filters to go on to')
		: showQuery({...state, pastQueries: [...state.pastQueries, state.query], futureQueries}, query);
}

/** Shows everything. */
export function clearFilters(state: ViewState): ViewState {
	return chipsOf(state.query, state.opened.sources).length === 0 ? noticed(state, 'nothing is hidden') : changeQuery(state, {facets: {}});
}

/** Removes the filter that the cursor stands on. */
export function removeChip(state: ViewState): ViewState {
	const chip = chipsOf(state.query, state.opened.sources)[state.chipCursor];
	return chip === undefined ? state : changeQuery(state, chip.removed);
}

/** The state with a sentence about the key that was pressed. */
export function noticed(state: ViewState, notice: string): ViewState {
	return {...state, notice};
}

function showQuery(state: ViewState, query: Query): ViewState {
	const chipCount = chipsOf(query, state.opened.sources).length;
	return {
		...state,
		query,
		querySerial: state.querySerial + 1,
		chipCursor: clampIndex(state.chipCursor, chipCount),
		pane: chipCount === 0 && state.pane === 'chips' ? 'timeline' : state.pane,
		timeline: {...state.timeline, pausedAtCount: undefined},
		time: {...wholeTime, cursorMicros: state.time.cursorMicros},
		search: state.search && searchedAgain(state.search),
	};
}

/** Other events are shown, so hits are counted anew, from the hit one stands on. */
function searchedAgain(search: SearchState): SearchState {
	const hit = search.answer?.hit;
	return {...search, serial: search.serial + 1, direction: 'here', from: hit === undefined ? search.from : {at: 'event', event: hit.event}};
}
