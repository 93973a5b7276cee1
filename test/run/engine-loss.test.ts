import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

/** Under the load of a whole test run a screen may take its time. */
const patienceMs = 60_000;

const fixture = path.resolve('test/run/fixtures/broken-engine.ts');

for (const [by, sentence] of [
	['error', /reading the logs came to an unexpected end \(thrown on purpose\); start it again/v],
	['exit', /reading the logs came to an unexpected end/v],
	['memory', /there was not enough memory to read these logs/v],
] as const) {
	test.serial(`when the thread that reads the logs ends (${by}) a sentence says so, and the terminal is given back`, async t => {
		const folder = temporaryFolder(t, {'audit.log': '2026-03-03 09:01:00,151 [exec-1] INFO  audit- Login: user=ann\n'});
		const when = path.join(folder, 'break');
		const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), path.join(folder, 'audit.log')], {
			columns: 120,
			environment: Object.fromEntries([['NODE_OPTIONS', `--max-old-space-size=64 --import=${fixture}`], ['BREAK_BY', by], ['BREAK_WHEN', when]]),
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
