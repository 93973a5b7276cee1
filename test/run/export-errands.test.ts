import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import type {Engine} from '../../source/engine/engine.ts';
import {notesLine} from '../../source/export/notes-file.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {likelyExportPath} from '../../source/run/export-errands.ts';
import {notesOptions} from '../../source/run/write-errands.ts';
import {inMemoryEngine} from '../in-memory-engine.ts';
import {applianceEngine} from '../view/appliance.ts';
import {copiedFixtures, ledgerline, temporaryFolder} from './program.ts';
import {smallDisk} from './small-disk.ts';
import {untilEvents, nowMs, lastNews} from './exported.ts';

for (const [suffix, output] of [['csv', 'csv'], ['jsonl', 'jsonl'], ['NDJSON', 'jsonl'], ['txt', 'text'], ['raw', 'raw']] as const) {
	test(`an export to .${suffix} holds the bytes that print writes as ${output} for the same filters`, async t => {
		const log = path.join(copiedFixtures(t, 'console-audit'), 'mgmt-audit.log');
		const file = path.join(temporaryFolder(t), `events.${suffix}`);
		const printed = await ledgerline(['print', '--output', output, '--not-user', 'support', log]);

		const engine = openEngineHere();
		const opened = await engine.open({paths: [log], isFollowing: false, options: {}});
		const query = {facets: {user: {include: [], exclude: [foreignText('support')]}}};
		t.like(await lastNews({engine, opened}, {path: file, query}), {type: 'over'});
		t.true(printed.stdout.length > 1000);
		t.is(Buffer.compare(readFileSync(file), printed.stdout), 0);
		await engine.close();
	});
}

for (const suffix of ['txt', 'raw']) {
	test(`an export to .${suffix} names a source that came after the start, such as the notes`, async t => {
		const folder = temporaryFolder(t, {
			'audit.log': '2026-03-03 09:00:00,000 [main] INFO audit - User dana logged in\n',
			'notes.jsonl': notesLine({kind: 'event', time: '2026-03-03T09:01:00.000Z', author: 'dana', text: 'cable pulled'}, 0),
			'late.log': '2026-03-03 09:02:00,000 [main] INFO audit - User ann logged in\n',
		});
		const engine = openEngineHere();
		const opened = await engine.open({paths: [path.join(folder, 'audit.log')], isFollowing: true, options: {}});
		await engine.follow({path: path.join(folder, 'notes.jsonl'), options: notesOptions});
		await engine.follow({path: path.join(folder, 'late.log'), options: {}});
		await untilEvents(engine, 3);

		const file = path.join(folder, `events.${suffix}`);
		const news = await lastNews({engine, opened}, {path: file});
		t.like(news, {type: 'over'});
		t.regex(news?.sentence ?? '', /^3 events written to .*; notes on events are in notes\.jsonl: hand on that too$/);
		const notes = readFileSync(path.join(folder, 'notes.jsonl'));
		const receipt = JSON.parse(readFileSync(`${file}.receipt.json`, 'utf8')) as {notes: unknown};
		t.deepEqual(receipt.notes, [{path: path.join(folder, 'notes.jsonl'), bytes: notes.length, sha256: createHash('sha256').update(notes).digest('hex')}]);
		const lines = readFileSync(file, 'utf8').trim().split('\n');
		const expected = suffix === 'txt' ? ['  audit.log  ', '  notes.jsonl  ', '  late.log  '] : ['dana logged in', 'cable pulled', 'ann logged in'];
		t.is(lines.length, expected.length);
		t.true(expected.every((part, at) => lines[at]!.includes(part)), lines.join('\n'));
		await engine.close();
	});
}

test('an export says how many events and holes it wrote, where, and in what form', async t => {
	const engine = applianceEngine();
	const file = path.join(temporaryFolder(t), 'events.jsonl');
	const news = await lastNews({engine, opened: engine.opened}, {path: file});
	t.regex(news?.sentence ?? '', /^21 events and 1 hole written to \/.*\/events\.jsonl \(JSON Lines, \d+ kB\); events\.jsonl\.receipt\.json is its receipt$/);
	t.is(readFileSync(file, 'utf8').trim().split('\n').length, 22);
});

