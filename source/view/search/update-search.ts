import type {FindAnswer} from '../../engine/engine.ts';
import type {AskOf} from '../asking/requests.ts';
import {typedText} from '../boxes/typed-text.ts';
import {withKeyword} from '../filters/filters.ts';
import {changeQuery, noticed} from '../filters/update-query.ts';
import {followNewest, goToEvent, withTimeline} from '../timeline/update-timeline.ts';
import {placeOf, selectedEvent, type SearchState, type ViewState} from '../view-state.ts';
import {noFuzzyFilter} from './fuzzy-reach.ts';

/** Opens the box over the present search, or over a new one that Esc undoes entirely. */
export function openSearch(state: ViewState): ViewState {
	const {isFollowing} = state.timeline;
	const event = selectedEvent(state);
	const search: SearchState = state.search ?? {
		text: '',
		isFuzzy: false,
		serial: 0,
		from: isFollowing || event === undefined ? {at: 'newest'} : {at: 'event', event},
		direction: 'here',
		isGoing: true,
		answer: undefined,
		before: undefined,
		lateSerial: undefined,
		answeredSerial: undefined,
		origin: placeOf(state.timeline),
	};
	return {...state, search, textBox: 'search', pane: 'timeline'};
}

/** Every letter searches again from where the search began. */
export function typeSearch(state: ViewState, text: string): ViewState {
	const {search} = state;
	const typed = typedText(text);
	return search === undefined || search.text === typed
		? state
		: {...state, search: {...askedAnew(search), text: typed}};
}

/** Goes to the newest hit; n and N go to the others. */
export function searchFor(state: ViewState, text: string): ViewState {
	const opened = openSearch(state);
	const search = {...askedAnew(opened.search!), text, isFuzzy: false, from: {at: 'newest'}} as const;
	return {...opened, textBox: undefined, search};
}

/** Switches between exact and fuzzy search for the same words. */
export function toggleFuzzy(state: ViewState): ViewState {
	const {search} = state;
	return search === undefined
		? state
		: {...state, search: {...askedAnew(search), isFuzzy: !search.isFuzzy}};
}

/** The search for other words; the old answer is kept aside until the new one comes. */
const askedAnew = (search: SearchState): SearchState => ({...search, serial: search.serial + 1, direction: 'here', isGoing: true, answer: undefined, before: search.answer ?? search.before});

/** Enter: keys are commands again and the hits stay. An empty search ends. */
export function acceptSearch(state: ViewState): ViewState {
	return state.search?.text.trim() === '' ? leaveSearch(state) : {...state, textBox: undefined};
}

/** Esc in the box: back to the place before the search. */
export function leaveSearch(state: ViewState): ViewState {
	const {search} = state;
	if (search === undefined) {
		return state;
	}

	// The newest row of that time is not the newest any more.
	const back = search.origin.isFollowing ? followNewest(state) : withTimeline(state, search.origin);
	return {...back, search: undefined, textBox: undefined, contextLines: 0};
}

/** Esc outside the box: the search ends, the place stays. */
export function endSearch(state: ViewState): ViewState {
	return {...state, search: undefined, contextLines: 0};
}

export function walkHits(state: ViewState, direction: 'next' | 'previous'): ViewState {
	const {search} = state;
	if (search === undefined) {
		return noticed(state, 'no search is active: / opens the search');
	}

	const event = selectedEvent(state);
	const from: SearchState['from'] = event === undefined ? {at: 'newest'} : {at: 'event', event};
	return {...state, search: {...search, serial: search.serial + 1, from, direction, isGoing: true}};
}

/** To the next alert that the filters show, or to the one before: a search for them, so that they are counted and marked, and n and N walk on. */
export function walkAlerts(state: ViewState, direction: 'next' | 'previous'): ViewState {
	const isWalking = state.search?.text === alertsText && !state.search.isFuzzy;
	return walkHits(isWalking ? state : {...searchFor(state, alertsText), pane: state.pane}, direction);
}

const alertsText = 'severity:alert';

/** The search becomes a filter: only its hits are shown. */
export function keepHits(state: ViewState): ViewState {
	const {search} = state;
	if (search === undefined || search.text.trim() === '') {
		return noticed(state, 'no search is active: / opens the search');
	}

	return search.isFuzzy ? noticed(state, noFuzzyFilter) : changeQuery({...state, search: undefined, textBox: undefined}, withKeyword(state.query, search.text));
}

/** The first answer goes to its hit; later answers to the same search only update the numbers. */
export function findAnswered(state: ViewState, ask: AskOf<'find'>, answer: FindAnswer): ViewState {
	const {search} = state;
	if (search?.serial !== ask.serial) {
		return state;
	}

	const isStillLooking = search.answer?.searchedShare !== undefined && search.answer.hit === undefined;
	const isFirst = search.answer === undefined || search.answeredSerial !== ask.serial || isStillLooking;
	const kept = isFirst ? answer : withHitOf(search.answer, answer);
	const known = {...state, search: {...search, answer: kept, answeredSerial: ask.serial}};
	return isFirst && search.isGoing && answer.hit !== undefined ? goToEvent(known, answer.hit.event) : known;
}

/** The answer takes so long that the screen has to say so. */
export function findIsLate(state: ViewState, serial: number): ViewState {
	const {search} = state;
	return search?.serial === serial && search.answer === undefined ? {...state, search: {...search, lateSerial: serial}} : state;
}

function withHitOf(before: FindAnswer, after: FindAnswer): FindAnswer {
	const {hit, ...counts} = after;
	const kept = hit?.event === before.hit?.event ? hit : before.hit;
	return kept === undefined ? counts : {...counts, hit: kept};
}
