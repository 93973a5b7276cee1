import {grouped} from '../drawing/numbers.ts';
import {cell, type Look, row} from '../drawing/span.ts';
import type {Completion} from './completion.ts';
import {type List, listMarginCells} from './list.ts';

/** The completions that Tab offers, each with its number of events. */
export function completionList(completions: readonly Completion[], cursor: number, {columns, look}: {readonly columns: number; readonly look: Look}): List {
	return {
		title: 'TAB COMPLETES',
		cursor,
		lines: completions.map(({title, count}) => row(look, columns - listMarginCells, cell(title, look), count === undefined ? [] : cell(grouped(count), look, {role: 'number'}))),
	};
}
