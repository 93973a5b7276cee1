import type {Anchor, Page, PageRequest} from '../engine/engine.ts';
import type {Selection} from '../query/selection.ts';
import type {EventStore} from '../store/event-store.ts';
import {shortRowOf, type Timeline} from './event-rows.ts';
import type {Decided} from './selections.ts';

/** A window of the rows that a selection shows. */
export function pageOf(timeline: Timeline, {selection, trouble}: Decided, request: PageRequest): Page {
	const {store} = timeline;
	const {order} = store;
	const {all} = selection.positions;
	const anchorIndex = indexOf(store, selection, request.anchor);
	const firstIndex = Math.max(0, Math.min(anchorIndex - request.before, all.ones - request.before - request.after - 1));
	const endIndex = Math.min(all.ones, firstIndex + request.before + request.after + 1);
	const rows = Array.from({length: endIndex - firstIndex}, (_, index) => order.rowAt(all.select(firstIndex + index)));
	return {
		revision: store.revision,
		totalEvents: store.eventCount,
		matchedEvents: selection.shownEvents,
		totalRows: all.ones,
		firstIndex,
		anchorIndex,
		rows: rows.map(row => shortRowOf(timeline, row, request.longestMessage)),
		...timesOf(store),
		...(trouble && {trouble}),
	};
}

/** The row index that an anchor means; 0 in an empty timeline. */
function indexOf(store: EventStore, selection: Selection, anchor: Anchor): number {
	const {all} = selection.positions;
	const clamped = (index: number) => Math.max(0, Math.min(index, all.ones - 1));
	switch (anchor.at) {
		case 'newest': {
			return clamped(all.ones - 1);
		}

		case 'oldest': {
			return 0;
		}

		case 'index': {
			return clamped(anchor.rowIndex);
		}

		case 'time': {
			return clamped(all.rank(store.order.firstPosition(row => store.columns.microsOf(row) >= anchor.micros)));
		}

		case 'event': {
			return clamped(indexNearest(store, selection, anchor.event));
		}
	}
}

/** The event's own row, or the shown row nearest to it in time. */
function indexNearest(store: EventStore, {positions: {all}}: Selection, row: number): number {
	if (row >= store.rowCount) {
		return all.ones - 1;
	}

	const position = store.order.positionOf(row);
	const index = all.rank(position);
	const isAtEnd = index === 0 || index === all.ones;
	if (isAtEnd || all.has(position)) {
		return index;
	}

	const distance = (nearby: number) => {
		const other = store.order.rowAt(all.select(nearby));
		return Math.abs(store.columns.microsOf(other) - store.columns.microsOf(row));
	};

	return distance(index - 1) <= distance(index) ? index - 1 : index;
}

/** First and last time among all events; gaps tell no time. */
function timesOf(store: EventStore): Pick<Page, 'firstMicros' | 'lastMicros'> {
	const {order, columns} = store;
	let first = 0;
	let last = order.count - 1;
	while (first <= last && store.gapOf(order.rowAt(first)) !== undefined) {
		first++;
	}

	while (last >= first && store.gapOf(order.rowAt(last)) !== undefined) {
		last--;
	}

	return first > last
		? {firstMicros: undefined, lastMicros: undefined}
		: {firstMicros: columns.microsOf(order.rowAt(first)), lastMicros: columns.microsOf(order.rowAt(last))};
}
