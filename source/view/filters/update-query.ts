import type {Query} from '../../query/query.ts';
import {clampIndex} from '../drawing/numbers.ts';
import {wholeTime} from '../histogram/time-state.ts';
import type {Filters, SearchState, ViewState} from '../view-state.ts';
import {chipsShown} from './chips-shown.ts';
import {chipsOf} from './chips.ts';
import {visited} from './visits.ts';

/** How many queries undo remembers. */
export const rememberedQueries = 100;

/** Changes the query, with a way back. A switched-off filter is dropped when the same filter is on in the new query. */
export function changeQuery(state: ViewState, query: Query): ViewState {
	return query === state.query ? state : changeFilters(state, {query, resting: withoutThoseOf(query, state)});
}

/** The same, including what is switched off. */
export function changeFilters(state: ViewState, filters: Filters): ViewState {
	const pastQueries = [...state.pastQueries, filtersOf(state)].slice(-rememberedQueries);
	return {...showFilters({...state, pastQueries, futureQueries: []}, filters), visits: visited(state, filters)};
}

/** The filters as they were before the last change. */
export function undoQuery(state: ViewState): ViewState {
	const filters = state.pastQueries.at(-1);
	return filters === undefined
		? noticed(state, 'no earlier filters to go back to')
		: {...showFilters({...state, pastQueries: state.pastQueries.slice(0, -1), futureQueries: [filtersOf(state), ...state.futureQueries]}, filters), visits: visited(state, filters)};
}

/** Takes an undo back. */
export function redoQuery(state: ViewState): ViewState {
	const [filters, ...futureQueries] = state.futureQueries;
	return filters === undefined
		? noticed(state, 'no later filters to go on to')
		: {...showFilters({...state, pastQueries: [...state.pastQueries, filtersOf(state)], futureQueries}, filters), visits: visited(state, filters)};
}

/** The state with a sentence about the last key. */
export function noticed(state: ViewState, notice: string): ViewState {
	return {...state, notice};
}

/** Shows the timeline through these filters, without touching undo or visits. */
export function showFilters(state: ViewState, {query, resting}: Filters): ViewState {
	const chipCount = chipsShown({query, resting, opened: state.opened}).length;
	return {
		...state,
		query,
		resting,
		querySerial: state.querySerial + 1,
		chipCursor: clampIndex(state.chipCursor, chipCount),
		pane: chipCount === 0 && state.pane === 'chips' ? 'timeline' : state.pane,
		timeline: {...state.timeline, pausedAtCount: undefined},
		time: {...wholeTime, cursorMicros: state.time.cursorMicros},
		search: state.search && searchedAgain(state.search),
	};
}

const filtersOf = ({query, resting}: ViewState): Filters => ({query, resting});

function withoutThoseOf(query: Query, {resting, opened: {sources}}: ViewState): Query {
	let left = resting;
	for (const {removed} of chipsOf(query, sources)) {
		left = removed(left);
	}

	return left;
}

/** Other events are shown, so the hits are counted anew, starting at the present hit. */
function searchedAgain(search: SearchState): SearchState {
	const hit = search.answer?.hit;
	return {...search, serial: search.serial + 1, direction: 'here', from: hit === undefined ? search.from : {at: 'event', event: hit.event}};
}
