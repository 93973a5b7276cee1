import type {Anchor, EventRow, Page, PageRequest} from '../engine/engine.ts';
import type {EventStore} from '../store/event-store.ts';
import {type ContextRows, mostHitsWithContext, type RowPositions} from './context-rows.ts';
import {shortRowOf, type Timeline} from './event-rows.ts';
import type {Decided} from './selections.ts';

/** What a page is cut from: the rows that the query shows and, if asked for, the neighbours of hits. */
export type Shown = Decided & {readonly context?: ContextRows | 'too-many-hits' | undefined};

/** A window of the rows that a selection shows. */
export function pageOf(timeline: Timeline, {selection, context: asked, trouble}: Shown, request: PageRequest): Omit<Page, 'isCaughtUp'> {
	const {store} = timeline;
	const context = asked === 'too-many-hits' ? undefined : asked;
	const all = context ?? selection.positions.all;
	const anchorIndex = indexOf(store, all, request.anchor);
	const firstIndex = Math.max(0, Math.min(anchorIndex - request.before, all.ones - request.before - request.after - 1));
	const endIndex = Math.min(all.ones, firstIndex + request.before + request.after + 1);
	return {
		revision: store.revision,
		totalEvents: store.eventCount,
		matchedEvents: selection.shownEvents,
		totalRows: all.ones,
		firstIndex,
		anchorIndex,
		rows: rowsBetween(timeline, {all, context}, {firstIndex, endIndex, longestMessage: request.longestMessage}),
		...timesOf(store),
		...(asked && {context: context === undefined ? {mostHits: mostHitsWithContext} : {rows: context.added}}),
		...(trouble && {trouble}),
	};
}

type Window = {readonly firstIndex: number; readonly endIndex: number; readonly longestMessage: number};

/** Adds to each row the number of events hidden before it; withdrawn rows do not count. */
function rowsBetween(timeline: Timeline, {all, context}: {readonly all: RowPositions; readonly context: ContextRows | undefined}, {firstIndex, endIndex, longestMessage}: Window): EventRow[] {
	const {order} = timeline.store;
	let before = firstIndex === 0 ? -1 : all.select(firstIndex - 1);
	return Array.from({length: endIndex - firstIndex}, (_, index) => {
		const position = all.select(firstIndex + index);
		const hiddenBefore = position - before - 1;
		before = position;
		return {
			...shortRowOf(timeline, order.rowAt(position), longestMessage),
			...(hiddenBefore > 0 && {hiddenBefore}),
			...(context?.isAdded(position) && {isContext: true as const}),
		};
	});
}

/** The row index of an anchor; 0 in an empty timeline. */
function indexOf(store: EventStore, all: RowPositions, anchor: Anchor): number {
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
			return clamped(indexNearest(store, all, anchor.event));
		}
	}
}

/** The event's own row, or the shown row nearest to it in time. */
function indexNearest(store: EventStore, all: RowPositions, row: number): number {
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

/** The first and the last time among all events; gaps do not count. */
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
