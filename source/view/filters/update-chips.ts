import {counted} from '../drawing/numbers.ts';
import type {Filters, ViewState} from '../view-state.ts';
import {chipsShown, type ShownChip} from './chips-shown.ts';
import {everything} from './filters.ts';
import {changeFilters, changeQuery, noticed} from './update-query.ts';

/** Removes the filter under the cursor, whether it is on or off. */
export function removeChip(state: ViewState): ViewState {
	const chip = chipsShown(state)[state.chipCursor];
	if (chip === undefined) {
		return state;
	}

	return chip.isOff ? changeFilters(state, {query: state.query, resting: chip.removed(state.resting)}) : changeQuery(state, chip.removed(state.query));
}

/** Switches the filter under the cursor off, or on again; its chip stays where it is. */
export function toggleChip(state: ViewState): ViewState {
	const chip = chipsShown(state)[state.chipCursor];
	return chip === undefined ? state : noticed(changeFilters(state, toggled(state, chip)), chip.isOff ? 'on again' : 'off: it hides nothing until Space turns it on again');
}

/** Switches all filters off or, when all are off, on again. */
export function toggleAllChips(state: ViewState): ViewState {
	const chips = chipsShown(state);
	const areAllOff = chips.every(({isOff}) => isOff);
	let filters: Filters = {query: state.query, resting: state.resting};
	for (const chip of chips) {
		filters = chip.isOff === areAllOff ? toggled(filters, chip) : filters;
	}

	return noticed(changeFilters(state, filters), areAllOff ? `${counted(chips.length, 'filter')} on again` : `${counted(chips.length, 'filter')} off, everything is shown: ! turns them on again`);
}

/** Removes all filters, including those that are switched off. */
export function clearFilters(state: ViewState): ViewState {
	return chipsShown(state).length === 0 ? noticed(state, 'nothing is hidden') : changeFilters(state, {query: everything, resting: everything});
}

function toggled({query, resting}: Filters, {isOff, added, removed}: ShownChip): Filters {
	return isOff ? {query: added(query), resting: removed(resting)} : {query: removed(query), resting: added(resting)};
}
