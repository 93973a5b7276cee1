import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

/** Under the load of a whole test run a screen may take its time. */
const patienceMs = 60_000;

const log = '2026-03-03 09:01:00,151 [exec-1] INFO  audit- Login: user=ann\n';

test('a view is saved, renamed and removed on the screen, and the config file follows', async t => {
	const folder = temporaryFolder(t, {'audit.log': log, 'mine.yaml': '# my views\n'});
	const config = () => readFileSync(path.join(folder, 'mine.yaml'), 'utf8');
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), '--config', 'mine.yaml', '--user', 'ann', 'audit.log'], {columns: 120, cwd: folder});
	await run.waitForText('1 of 1', patienceMs);
	run.type('s');
	await run.waitForText('save these filters as', patienceMs);
	run.type('anns day\r');
	await run.waitForText(/saved as 'anns day' in mine\.yaml/v, patienceMs);
	t.regex(config(), /# my views\n\nviews:\n {2}- name: anns day\n {4}query: user=ann\n/v);

	run.type(':rename anns');
	await run.waitForText(/rename anns day +user=ann/v, patienceMs);
	run.type('\r');
	await run.waitForText('another name for the view anns day', patienceMs);
	run.type('\u{15}ann\r');
	await run.waitForText(/'anns day' is 'ann' from now on/v, patienceMs);
	t.regex(config(), /- name: ann\n/v);

	run.type(':remove ann');
	await run.waitForText(/remove ann +user=ann/v, patienceMs);
	run.type('\r');
	await run.waitForText('Enter again removes it', patienceMs);
	run.type('\r');
	await run.waitForText(/'ann' is gone from mine\.yaml/v, patienceMs);
	t.notRegex(config(), /name: ann/v);
	t.regex(config(), /# my views/v);
	run.type('q');
	t.like(await run.ended, {status: 0});
});
