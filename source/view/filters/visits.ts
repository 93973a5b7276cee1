import {type Filters, type Place, placeOf, type ViewState} from '../view-state.ts';

/** Filters that were shown once, and the place of the timeline when they were left. */
export type Visit = {readonly filters: Filters; readonly place: Place | undefined};

/** Every different query of the session, ordered by the last time it was chosen; going through them changes no order. */
export type Visits = {readonly all: readonly Visit[]; readonly at: number};

export const visitsFrom = (filters: Filters): Visits => ({all: [{filters, place: undefined}], at: 0});

/** The visits after a change of filters: the place that is left is remembered, and the new filters come last. */
export function visited(state: ViewState, filters: Filters): Visits {
	const {all} = placeKept(state);
	const others = all.filter(visit => !isSame(visit.filters, filters));
	const kept = [...others, {filters, place: undefined}].slice(-rememberedVisits);
	return {all: kept, at: kept.length - 1};
}

/** The visits with the present place remembered. */
export function placeKept({visits: {all, at}, timeline}: ViewState): Visits {
	return {all: all.map((visit, index) => index === at ? {...visit, place: placeOf(timeline)} : visit), at};
}

/** Nobody goes further back than this. */
const rememberedVisits = 200;

const isSame = (one: Filters, other: Filters): boolean => JSON.stringify([one.query, one.resting]) === JSON.stringify([other.query, other.resting]);
