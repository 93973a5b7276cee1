import test from 'ava';
import fc from 'fast-check';
import {compileQuery} from '../../source/query/compile.ts';
import {countFacet, countSeverities} from '../../source/query/facets.ts';
import {countBuckets} from '../../source/query/histogram.ts';
import {everything, type FacetField, facetFields, type Query} from '../../source/query/query.ts';
import {Selection} from '../../source/query/selection.ts';
import {decide, decided, nothing, timelineOf} from './decided-timelines.ts';
import {inOrder, isShown, slowBuckets, slowCounts, slowOperations, slowSeverities} from './slow-answers.ts';
import {type PlainEvent, plainEvent, plainQuery, TestTimeline} from './timelines.ts';

type Step = {readonly type: 'append'; readonly events: readonly PlainEvent[]} | {readonly type: 'amend'; readonly pick: number; readonly event: PlainEvent} | {readonly type: 'decide'};

const someEvents = fc.array(plainEvent, {maxLength: 30, size: 'max'});
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({type: fc.constant('append' as const), events: someEvents}),
	fc.record({type: fc.constant('amend' as const), pick: fc.nat(), event: plainEvent}),
	fc.record({type: fc.constant('decide' as const)}),
);
const steps = fc.array(step, {maxLength: 12, size: 'max'});

test('shown rows, counts and buckets agree with slow twins, however the timeline grew and changed', t => {
	fc.assert(fc.property(plainQuery, steps, (query, taken) => {
		const timeline = new TestTimeline();
		const selection = new Selection(timeline.store, timeline.columns, compileQuery(query, timeline.columns));
		for (const one of taken) {
			take(one, timeline, selection);
		}

		decide(timeline, selection);
		t.deepEqual(shownRows(timeline, selection), timeline.rowsInTime().filter(row => isShown(timeline.events[row]!, query)));
		for (const field of facetFields) {
			t.deepEqual(countedBy(timeline, selection, query, field), slowCounts(timeline.events, query, field), field);
		}

		t.deepEqual(countSeverities(selection.tally), slowSeverities(timeline.events, query));
		t.deepEqual(selection.tally.operations, slowOperations(timeline.events, query));
		t.deepEqual(countBuckets(timeline.store, selection.positions, {buckets: 7, range: {fromMicros: 5, toMicros: 40}}), slowBuckets(timeline, query));
	}), {numRuns: 300});
});

for (const name of ['password-reset', 'Password reset', 'password reset']) {
	test(`an action filter understands '${name}'`, t => {
		const timeline = timelineOf([{action: 4}, {action: 5}]);
		const query = {facets: {action: {include: [name], exclude: []}}} as unknown as Query;
		t.deepEqual(shownRows(timeline, decided(timeline, query)), [timeline.columns.action.valuesOf(4)[0] === 'password-reset' ? 0 : 1]);
	});
}

for (const [keywords, shown] of [
	['user:dan', [0]],
	['-user:dan', [1, 2]],
	['user:=dan', []],
	['user:=DANA', []],
	['device:plc device:10.0', [1]],
	['device:10.0.0.0/30', [1]],
	['device:11.0.0.0/8', []],
	['-device:10.*', [0, 2]],
	['device!=10.0.*.1', [0, 2]],
	['device:="10.0.0.0/30"', []],
	['-device:plc', [0, 2]],
	['action:"signed in"', [0]],
	['action:reset', [1]],
	['severity:alert', [2]],
	['category:network host:sensor', [2]],
	['source:timeline', [2]],
	['result:=""', [0, 1, 2]],
] as const) {
	test(`keywords on columns: ${keywords}`, t => {
		const timeline = timelineOf([
			{user: 'dana', action: 1},
			{user: 'Eve', action: 4, devices: ['10.0.0.1', 'plc-7']},
			{severity: 3, category: 3, host: 'sensor-1', source: 1},
		]);
		t.deepEqual(shownRows(timeline, decided(timeline, {facets: {}, keywords: [keywords]})), [...shown]);
	});
}

