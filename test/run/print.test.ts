import {Buffer} from 'node:buffer';
import {spawnSync} from 'node:child_process';
import {closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {actions} from '../../source/domain/actions.ts';
import {copiedFixtures, ledgerline, temporaryFolder} from './program.ts';

const distinct = (events: ReadonlyArray<Readonly<Record<string, unknown>>>, key: string): string[] => [...new Set(events.map(event => String(event[key])))].toSorted();

const auditLog = (t: Parameters<typeof copiedFixtures>[0]) => path.join(copiedFixtures(t, 'console-audit'), 'mgmt-audit.log');

test('the console audit log gives 32 events of all eleven actions in time order, both generations', async t => {
	const {events, stderr, exitCode} = await ledgerline(['print', '--output', 'jsonl', auditLog(t)]);
	t.is(stderr, '');
	t.is(exitCode, 0);
	t.is(events.length, 32);
	t.deepEqual(distinct(events, 'action'), actions.filter(row => 'isAudited' in row).map(row => row.id as string).toSorted());
	t.deepEqual(distinct(events, 'generation'), ['1', '2']);
	const times = events.map(event => event.time as string);
	t.deepEqual(times, times.toSorted());
});

test('an event has its fields, and its source by the path that was given', async t => {
	const log = auditLog(t);
	const {events} = await ledgerline(['print', '--output', 'jsonl', '--action', 'Exclusion rules: editing', log]);
	t.deepEqual(events, [{
		kind: 'event',
		time: '2026-03-03T08:55:12.096Z',
		source: log,
		generation: 1,
		offset: events[0]!.offset,
		format: 'console-audit',
		category: 'user-operation',
		action: 'exclusion-edited',
		type: 'Exclusion rules-Editing',
		severity: 'info',
		severityWord: 'INFO',
		message: 'Exclusion rules-Editing: ruleId=9 summary="Backup window; sensors=plant-north,plant-south; time=01:00-03:30"',
		fields: {
			sourceAction: 'Exclusion rules-Editing',
			ruleId: '9',
			summary: 'Backup window; sensors=plant-north,plant-south; time=01:00-03:30',
			thread: 'http-nio-0.0.0.0-9090-exec-9',
		},
		raw: '2026-03-03 08:55:12,096 [http-nio-0.0.0.0-9090-exec-9] INFO  audit- Exclusion rules-Editing: ruleId=9 summary="Backup window; sensors=plant-north,plant-south; time=01:00-03:30"',
	}]);
});

test('raw output of one log is its generations one after the other, byte for byte', async t => {
	const log = auditLog(t);
	const {stdout} = await ledgerline(['print', '--output', 'raw', log]);
	t.deepEqual(Buffer.from(stdout), Buffer.concat([readFileSync(`${log}.1`), readFileSync(log)]));
});

test('logs of several sources are one timeline', async t => {
	const folders = ['console-audit', 'sensor-timeline', 'syslog'].map(fixtures => copiedFixtures(t, fixtures));
	const {events} = await ledgerline(['print', '--output', 'jsonl', '--until', '2026-03-04', path.join(folders[0]!, 'mgmt-audit.log'), path.join(folders[1]!, 'sensor-timeline.jsonl'), path.join(folders[2]!, 'auth.log')]);
	const times = events.map(event => Date.parse(event.time as string));
	t.deepEqual(times, times.toSorted((a, b) => a - b));
	t.is(distinct(events, 'source').length, 3);
});

for (const [words, count] of [
	[['--user', 'dana.admin'], 2],
	[['--user', 'dana.admin', '--user', 'cyberx'], 3],
	[['--not-action', 'login'], 23],
	[['--action', 'login', '--not-user', 'dana.admin'], 7],
	[['--since', '2026-03-03 09:05:00'], 12],
	[['--since', '2026-03-03 09:05:00', '--zone', 'Europe/Berlin'], 12],
	[['--since', '2026-03-03T09:05:00Z', '--zone', 'Europe/Berlin'], 0],
	[['--until', '2026-03-03 08:51'], 2],
	[['--severity', 'notice'], 0],
	[['--user-operations'], 32],
	[['--search', 'backup window'], 2],
	[['--search', '-login', '--search', 'dana'], 2],
	[['--source', 'mgmt-audit.log'], 32],
	[['--not-source', 'mgmt-audit.log'], 0],
	[['--format-is', 'syslog'], 0],
] as const) {
	test(`${words.join(' ')} shows ${count} of the 32 events`, async t => {
		const {text, exitCode, stderr} = await ledgerline(['print', ...words, auditLog(t)]);
		t.is(stderr, '');
		t.is(text.split('\n').length - 1, count);
		t.is(exitCode, 0);
	});
}

test('without a command and without a terminal it prints', async t => {
	const log = auditLog(t);
	const [printed, opened] = await Promise.all([ledgerline(['print', log]), ledgerline([log])]);
	t.is(opened.text, printed.text);
	t.is(opened.text.split('\n').length - 1, 32);
});

test('without a command and into a file, as by nohup, it prints what is there and points to what goes on', t => {
	const log = auditLog(t);
	const kept = path.join(path.dirname(log), 'nohup.out');
	for (const [words, stderr] of [
		[[], 'ledgerline: what was there is written, and that is all: `ledgerline print --follow` goes on with what comes\n'],
		[['print'], ''],
	] as const) {
		const output = openSync(kept, 'w');
		const ended = spawnSync(process.execPath, [path.resolve('dist/ledgerline.js'), ...words, log], {stdio: ['ignore', output, 'pipe'], encoding: 'utf8'});
		closeSync(output);
		t.like(ended, {status: 0, stderr});
		t.is(readFileSync(kept, 'utf8').split('\n').length - 1, 32);
	}
});

test('CSV output has a header and one row an event', async t => {
	const {text} = await ledgerline(['print', '--output', 'csv', '--action', 'password-reset', auditLog(t)]);
	t.deepEqual(text.trim().split('\r\n').map(line => line.split(',').slice(0, 2)), [['kind', 'time'], ['event', '2026-03-03T08:57:13.507Z'], ['event', '2026-03-03T09:06:52.562Z']]);
});

test('a log of a hostile writer reaches no terminal as it is: text output is printable, line by line', async t => {
	const log = path.join(copiedFixtures(t, 'console-audit'), 'hostile-audit.log');
	const {text, exitCode} = await ledgerline(['print', log]);
	t.is(exitCode, 0);
	t.notRegex(text.replaceAll('\n', ''), /[\p{Control}\p{Format}]/u);
});

test('stats counts what print shows, and names what could not be read', async t => {
	const folder = copiedFixtures(t, 'console-audit');
	const {text, stderr, exitCode} = await ledgerline(['stats', '--since', '2026-03-03 09:05', 'mgmt-audit.log', 'nowhere.log'], {cwd: folder});
	const counted = JSON.parse(text) as Record<string, unknown>;
	t.like(counted, {
		events: 12,
		timeRange: {first: '2026-03-03T09:05:00.740Z', last: '2026-03-03T09:11:40.247Z'},
		severities: {info: 12},
		categories: {'user-operation': 12},
		formats: {'console-audit': 12},
		unparsedLines: 0,
		generations: 2,
		holes: 0,
		faults: [],
	});
	t.is(Object.values(counted.actions as Record<string, number>).reduce((sum, count) => sum + count), 12);
	t.is(stderr, 'ledgerline: there is no file \'nowhere.log\'\n');
	t.is(exitCode, 1);
});

test('stats counts devices, and the holes that only the records tell of', async t => {
	const records = [3001, 3002, 3007].map(serial => `type=USER_LOGIN msg=audit(1772527805.341:${serial}): pid=1 uid=0 auid=0 ses=1 msg='op=login acct="ann" addr=10.20.0.15 res=success'\n`);
	const {text, exitCode} = await ledgerline(['stats', 'audit.log'], {cwd: temporaryFolder(t, {'audit.log': records.join('')})});
	t.like(JSON.parse(text), {events: 3, devices: {'10.20.0.15': 3}, holes: 1});
	t.is(exitCode, 0);
});

test('doctor says what the terminal can do and which logs can be read', async t => {
	const folder = temporaryFolder(t, {'a.log': '2026-03-03 09:06:00,151 [x] INFO  audit- Login: user=ann\n'});
	const {text, exitCode} = await ledgerline(['doctor', 'a.log', 'b.log'], {cwd: folder, environment: [['LANG', 'C.UTF-8']]});
	t.is(exitCode, 0);
	t.regex(text, /^ +plain lines only +true +output is not a terminal$/m);
	t.regex(text, /^ +Unicode +true +LANG=C\.UTF-8$/m);
	t.regex(text, /^ +a\.log +1 file +console-audit 100 % +UTC +readable, watched$/m);
	t.regex(text, /^ +b\.log +0 files +- +UTC +waiting for b\.log$/m);
});

test('doctor looks into the folders inside a folder, once told to', async t => {
	const folder = temporaryFolder(t, {'a.log': '2026-03-03 09:06:00,151 [x] INFO  audit- Login: user=ann\n'});
	mkdirSync(path.join(folder, 'case/sensor'), {recursive: true});
	renameSync(path.join(folder, 'a.log'), path.join(folder, 'case/sensor/a.log'));
	const advised = await ledgerline(['doctor', 'case'], {cwd: folder});
	t.regex(advised.text, /add --recursive/v);
	const looked = await ledgerline(['doctor', '--recursive', 'case'], {cwd: folder});
	t.regex(looked.text, /^ +case\/sensor\/a\.log +1 file +console-audit/mv);
});

test('doctor names the variables that make Node itself write or load files', async t => {
	const folder = temporaryFolder(t, {'a.log': '2026-03-03 09:06:00,151 [x] INFO  audit- Login: user=ann\n'});
	const {text} = await ledgerline(['doctor', 'a.log'], {cwd: folder, environment: [['NODE_COMPILE_CACHE', `${folder}/cache`], ['NODE_OPTIONS', '']]});
	t.regex(text, /^ +NODE_COMPILE_CACHE +\/\S+\/cache +writes compiled code into that folder; env -u NODE_COMPILE_CACHE leaves it out$/m);
	t.notRegex(text, /NODE_OPTIONS/);
});

const plantMap = `groups:
  - name: Plant
    members: [10.2.0.0/16]
  - name: Laptops
    members: [10.2.1.40]
`;

const fromAddresses = ['10.2.1.40', '10.2.9.9', '192.168.0.1'].map((address, at) => `Mar  3 09:0${at}:00 sensor sshd[7]: Accepted password for ann${at} from ${address} port 1 ssh2\n`).join('');

for (const [words, users] of [
	[['--group', 'plant'], ['ann0', 'ann1']],
	[['--group', 'Plant', '--not-group', 'Laptops'], ['ann1']],
	[['--group', 'Plant', '--group', ''], ['ann0', 'ann1', 'ann2']],
	[['--not-group', 'Plant'], ['ann2']],
	[['--query', 'group=Laptops'], ['ann0']],
	[['--search', 'group:lap'], ['ann0']],
] as const) {
	test(`device groups: ${words.join(' ')}`, async t => {
		const folder = temporaryFolder(t, {'auth.log': fromAddresses, 'plant.yaml': plantMap});
		const {events, exitCode} = await ledgerline(['print', '--output', 'jsonl', '--year', '2026', '--devices', 'plant.yaml', ...words, 'auth.log'], {cwd: folder});
		t.is(exitCode, 0);
		t.deepEqual(events.map(event => event.user), [...users]);
	});
}

test('a device map, layouts and formats that lie among the logs are not read as logs, and that is said', async t => {
	const folder = temporaryFolder(t, {'auth.log': fromAddresses, 'plant.yaml': plantMap, 'layouts.yaml': 'layouts: []\n', 'own.json': '{}\n', 'mine.yaml': 'zone: UTC\n'});
	const {events, stderr} = await ledgerline(['print', '--output', 'jsonl', '--devices', './plant.yaml', '--layouts', 'layouts.yaml', '--formats', 'own.json', '--config', 'mine.yaml', folder], {cwd: folder});
	t.deepEqual(distinct(events, 'source'), [path.join(folder, 'auth.log')]);
	const named = stderr.matchAll(/\/(?<name>[a-z]+\.\w+) is left out: it holds settings of this run/gv).map(found => found.groups!.name!).toArray();
	t.deepEqual(new Set(named), new Set(['layouts.yaml', 'mine.yaml', 'own.json', 'plant.yaml']));
});

for (const [words, sentence] of [
	[['--group', 'Plant'], 'ledgerline: there are no device groups: --devices FILE names the map that tells them\n'],
	[['--devices', 'plant.yaml', '--group', 'Plamt'], 'ledgerline: there is no device group \'Plamt\'; did you mean \'Plant\'?\n'],
	[['--devices', 'nowhere.yaml'], 'ledgerline: the devices of \'nowhere.yaml\' cannot be read (there is no such file)\n'],
	[['--devices', 'wrong.yaml'], 'ledgerline: wrong.yaml, line 2: groups[1].members: must be a list of addresses, networks and host names; a map of devices holds groups, each with name and members, and devices, each with device and title\n'],
] as const) {
	test(`device groups that cannot be: ${words.join(' ')}`, async t => {
		const folder = temporaryFolder(t, {'auth.log': fromAddresses, 'plant.yaml': plantMap, 'wrong.yaml': 'groups:\n  - {name: a, members: 10.2.1.1}\n'});
		const {stderr, exitCode} = await ledgerline(['print', ...words, 'auth.log'], {cwd: folder});
		t.is(stderr, sentence);
		t.is(exitCode, 2);
	});
}

test('of a folder with others inside, those are named with the way to read them, and read by it', async t => {
	const folder = temporaryFolder(t);
	for (const sensor of ['sensor1', 'sensor2']) {
		mkdirSync(path.join(folder, sensor));
		writeFileSync(path.join(folder, sensor, 'auth.log'), `Mar  3 08:50:05 ${sensor} sshd[1]: Server listening on 10.2.1.14 port 22.\n`);
	}

	const plain = await ledgerline(['print', '--output', 'jsonl', folder]);
	t.is(plain.stdout.length, 0);
	t.true(plain.stderr.includes(`${folder}: 2 folders inside it are not read (sensor1, sensor2); name them too, or add --recursive.`));
	const {events, stderr, exitCode} = await ledgerline(['print', '--output', 'jsonl', '--recursive', folder]);
	t.deepEqual(distinct(events, 'host'), ['sensor1', 'sensor2']);
	t.is(stderr, '');
	t.is(exitCode, 0);
});
