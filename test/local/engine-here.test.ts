import {Buffer} from 'node:buffer';
import test from 'ava';
import type {Foreign} from '../../source/domain/foreign.ts';
import type {Engine, EventDetails, TailRequest} from '../../source/engine/engine.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {openLocalEngine} from '../../source/local/local-engine.ts';
import {everything} from '../../source/query/query.ts';
import {auditLine, logFolder, pageOf, until} from './logs.ts';

const lines = [
	auditLine('08:50:00,100', 'Login: user=support'),
	'java.lang.IllegalStateException: no such user\n',
	'\tat com.example.Users.find(Users.java:7)\n',
	auditLine('08:50:01,200', 'User creation: user=svc-backup role=ADMIN'),
	auditLine('08:49:59,000', 'Password reset: userName=dana.admin'),
].join('');

async function tailOf(engine: Engine, path: string, request: Partial<TailRequest> = {}): Promise<Array<readonly EventDetails[]>> {
	await engine.open({paths: [path], isFollowing: false, options: {}});
	const batches: Array<readonly EventDetails[]> = [];
	await engine.tail({query: everything, order: 'time', batch: 100, ...request}, batch => {
		batches.push(batch);
	});
	await engine.close();
	return batches;
}

const plain = (batches: Array<readonly EventDetails[]>) => batches.flat().map(({raw, ...rest}) => ({...rest, raw: raw && Buffer.from(raw).toString()}));

test('an engine in the caller\'s thread tells what one in a thread of its own tells', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', lines);
	const here = await tailOf(openEngineHere(), logs.path('audit.log'));
	const there = await tailOf(openLocalEngine(), logs.path('audit.log'));
	t.is(here.flat().length, 5);
	t.deepEqual(plain(here), plain(there));
});

test('who wants raw bytes alone gets the same bytes, and no record is read for more', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', lines);
	const all = await tailOf(openEngineHere(), logs.path('audit.log'));
	const raw = await tailOf(openEngineHere(), logs.path('audit.log'), {wants: 'raw'});
	t.deepEqual(plain(raw).map(event => event.raw), plain(all).map(event => event.raw));
	t.true(raw.flat().every(({fields, message}) => fields.length === 0 && message === ''));
});

test('who wants messages alone gets the same messages and nothing beside them', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', lines);
	const all = await tailOf(openEngineHere(), logs.path('audit.log'));
	const told = await tailOf(openEngineHere(), logs.path('audit.log'), {wants: 'message'});
	t.deepEqual(plain(told).map(({message}) => message), plain(all).map(({message}) => message));
	t.true(told.flat().every(({fields, raw}) => fields.length === 0 && raw === undefined));
});

test('long records come in smaller batches, so that memory stays flat', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', Array.from({length: 5}, (_, index) => auditLine(`08:50:0${index},000`, 'x'.repeat(300_000))).join(''));
	const batches = await tailOf(openEngineHere(), logs.path('audit.log'));
	t.deepEqual(batches.map(batch => batch.length), [1, 1, 1, 1, 1]);
});

test('an engine that was not opened, or was closed, says so', async t => {
	const engine = openEngineHere();
	await t.throwsAsync(engine.health(), {message: 'The engine is not open'});
});

test('of a large log the newest events are shown at once, and in the end all of them', async t => {
	const manyLines = Array.from({length: 60_000}, (_, line) => auditLine(`08:${String(Math.floor(line / 1000)).padStart(2, '0')}:00,${String(line % 1000).padStart(3, '0')}`, `Login: user=u${line}`));
	const folder = await logFolder(t);
	await folder.write('audit.log', manyLines.join(''));
	const engine = openEngineHere();
	t.teardown(async () => engine.close());
	await engine.open({paths: [folder.path('audit.log')], isFollowing: true, isNewestFirst: true, options: {}});
	const page = await pageOf(engine, {before: 3});
	t.deepEqual(page.rows.map(({user}) => user), ['u59996', 'u59997', 'u59998', 'u59999'] as Foreign[]);
	await until(engine, async () => {
		const {isCaughtUp} = await engine.health();
		return isCaughtUp;
	});
	const all = await pageOf(engine, {before: 3});
	t.is(all.totalEvents, 60_000);
	t.deepEqual(all.rows.map(({id, time, message}) => ({id, time, message})), page.rows.map(({id, time, message}) => ({id, time, message})));
});

test('of a record of many megabytes a page looks at the beginning, and its details tell all of it', async t => {
	const folder = await logFolder(t);
	const long = auditLine('08:50:00,000', `Login: user=dana ${'x'.repeat(3 * 1024 * 1024)}`);
	await folder.write('audit.log', long);
	const engine = openEngineHere();
	t.teardown(async () => engine.close());
	await engine.open({paths: [folder.path('audit.log')], isFollowing: false, options: {}});
	await until(engine, async () => {
		const {isCaughtUp} = await engine.health();
		return isCaughtUp;
	});
	const {rows} = await pageOf(engine, {longestMessage: 20});
	const row = rows[0];
	t.is(row!.user!.length, 1024);
	t.is(row!.message.length, 20);
	t.true(row!.messageLength <= 1024 * 1024);
	const details = await engine.details({event: row!.id});
	t.is(details!.raw!.length, long.length - 1);
	t.true(details!.message.length > 3 * 1024 * 1024);
});
