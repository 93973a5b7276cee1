import test, {type ExecutionContext} from 'ava';
import type {Engine, FindRequest} from '../../source/engine/engine.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {everything} from '../../source/query/query.ts';
import {auditLine, logFolder, pageOf} from './logs.ts';

/** Enough that describing each of them takes many slices on any machine. */
const records = 40_000;

/** No column and no byte of a record can answer it before the record is described. */
const costly = 'role:admin';

async function openLong(t: ExecutionContext): Promise<Engine> {
	const logs = await logFolder(t);
	await logs.write('audit.log', auditLine('08:50:01,200', 'User creation: user=svc-backup role="ADMIN"').repeat(records));
	const engine = openEngineHere();
	t.teardown(async () => engine.close());
	await engine.open({paths: [logs.path('audit.log')], isFollowing: false, options: {}});
	await engine.tail({query: {facets: {}, keywords: ['action:none']}, order: 'time', batch: 1}, () => undefined);
	return engine;
}

const findIn = async (engine: Engine, search: string, context = 0) => {
	const request: FindRequest = {query: everything, search, from: {at: 'newest'}, direction: 'here', context};
	return engine.find(request);
};

test('a search that must describe every record lets others have their turn', async t => {
	const engine = await openLong(t);
	let turns = 0;
	let ping = setImmediate(function again() {
		turns++;
		ping = setImmediate(again);
	});
	const {hits, isComplete} = await findIn(engine, costly);
	clearImmediate(ping);
	t.true(isComplete);
	t.is(hits, records);
	t.true(turns >= 4, `${turns} turns`);
});

test('a search that must describe every record is given up for a newer one', async t => {
	const engine = await openLong(t);
	await pageOf(engine);
	const [given, newer] = await Promise.all([findIn(engine, costly), findIn(engine, 'action:login')]);
	t.false(given.isComplete);
	t.is(given.trouble?.sentence, 'A newer search took the place of this one');
	t.true(given.hits < records);
	t.true(newer.isComplete);
});

test('a search that was given up, and was to show rows around its hits, never stops the newer one', async t => {
	const engine = await openLong(t);
	await pageOf(engine);
	const [, newer] = await Promise.all([findIn(engine, costly, 3), findIn(engine, 'role:adm', 3)]);
	t.deepEqual([newer.trouble, newer.isComplete, newer.hits], [undefined, true, records]);
});
