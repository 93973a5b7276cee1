import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import {countFacet} from '../../source/query/facets.ts';
import {everything, type Query} from '../../source/query/query.ts';
import {decided, timelineOf} from './decided-timelines.ts';

test('the values listed are the first of all in their order, however few are asked for', t => {
	const users = fc.array(fc.constantFrom('dana', 'eve', 'Eve', 'svc-scan', 'root', '', 'm.ortiz', 'r.lind').map(user => ({user})), {maxLength: 40, size: 'max'});
	fc.assert(fc.property(users, fc.integer({min: 0, max: 9}), fc.constantFrom('', 'e', 'r'), (events, limit, narrow) => {
		const timeline = timelineOf(events);
		const {tally} = decided(timeline, everything);
		const facet = (most: number) => countFacet({field: 'user', limit: most, narrow}, {tally, columns: timeline.columns, query: everything});
		const all = facet(events.length + 1);
		t.deepEqual(facet(limit), {...all, values: all.values.slice(0, limit)});
		t.deepEqual(all.values, all.values.toSorted((a, b) => (b.count - a.count) || (a.value < b.value ? -1 : 1)));
		t.true(all.values.every(({value, count}) => count === events.filter(({user}) => foreignText(user) === value).length));
	}), {numRuns: 100});
});

test('a facet counts what each value would give, its own filter ignored', t => {
	const timeline = timelineOf([{user: 'dana', host: 'sensor-1'}, {user: 'Eve', host: 'sensor-1'}, {user: 'Eve', host: 'sensor-2'}]);
	const query = {facets: {user: {include: ['dana'], exclude: []}}} as unknown as Query;
	const selection = decided(timeline, query);
	t.deepEqual(countFacet({field: 'user', limit: 10}, {tally: selection.tally, columns: timeline.columns, query}).values.map(({value, count}) => `${value} ${count}`), ['Eve 2', 'dana 1']);
	t.deepEqual(countFacet({field: 'host', limit: 10}, {tally: selection.tally, columns: timeline.columns, query}).values.map(({value, count}) => `${value} ${count}`), ['sensor-1 1']);
});

test('a range of addresses that is filtered on stands in its facet with the events that name one of them', t => {
	const timeline = timelineOf([{devices: ['10.0.0.1']}, {devices: ['10.0.0.2', 'plc-7']}, {devices: ['10.0.1.9']}]);
	const query = {facets: {device: {include: ['10.0.0.0/24'], exclude: []}}} as unknown as Query;
	const {tally} = decided(timeline, query);
	const {values} = countFacet({field: 'device', limit: 10}, {tally, columns: timeline.columns, query});
	t.is(values.find(({value}) => value === '10.0.0.0/24')?.count, 2);
});

test('a facet is cut at its limit, tells how many values there are, and narrows as somebody types', t => {
	const timeline = timelineOf([{user: 'dana'}, {user: 'dana'}, {user: 'daniel'}, {user: 'eve'}]);
	const {tally} = decided(timeline, everything);
	const facet = (narrow: string, limit: number) => {
		const {values, distinct} = countFacet({field: 'user', limit, narrow}, {tally, columns: timeline.columns, query: everything});
		return {values: values.map(({value}): string => value), distinct};
	};

	t.deepEqual(facet('', 1), {values: ['dana'], distinct: 3});
	t.deepEqual(facet('dn', 9), {values: ['dana', 'daniel'], distinct: 2});
	t.deepEqual(facet('zz', 9), {values: [], distinct: 0});
});

test('a value that the query filters on is listed even when it would give nothing', t => {
	const timeline = timelineOf([{user: 'dana'}]);
	const query = {facets: {user: {include: [], exclude: ['eve']}}} as unknown as Query;
	t.deepEqual(countFacet({field: 'user', limit: 9}, {tally: decided(timeline, query).tally, columns: timeline.columns, query}).values.map(({value, count}) => `${value} ${count}`), ['dana 1', 'eve 0']);
});

test('users beyond those that are told apart are counted together, and no event is left out', t => {
	const timeline = timelineOf(Array.from({length: 65_600}, (_, number) => ({user: `user${number}`})));
	const {values} = countFacet({field: 'user', limit: Infinity}, {tally: decided(timeline, everything).tally, columns: timeline.columns, query: everything});
	const [first, ...rest] = values;
	t.is(first!.value, foreignText('(further values)'));
	t.true(first!.count > 1);
	t.is(first!.count + rest.length, 65_600);
	t.true(rest.every(({count}) => count === 1));
});
