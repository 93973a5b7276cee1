import {glyphsFor} from '../drawing/glyphs.ts';
import {clampIndex, counted, grouped} from '../drawing/numbers.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {blank, cell, type Look, row, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {entryLines} from './logs-lines.ts';
import {type LogsEntry, logsEntries} from './logs-entries.ts';
import {faultsOf} from './fault-words.ts';

/** The logs that are read and how each is doing, as a page of its own. */
export function logsPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	const entries = logsEntries(state);
	const chosen = clampIndex(state.logs.cursor, entries.length);
	const room = rows - 1;
	const shown = linesInSight(entries, {chosen, room, columns}, look).map(line => lineOf(line, columns, look));
	const place = entries.length === 0 ? '' : ` ${grouped(chosen + 1)} of ${grouped(entries.length)} `;
	return [title(state, {columns, place}, look), ...shown, ...Array.from({length: room - shown.length}, () => blank(columns))].map(spans => ({spans}));
}

type Sight = {readonly chosen: number; readonly room: number; readonly columns: number};

/** Lines are made for the entries around the chosen one alone: there may be thousands of others. */
function linesInSight(entries: readonly LogsEntry[], {chosen, room, columns}: Sight, look: Look): Line[] {
	const linesOf = (at: number): Line[] => entryLines(entries[at]!, columns, look).map((spans, line) => ({spans, isChosen: at === chosen, hasMark: at === chosen && line === 0}));
	const below: Line[] = [];
	for (let at = chosen; at < entries.length && below.length < room; at++) {
		below.push(...linesOf(at));
	}

	const above: Line[] = [];
	const aboveRows = Math.max(leastAbove(room), room - below.length);
	for (let at = chosen - 1; at >= 0 && above.length < aboveRows; at--) {
		above.unshift(...linesOf(at));
	}

	return [...above.slice(Math.max(0, above.length - aboveRows)), ...below].slice(0, room);
}

/** What stands before the chosen entry tells where one is; the entry itself has the rest. */
const leastAbove = (room: number): number => Math.floor(room / 3);

function title(state: ViewState, {columns, place}: {readonly columns: number; readonly place: string}, look: Look): Span[] {
	const faults = faultsOf(state).length;
	const trouble = faults === 0 ? '' : `, ${counted(faults, 'fault')}`;
	return row(look, columns, [...cell(' LOGS ', look, {role: 'focus'}), ...cell(`${counted(state.opened.sources.length, 'source')}${trouble}`, look)], cell(place, look, {role: 'quiet'}));
}

type Line = {readonly spans: readonly Span[]; readonly isChosen: boolean; readonly hasMark: boolean};

function lineOf({spans, isChosen, hasMark}: Line, columns: number, look: Look): Span[] {
	const line = row(look, columns, [...cell(hasMark ? glyphsFor(look).selected : ' ', look, {role: 'focus'}), ...spans]);
	return isChosen ? line.map(span => ({...span, ground: 'selected'})) : line;
}
