import type {EventRow, Page} from '../../engine/engine.ts';
import type {ViewState} from '../view-state.ts';
import {type Column, columns, type SeenCells} from './columns.ts';
import {valueCells} from './event-cells.ts';

const adaptable = columns.filter(({leastCells}) => leastCells !== undefined);

/** The widest values seen so far, including those of a new page. */
export function withSeen(state: ViewState, {rows}: Page): SeenCells {
	const events = rows.filter(({kind}) => kind === 'event');
	return Object.fromEntries(adaptable.map(column => [column.name, Math.max(state.timeline.seenCells[column.name] ?? 0, widestIn(state, events, column))]));
}

const widestIn = (state: ViewState, events: readonly EventRow[], column: Column): number => Math.max(0, ...events.map(event => valueCells(state, event, column)));
