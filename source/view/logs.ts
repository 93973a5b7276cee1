import {faultsOf} from './fault-words.ts';
import {glyphsFor} from './glyphs.ts';
import {logsEntries} from './logs-lines.ts';
import {clamp, clampIndex, counted} from './numbers.ts';
import type {PaneLine, PaneSize} from './pane-line.ts';
import {blank, cell, type Look, row, type Span} from './span.ts';
import type {ViewState} from './view-state.ts';

/** The logs that are read and how each is doing, as a page of its own. */
export function logsPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	const entries = logsEntries(state);
	const chosen = clampIndex(state.logs.cursor, entries.length);
	const lines = entries.flatMap((entry, at) => entry.lines.map((spans, line) => ({spans, isChosen: at === chosen, hasMark: at === chosen && line === 0})));
	const room = rows - 1;
	const top = clamp(lines.findIndex(({isChosen}) => isChosen) - aboveRows(room), 0, Math.max(0, lines.length - room));
	const shown = lines.slice(top, top + room).map(line => lineOf(line, columns, look));
	return [title(state, columns, look), ...shown, ...Array.from({length: room - shown.length}, () => blank(columns))].map(spans => ({spans}));
}

/** What stands before the chosen entry tells where one is; the entry itself has the rest. */
const aboveRows = (room: number): number => Math.floor(room / 3);

function title(state: ViewState, columns: number, look: Look): Span[] {
	const faults = faultsOf(state).length;
	const trouble = faults === 0 ? '' : `, ${counted(faults, 'fault')}`;
	return row(look, columns, [...cell(' LOGS ', look, {role: 'focus'}), ...cell(`${counted(state.opened.sources.length, 'source')}${trouble}`, look)]);
}

type Line = {readonly spans: readonly Span[]; readonly isChosen: boolean; readonly hasMark: boolean};

function lineOf({spans, isChosen, hasMark}: Line, columns: number, look: Look): Span[] {
	const line = row(look, columns, [...cell(hasMark ? glyphsFor(look).selected : ' ', look, {role: 'focus'}), ...spans]);
	return isChosen ? line.map(span => ({...span, ground: 'selected'})) : line;
}
