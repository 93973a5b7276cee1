import {Buffer} from 'node:buffer';
import test from 'ava';
import {isoTime} from '../../source/domain/time.ts';
import type {EventDetails} from '../../source/engine/engine.ts';
import {everything, facetFields, type Query} from '../../source/query/query.ts';
import {auditLine, logFolder, openEngine, openRead, pageOf, until} from './logs.ts';

const audit = [
	auditLine('08:50:00,100', 'Login: user=support'),
	auditLine('08:50:01,200', 'User creation: user=svc-backup role=ADMIN'),
	auditLine('08:50:02,300', 'Password reset: userName=dana.admin'),
].join('');
const older = auditLine('08:40:00,000', 'Login: user=dana.admin');
const timeline = JSON.stringify({timestamp: 1_772_527_801_500, type: 'ALERT_REPORTED', title: 'Alert Detected', severity: 'ALERT', owner: null, content: 'Device 10.2.1.77 scans 10.2.1.14'}) + '\n';

test('rotated files and another log are one timeline', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	await logs.write('audit.log.1', older);
	await logs.write('timeline.jsonl', timeline);
	const engine = await openRead(t, {paths: [logs.path('audit.log'), logs.path('timeline.jsonl')]});
	const page = await pageOf(engine);
	t.deepEqual(page.rows.map(({action, generationOrdinal, source}) => `${source}.${generationOrdinal} ${action}`), ['0.1 login', '0.2 login', '0.2 user-created', '1.1 alert-raised', '0.2 password-reset']);
	t.is(page.totalEvents, 5);
	t.is(page.matchedEvents, 5);
	t.is(page.anchorIndex, 4);
	t.is(page.firstMicros, Date.parse('2026-03-03T08:40:00Z') * 1000);
});

test('filters, counts and histogram agree', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	await logs.write('timeline.jsonl', timeline);
	const engine = await openRead(t, {paths: [logs.path('audit.log'), logs.path('timeline.jsonl')]});
	const query: Query = {facets: {}, userOperations: 'exact'};
	const page = await pageOf(engine, {query});
	const {counts} = await engine.histogram({query, buckets: 5});
	const {facets, severities, userOperations} = await engine.facets({query, fields: facetFields.map(field => ({field, limit: 50}))});
	t.is(page.matchedEvents, 3);
	t.is(counts.reduce((sum, count) => sum + count, 0), 3);
	t.deepEqual(facets.find(({field}) => field === 'action')!.values.map(({value, count}) => `${value} ${count}`), ['login 1', 'password-reset 1', 'user-created 1']);
	t.deepEqual(facets.find(({field}) => field === 'source')!.values.map(({value}): string => value), [logs.path('audit.log')]);
	t.is(severities.info, 3);
	t.deepEqual(userOperations, {exact: 3, human: 3});
});

test('what is new since a time is told by what was before it', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit + auditLine('08:52:00,000', 'Login: user=support') + auditLine('08:53:00,000', 'Login: user=eve'));
	const engine = await openRead(t, {paths: [logs.path('audit.log')]});
	const query: Query = {facets: {}, sinceMicros: Date.parse('2026-03-03T08:51:00Z') * 1000};
	const {answers, matchedEvents} = await engine.groups({query, zone: 'UTC', wanted: [{by: ['user'], of: 'events', isNamed: true, limit: 5}, {by: ['user'], of: 'events', isNamed: true, isNew: true, limit: 5}]});
	t.deepEqual(answers.map(({groups}) => groups.map(({values}) => values[0] as string)), [['eve', 'support'], ['eve']]);
	t.is(matchedEvents, 2);
});

test('details give the record byte for byte, what is no UTF-8 included, and where it lies', async t => {
	const logs = await logFolder(t);
	const line = Buffer.concat([Buffer.from(auditLine('08:50:00,100', 'Login: user=')).subarray(0, -1), Buffer.from([0xFF, 0x1B, 0x5B])]);
	await logs.write('audit.log', Buffer.concat([Buffer.from(older), line, Buffer.from('\n')]));
	const engine = await openRead(t, {paths: [logs.path('audit.log')]});
	const {rows} = await pageOf(engine);
	const details = await engine.details({event: rows[1]!.id});
	t.deepEqual(Buffer.from(details?.raw ?? []), line);
	t.is(details?.row.offsetBytes, older.length);
	t.is(details?.row.user as string, '\u{DCFF}\u{1B}[');
	t.is(details?.generationPath as string, logs.path('audit.log'));
	t.is(await engine.details({event: 999}), undefined);
});

test('a line appended to a followed log is told and shown', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	const engine = await openRead(t, {paths: [logs.path('audit.log')], isFollowing: true});
	await pageOf(engine);
	await logs.append('audit.log', auditLine('08:51:00,000', 'Uploaded TI package'));
	await until(engine, async () => {
		const {rows} = await pageOf(engine);
		return rows.at(-1)?.action === 'ti-package-uploaded';
	});
	const {totalEvents} = await pageOf(engine);
	t.is(totalEvents, 4);
});

test('a line without its end is shown as such, and stays one event when its end comes', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit + auditLine('08:52:00,000', 'Login: user=dana').slice(0, -3));
	const engine = await openEngine(t, {paths: [logs.path('audit.log')], isFollowing: true});
	await until(engine, async () => {
		const {rows} = await pageOf(engine);
		return rows.at(-1)?.isProvisional === true;
	});
	const before = await pageOf(engine, {query: {facets: {}, keywords: ['user:da']}});
	t.deepEqual(before.rows.map(({user}) => user as string | undefined), ['da']);
	await logs.append('audit.log', 'na\n');
	await until(engine, async () => {
		const {rows} = await pageOf(engine);
		return rows.at(-1)?.isProvisional === false;
	});
	const {rows, totalEvents} = await pageOf(engine, {query: {facets: {}, keywords: ['user:da']}});
	t.deepEqual(rows.map(({id, user}) => `${id} ${user}`), [`${before.rows[0]!.id} dana`]);
	t.is(totalEvents, 4);
});

