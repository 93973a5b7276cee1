import {layoutOf} from '../layout.ts';
import type {Pane, ViewState} from '../view-state.ts';
import {glyphsFor} from './glyphs.ts';
import type {PaneLine} from './pane-line.ts';
import {cell, row, type Span, widthOf} from './span.ts';

type TitledPane = Exclude<Pane, 'chips' | 'histogram'>;

const titles: Readonly<Record<TitledPane, string>> = {filters: 'FILTERS', timeline: 'TIMELINE', details: 'DETAILS'};

/** The pane's name, with a mark where it has the focus (many serial consoles show no bold), and a word at the right; no row on compact screens. */
export function titleRow(state: ViewState, pane: TitledPane, columns: number, rightWord = ''): PaneLine[] {
	if (layoutOf(state).titleRows === 0) {
		return [];
	}

	const {look} = state;
	const hasKeys = state.pane === pane;
	const left = cell(`${hasKeys ? glyphsFor(look).selected : ' '}${titles[pane]} `, look, {role: hasKeys ? 'focus' : 'heading'});
	const right = rightWord === '' ? [] : cell(` ${rightWord} `, look, {role: 'quiet'});
	return [{spans: row(look, columns, [...left, ...ruleBetween(state, pane, columns - widthOf(left) - widthOf(right))], right)}];
}

/** A rule sets details below the timeline off from it; panes side by side have a rule between them anyway. */
function ruleBetween(state: ViewState, pane: TitledPane, widthCells: number): Span[] {
	const isBelow = pane === 'details' && layoutOf(state).detailsPlace === 'below';
	return isBelow ? cell(glyphsFor(state.look).dash.repeat(Math.max(0, widthCells)), state.look, {role: 'rule'}) : [];
}
