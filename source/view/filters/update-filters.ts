import type {Foreign} from '../../domain/foreign.ts';
import type {FacetField, Query} from '../../query/query.ts';
import {detailLines} from '../details/details-lines.ts';
import {layoutOf} from '../layout.ts';
import {timelineColumns} from '../timeline/pane-lines.ts';
import {goToRelated} from '../details/update-details.ts';
import {goToEvent, pauseHere} from '../timeline/update-timeline.ts';
import {selectedRow, type ViewState} from '../view-state.ts';
import {facetFields} from './facet-fields.ts';
import {valueIn} from './facet-values.ts';
import {everything, type Stance, toggleSeverity, toggleUserOperations, toggleValue, withKeyword, withoutKeyword} from './filters.ts';
import {ownKeyword} from './keyword.ts';
import {filterNarrow} from './narrowing.ts';
import {chosenItem} from './sidebar-items.ts';
import {changeQuery, noticed} from './update-query.ts';

/** Includes or excludes what is under the cursor of the focused pane. */
export function filterHere(state: ViewState, stance: Stance): ViewState {
	switch (state.pane) {
		case 'filters': {
			return filterItem(state, stance);
		}

		case 'details': {
			return filterDetail(state, stance);
		}

		case 'timeline': {
			if (timelineColumns(state).every(({filters}) => filters !== state.timeline.column)) {
				return noticed(state, 'no column on screen can be filtered: o shows more');
			}

			return state.timeline.isFollowing ? noticed(pauseHere(state), 'stopped here: Left and Right choose a column, + and - filter by it') : filterColumn(state, stance);
		}

		case 'chips':
		case 'histogram': {
			return state;
		}
	}
}

/** On a related line: shows those events, and `u` comes back. On a field: goes to the related line of its value. */
export function showRelated(state: ViewState): ViewState {
	const {pivot, leadsTo, entry} = chosenLine(state) ?? {};
	if (leadsTo !== undefined) {
		return goToEvent(changeQuery({...state, pane: 'timeline'}, everything), leadsTo);
	}

	return pivot === undefined ? goToRelated(state, entry?.filter?.value) : changeQuery({...state, pane: 'timeline'}, pivot.query);
}

/** From the selected event on. */
export function filterSince(state: ViewState): ViewState {
	const row = selectedRow(state);
	return row === undefined ? state : changeQuery(state, {...state.query, sinceMicros: row.time.micros});
}

/** Up to and including the selected event. */
export function filterUntil(state: ViewState): ViewState {
	const row = selectedRow(state);
	return row === undefined ? state : changeQuery(state, {...state.query, untilMicros: row.time.micros + 1});
}

function filterItem(state: ViewState, stance: Stance): ViewState {
	const item = chosenItem(state);
	switch (item?.type) {
		case 'value': {
			return changeQuery(state, toggleValue(state.query, item.field, item.value, stance));
		}

		case 'severity': {
			return stance === 'include' ? changeQuery(state, toggleSeverity(state.query, item.atLeast)) : noticed(state, 'severity is a threshold; choose one with Enter');
		}

		case 'user-operations': {
			return stance === 'include' ? changeQuery(state, toggleUserOperations(state.query, item.meaning)) : noticed(state, 'to hide user operations, exclude the category');
		}

		case 'narrow': {
			return filterNarrow(state, stance);
		}

		case 'heading':
		case undefined: {
			return state;
		}
	}
}

function filterColumn(state: ViewState, stance: Stance): ViewState {
	const row = selectedRow(state);
	const {column} = state.timeline;
	if (row === undefined || row.kind === 'gap') {
		return noticed(state, 'a hole has no fields to filter by');
	}

	if (column === 'severity') {
		return stance === 'include' && row.severity !== 'none'
			? changeQuery(state, toggleSeverity(state.query, row.severity))
			: noticed(state, 'severity filters from a level upward: use +');
	}

	return changeQuery(state, toggleValue(state.query, column, valueIn(row, column, state.opened.sources), stance));
}

function filterDetail(state: ViewState, stance: Stance): ViewState {
	const entry = chosenLine(state)?.entry;
	if (entry?.filter === undefined) {
		return noticed(state, 'this line is not a field to filter by');
	}

	const {name, value, isOwn} = entry.filter;
	return changeQuery(state, !isOwn && isFacetField(name) ? toggleValue(state.query, name, value, stance) : toggleOwn(state.query, name, value, stance));
}

/** As with the values of columns: the same key again takes it back, and a value is never included and excluded at once. */
function toggleOwn(query: Query, name: string, value: Foreign, stance: Stance): Query {
	const text = ownKeyword(name, value, stance);
	const opposite = ownKeyword(name, value, stance === 'include' ? 'exclude' : 'include');
	return query.keywords?.includes(text) ? withoutKeyword(query, text) : withKeyword(withoutKeyword(query, opposite), text);
}

function chosenLine(state: ViewState) {
	return detailLines(state, layoutOf(state).detailsColumns)[state.details.cursor];
}

function isFacetField(name: string): name is FacetField {
	return facetFields.some(({field}) => field === name);
}
