import {clamp} from '../drawing/numbers.ts';
import {noticed} from '../filters/update-query.ts';
import type {ColumnChooser, ViewState} from '../view-state.ts';
import {type ColumnName, columns} from './columns.ts';
import {timelineColumns} from './pane-lines.ts';
import {withTimeline} from './update-timeline.ts';

/** Opens the list of columns: those shown in their order, then the others. */
export function openColumns(state: ViewState): ViewState {
	return {...state, columnChooser: {names: [...shownNames(state), ...hiddenNames(state)], cursor: 0}};
}

export function leaveColumns(state: ViewState): ViewState {
	return {...state, columnChooser: undefined};
}

export function moveInColumns(state: ViewState, chooser: ColumnChooser, by: number): ViewState {
	return {...state, columnChooser: {...chooser, cursor: clamp(chooser.cursor + by, 0, chooser.names.length - 1)}};
}

/** Shows the column under the cursor, or hides it. */
export function toggleColumn(state: ViewState): ViewState {
	const {columnChooser: chooser} = state;
	if (chooser === undefined) {
		return state;
	}

	const name = chooser.names[chooser.cursor]!;
	const shown = chosenNames(state);
	const others = shown.filter(each => each !== name);
	if (others.length === 0) {
		return noticed(state, 'at least one column has to stay');
	}

	const isShown = others.length < shown.length;
	return withColumns(state, chooser.names.filter(each => isShown ? others.includes(each) : each === name || shown.includes(each)));
}

/** Moves the column under the cursor to the left (-1) or to the right. */
export function moveColumn(state: ViewState, by: number): ViewState {
	const {columnChooser: chooser} = state;
	if (chooser === undefined) {
		return state;
	}

	const to = clamp(chooser.cursor + by, 0, chooser.names.length - 1);
	const name = chooser.names[chooser.cursor]!;
	const names = chooser.names.toSpliced(chooser.cursor, 1).toSpliced(to, 0, name);
	const shown = chosenNames(state);
	return withColumns({...state, columnChooser: {names, cursor: to}}, names.filter(each => shown.includes(each)));
}

/** Forgets the chosen columns: the width decides again. */
export function columnsByWidth(state: ViewState): ViewState {
	return noticed(openColumns(withColumnInSight({...state, columnNames: undefined})), 'as many columns as fit the width');
}

/** Moves the choice off a column that is not shown: a filter key must act on something in sight. */
export function withColumnInSight(state: ViewState): ViewState {
	const filterable = timelineColumns(state).flatMap(({filters}) => filters ?? []);
	const {column} = state.timeline;
	return filterable.includes(column) ? state : withTimeline(state, {column: filterable.includes('action') ? 'action' : filterable[0] ?? 'action'});
}

/** On a screen without room for any column there is no choice to keep, so the width goes on deciding. */
function withColumns(state: ViewState, names: readonly ColumnName[]): ViewState {
	return withColumnInSight({...state, columnNames: names.length === 0 ? undefined : names});
}

/** The chosen columns, including those that a narrow pane has no room for. */
const chosenNames = (state: ViewState): readonly ColumnName[] => state.columnNames ?? shownNames(state);

const shownNames = (state: ViewState): ColumnName[] => [...state.columnNames ?? timelineColumns(state).map(({name}) => name)];

function hiddenNames(state: ViewState): ColumnName[] {
	const shown = shownNames(state);
	return columns.map(({name}) => name).filter(name => !shown.includes(name));
}
