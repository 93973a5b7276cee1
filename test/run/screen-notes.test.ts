import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {copiedFixtures, ledgerline, temporaryFolder} from './program.ts';

const builtProgram = path.resolve('dist/ledgerline.js');

test('a note and an event written on the screen are in the side file, on the timeline, and in what is printed', async t => {
	const log = path.join(copiedFixtures(t, 'console-audit'), 'mgmt-audit.log');
	const before = readFileSync(log);
	const folder = temporaryFolder(t);
	const notes = path.join(folder, 'ledgerline-notes.jsonl');
	const run = runInPty([process.execPath, builtProgram, log], {cwd: folder, columns: 140});
	await run.waitForText('32 events', patienceMs);
	await run.waitForText('LIVE', patienceMs);
	run.type('a');
	await run.waitForText(/keep notes in .*ledgerline-notes\.jsonl/, patienceMs);
	run.type('\r');
	await run.waitForText('on the selected event', patienceMs);
	run.type('seen with Ann\r');
	await run.waitForText('note written to ledgerline-notes.jsonl', patienceMs);
	run.type('G');
	await run.waitForText(/By hand .*seen with Ann/, patienceMs);

	run.type('A');
	await run.waitForText('1/5 when', patienceMs);
	run.type('\r');
	await run.waitForText('2/5 type', patienceMs);
	run.type(`${'\u{7F}'.repeat(9)}alert\r`);
	await run.waitForText('3/5 device', patienceMs);
	run.type('10.2.1.14\r');
	await run.waitForText('4/5 what happened', patienceMs);
	run.type('cable pulled\r');
	await run.waitForText('5/5 written by', patienceMs);
	run.type(`${'\u{7F}'.repeat(40)}dana\r`);
	await run.waitForText('event written to ledgerline-notes.jsonl', patienceMs);
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

test('two screens with one side file see what the other writes, and each line is whole', async t => {
	const log = path.join(copiedFixtures(t, 'console-audit'), 'mgmt-audit.log');
	const folder = temporaryFolder(t);
	const notes = path.join(folder, 'case.jsonl');
	const authors = ['dana', 'eve'];
	const runs = await Promise.all(authors.map(async author => {
		const run = runInPty([process.execPath, builtProgram, '--notes', notes, log], {cwd: folder, columns: 140});
		await run.waitForText('LIVE', patienceMs);
		run.type('A');
		await run.waitForText('1/5 when', patienceMs);
		run.type('\r');
		await run.waitForText('2/5 type', patienceMs);
		run.type('\r');
		await run.waitForText('3/5 device', patienceMs);
		run.type('\r');
		await run.waitForText('4/5 what happened', patienceMs);
		run.type(`${author} was here\r`);
		await run.waitForText('5/5 written by', patienceMs);
		run.type(`${'\u{7F}'.repeat(40)}${author}\r`);
		await run.waitForText('event written to case.jsonl', patienceMs);
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
