import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import type {Follow} from '../../source/follow/follow-port.ts';
import {contextAround, ContextRows, mostHitsWithContext} from '../../source/local/context-rows.ts';
import {pageOf} from '../../source/local/pages.ts';
import {RecordReader} from '../../source/local/record-reader.ts';
import {compileQuery} from '../../source/query/compile.ts';
import type {Query} from '../../source/query/query.ts';
import {Selection} from '../../source/query/selection.ts';
import {type PlainEvent, plainEvent, TestTimeline} from '../query/timelines.ts';

const nothing = () => undefined;
const follow: Follow = {start: nothing, add: nothing, pause: nothing, resume: nothing, close: nothing, readBack: () => ({type: 'gone', reason: 'the file is held no longer'})};
const danaOnly = {facets: {user: {include: ['dana'], exclude: []}}} as unknown as Query;
const alertsOfDana: Query = {...danaOnly, severityAtLeast: 'alert'};

const someEvents = fc.array(plainEvent, {maxLength: 60});

test('rows around hits: every rank and select is that of a plain list', t => {
	fc.assert(fc.property(someEvents, fc.integer({min: 1, max: 6}), (events, lines) => {
		const {shown, hits, union, count} = around(events, lines);
		const rows = new ContextRows(shown, hits, lines);
		t.is(rows.ones, union.length);
		t.deepEqual(Array.from({length: rows.ones}, (_, index) => rows.select(index)), union);
		for (let position = 0; position < count; position++) {
			t.is(rows.has(position), union.includes(position));
			t.is(rows.rank(position), union.filter(other => other < position).length);
		}
	}), {numRuns: 300});
});

test('pages with rows around hits follow each other without a seam, and say what is there only for a hit and what is left out', t => {
	fc.assert(fc.property(someEvents, fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 9}), (events, lines, rowsPerPage) => {
		const {built, shown, hits, union, shownPositions} = around(events, lines);
		const {store, columns} = built;
		const timeline = {store, columns, generations: [], pathOf: () => foreignText(''), reader: new RecordReader(store, follow, [])};
		const told: string[] = [];
		for (let first = 0; first < union.length; first += rowsPerPage) {
			const page = pageOf(timeline, {selection: shown, isComplete: true, trouble: undefined, context: contextAround(shown, hits, lines)}, {
				query: danaOnly, anchor: {at: 'index', rowIndex: first}, before: 0, after: Math.min(rowsPerPage, union.length - first) - 1, longestMessage: 10,
			});
			t.is(page.firstIndex, first);
			t.deepEqual(page.context, {rows: union.length - shownPositions.length});
			told.push(...page.rows.map(({id, isContext = false, hiddenBefore = 0}) => `${id} ${isContext} ${hiddenBefore}`));
		}

		t.deepEqual(told, union.map((position, at) => `${store.order.rowAt(position)} ${!shownPositions.includes(position)} ${position - (union[at - 1] ?? -1) - 1}`));
	}), {numRuns: 200});
});

test('around very many hits nothing is added, and the page says how many are too many', t => {
	const {shown, hits} = around([], 3);
	hits.positions.all.padTo(1);
	for (let position = 0; position <= mostHitsWithContext; position++) {
		hits.positions.all.pushOneAt(position + 1);
	}

	t.is(contextAround(shown, hits, 3), 'too-many-hits');
});

function around(events: readonly PlainEvent[], lines: number) {
	const built = new TestTimeline();
	for (const event of events) {
		built.append(event);
	}

	const shown = decided(built, danaOnly);
	const hits = decided(built, alertsOfDana);
	const inTime = built.rowsInTime();
	const positionsOf = (isWanted: (event: PlainEvent) => boolean) => inTime.flatMap((row, position) => isWanted(events[row]!) ? [position] : []);
	const alerts = positionsOf(({isGap, user, severity}) => !isGap && user === 'dana' && severity === 3);
	const shownPositions = positionsOf(({isGap, user}) => isGap || user === 'dana');
	const union = inTime.map((_, position) => position).filter(position => shownPositions.includes(position) || alerts.some(hit => Math.abs(hit - position) <= lines));
	return {built, shown, hits, shownPositions, union, count: inTime.length};
}

function decided({store, columns}: TestTimeline, query: Query): Selection {
	const selection = new Selection(store, columns, compileQuery(query, columns));
	while (!selection.isDecidedUpTo(store.rowCount)) {
		selection.take(selection.nextBatch());
	}

	selection.arrange();
	return selection;
}
