import type {ViewState} from '../view-state.ts';
import {noticed, rememberedQueries, showFilters} from './update-query.ts';
import {placeKept} from './visits.ts';

/** Goes to another query of the session, including those that undo left behind, and to the place where it was left. */
export function goToVisit(state: ViewState, by: -1 | 1): ViewState {
	const {all, at} = placeKept(state);
	const visit = all[at + by];
	if (visit === undefined) {
		return noticed(state, by < 0 ? 'these are the first filters of the session' : 'these are the latest filters of the session');
	}

	const {query, resting} = state;
	const pastQueries = [...state.pastQueries, {query, resting}].slice(-rememberedQueries);
	const shown = showFilters({...state, pastQueries, futureQueries: []}, visit.filters);
	const placed = visit.place === undefined ? shown : {...shown, timeline: {...shown.timeline, ...visit.place, pausedAtCount: undefined}};
	return noticed({...placed, visits: {all, at: at + by}}, `query ${at + by + 1} of ${all.length}: < goes back, > goes on`);
}
