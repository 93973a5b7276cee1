import type {Foreign} from '../../domain/foreign.ts';
import {columns, type ColumnName} from '../timeline/columns.ts';
import type {PersonIntent} from '../intents.ts';
import {clamp} from '../drawing/numbers.ts';
import {timelineColumns} from '../timeline/pane-lines.ts';
import {lookIn, type ThemeName} from '../theme-names.ts';
import {withColumnInSight} from '../timeline/update-columns.ts';
import {changeQuery, noticed} from '../filters/update-query.ts';
import type {ViewState} from '../view-state.ts';
import type {Zone} from '../drawing/zoned-time.ts';
import {chosenEntry, type LineState} from './line.ts';
import {completionsOf} from './completion.ts';

/** What Enter in the palette does; undefined while no entry is chosen or the chosen one is off. */
export function paletteIntent({line}: ViewState): PersonIntent | undefined {
	const entry = chosenEntry(line);
	return entry !== undefined && 'intent' in entry ? entry.intent as PersonIntent : undefined;
}

/** Moves the cursor in the list of a box. */
export function moveInChoices(state: ViewState, by: number): ViewState {
	const {line} = state;
	const count = line?.reading?.type === 'palette' ? line.reading.entries.length : completionsOf(state).length;
	return line === undefined || count === 0 ? state : {...state, line: {...line, reply: undefined, cursor: clamp((line.cursor ?? (line.box === 'palette' ? -1 : 0)) + by, 0, count - 1)}};
}

/** Typing in the palette chooses the best entry. Before that nothing is chosen, and Enter leaves. */
export function cursorWhenTyped(line: LineState, text: string): number | undefined {
	return line.box === 'palette' && text.trim() !== '' ? 0 : undefined;
}

export function showSource(state: ViewState, path: Foreign): ViewState {
	const {query} = state;
	return changeQuery(state, {...query, facets: {...query.facets, source: {include: [path], exclude: []}}});
}

export function showZone(state: ViewState, zone: Zone): ViewState {
	return noticed({...state, zone, isOwnZone: false}, `times are shown in ${zone}`);
}

export function useTheme(state: ViewState, themeName: ThemeName): ViewState {
	return {...state, themeName, look: lookIn(themeName, {...state.look, hasColours: state.canShowColours})};
}

/** Shows a column at its usual place, or hides it. */
export function toggleNamedColumn(state: ViewState, name: ColumnName): ViewState {
	const shown = state.columnNames ?? timelineColumns(state).map(column => column.name);
	const others = shown.filter(each => each !== name);
	const names = others.length < shown.length ? others : inserted(others, name);
	return names.length === 0 ? noticed(state, 'at least one column has to stay') : withColumnInSight({...state, columnNames: names});
}

/** Inserts a column before the first one that comes after it in the default order. */
function inserted(names: readonly ColumnName[], name: ColumnName): ColumnName[] {
	const usual = columns.map(column => column.name);
	const at = names.findIndex(each => usual.indexOf(each) > usual.indexOf(name));
	return names.toSpliced(at === -1 ? names.length : at, 0, name);
}
