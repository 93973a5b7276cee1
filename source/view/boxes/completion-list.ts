import {grouped} from '../drawing/numbers.ts';
import {cell, type Look, row} from '../drawing/span.ts';
import type {Completion} from './completion.ts';
import type {List} from './list-over.ts';

/** What Tab can make of the text, with how many events have it. */
export function completionList(completions: readonly Completion[], cursor: number, {columns, look}: {readonly columns: number; readonly look: Look}): List {
	return {
		title: 'TAB COMPLETES',
		cursor,
		lines: completions.map(({title, count}) => row(look, columns - listMarginCells, cell(title, look), count === undefined ? [] : cell(grouped(count), look, {role: 'number'}))),
	};
}

/** The mark before a line, and a blank after it. */
const listMarginCells = 2;
