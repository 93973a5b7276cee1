import {choiceLine, topAround} from '../drawing/page-lines.ts';
import {columnChooserList} from '../timeline/column-chooser.ts';
import {shownOf} from '../drawing/numbers.ts';
import type {PaneLine} from '../drawing/pane-line.ts';
import {blank, cell, type Look, row, type Span} from '../drawing/span.ts';
import {rowsAboveStatus} from '../status-line.ts';
import type {ViewState} from '../view-state.ts';
import type {List} from './list.ts';
import {queryEcho} from './query-echo.ts';
import {paletteList} from './palette-list.ts';
import {queryBoxCells} from './line-box.ts';
import {completionsOf} from './completion.ts';
import {completionList} from './completion-list.ts';

/** The most lines shown at a time. */
const mostLines = 9;

/** The panes, covered from below by the open list and by what the status line has no room for. The topmost line always stays, to keep the eye oriented. */
export function withListOver(state: ViewState, body: readonly PaneLine[], look: Look): PaneLine[] {
	const list = openList(state);
	const said = rowsAboveStatus(state, look).slice(0, body.length - 1);
	const most = body.length - 1 - said.length;
	const chosen = list === undefined ? [] : listLines(list, {columns: state.size.columns, rows: Math.min(mostLines, most)}, look);
	const lines = [...lastRows(echoOf(state, look, chosen.length > 0), most - chosen.length, state.size.columns, look), ...chosen, ...said];
	return [...body.slice(0, body.length - lines.length), ...lines.map(spans => ({spans}))];
}

function openList(state: ViewState): List | undefined {
	const {columnChooser, line} = state;
	const completions = completionsOf(state);
	if (completions.length > 0) {
		return completionList(completions, line?.cursor ?? 0, {columns: state.size.columns, look: state.look});
	}

	return line?.reading?.type === 'palette'
		? paletteList(line.reading.entries, line.cursor ?? -1, {columns: state.size.columns, look: state.look})
		: columnChooser && columnChooserList(state, columnChooser);
}

/** The filter line where its box is too short for it, or where something is wrong with it. What is still being completed is not wrong yet. */
function echoOf({textBox, line, size: {columns}}: ViewState, look: Look, isCompleting: boolean): Span[][] {
	if (textBox !== 'query' || line === undefined) {
		return [];
	}

	const shown = isCompleting ? {...line, reading: undefined} : line;
	return queryEcho(shown, {columns, boxCells: queryBoxCells(columns), look});
}

/** The last rows, because the end is being typed; the number of those left out is said. */
function lastRows(rows: readonly Span[][], most: number, columns: number, look: Look): Span[][] {
	return rows.length <= most ? [...rows] : [row(look, columns, cell(`... ${rows.length - most + 1} rows of the line above`, look, {role: 'quiet'})), ...rows.slice(rows.length - most + 1)].slice(0, Math.max(0, most));
}

function listLines({title, lines, cursor}: List, {columns, rows}: {readonly columns: number; readonly rows: number}, look: Look): Span[][] {
	const room = Math.max(1, rows - 1);
	const top = topAround(cursor, room, lines.length);
	const span = shownOf(top, Math.min(room, lines.length - top), lines.length);
	const head = row(look, columns, cell(` ${title} `, look, {role: 'focus'}), cell(`${span} `, look, {role: 'quiet'}));
	const shown = lines.slice(top, top + room).map((spans, at) => choiceLine([...spans, ...blank(1)], {isChosen: top + at === cursor}, columns, look));
	return [head, ...shown];
}
