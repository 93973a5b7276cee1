import type {DetailsRequest, FacetsRequest, FindRequest, GroupsRequest, HistogramRequest, PageRequest} from '../../engine/engine.ts';
import type {Query} from '../../query/query.ts';
import {openValue} from '../boxes/completion.ts';
import {facetFields, listedWhileNarrowing} from '../filters/facet-fields.ts';
import type {LastLoginRequest} from '../details/last-login.ts';
import {everything} from '../filters/filters.ts';
import {layoutOf} from '../layout.ts';
import {pivotsOf} from '../details/pivots.ts';
import {drawnWindow} from '../histogram/time-pane.ts';
import {summarySections} from '../summary/summary-sections.ts';
import {type SearchState, selectedEvent, type ViewState} from '../view-state.ts';

type Requests = {
	readonly page: PageRequest;
	readonly facets: FacetsRequest;
	readonly histogram: HistogramRequest;
	readonly summary: GroupsRequest;
	readonly find: FindRequest;
	readonly details: DetailsRequest;
	readonly 'last-login': LastLoginRequest;
	readonly related: {readonly queries: readonly Query[]};
	readonly values: FacetsRequest;
	readonly health: undefined;
};

export type Slot = keyof Requests;

/** One thing the screen needs to know. `serial` comes back with the answer and tells whether that is stale. */
export type AskOf<Name extends Slot> = {readonly slot: Name; readonly serial: number; readonly request: Requests[Name]};

export type Ask = {[Name in Slot]: AskOf<Name>}[Slot];

/** All requests that the state needs answered, none before the logs are open. Equal states make equal requests. */
export function wantedRequests(state: ViewState): Ask[] {
	return state.isOpening ? [] : [pageAsk(state), ...facetsAsk(state), ...histogramAsk(state), ...summaryAsk(state), ...findAsk(state), ...valuesAsk(state), ...detailsAsk(state), ...relatedAsk(state), ...lastLoginAsk(state), {slot: 'health', serial: 0, request: undefined}];
}

/** The engine cuts longer messages, in characters; no row of a screen shows more. */
const longestMessage = 400;

/** With wrapping: about half of a large screen. The details show the rest. */
const longestWrapped = 4000;

function pageAsk(state: ViewState): AskOf<'page'> {
	const {query, querySerial, timeline: {anchor}, search} = state;
	const rows = layoutOf(state).bodyRows;
	const request: PageRequest = {query, anchor, before: rows * 2, after: anchor.at === 'newest' ? 0 : rows * 2, longestMessage: state.isWrapped ? longestWrapped : longestMessage, ...(isSearching(search) && searchOf(search)), ...contextOf(state)};
	return {slot: 'page', serial: querySerial, request};
}

function facetsAsk(state: ViewState): Array<AskOf<'facets'>> {
	if (!state.isSidebarOpen) {
		return [];
	}

	const {query, querySerial, sidebar: {narrow}} = state;
	const fields = facetFields.map(({field, listed}) => narrow?.field === field && narrow.text !== ''
		? {field, limit: listedWhileNarrowing, narrow: narrow.text}
		: {field, limit: listed});
	return [{slot: 'facets', serial: querySerial, request: {query, fields}}];
}

function histogramAsk(state: ViewState): Array<AskOf<'histogram'>> {
	const {query, querySerial, size: {columns}} = state;
	const {histogramRows, isTimeWhole} = layoutOf(state);
	const range = drawnWindow(state);
	return histogramRows === 0 && !isTimeWhole ? [] : [{slot: 'histogram', serial: querySerial, request: {query, buckets: histogramColumns(columns), ...(range && {range})}}];
}

/** One blank on each side, like the rows around it. */
export function histogramColumns(columns: number): number {
	return Math.max(1, columns - 2);
}

function summaryAsk({summary: {isOpen, scope, serial}, query, zone}: ViewState): Array<AskOf<'summary'>> {
	const request = {query: scope === 'all' ? everything : query, wanted: summarySections.map(({wanted}) => wanted), zone};
	return isOpen ? [{slot: 'summary', serial, request}] : [];
}

function findAsk(state: ViewState): Array<AskOf<'find'>> {
	const {query, search} = state;
	return isSearching(search)
		? [{slot: 'find', serial: search.serial, request: {query, ...searchOf(search), from: search.from, direction: search.direction, isEarly: true, ...contextOf(state)}}]
		: [];
}

const searchOf = ({text, isFuzzy}: SearchState): Pick<FindRequest, 'search' | 'isFuzzy'> => ({search: text, ...(isFuzzy && {isFuzzy})});

const contextOf = ({contextLines}: ViewState): {readonly context?: number} => contextLines === 0 ? {} : {context: contextLines};

/** As many as a person looks through before typing another letter. */
const offeredValues = 8;

/** Values of the whole log: the filters on screen do not count, because the line being typed will replace them. */
function valuesAsk(state: ViewState): Array<AskOf<'values'>> {
	const open = openValue(state);
	return open === undefined ? [] : [{slot: 'values', serial: 0, request: {query: everything, fields: [{field: open.field, limit: offeredValues, narrow: open.typed}]}}];
}

function isSearching(search: ViewState['search']): search is NonNullable<ViewState['search']> {
	return search !== undefined && search.text.trim() !== '';
}

function detailsAsk(state: ViewState): Array<AskOf<'details'>> {
	const event = selectedEvent(state);
	return event !== undefined && state.details.isOpen ? [{slot: 'details', serial: event, request: {event}}] : [];
}

function lastLoginAsk(state: ViewState): Array<AskOf<'last-login'>> {
	const {isOpen, answer} = state.details;
	if (!isOpen || answer === undefined || answer.row.id !== selectedEvent(state)) {
		return [];
	}

	const {id, time, user} = answer.row;
	return [{slot: 'last-login', serial: id, request: {event: id, micros: time.micros, user}}];
}

function relatedAsk(state: ViewState): Array<AskOf<'related'>> {
	const {isOpen, answer} = state.details;
	if (!isOpen || answer === undefined || answer.row.id !== selectedEvent(state)) {
		return [];
	}

	const queries = pivotsOf(answer).filter(({isCounted}) => isCounted).map(({query}) => query);
	return queries.length === 0 ? [] : [{slot: 'related', serial: answer.row.id, request: {queries}}];
}
