import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

const log = '2026-03-03 09:01:00,151 [exec-1] INFO  audit- Login: user=ann\n';

test('a view is saved, renamed and removed on the screen, and the config file follows', async t => {
	const folder = temporaryFolder(t, {'audit.log': log, 'mine.yaml': '# my views\n'});
	const config = () => readFileSync(path.join(folder, 'mine.yaml'), 'utf8');
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), '--config', 'mine.yaml', '--user', 'ann', 'audit.log'], {columns: 120, cwd: folder});
	await run.waitForText('1 of 1', patienceMs);
	await run.obeys('s', 'save these filters as');
	await run.obeys('anns day\r', /saved as 'anns day' in mine\.yaml/v);
	t.regex(config(), /# my views\n\nviews:\n {2}- name: anns day\n {4}query: user=ann\n/v);

	await run.obeys(':rename anns', /rename anns day +user=ann/v);
	await run.obeys('\r', 'another name for the view anns day');
	await run.obeys('\u{15}ann\r', /'anns day' was renamed to 'ann'/v);
	t.regex(config(), /- name: ann\n/v);

	await run.obeys(':remove ann', /remove ann +user=ann/v);
	await run.obeys('\r', 'Enter again removes it');
	await run.obeys('\r', /'ann' was removed from mine\.yaml/v);
	t.notRegex(config(), /name: ann/v);
	t.regex(config(), /# my views/v);
	run.type('q');
	t.like(await run.ended, {status: 0});
});
