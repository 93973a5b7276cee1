import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import test from 'ava';
import {type PtyRun, runInPty} from '../pty.ts';
import {givenBack, modesAfter} from './modes-after.ts';
import {screenProgram, opened, pidOf} from './screen-run.ts';

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
