import type {EventRow, Page} from '../../engine/engine.ts';
import type {ViewState} from '../view-state.ts';
import {type Column, columns, type SeenCells} from './columns.ts';
import {valueCells} from './event-cells.ts';

const adaptable = columns.filter(({leastCells}) => leastCells !== undefined);

/** The widest values seen so far, including those of a new page. A column counts as empty only once all logs are read, or it would come and go. */
export function withSeen(state: ViewState, {rows, isCaughtUp}: Page): SeenCells {
	const {seenCells} = state.timeline;
	const events = rows.filter(({kind}) => kind === 'event');
	if (events.length === 0) {
		return seenCells;
	}

	return Object.fromEntries(adaptable.flatMap(column => {
		const before = seenCells[column.name];
		const cells = Math.max(before ?? 0, widestIn(state, events, column));
		return isCaughtUp || before === 0 || cells > 0 ? [[column.name, cells]] : [];
	}));
}

const widestIn = (state: ViewState, events: readonly EventRow[], column: Column): number => Math.max(0, ...events.map(event => valueCells(state, event, column)));
