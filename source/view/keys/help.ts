import {clamp, shownOf} from '../drawing/numbers.ts';
import {filledPane} from '../drawing/page-lines.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {cell, type Look, row, type Span} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {helpedPlace} from './key-meaning.ts';
import {helpKeyCells, type HelpLine, helpLines} from './help-lines.ts';

/** Narrower screens have no room for the hint beside `161-170 of 170  Up Down`. */
const wayFromColumns = 78;

/** The help as a page of its own, as much of it as fits from `helpTop` on; the keys of the place it was asked in come first. */
export function helpPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	const lines = helpLines(helpedPlace(state), state);
	const room = rows - 1;
	const first = clamp(state.helpTop ?? 0, 0, Math.max(0, lines.length - room));
	const shown = lines.slice(first, first + room);
	const span = shownOf(first, shown.length, lines.length);
	const way = cell(columns < wayFromColumns ? '' : '   any key works from here; : finds all by name', look, {role: 'quiet'});
	const title = row(look, columns, [...cell(' HELP', look, {role: 'focus'}), ...way], cell(span === '' ? '' : `${span}  Up Down `, look, {role: 'quiet'}));
	const lineRows = shown.map(line => row(look, columns, lineOf(line, columns, look)));
	return filledPane([title, ...lineRows].map(spans => ({spans})), {columns, rows});
}

function lineOf(line: HelpLine, columns: number, look: Look): Span[] {
	return line.type === 'title'
		? cell(` ${line.text}`, look, {role: 'heading'})
		: [...cell(`  ${line.keys}`, look, {role: 'key', widthCells: helpKeyCells(columns)}), ...cell(line.help, look)];
}
