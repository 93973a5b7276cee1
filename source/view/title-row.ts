import {layoutOf} from './layout.ts';
import type {PaneLine} from './pane-line.ts';
import {cell, row} from './span.ts';
import type {Pane, ViewState} from './view-state.ts';

const titles: Readonly<Record<Exclude<Pane, 'chips'>, string>> = {filters: 'FILTERS', timeline: 'TIMELINE', details: 'DETAILS'};

/** The pane's name, told apart where it has the keys, and a word at the right; nothing on compact screens. */
export function titleRow(state: ViewState, pane: Exclude<Pane, 'chips'>, columns: number, right = ''): PaneLine[] {
	const {look} = state;
	if (layoutOf(state).titleRows === 0) {
		return [];
	}

	const isFocused = state.pane === pane;
	const left = cell(` ${titles[pane]} `, look, {role: isFocused ? 'focus' : 'heading'});
	return [{spans: row(look, columns, left, right === '' ? [] : cell(` ${right} `, look, {role: 'quiet'}))}];
}