test('a list on one line is its records though no newline ends it, and stays them when one comes', async t => {
	const logs = await logFolder(t);
	const login = (second: number) => JSON.stringify({timestamp: Date.UTC(2026, 2, 3, 8, 50, second), type: 'USER_LOGIN', title: 'Login', severity: 'INFO', content: 'a login', owner: `user${second}`});
	await logs.write('timeline.json', `[${login(2)},${login(1)}]`);
	const engine = await openEngine(t, {paths: [logs.path('timeline.json')], isFollowing: true});
	const users = async () => {
		const {rows} = await pageOf(engine);
		return rows.map(({user}) => user as string | undefined).join(' ');
	};

	await until(engine, async () => await users() === 'user1 user2');
	await logs.append('timeline.json', `\n${login(3)}\n`);
	await until(engine, async () => await users() === 'user1 user2 user3');
	const {totalEvents} = await pageOf(engine);
	t.is(totalEvents, 3);
});

test('health tells formats, their share, and lines that none understood', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit + 'what is this\n');
	const engine = await openRead(t, {paths: [logs.path('audit.log')]});
	const {sources, isCaughtUp, readBytes, totalBytes} = await engine.health();
	t.true(isCaughtUp);
	t.is(readBytes, audit.length + 13);
	t.is(totalBytes, readBytes);
	t.is(sources[0]!.formats[0]!.format, 'console-audit');
	t.is(sources[0]!.events, 4);
	t.is(sources[0]!.unparsedLines, 1);
	t.is(sources[0]!.confidence, 0.75);
});

test('health tells what each file of a source turned out to be, and how the source is read', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	await logs.write('audit.log.1', 'what is this\n{"time":"2026-03-03T08:00:00Z","msg":"hi"}\n');
	const engine = await openRead(t, {paths: [logs.path('audit.log')], options: {zone: 'UTC'}, perSource: [{pattern: 'audit.*', option: 'year', options: {yearHint: 2025}}, {pattern: 'other', option: 'zone', options: {zone: '+02:00'}}]});
	const {sources} = await engine.health();
	const source = sources[0]!;
	t.deepEqual(source.options, {zone: 'UTC', yearHint: 2025});
	t.deepEqual(source.files.map(({generation, events, formats, confidence}) => ({generation, events, leading: formats[0]!.format, confidence})), [
		{generation: 1, events: 2, leading: 'json-lines', confidence: 0.5},
		{generation: 2, events: 3, leading: 'console-audit', confidence: 1},
	]);
});

test('a zone that is given for one source moves its times alone', async t => {
	const logs = await logFolder(t);
	await logs.write('north.log', '2026-03-03 08:00:00,000 [t] INFO  audit- Login: user=dana\n');
	await logs.write('south.log', '2026-03-03 08:00:00,000 [t] INFO  audit- Login: user=erin\n');
	const engine = await openRead(t, {paths: [logs.path('north.log'), logs.path('south.log')], perSource: [{pattern: 'south.log', option: 'zone', options: {zone: '-03:00', clockOffsetMs: 90_000}}]});
	const {rows} = await engine.page({query: {facets: {}}, anchor: {at: 'oldest'}, before: 0, after: 9, longestMessage: 0});
	t.deepEqual(rows.map(({user, time}) => `${user} ${isoTime(time)}`), ['dana 2026-03-03T08:00:00.000Z', 'erin 2026-03-03T11:01:30.000Z']);
});

test('everything read is tailed once in the order of time, a batch at a time', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	await logs.write('audit.log.1', older);
	const engine = await openEngine(t, {paths: [logs.path('audit.log')]});
	const batches: Array<readonly EventDetails[]> = [];
	await engine.tail({query: {facets: {}, keywords: ['-reset']}, order: 'time', batch: 2}, async batch => {
		batches.push(batch);
	});
	t.deepEqual(batches.map(batch => batch.map(({row}) => row.action)), [['login', 'login'], ['user-created']]);
	t.is(Buffer.from(batches[0]![0]!.raw!).toString(), older.trimEnd());
});

test('lines of a followed log are tailed as they come, until nobody wants them any more', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	const engine = await openEngine(t, {paths: [logs.path('audit.log')], isFollowing: true});
	const enough = new AbortController();
	const actions: string[] = [];
	await engine.tail({query: everything, order: 'arrival', batch: 10, signal: enough.signal}, async batch => {
		actions.push(...batch.map(({row}) => row.action));
		if (actions.length === 3) {
			await logs.append('audit.log', auditLine('08:00:00,000', 'Uploaded TI package'));
		} else if (actions.length === 4) {
			enough.abort();
		}
	});
	t.deepEqual(actions, ['login', 'user-created', 'password-reset', 'ti-package-uploaded']);
});

test('a tail whose reader fails, fails with the reader\'s error', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	const engine = await openEngine(t, {paths: [logs.path('audit.log')]});
	await t.throwsAsync(engine.tail({query: everything, order: 'time', batch: 1}, async () => {
		throw new Error('EPIPE');
	}), {message: 'EPIPE'});
});

test('a request after closing fails and says so', async t => {
	const logs = await logFolder(t);
	await logs.write('audit.log', audit);
	const engine = await openEngine(t, {paths: [logs.path('audit.log')]});
	await engine.close();
	await t.throwsAsync(pageOf(engine), {message: 'The engine was closed'});
});
