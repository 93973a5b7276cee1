import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {isAlive} from '../is-alive.ts';
import {type PtyRun, runInPty} from '../pty.ts';
import {quickestMs} from '../quickest.ts';
import {screenProgram, opened, pidOf} from './screen-run.ts';

test.serial('when the link is lost the program is gone within a second', async t => {
	const tookMs = await quickestMs(1000, async () => {
		const run = await opened();
		const pid = pidOf(run);
		t.true(isAlive(pid));
		run.hangUp();
		const startMs = Date.now();
		await run.waitFor(() => !isAlive(pid));
		return Date.now() - startMs;
	});
	t.true(tookMs < 1000, `${tookMs} ms`);
});

test.serial('a stalled link stops nothing, and the newest picture comes when it wakes', async t => {
	const run = await opened('flood');
	run.stall();
	await setTimeout(2000);
	run.wake();
	// A loop that had stopped would have gone on from the first ticks.
	await run.waitFor(() => ticksOn(run) > 50);
	await run.obeys('\u{3}', 'counts');
	const counts = /counts (?<counts>\{.*\})/v.exec(run.picture().join('\n'))!.groups!.counts!;
	t.log(counts);
	t.true((JSON.parse(counts) as {droppedFrames: number}).droppedFrames > 0);
	t.deepEqual(await run.ended, {status: 0});
});

const ticksOn = (run: PtyRun): number => Number(/ticks (?<ticks>\d+)/v.exec(run.picture().join('\n'))?.groups?.ticks ?? 0);

test.serial('a stalled link does not hold up SIGTERM', async t => {
	const tookMs = await quickestMs(1500, async () => {
		const run = await opened('flood');
		run.stall();
		await setTimeout(1000);
		const pid = run.pid();
		run.signal('SIGTERM');
		const startMs = Date.now();
		await run.waitFor(() => !isAlive(pid));
		const goneMs = Date.now() - startMs;
		run.wake();
		t.deepEqual(await run.ended, {status: 143});
		const {before, after} = run.termios();
		t.is(after, before);
		return goneMs;
	});
	t.true(tookMs < 1500, `${tookMs} ms`);
});

/** Why there is no other user to become here; undefined where there is one. */
const whyNoSu = process.getuid!() === 0 && spawnSync('su', ['-s', '/bin/sh', 'nobody', '-c', `cd '${process.cwd()}' && exec '${screenProgram[0]!}' --version`]).status === 0
	? undefined
	: ' (skipped: it takes root, su, and a user nobody who may read this folder)';

for (const [name, words] of [
	['a terminal of another user', ['su', '-s', '/bin/sh', 'nobody']],
	['a terminal of another user that does not control it', ['setsid', 'su', '-s', '/bin/sh', 'nobody']],
] as const) {
	(whyNoSu === undefined ? test.serial : test.serial.skip)(`${name} holds nothing up when it stalls${whyNoSu ?? ''}`, async t => {
		const tookMs = await quickestMs(1500, async () => {
			const run = runInPty(words);
			await run.obeys(`${screenProgram.join(' ')} flood; exit\r`, 'foot', 20_000);
			const pid = pidOf(run);
			run.stall();
			await setTimeout(1000);
			process.kill(pid, 'SIGTERM');
			const startMs = Date.now();
			await run.waitFor(() => !isAlive(pid));
			const goneMs = Date.now() - startMs;
			run.wake();
			await run.ended;
			return goneMs;
		});
		t.true(tookMs < 1500, `${tookMs} ms`);
	});
}

/** 9600 baud. */
const bytesPerMs = 0.96;

test.serial('at 9600 baud a key waits for less than 0.3 s of bytes while every frame changes ten rows', async t => {
	const run = runInPty([...screenProgram, 'flood'], {bytesPerSecond: 1000 * bytesPerMs, rows: 14, columns: 40});
	t.teardown(() => {
		run.hangUp();
	});
	await run.waitForText('foot', 20_000);
	// The line is known by now, and it is always busy.
	await run.waitFor(() => run.sent().split('\u{1B}[5n').length > 20, 30_000);
	const keys = ['k', 'l', 'm'].values();
	const waitedMs = await quickestMs(300, async () => {
		const key = keys.next().value!;
		const before = run.arrived().bytes;
		await run.obeys(key, new RegExp(`keys .*${key}$`, 'mv'), 20_000);
		return (run.arrived().bytes - before) / bytesPerMs;
	});
	t.log(`${waitedMs} ms`);
	t.true(waitedMs < 300);
	run.type('\u{3}');
	t.deepEqual(await run.ended, {status: 0});
});
