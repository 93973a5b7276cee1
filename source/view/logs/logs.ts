import {clampIndex, counted, grouped} from '../drawing/numbers.ts';
import {type Choice, choiceLine, filledPane} from '../drawing/page-lines.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {cell, type Look, row, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {entryLines} from './logs-lines.ts';
import {type LogsEntry, logsEntries} from './logs-entries.ts';
import {faultsOf} from './fault-words.ts';

/** A page of all logs and the state of each. */
export function logsPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	const entries = logsEntries(state);
	const chosen = clampIndex(state.logs.cursor, entries.length);
	const shown = linesInSight(entries, {chosen, room: rows - 1, columns}, look).map(({spans, ...choice}) => choiceLine(spans, choice, columns, look));
	const place = entries.length === 0 ? '' : ` ${grouped(chosen + 1)} of ${grouped(entries.length)} `;
	return filledPane([title(state, {columns, place}, look), ...shown].map(spans => ({spans})), {columns, rows});
}

type Sight = {readonly chosen: number; readonly room: number; readonly columns: number};

/** Lines are made only for the entries around the chosen one: there may be thousands of others. */
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

/** At least a third of the page shows what comes before the chosen entry. */
const leastAbove = (room: number): number => Math.floor(room / 3);

function title(state: ViewState, {columns, place}: {readonly columns: number; readonly place: string}, look: Look): Span[] {
	const faults = faultsOf(state).length;
	const trouble = faults === 0 ? '' : `, ${counted(faults, 'fault')}`;
	return row(look, columns, [...cell(' LOGS ', look, {role: 'focus'}), ...cell(`${counted(state.opened.sources.length, 'source')}${trouble}`, look)], cell(place, look, {role: 'quiet'}));
}

type Line = Choice & {readonly spans: readonly Span[]};
