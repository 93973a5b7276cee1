import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {hostname, userInfo} from 'node:os';
import path from 'node:path';
import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {applianceEngine} from '../view/appliance.ts';
import {temporaryFolder} from './program.ts';
import {lastNews} from './exported.ts';

test('a receipt lies beside the export: who, when, what was asked for, of which logs, what is missing, and the digest', async t => {
	const engine = applianceEngine();
	const folder = temporaryFolder(t);
	const file = path.join(folder, 'events.csv');
	await lastNews({engine, opened: engine.opened}, {path: file, query: {severityAtLeast: 'notice', facets: {user: {include: [], exclude: [foreignText('support')]}}}});
	const receipt = JSON.parse(readFileSync(`${file}.receipt.json`, 'utf8')) as {logs: ReadonlyArray<{path: string}>; missing: unknown};
	t.like(receipt, {
		ledgerline: 'receipt',
		file: 'events.csv',
		form: 'CSV',
		bytes: readFileSync(file).length,
		sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
		query: 'severity=notice user!=support',
		events: 12,
		holes: 1,
		exportedAt: '2026-03-03T09:10:00.000Z',
		exportedBy: userInfo().username,
		exportedOn: hostname(),
		areLogsReadToTheirEnd: true,
	});
	t.deepEqual(receipt.logs.map(log => log.path), engine.opened.sources.map<string>(source => source.path));
	t.like(receipt.missing, {length: 1, 0: {source: '/var/cyberx/logs/audit.log'}});
	t.is(statSync(`${file}.receipt.json`).mode & 0o777, 0o600);
});

test('a receipt holds the groups that the filters name, and which map told them', async t => {
	const engine = applianceEngine();
	const file = path.join(temporaryFolder(t), 'events.csv');
	const [line3, office] = [{name: foreignText('Line 3'), members: [foreignText('10.2.1.0/28')]}, {name: foreignText('Office'), members: [foreignText('10.20.0.0/16')]}];
	const text = 'groups: []\n';
	const devices = {groups: [line3, office], titles: [], file: {path: foreignText('/etc/plant.yaml'), text}};
	await lastNews({engine, opened: engine.opened, devices}, {path: file, query: {facets: {group: {include: [line3.name], exclude: []}}}});
	const receipt = JSON.parse(readFileSync(`${file}.receipt.json`, 'utf8')) as {query: string; deviceMap: unknown};
	t.is(receipt.query, 'group="Line 3"');
	t.deepEqual(receipt.deviceMap, {path: '/etc/plant.yaml', sha256: createHash('sha256').update(text).digest('hex'), groups: [line3]});
});

test('an export is not written where its receipt would replace another, or cannot lie', async t => {
	const engine = applianceEngine();
	const folder = temporaryFolder(t, {'events.csv.receipt.json': 'mine\n'});
	const file = path.join(folder, 'events.csv');
	t.deepEqual(await lastNews({engine, opened: engine.opened}, {path: file}), {type: 'question', sentence: 'has a receipt already'});
	t.deepEqual(readdirSync(folder), ['events.csv.receipt.json']);
	mkdirSync(path.join(folder, 'other.csv.receipt.json'));
	t.deepEqual(await lastNews({engine, opened: engine.opened}, {path: path.join(folder, 'other.csv')}), {type: 'unfit', sentence: 'cannot have its receipt beside it: other.csv.receipt.json is a folder, not a file'});
});

test('a folder of exports opens as their events: a receipt is no log, and what only is called like one is', async t => {
	const engine = applianceEngine();
	const folder = temporaryFolder(t, {'audit.receipt.json': '{"time": "2026-03-03T09:00:00Z", "message": "parcel taken in"}\n'});
	await lastNews({engine, opened: engine.opened}, {path: path.join(folder, 'events.jsonl')});
	const here = openEngineHere();
	const {sources, faults} = await here.open({paths: [folder], isFollowing: false, options: {}});
	t.deepEqual(sources.map(({path: file}) => path.basename(file)).toSorted(), ['audit.receipt.json', 'events.jsonl']);
	t.true(faults.some(({type, sentence}) => type === 'left-out' && sentence.includes('events.jsonl.receipt.json')));
	await here.close();
});
