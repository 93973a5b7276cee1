import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import type {Anchor} from '../../source/engine/engine.ts';
import type {Follow} from '../../source/follow/follow-port.ts';
import type {Timeline} from '../../source/local/event-rows.ts';
import {pageOf} from '../../source/local/pages.ts';
import {RecordReader} from '../../source/local/record-reader.ts';
import type {Decided} from '../../source/local/selections.ts';
import {compileQuery} from '../../source/query/compile.ts';
import type {Query} from '../../source/query/query.ts';
import {Selection} from '../../source/query/selection.ts';
import {type PlainEvent, plainEvent, TestTimeline} from '../query/timelines.ts';

const gone = 'the file is held no longer';
const nothing = () => undefined;
const follow: Follow = {start: nothing, add: nothing, pause: nothing, resume: nothing, close: nothing, readBack: () => ({type: 'gone', reason: gone})};
const danaOnly = {facets: {user: {include: ['dana'], exclude: []}}} as unknown as Query;

const anchor: fc.Arbitrary<Anchor> = fc.oneof(
	fc.constant({at: 'newest'} as const),
	fc.constant({at: 'oldest'} as const),
	fc.record({at: fc.constant('index' as const), rowIndex: fc.integer({min: -5, max: 50})}),
	fc.record({at: fc.constant('time' as const), micros: fc.integer({min: -5, max: 70})}),
	fc.record({at: fc.constant('event' as const), event: fc.nat(50)}),
);
const someEvents = fc.array(plainEvent, {maxLength: 40});
const reach = fc.nat(8);

test('a window at any anchor is the slice of the filtered timeline around it', t => {
	fc.assert(fc.property(someEvents, anchor, reach, reach, (events, wanted, before, after) => {
		const {timeline, decided, shown} = filtered(events);
		const page = pageOf(timeline, decided, {query: danaOnly, anchor: wanted, before, after, longestMessage: 10});
		const anchorIndex = slowIndex(timeline, shown, wanted);
		const first = Math.max(0, Math.min(anchorIndex - before, shown.length - before - after - 1));
		t.is(page.totalRows, shown.length);
		t.is(page.matchedEvents, shown.filter(row => !events[row]!.isGap).length);
		t.is(page.firstIndex, first);
		t.is(page.anchorIndex, anchorIndex);
		t.deepEqual(page.rows.map(({id}) => id), shown.slice(first, first + before + after + 1));
	}), {numRuns: 500});
});

test('a gap shows its sentence, an event whose bytes are gone the reason, both cut to the length asked for', t => {
	const event: PlainEvent = {micros: 5, source: 0, severity: 3, category: 1, action: 1, result: 2, format: 2, type: '', user: 'dana', host: 'sensor-1', devices: ['10.0.0.1', 'plc-7'], isGap: false};
	const {timeline, decided} = filtered([event, {...event, isGap: true}]);
	const {rows} = pageOf(timeline, decided, {query: danaOnly, anchor: {at: 'newest'}, before: 5, after: 0, longestMessage: 8});
	t.deepEqual(rows.map(({kind, message, messageLength}) => `${kind}: ${message} of ${messageLength}`), ['event: the file of 26', 'gap: bytes ar of 17']);
	t.like(rows[0], {severity: 'alert', category: 'user-operation', action: 'login', result: 'failure', format: 'syslog', isTimeBorrowed: false});
	t.deepEqual([rows[0]!.user, rows[0]!.host, ...rows[0]!.devices] as unknown[], ['dana', 'sensor-1', '10.0.0.1', 'plc-7']);
});

test('an empty timeline has no times and no rows', t => {
	const {timeline, decided} = filtered([]);
	const page = pageOf(timeline, decided, {query: danaOnly, anchor: {at: 'newest'}, before: 5, after: 0, longestMessage: 8});
	t.deepEqual({rows: page.rows, firstIndex: page.firstIndex, anchorIndex: page.anchorIndex, firstMicros: page.firstMicros}, {rows: [], firstIndex: 0, anchorIndex: 0, firstMicros: undefined});
});

function filtered(events: readonly PlainEvent[]): {timeline: Timeline; decided: Decided; shown: number[]} {
	const built = new TestTimeline();
	for (const event of events) {
		built.append(event);
	}

	const {store, columns} = built;
	const selection = new Selection(store, columns, compileQuery(danaOnly, columns));
	while (!selection.isDecidedUpTo(store.rowCount)) {
		selection.take(selection.nextBatch());
	}

	selection.arrange();
	const timeline = {store, columns, generations: [], pathOf: () => foreignText(''), reader: new RecordReader(store, follow, [])};
	return {timeline, decided: {selection, isComplete: true, trouble: undefined}, shown: built.rowsInTime().filter(row => events[row]!.isGap || events[row]!.user === 'dana')};
}

function slowIndex({store}: Timeline, shown: readonly number[], wanted: Anchor): number {
	const last = Math.max(0, shown.length - 1);
	const clamped = (index: number) => Math.max(0, Math.min(index, last));
	switch (wanted.at) {
		case 'newest': {
			return last;
		}

		case 'oldest': {
			return 0;
		}

		case 'index': {
			return clamped(wanted.rowIndex);
		}

		case 'time': {
			const index = shown.findIndex(row => store.columns.microsOf(row) >= wanted.micros);
			return index === -1 ? last : index;
		}

		case 'event': {
			return wanted.event < store.rowCount ? clamped(nearest(store, shown, wanted.event)) : last;
		}
	}
}

/** The event itself, or the shown row nearest in time; of two equally near the older one. */
function nearest(store: Timeline['store'], shown: readonly number[], event: number): number {
	if (shown.includes(event)) {
		return shown.indexOf(event);
	}

	const older = shown.findLastIndex(row => store.order.positionOf(row) < store.order.positionOf(event));
	const distance = (index: number) => {
		const row = shown[index];
		return row === undefined ? Infinity : Math.abs(store.columns.microsOf(row) - store.columns.microsOf(event));
	};

	return distance(older) <= distance(older + 1) ? older : older + 1;
}
