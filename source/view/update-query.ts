import type {FacetField, Query} from '../query/query.ts';
import {foreignText, type Foreign} from '../domain/foreign.ts';
import type {EventRow} from '../engine/engine.ts';
import {chipsOf} from './chips.ts';
import {detailLines} from './details-lines.ts';
import {facetFields} from './facet-fields.ts';
import {type Stance, toggleSeverity, toggleUserOperations, toggleValue, without, withKeywords} from './filters.ts';
import {layoutOf} from './layout.ts';
import {clampIndex} from './numbers.ts';
import {nextRange} from './ranges.ts';
import {chosenItem} from './sidebar-items.ts';
import {pauseHere} from './update-timeline.ts';
import {type FilterColumn, type SearchState, selectedRow, type ViewState} from './view-state.ts';

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

export function undoQuery(state: ViewState): ViewState {
	const query = state.pastQueries.at(-1);
	return query === undefined
		? noticed(state, 'no earlier filters to go back to')
		: showQuery({...state, pastQueries: state.pastQueries.slice(0, -1), futureQueries: [state.query, ...state.futureQueries]}, query);
}

export function redoQuery(state: ViewState): ViewState {
	const [query, ...futureQueries] = state.futureQueries;
	return query === undefined
		? noticed(state, 'no later filters to go on to')
		: showQuery({...state, pastQueries: [...state.pastQueries, state.query], futureQueries}, query);
}

export function clearFilters(state: ViewState): ViewState {
	return chipsOf(state.query, state.opened.sources).length === 0 ? noticed(state, 'nothing is hidden') : changeQuery(state, {facets: {}});
}

export function removeChip(state: ViewState): ViewState {
	const chip = chipsOf(state.query, state.opened.sources)[state.chipCursor];
	return chip === undefined ? state : changeQuery(state, chip.removed);
}

/** Includes or excludes what the cursor of the focused pane stands on. */
export function filterHere(state: ViewState, stance: Stance): ViewState {
	switch (state.pane) {
		case 'filters': {
			return filterItem(state, stance);
		}

		case 'details': {
			return filterDetail(state, stance);
		}

		case 'timeline': {
			return state.timeline.isFollowing ? noticed(pauseHere(state), 'stopped here: Left and Right choose a column, + and - filter by it') : filterColumn(state, stance);
		}

		case 'chips': {
			return state;
		}
	}
}

export function filterSince(state: ViewState): ViewState {
	const row = selectedRow(state);
	return row === undefined ? state : changeQuery(state, {...state.query, sinceMicros: row.time.micros});
}

/** Until and including the selected event. */
export function filterUntil(state: ViewState): ViewState {
	const row = selectedRow(state);
	return row === undefined ? state : changeQuery(state, {...state.query, untilMicros: row.time.micros + 1});
}

/** The last minute, five minutes, hour... before the newest event, then all again. */
export function filterNextRange(state: ViewState): ViewState {
	const lastMicros = state.timeline.page?.lastMicros;
	if (lastMicros === undefined) {
		return state;
	}

	const range = nextRange(state.query, lastMicros);
	const bare = without(without(state.query, 'sinceMicros'), 'untilMicros');
	const shown = range === undefined ? bare : {...bare, sinceMicros: lastMicros - range.micros};
	return noticed(changeQuery(state, shown), range === undefined ? 'all times' : `the last ${range.title} before the newest event`);
}

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
		search: state.search && searchedAgain(state.search),
	};
}

/** Other events are shown, so hits are counted anew, from the hit one stands on. */
function searchedAgain(search: SearchState): SearchState {
	const hit = search.answer?.hit;
	return {...search, serial: search.serial + 1, direction: 'here', from: hit === undefined ? search.from : {at: 'event', event: hit.event}};
}

function filterItem(state: ViewState, stance: Stance): ViewState {
	const item = chosenItem(state);
	switch (item?.type) {
		case 'value': {
			return changeQuery(state, toggleValue(state.query, item.field, item.value, stance));
		}

		case 'severity': {
			return stance === 'include' ? changeQuery(state, toggleSeverity(state.query, item.atLeast)) : noticed(state, 'severity has steps; choose one with Enter');
		}

		case 'user-operations': {
			return stance === 'include' ? changeQuery(state, toggleUserOperations(state.query, item.meaning)) : noticed(state, 'to hide user operations, exclude the category');
		}

		case 'heading':
		case 'narrow':
		case undefined: {
			return state;
		}
	}
}

function filterColumn(state: ViewState, stance: Stance): ViewState {
	const row = selectedRow(state);
	const {column} = state.timeline;
	if (row === undefined || row.kind === 'gap') {
		return noticed(state, 'a gap has no fields to filter by');
	}

	if (column === 'severity') {
		return stance === 'include' && row.severity !== 'none'
			? changeQuery(state, toggleSeverity(state.query, row.severity))
			: noticed(state, 'severity can only be shown from a step upward: + does that');
	}

	return changeQuery(state, toggleValue(state.query, column, valueIn(state, row, column), stance));
}

/** The value of a column as the engine's facets name it; '' where the record has none. */
function valueIn({opened}: ViewState, row: EventRow, column: Exclude<FilterColumn, 'severity'>): Foreign {
	switch (column) {
		case 'action': {
			return foreignText(row.action);
		}

		case 'device': {
			return row.devices[0] ?? foreignText('');
		}

		case 'source': {
			return opened.sources.find(({id}) => id === row.source)?.path ?? foreignText('');
		}

		case 'user':
		case 'host': {
			return row[column] ?? foreignText('');
		}
	}
}

function filterDetail(state: ViewState, stance: Stance): ViewState {
	const entry = detailLines(state, layoutOf(state).detailsColumns)[state.details.cursor]?.entry;
	if (entry?.filter === undefined) {
		return noticed(state, 'this line is no field to filter by');
	}

	const {name, value} = entry.filter;
	return changeQuery(state, isFacetField(name)
		? toggleValue(state.query, name, value, stance)
		: withKeywords(state.query, `${stance === 'exclude' ? '-' : ''}${name}:=${quoted(value)}`));
}

function isFacetField(name: string): name is FacetField {
	return facetFields.some(({field}) => field === name);
}

/** As the search box's language spells a value that may hold anything. */
function quoted(value: Foreign): string {
	return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
