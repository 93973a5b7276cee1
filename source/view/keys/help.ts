import {clamp, shownOf} from '../drawing/numbers.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {blank, cell, type Look, row, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {helpedPlace} from './key-meaning.ts';
import {helpKeyCells, type HelpLine, helpLines} from './help-lines.ts';

/** Narrower screens have room for the counted lines alone: `161-170 of 170  Up Down` beside it. */
const wayFromColumns = 78;

/** All keys, from the key table, those of the place that help was asked in first; more of them below when the window is short. */
export function helpPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	const lines = helpLines(helpedPlace(state), state);
	const room = rows - 1;
	const first = clamp(state.helpTop ?? 0, 0, Math.max(0, lines.length - room));
	const shown = lines.slice(first, first + room);
	const span = shownOf(first, shown.length, lines.length);
	const way = cell(columns < wayFromColumns ? '' : '   any key works from here; : finds all by name', look, {role: 'quiet'});
	const title = row(look, columns, [...cell(' HELP', look, {role: 'focus'}), ...way], cell(span === '' ? '' : `${span}  Up Down `, look, {role: 'quiet'}));
	return [title, ...shown.map(line => row(look, columns, lineOf(line, columns, look))), ...Array.from({length: room - shown.length}, () => blank(columns))].map(spans => ({spans}));
}

function lineOf(line: HelpLine, columns: number, look: Look): Span[] {
	return line.type === 'title'
		? cell(` ${line.text}`, look, {role: 'heading'})
		: [...cell(`  ${line.keys}`, look, {role: 'key', widthCells: helpKeyCells(columns)}), ...cell(line.help, look)];
}
