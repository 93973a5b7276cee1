import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {copiedFixtures, ledgerline, temporaryFolder} from './program.ts';

const builtProgram = path.resolve('dist/ledgerline.js');

test('a note and an event written on the screen are in the notes file, on the timeline, and in what is printed', async t => {
	const log = path.join(copiedFixtures(t, 'console-audit'), 'mgmt-audit.log');
	const before = readFileSync(log);
	const folder = temporaryFolder(t);
	const notes = path.join(folder, 'ledgerline-notes.jsonl');
	const run = runInPty([process.execPath, builtProgram, log], {cwd: folder, columns: 140});
	await run.waitForText('32 events', patienceMs);
	await run.waitForText('LIVE', patienceMs);
	await run.obeys('a', /keep notes in .*ledgerline-notes\.jsonl/);
	await run.obeys('\r', 'on the selected event');
	await run.obeys('seen with Ann\r', 'note written to ledgerline-notes.jsonl');
	await run.obeys('G', /By hand .*seen with Ann/);

	await run.obeys('A', '1/5 when');
	await run.obeys('\r', '2/5 type');
	await run.obeys(`${'\u{7F}'.repeat(9)}alert\r`, '3/5 device');
	await run.obeys('10.2.1.14\r', '4/5 what happened');
	await run.obeys('cable pulled\r', '5/5 written by');
	await run.obeys(`${'\u{7F}'.repeat(40)}dana\r`, 'event written to ledgerline-notes.jsonl');
	await run.waitForText(/By hand .*cable pulled/, patienceMs);
	run.type('q');
	t.like(await run.ended, {status: 0});

	const lines = readFileSync(notes, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
	t.like(lines[0], {ledgerline: 'note', text: 'seen with Ann', about: {source: log}});
	t.like(lines[1], {ledgerline: 'event', author: 'dana', text: 'cable pulled', severity: 'alert', device: '10.2.1.14'});
	t.deepEqual(readFileSync(log), before);

	const {events, exitCode} = await ledgerline(['print', '--output', 'jsonl', '--notes', notes, '--source', 'ledgerline-notes.jsonl', log]);
	t.is(exitCode, 0);
	const told = events.map(({kind, message}) => `${String(kind)} ${String(message)}`);
	t.deepEqual(told.toSorted((one, other) => one.localeCompare(other)), ['created dana: cable pulled', `note ${String(lines[0]!.author)}: seen with Ann`]);
});

test('two screens with one notes file see what the other writes, and each line is whole', async t => {
	const log = path.join(copiedFixtures(t, 'console-audit'), 'mgmt-audit.log');
	const folder = temporaryFolder(t);
	const notes = path.join(folder, 'case.jsonl');
	const authors = ['dana', 'eve'];
	const runs = await Promise.all(authors.map(async author => {
		const run = runInPty([process.execPath, builtProgram, '--notes', notes, log], {cwd: folder, columns: 140});
		await run.waitForText('LIVE', patienceMs);
		await run.obeys('A', '1/5 when');
		await run.obeys('\r', '2/5 type');
		await run.obeys('\r', '3/5 device');
		await run.obeys('\r', '4/5 what happened');
		await run.obeys(`${author} was here\r`, '5/5 written by');
		await run.obeys(`${'\u{7F}'.repeat(40)}${author}\r`, 'event written to case.jsonl');
		return run;
	}));
	for (const run of runs) {
		run.type('G');
		// eslint-disable-next-line no-await-in-loop -- a failure names the first screen that lacks something
		await Promise.all(authors.map(async author => run.waitForText(new RegExp(`By hand .*${author} was here`, 'v'), patienceMs)));
		run.type('q');
		// eslint-disable-next-line no-await-in-loop -- the same
		t.like(await run.ended, {status: 0});
	}

	const texts = readFileSync(notes, 'utf8').trim().split('\n').map(line => (JSON.parse(line) as {readonly text: string}).text);
	t.deepEqual(texts.toSorted((one, other) => one.localeCompare(other)), authors.map(author => `${author} was here`));
});