test('a file that exists is asked about, and only a yes replaces it', async t => {
	const engine = applianceEngine();
	const folder = temporaryFolder(t, {'events.csv': 'mine\n'});
	const file = path.join(folder, 'events.csv');
	t.deepEqual(await lastNews({engine, opened: engine.opened}, {path: file}), {type: 'question', sentence: 'exists, 5 bytes'});
	t.is(readFileSync(file, 'utf8'), 'mine\n');
	t.like(await lastNews({engine, opened: engine.opened}, {path: file, mayReplace: true}), {type: 'over'});
	t.regex(readFileSync(file, 'utf8'), /^kind,time,/);
	t.deepEqual(readdirSync(folder).toSorted(), ['events.csv', 'events.csv.receipt.json']);
});

test('an export that is given up leaves nothing behind', async t => {
	const engine = applianceEngine();
	const folder = temporaryFolder(t);
	// This engine takes no notice: its events come although nobody wants them any more.
	const seen: string[] = [];
	const onProgress = (giveUp: () => void) => {
		seen.push(...readdirSync(folder));
		giveUp();
	};

	t.is(await lastNews({engine, opened: engine.opened, onProgress}, {path: path.join(folder, 'events.csv')}), undefined);
	while (readdirSync(folder).length > 0) {
		// eslint-disable-next-line no-await-in-loop -- waiting for a fact
		await new Promise(resolve => {
			setImmediate(resolve);
		});
	}

	t.regex(seen[0] ?? '', /\.events\.csv\..*\.part/);
});

test('an engine that fails midway leaves no half a file, and the reason is said', async t => {
	const engine = applianceEngine();
	const folder = temporaryFolder(t);
	const failing: Engine = {...engine, async tail() {
		throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
	}};
	const news = await lastNews({engine: failing, opened: engine.opened}, {path: path.join(folder, 'events.csv')});
	t.deepEqual(news, {type: 'over', sentence: `not exported: the disk of ${folder} is full`});
	t.deepEqual(readdirSync(folder), []);
});

test('the name offered says when, and lies in the current folder unless that one is watched', t => {
	const folder = temporaryFolder(t);
	const home = temporaryFolder(t);
	const places = {current: folder, home, temporary: '/tmp'};
	t.is(likelyExportPath({watched: () => ({files: [], folders: []}), places, nowMs}), 'ledgerline-20260303-091000.csv');
	t.is(likelyExportPath({watched: () => ({files: [], folders: [folder]}), places, nowMs}), path.join(home, 'ledgerline-20260303-091000.csv'));
});

test('a log is never written into, whatever is answered', async t => {
	const folder = temporaryFolder(t, {'audit.csv': 'time,user\n2026-03-03 09:00:00,ann\n'});
	const log = path.join(folder, 'audit.csv');
	const engine = openEngineHere();
	const opened = await engine.open({paths: [log], isFollowing: false, options: {}});
	t.like(await lastNews({engine, opened}, {path: log, mayReplace: true}), {type: 'unfit'});
	t.regex(readFileSync(log, 'utf8'), /^time,user/);
	await engine.close();
});

test('notes that were begun after the start are never written over', async t => {
	const line = notesLine({kind: 'note', time: '2026-03-03T09:01:00.000Z', author: 'dana', text: 'seen'}, 0);
	const folder = temporaryFolder(t, {'notes.jsonl': line});
	const notes = path.join(folder, 'notes.jsonl');
	const engine = openEngineHere();
	const opened = await engine.open({paths: [], isFollowing: true, options: {}});
	await engine.follow({path: notes, options: notesOptions});
	await untilEvents(engine, 1);
	t.like(await lastNews({engine, opened}, {path: notes, mayReplace: true}), {type: 'unfit', sentence: 'is the log notes.jsonl, or named like it'});
	t.is(readFileSync(notes, 'utf8'), line);
	await engine.close();
});

test('an export that fills the disk says so, and leaves nothing of itself', async t => {
	const disk = smallDisk(t, 64);
	if (disk === undefined) {
		return;
	}

	const many = Array.from({length: 2000}, (_, at) => ({time: new Date(Date.UTC(2026, 2, 3, 8, 0, at)).toISOString(), message: `Login: user=user-${at}`}));
	const engine = inMemoryEngine(many);
	const news = await lastNews({engine, opened: engine.opened}, {path: path.join(disk.folder, 'events.jsonl')});
	t.is(news?.sentence, `not exported: the disk of ${disk.folder} is full`);
	t.deepEqual(readdirSync(disk.folder), []);
});
