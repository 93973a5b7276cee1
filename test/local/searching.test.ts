import test from 'ava';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {openLocalEngine} from '../../source/local/local-engine.ts';
import {everything} from '../../source/query/query.ts';
import {auditLine, logFolder, openRead, pageOf} from './logs.ts';

const users = ['dana', 'support', 'dana', 'eve', 'Dana', 'support'];
const audit = users.map((user, index) => auditLine(`08:50:0${index},000`, `Login: user=${user}`)).join('');
/** Backtracks twice as long with every further letter; this many would take years. */
const catastrophic = String.raw`/(\w+\s?)+$x/`;
const bait = auditLine('08:51:00,000', `Login: user=${'a'.repeat(5000)}`);

async function openAudit(t: Parameters<typeof logFolder>[0], content = audit, engine = openEngineHere()) {
	const logs = await logFolder(t);
	await logs.write('audit.log', content);
	return openRead(t, {paths: [logs.path('audit.log')]}, engine);
}

const newest = {at: 'newest'} as const;

test('hits are counted and walked in both directions, round the ends', async t => {
	const engine = await openAudit(t);
	const ask = {query: everything, search: 'dana'};
	const {hits, isComplete} = await engine.find({...ask, from: newest, direction: 'here'});
	t.is(hits, 3);
	t.true(isComplete);
	for (const [from, direction, walked] of [
		[newest, 'here', {event: 4, number: 3, hasWrapped: false}],
		[{at: 'event', event: 4}, 'previous', {event: 2, number: 2, hasWrapped: false}],
		[{at: 'event', event: 4}, 'next', {event: 0, number: 1, hasWrapped: true}],
		[{at: 'event', event: 0}, 'previous', {event: 4, number: 3, hasWrapped: true}],
		[{at: 'event', event: 3}, 'here', {event: 2, number: 2, hasWrapped: false}],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- A newer search takes the place of one still running.
		const {hit} = await engine.find({...ask, from, direction});
		t.deepEqual(hit, walked);
	}
});

test('from before the first hit a search goes on to that one, and not round the end to the last', async t => {
	const engine = await openAudit(t);
	const ask = {query: everything, search: 'support', from: {at: 'event', event: 0}} as const;
	const {hit} = await engine.find({...ask, direction: 'here'});
	t.deepEqual(hit, {event: 1, number: 1, hasWrapped: false});
});

test('a search looks only at what the query shows, and the strip says where its hits lie', async t => {
	const engine = await openAudit(t);
	const {hits, strip} = await engine.find({query: {facets: {}, keywords: ['-user:Dana']}, search: 'dana', from: newest, direction: 'here'});
	t.is(hits, 2);
	t.is(strip.reduce((sum, count) => sum + count, 0), 2);
	t.is(strip[0], 1);
});

for (const [search, hits] of [
	['dana', 3],
	['Dana', 1],
	['/user=d/', 2],
	['/user=D/i', 3],
	['/^2026.*eve$/', 1],
	['login eve', 1],
	['-dana', 3],
	['"login: user=s"', 2],
	['nobody', 0],
	['', 0],
] as const) {
	test(`hits of '${search}'`, async t => {
		const engine = await openAudit(t);
		const answer = await engine.find({query: everything, search, from: newest, direction: 'here'});
		t.is(answer.hits, hits);
		t.is(answer.hit === undefined, hits === 0);
	});
}

test('a search that cannot be read finds nothing and says why', async t => {
	const engine = await openAudit(t);
	const answer = await engine.find({query: everything, search: 'user:"dana', from: newest, direction: 'here'});
	t.is(answer.hits, 0);
	t.deepEqual(answer.trouble, {sentence: 'This quote is never closed', column: 5});
});

test('rows of a page say whether and where a search finds them', async t => {
	const engine = await openAudit(t);
	const {rows} = await pageOf(engine, {search: String.raw`/us\w+/ dana`});
	t.deepEqual(rows.map(({isHit}) => isHit), [true, false, true, false, true, false]);
	t.deepEqual(rows[0]!.hits, [{field: 'message', start: 7, end: 11}, {field: 'message', start: 12, end: 16}, {field: 'user', start: 0, end: 4}]);
	t.deepEqual(rows[1]!.hits, []);
});

test('keywords filter by the text of records, and lines appended later as well', async t => {
	const engine = await openAudit(t);
	const {totalRows, rows} = await pageOf(engine, {query: {facets: {}, keywords: ['/=(dana|eve)$/']}});
	t.is(totalRows, 3);
	t.deepEqual(rows.map(({id}) => id), [0, 2, 3]);
});

test('a pattern that would run for ever is stopped, the answer says so, and the engine goes on', async t => {
	const engine = await openAudit(t, audit + bait);
	const searching = engine.find({query: everything, search: catastrophic, from: newest, direction: 'here'});
	const {totalRows} = await pageOf(engine);
	t.is(totalRows, 7);
	const answer = await searching;
	t.false(answer.isComplete);
	t.regex(answer.trouble!.sentence, /took too long .* and was stopped$/v);
	const after = await engine.find({query: everything, search: '/eve/', from: newest, direction: 'here'});
	t.is(after.hits, 1);
});

test('a keyword that would run for ever hides nothing', async t => {
	const engine = await openAudit(t, audit + bait);
	const page = await pageOf(engine, {query: {facets: {}, keywords: [catastrophic]}});
	t.is(page.totalRows, 7);
	t.regex(page.trouble!.sentence, /took too long .* and was stopped$/v);
	const {faults} = await engine.health();
	t.deepEqual(faults.map(({fault: {type}, count}) => [type, count]), [['search-stopped', 1]]);
});

// Alone, and in a thread of its own: what keeps the engine's thread busy would make a pattern late that only wants memory.
test.serial('a pattern that V8 has no room for in a large record is named, the record is shown, and the engine goes on', async t => {
	const engine = await openAudit(t, `${audit}2026-03-03 09:06:50,151 [exec-1] INFO  audit- ${'ab'.repeat(5_000_000)}\n`, openLocalEngine());
	const page = await pageOf(engine, {query: {facets: {}, keywords: ['/^(?:.|b)*=eve$/']}});
	t.is(page.totalRows, 2);
	t.regex(page.trouble!.sentence, /^\/\^\(\?:\.\|b\)\*=eve\$\/ needs more memory than it may have/v);
	const after = await engine.find({query: everything, search: '/eve/', from: newest, direction: 'here'});
	t.is(after.hits, 1);
});

test('a newer search takes the place of one still running in the engine\'s thread', async t => {
	const engine = await openAudit(t, audit + bait, openLocalEngine());
	const first = engine.find({query: everything, search: catastrophic, from: newest, direction: 'here'});
	const second = await engine.find({query: everything, search: 'eve', from: newest, direction: 'here'});
	t.is(second.hits, 1);
	const replaced = await first;
	t.false(replaced.isComplete);
});

test('a source is searched for by its path, and its newest event found', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	await logs.write('other.log', auditLine('08:40:00,000', 'Login: user=eve'));
	const engine = await openRead(t, {paths: [logs.path('audit.log'), logs.path('other.log')]}, openEngineHere());
	const answer = await engine.find({query: everything, search: `source:="${logs.path('other.log')}"`, from: newest, direction: 'here'});
	t.is(answer.hits, 1);
});
