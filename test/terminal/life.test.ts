import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {isAlive} from '../is-alive.ts';
import {nodeCommand, type PtyRun, runInPty} from '../pty.ts';
import {quickestMs} from '../quickest.ts';
import {givenBack, modesAfter} from './modes-after.ts';

const screenProgram = nodeCommand('test/terminal/fixtures/screen.tsx');

async function opened(...args: readonly string[]): Promise<PtyRun> {
	const run = runInPty([...screenProgram, ...args]);
	await run.waitForText('foot');
	return run;
}

for (const [name, end, status] of [
	['SIGTERM', (run: PtyRun) => {
		run.signal('SIGTERM');
	}, 143],
	['SIGHUP', (run: PtyRun) => {
		run.signal('SIGHUP');
	}, 129],
	['SIGINT', (run: PtyRun) => {
		run.signal('SIGINT');
	}, 130],
	['SIGQUIT', (run: PtyRun) => {
		run.signal('SIGQUIT');
	}, 131],
	['SIGUSR1', (run: PtyRun) => {
		run.signal('SIGUSR1');
	}, 138],
	['SIGUSR2', (run: PtyRun) => {
		run.signal('SIGUSR2');
	}, 140],
	['SIGALRM', (run: PtyRun) => {
		run.signal('SIGALRM');
	}, 142],
	['SIGXCPU', (run: PtyRun) => {
		run.signal('SIGXCPU');
	}, 152],
	['an uncaught error', (run: PtyRun) => {
		run.type('\u{18}');
	}, 1],
	['process.exit', (run: PtyRun) => {
		run.type('\u{5}');
	}, 3],
	['the ordinary end', (run: PtyRun) => {
		run.type('\u{3}');
	}, 0],
] as const) {
	test.serial(`after ${name} the terminal is as it was`, async t => {
		const run = await opened();
		end(run);
		t.deepEqual(await run.ended, {status});
		t.deepEqual(modesAfter(run.sent()), givenBack);
		const {before, after} = run.termios();
		t.is(after, before);
	});
}

test.serial('an uncaught error is told on the screen that is left', async t => {
	const run = await opened();
	run.type('\u{18}');
	await run.ended;
	await run.waitForText('thrown on purpose');
	t.false(modesAfter(run.sent()).isAlternate);
});

/** A shell with job control, as a person has one, and the program in its foreground. */
async function openedInShell(): Promise<PtyRun> {
	const run = runInPty(['bash', '--norc', '--noprofile', '-i']);
	await run.waitForText(/^bash.*[#$]/mv);
	await run.obeys(`${screenProgram.join(' ')}\r`, 'foot');
	return run;
}

/** The program has ended and the shell reads again. */
const promptAfterCounts = /counts [^\n]*\n+bash[^\n]*[#$]\s*$/v;

const pidOf = (run: PtyRun): number => Number(/pid (?<pid>\d+)/v.exec(run.picture().join('\n'))!.groups!.pid);

for (const [name, stop] of [
	['Ctrl+Z', (run: PtyRun) => {
		run.type('\u{1A}');
	}],
	['SIGTSTP from outside', (run: PtyRun) => {
		process.kill(pidOf(run), 'SIGTSTP');
	}],
] as const) {
	test.serial(`${name} gives the terminal back, and fg takes it again`, async t => {
		const run = await openedInShell();
		await run.obeys('ab', 'box [ab');
		stop(run);
		await run.waitForText('Stopped');
		t.deepEqual(modesAfter(run.sent()), {...givenBack, isPasteBracketed: true}, 'the shell brackets pastes itself');
		await run.obeys('stty -a | grep -c -- -icanon\r', /^0$/mv);
		await run.obeys('fg\r', 'foot');
		await run.waitForText('box [ab');
		t.false(run.picture().join('\n').includes('Stopped'));
		await run.obeys('c', 'box [abc');
		await run.obeys('\u{3}', promptAfterCounts);
		run.type('exit\r');
		t.deepEqual(await run.ended, {status: 0});
	});
}

test.serial('after SIGSTOP, which nobody hears, fg takes the terminal again', async t => {
	const run = await openedInShell();
	process.kill(pidOf(run), 'SIGSTOP');
	// With its picture the terminal has answered whatever the program had asked: the answer is the shell's now, as text on its line.
	await run.waitForText('Stopped');
	// The picture from before still stands: what is typed before it is drawn anew may yet be the shell's.
	const drawnLength = run.sent().length;
	run.type('\u{15}fg\r');
	await run.waitFor(() => run.sent().slice(drawnLength).includes('foot'));
	await run.obeys('xy', 'box [xy');
	await run.obeys('\u{3}', promptAfterCounts);
	run.type('exit\r');
	t.deepEqual(await run.ended, {status: 0});
});

test.serial('without a shell that could continue it, Ctrl+Z only repaints', async t => {
	const run = await opened();
	await run.obeys('\u{1A}', 'keys ctrl+z');
	await run.obeys('a', 'box [a');
	run.type('\u{3}');
	t.deepEqual(await run.ended, {status: 0});
});

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

test.serial('after a storm of resizes the picture is right', async t => {
	const run = await opened();
	for (let index = 0; index < 50; index++) {
		run.resize(20 + (index * 7 % 100), 3 + (index * 5 % 40));
	}

	run.resize(1, 1);
	await setTimeout(100);
	run.resize(66, 17);
	await run.waitForText('size 66x17');
	await run.waitFor(() => run.picture()[16]!.startsWith('foot'));
	t.is(run.picture().length, 17);
	run.type('\u{3}');
	t.deepEqual(await run.ended, {status: 0});
});

test.serial('a window of 0x0 counts as 80x24', async t => {
	const run = runInPty(['sh', '-c', `stty rows 0 columns 0; exec ${screenProgram.join(' ')}`]);
	await run.waitForText('size 80x24');
	run.type('\u{3}');
	t.deepEqual(await run.ended, {status: 0});
});

test.serial('a terminal of one cell does no harm', async t => {
	const run = runInPty(screenProgram, {columns: 1, rows: 1});
	await run.waitFor(() => run.sent().includes('\u{1B}[?2004h'));
	run.resize(80, 24);
	await run.waitForText('size 80x24');
	run.type('\u{3}');
	t.deepEqual(await run.ended, {status: 0});
});

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