test('keywords that cannot be read are told, and the rest of the query holds', t => {
	const timeline = timelineOf([{user: 'dana'}, {user: 'Eve'}]);
	const selection = decided(timeline, {facets: {user: {include: ['Eve'], exclude: []}}, keywords: ['"never closed']} as unknown as Query);
	t.deepEqual(shownRows(timeline, selection), [1]);
	t.deepEqual(selection.query.trouble, {sentence: 'This quote is never closed', column: 0});
});

test('a row whose text does not fit is neither shown nor counted, also after it changed', t => {
	const timeline = timelineOf([{user: 'dana'}, {user: 'dana'}]);
	const selection = new Selection(timeline.store, timeline.columns, compileQuery({facets: {}, keywords: ['anything']}, timeline.columns));
	const batch = selection.nextBatch();
	t.deepEqual(selection.rowsForText(batch), [0, 1]);
	selection.failText(batch, 1);
	selection.take(batch);
	selection.giveBack(1);
	timeline.amend(1, {...timeline.events[1]!, user: 'Eve'});
	const again = selection.nextBatch();
	t.deepEqual(selection.rowsForText(again), [1]);
	selection.take(again);
	selection.arrange();
	t.deepEqual(shownRows(timeline, selection), [0, 1]);
	t.deepEqual(countedBy(timeline, selection, everything, 'user'), new Map([['Eve', 1], ['dana', 1]]));
});

test('a row that changes while its batch is being judged is decided again', t => {
	const timeline = timelineOf([{user: 'dana'}, {user: 'dana'}]);
	const query = {facets: {user: {include: ['dana'], exclude: []}}} as unknown as Query;
	const selection = new Selection(timeline.store, timeline.columns, compileQuery(query, timeline.columns));
	const batch = selection.nextBatch();
	selection.giveBack(1);
	timeline.amend(1, {...timeline.events[1]!, user: 'Eve'});
	selection.take(batch);
	t.false(selection.isDecidedUpTo(2));
	decide(timeline, selection);
	t.deepEqual(shownRows(timeline, selection), [0]);
	t.deepEqual(countedBy(timeline, selection, query, 'user'), new Map([['Eve', 1], ['dana', 1]]));
});

test('positions are arranged a few at a time', t => {
	const timeline = timelineOf(Array.from({length: 100}, () => ({})));
	const selection = new Selection(timeline.store, timeline.columns, compileQuery(everything, timeline.columns));
	selection.take(selection.nextBatch());
	t.false(selection.arrange(60));
	t.true(selection.arrange(60));
	t.is(selection.shownEvents, 100);
});

test('arranging comes to its end although rows far from it were never decided, and finds them later', t => {
	const timeline = timelineOf(Array.from({length: 100}, (_, index) => ({micros: index * 2})));
	const selection = new Selection(timeline.store, timeline.columns, compileQuery(everything, timeline.columns));
	selection.take(selection.nextBatch());
	timeline.append({...nothing, micros: 21});
	const ends = Array.from({length: 11}, () => selection.arrange(10));
	t.true(ends.at(-1));
	t.is(selection.shownEvents, 100);
	decide(timeline, selection);
	t.deepEqual(shownRows(timeline, selection), timeline.rowsInTime());
});

function take(taken: Step, timeline: TestTimeline, selection: Selection): void {
	if (taken.type === 'append') {
		for (const event of taken.events) {
			timeline.append(event);
		}
	} else if (taken.type === 'decide') {
		decide(timeline, selection);
	} else if (timeline.events.length > 0) {
		const row = taken.pick % timeline.events.length;
		selection.giveBack(row);
		timeline.amend(row, taken.event);
	}
}

const shownRows = ({store}: TestTimeline, {positions: {all}}: Selection): number[] => Array.from({length: all.ones}, (_, index) => store.order.rowAt(all.select(index)));

function countedBy({columns}: TestTimeline, {tally}: Selection, query: Query, field: FacetField): Map<string, number> {
	const {values} = countFacet({field, limit: Infinity}, {tally, columns, query});
	return inOrder(values.filter(({count}) => count > 0).map(({value, count}) => [value, count]));
}
