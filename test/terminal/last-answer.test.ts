import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {patienceMs} from '../patience.ts';
import {nodeCommand, type PtyOptions, type PtyRun, runInPty} from '../pty.ts';

const screenProgram = nodeCommand('test/terminal/fixtures/screen.tsx', 'flood').join(' ');

/** A program that measures its link goes on asking over a slow one, and an answer is under way at nearly any moment. */
const slowLine = {bytesPerSecond: 2400, answerAfterMs: 150} as const;

/** The screen changes all the time. What is left for the shell, it echoes as `^[[0n`. */
async function flooding(t: ExecutionContext, options: PtyOptions): Promise<PtyRun> {
	const run = runInPty(['sh', '-c', `set -m; trap : INT; ${screenProgram}; echo gone; exec cat`], options);
	t.teardown(() => {
		run.hangUp();
	});
	await run.waitForText('foot', patienceMs);
	await run.waitForText(/ticks [1-9]\d{2}/v, patienceMs);
	return run;
}

const questionCount = (run: PtyRun): number => run.sent().split('\u{1B}[5n').length - 1;

const signalled = (signal: NodeJS.Signals) => (run: PtyRun): void => {
	const picture = run.picture().join('\n');
	process.kill(Number(/pid (?<pid>\d+)/v.exec(picture)!.groups!.pid), signal);
};

const typed = (keys: string) => (run: PtyRun): void => {
	run.type(keys);
};

for (const [name, end] of [
	['the ordinary end', typed('\u{3}')],
	['process.exit', typed('\u{5}')],
	['an uncaught error', typed('\u{18}')],
	['SIGTERM', signalled('SIGTERM')],
	['SIGHUP', signalled('SIGHUP')],
	['SIGINT', signalled('SIGINT')],
	['SIGQUIT', signalled('SIGQUIT')],
	['Ctrl+Z', typed('\u{1A}')],
	['SIGTSTP', signalled('SIGTSTP')],
] as const) {
	test.serial(`after ${name} no answer of the terminal is left for the shell`, async t => {
		const run = await flooding(t, slowLine);
		await run.waitFor(() => questionCount(run) > 5 && !run.hasAnswered());
		end(run);
		await run.waitForText('gone');
		await run.waitFor(run.hasAnswered);
		await run.obeys('all\r', /^all\s+all$/mv);
		t.notRegex(run.picture().join('\n'), /0n/v);
		run.type('\u{4}');
		await run.ended;
	});
}

test.serial('a terminal that never answers is asked three times and no more', async t => {
	const run = await flooding(t, {answerAfterMs: Infinity});
	t.is(questionCount(run), 3);
	await run.obeys('\u{3}', 'gone');
	run.type('\u{4}');
	await run.ended;
});

test.serial('a terminal that need not answer is not asked', async t => {
	const run = await flooding(t, {environment: Object.fromEntries([['TERM', 'ansi']])});
	t.is(questionCount(run), 0);
	await run.obeys('\u{3}', 'gone');
	run.type('\u{4}');
	await run.ended;
});
