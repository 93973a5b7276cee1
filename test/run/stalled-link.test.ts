import {appendFileSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {isAlive} from '../is-alive.ts';
import {patienceMs} from '../patience.ts';
import {type PtyRun, runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

/** Long, so that the log is by far the most of what is read meanwhile. */
const line = (number: number): string => `2026-03-03 09:00:00,151 [exec-1] INFO  audit- Login: user=user${number} ${'from the console of the plant '.repeat(10)}\n`;

/** How much the program has read in all, as the kernel counts it (proc_pid_io(5)). */
const readBytes = (pid: number): number => Number(/^rchar: (?<bytes>\d+)/v.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))!.groups!.bytes);

async function opened(log: string): Promise<PtyRun> {
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), log], {columns: 120});
	await run.waitForText('user0', patienceMs);
	return run;
}

test('while the terminal is not read for 6 s the log is, and the right screen appears when it wakes', async t => {
	const log = path.join(temporaryFolder(t, {'audit.log': line(0)}), 'audit.log');
	const run = await opened(log);
	run.stall();
	const fromMs = Date.now();
	const before = {log: statSync(log).size, read: readBytes(run.pid())};
	for (let number = 1; number <= 400; number++) {
		appendFileSync(log, line(number));
		// Frames enough to fill every buffer on the way.
		await setTimeout(5); // eslint-disable-line no-await-in-loop -- one line after the other
	}

	await run.waitFor(() => readBytes(run.pid()) - before.read >= statSync(log).size - before.log, patienceMs);
	await setTimeout(Math.max(0, 6000 - (Date.now() - fromMs)));
	run.wake();
	await run.waitForText('user400', patienceMs);
	await run.waitForText('401 events', patienceMs);
	run.type('q');
	t.like(await run.ended, {status: 0});
});

test('a terminal that hangs up while it is stalled ends the program', async t => {
	const log = path.join(temporaryFolder(t, {'audit.log': line(0)}), 'audit.log');
	const run = await opened(log);
	const pid = run.pid();
	run.stall();
	for (let number = 1; number <= 100; number++) {
		appendFileSync(log, line(number));
		await setTimeout(10); // eslint-disable-line no-await-in-loop -- one line after the other
	}

	run.hangUp();
	await run.waitFor(() => !isAlive(pid), patienceMs);
	t.false(isAlive(pid));
});
