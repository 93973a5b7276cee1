import test from 'ava';
import {mostFuzzyEvents} from '../../source/domain/limits.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {everything} from '../../source/query/query.ts';
import {auditLine, logFolder, openRead, pageOf} from './logs.ts';

const users = ['dana.admin', 'support', 'cyberx_host', 'eve', 'dana.admin', 'support'];
const audit = users.map((user, index) => auditLine(`08:50:0${index},000`, `Login: user=${user}`)).join('');
const newest = {at: 'newest'} as const;

async function openAudit(t: Parameters<typeof logFolder>[0], content = audit) {
	const logs = await logFolder(t);
	await logs.write('audit.log', content);
	return openRead(t, {paths: [logs.path('audit.log')]}, openEngineHere());
}

for (const [search, hits] of [
	['dnadm', 2],
	['cybrx', 1],
	['dana lgin', 2],
	['lgin', 6],
	['DANADMIN', 2],
	['supprt eve', 0],
	['zzz', 0],
] as const) {
	test(`fuzzy hits of '${search}'`, async t => {
		const engine = await openAudit(t);
		const answer = await engine.find({query: everything, search, isFuzzy: true, from: newest, direction: 'here'});
		t.is(answer.hits, hits);
		t.true(answer.isComplete);
		t.is(answer.strip.reduce((sum, count) => sum + count, 0), hits);
	});
}

test('fuzzy hits are walked in both directions, among what the query shows', async t => {
	const engine = await openAudit(t);
	const ask = {query: {facets: {}, keywords: ['-support']}, search: 'dnad', isFuzzy: true} as const;
	const last = await engine.find({...ask, from: newest, direction: 'here'});
	t.deepEqual(last.hit, {event: 4, number: 2, hasWrapped: false});
	const before = await engine.find({...ask, from: {at: 'event', event: 4}, direction: 'previous'});
	t.deepEqual(before.hit, {event: 0, number: 1, hasWrapped: false});
	const round = await engine.find({...ask, from: {at: 'event', event: 4}, direction: 'next'});
	t.deepEqual(round.hit, {event: 0, number: 1, hasWrapped: true});
});

test('the letters of a fuzzy search are marked in the rows', async t => {
	const engine = await openAudit(t);
	const {rows} = await pageOf(engine, {search: 'cybho', isFuzzy: true});
	t.deepEqual(rows.map(({isHit}) => isHit), [false, false, true, false, false, false]);
	t.deepEqual(rows[2]!.hits.filter(({field}) => field === 'user'), [{field: 'user', start: 0, end: 3}, {field: 'user', start: 7, end: 9}]);
});

test('rows around fuzzy hits are shown whatever the filters hide', async t => {
	const engine = await openAudit(t);
	const {rows} = await pageOf(engine, {query: {facets: {}, keywords: ['dana']}, search: 'dnad', isFuzzy: true, context: 1});
	t.deepEqual(rows.map(({id, isContext = false}) => [id, isContext]), [[0, false], [1, true], [3, true], [4, false], [5, true]]);
});

test('a fuzzy search looks at the newest events alone, and at those that come later', async t => {
	const logs = await logFolder(t);
	const clock = (index: number) => new Date(index * 1000).toISOString().slice(11, 19);
	await logs.write('audit.log', Array.from({length: mostFuzzyEvents + 3}, (_, index) => auditLine(`${clock(index)},000`, `Login: user=${index % 2 === 0 ? 'dana' : 'eve'}`)).join(''));
	const engine = await openRead(t, {paths: [logs.path('audit.log')]}, openEngineHere());
	const {hits, isComplete} = await engine.find({query: everything, search: 'dna', isFuzzy: true, from: newest, direction: 'here'});
	t.true(isComplete);
	t.is(hits, mostFuzzyEvents / 2);
	const {rows} = await pageOf(engine, {anchor: {at: 'oldest'}, before: 0, after: 4, search: 'dna', isFuzzy: true});
	t.deepEqual(rows.map(({isHit}) => isHit), [false, false, false, false, true]);
});

test('a newer fuzzy search takes the place of one still running', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	// In the thread of the caller: from another one the first may have ended before the second arrives.
	const engine = await openRead(t, {paths: [logs.path('audit.log')]}, openEngineHere());
	const ask = {query: everything, isFuzzy: true, from: newest, direction: 'here'} as const;
	const [first, second] = await Promise.all([engine.find({...ask, search: 'd'}), engine.find({...ask, search: 'dn'})]);
	t.false(first.isComplete);
	t.is(second.hits, 2);
});
