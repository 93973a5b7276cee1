import {compileQuery} from '../../source/query/compile.ts';
import type {Query} from '../../source/query/query.ts';
import {Selection} from '../../source/query/selection.ts';
import {type PlainEvent, TestTimeline} from './timelines.ts';

/** An event that names nothing. */
export const nothing: PlainEvent = {micros: 0, source: 0, severity: 0, category: 0, action: 0, result: 0, format: 0, type: '', user: '', host: '', devices: [], isGap: false};

/** Events one microsecond after the other. */
export function timelineOf(events: ReadonlyArray<Partial<PlainEvent>>): TestTimeline {
	const timeline = new TestTimeline();
	for (const [micros, event] of events.entries()) {
		timeline.append({...nothing, micros, ...event});
	}

	return timeline;
}

/** Which of them a query shows, decided to the end. */
export function decided(timeline: TestTimeline, query: Query): Selection {
	const selection = new Selection(timeline.store, timeline.columns, compileQuery(query, timeline.columns));
	decide(timeline, selection);
	return selection;
}

/** Decides on all rows there are. */
export function decide({store}: TestTimeline, selection: Selection): void {
	while (!selection.isDecidedUpTo(store.rowCount)) {
		selection.take(selection.nextBatch());
	}

	selection.arrange();
}
