import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {unforeseen} from '../../source/run/unforeseen.ts';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {ledgerline, temporaryFolder} from './program.ts';

const fixture = path.resolve('test/run/fixtures/broken-engine.ts');
const log = '2026-03-03 09:01:00,151 [exec-1] INFO  audit- Login: user=ann\n';
const program = [process.execPath, path.resolve('dist/ledgerline.js')];
const thrown = /reading the logs stopped unexpectedly \(thrown on purpose\); start it again/v;

/** A thread may take 16 MB more for an orderly end (`kExtraHeapAllowance` in Node's src/node_worker.cc): what one collection keeps must be less, or V8 ends the whole program. */
const smallHeap = '--max-old-space-size=64 --max-semi-space-size=1';

for (const [by, sentence] of [
	['error', thrown],
	['exit', /reading the logs stopped unexpectedly/v],
	['memory', /there was not enough memory to read these logs/v],
] as const) {
	test.serial(`when the thread that reads the logs ends (${by}) a sentence says so, and the terminal is given back`, async t => {
		const folder = temporaryFolder(t, {'audit.log': log});
		const when = path.join(folder, 'break');
		const run = runInPty([...program, path.join(folder, 'audit.log')], {
			columns: 120,
			environment: Object.fromEntries([['NODE_OPTIONS', `${smallHeap} --import=${fixture}`], ['BREAK_BY', by], ['BREAK_WHEN', when]]),
		});
		await run.waitForText(/Login +ann/v, patienceMs);
		writeFileSync(when, '');
		t.like(await run.ended, {status: 1});
		await run.waitForText(sentence, patienceMs);
		t.notRegex(run.picture().join('\n'), /\n +at /v);
		const {before, after} = run.termios();
		t.is(after, before);
	});
}

const brokenAtOnce = [['NODE_OPTIONS', `--import=${fixture}`], ['BREAK_BY', 'error'], ['BREAK_WHEN', fixture]] as const;

for (const words of [['--source', 'audit.log'], ['--plain']]) {
	test.serial(`when that thread ends before anything is shown (${words.join(' ')}) the sentence is all that is said`, async t => {
		const run = runInPty([...program, ...words, 'audit.log'], {columns: 120, cwd: temporaryFolder(t, {'audit.log': log}), environment: Object.fromEntries(brokenAtOnce)});
		t.like(await run.ended, {status: 1});
		await run.waitForText(thrown, patienceMs);
		t.notRegex(run.picture().join('\n'), /\n +at /v);
	});
}

test.serial('into a pipe, too, the end of that thread is a sentence', async t => {
	const {stderr, exitCode} = await ledgerline(['audit.log'], {cwd: temporaryFolder(t, {'audit.log': log}), environment: brokenAtOnce});
	t.regex(stderr, thrown);
	t.is(stderr.split('\n').length, 2);
	t.is(exitCode, 1);
});

const foreseenByNobody = [['NODE_OPTIONS', `--import=${path.resolve('test/run/fixtures/no-times.ts')}`]] as const;
const unforeseenTold = /^ledgerline: this should not have happened \(thrown on purpose, in \S+ < [^\n]+\); please report it$/mv;

for (const command of ['stats', 'print']) {
	test.serial(`${command}: what nobody foresaw ends in one sentence`, async t => {
		const {stderr, exitCode} = await ledgerline([command, 'audit.log'], {cwd: temporaryFolder(t, {'audit.log': log}), environment: foreseenByNobody});
		t.regex(stderr, unforeseenTold);
		t.is(stderr.split('\n').length, 2);
		t.is(exitCode, 1);
	});
}

test.serial('what nobody foresaw of the screen is told once the terminal is given back', async t => {
	const run = runInPty([...program, 'audit.log'], {columns: 130, cwd: temporaryFolder(t, {'audit.log': log}), environment: Object.fromEntries(foreseenByNobody)});
	t.like(await run.ended, {status: 1});
	await run.waitForText(/this should not have happened \(thrown on purpose, in /v, patienceMs);
	const {before, after} = run.termios();
	t.is(after, before);
	t.notRegex(run.picture().join('\n'), /\n +at /v);
});

class Spool {
	readonly length: number;

	constructor() {
		this.length = this.tape.length;
	}

	get tape(): string {
		throw new Error('torn');
	}
}

test('what nobody foresaw tells its place by name where it is in a constructor or a property, too', t => {
	const error = t.throws(() => new Spool());
	t.regex(unforeseen(error), /^this should not have happened \(torn, in (?:Spool\.)?get tape < new Spool < /v);
});

const fullMachine = [['NODE_OPTIONS', `--import=${path.resolve('test/run/fixtures/full-machine.ts')}`]] as const;

for (const command of ['stats', 'print']) {
	test.serial(`${command}: where there is no memory for all of a log, a sentence says so and no part of it passes for the whole`, async t => {
		const {stderr, stdout, exitCode} = await ledgerline([command, 'audit.log'], {cwd: temporaryFolder(t, {'audit.log': log}), environment: fullMachine});
		t.regex(stderr, /there was not enough memory to read these logs; name fewer of them/v);
		t.is(stderr.split('\n').length, 2);
		t.is(stdout.length, 0);
		t.is(exitCode, 1);
	});
}

test.serial('where there is no memory for more, the screen shows what was read and says why that is all', async t => {
	const run = runInPty([...program, 'audit.log'], {columns: 130, cwd: temporaryFolder(t, {'audit.log': log}), environment: Object.fromEntries(fullMachine)});
	await run.waitForText(/Login +ann/v, patienceMs);
	await run.waitForText('Memory is almost full: reading has stopped and continues once there is more.', patienceMs);
	run.type('q');
	t.like(await run.ended, {status: 0});
});
