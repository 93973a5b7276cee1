import {appendFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {patienceMs} from '../patience.ts';
import {type PtyRun, runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

const open = (words: readonly string[]): PtyRun => runInPty([process.execPath, path.resolve('dist/ledgerline.js'), ...words], {columns: 120, rows: 24});

const line = (clock: string, text: string): string => `2026-03-03 ${clock},151 [exec-1] INFO  audit- ${text}\n`;

/** Quiet logins every minute, a reset in their midst, and three quarters of an hour of nothing after it. */
const incident = [
	...Array.from({length: 30}, (_, minute) => line(`09:${String(minute).padStart(2, '0')}:00`, `Login: user=${minute % 2 === 0 ? 'ann' : 'bob'}`)),
	line('09:30:30', 'Password reset: userName=dana.admin'),
	line('10:20:00', 'Login: user=dana.admin'),
].join('');

const key = {left: '\u{1B}[D', escape: '\u{1B}', enter: '\r'};

test('a range is chosen on the histogram, taken back, and come to again', async t => {
	const run = open([path.join(temporaryFolder(t, {'audit.log': incident}), 'audit.log')]);
	await run.waitForText('32 events', patienceMs);
	await run.obeys('5', /bar 118 of 118/v);
	await run.obeys(`g[${'l'.repeat(9)}]`, /range 09:00:00 - .*: \d+ events/v);
	await run.obeys(key.enter, /since 2026-03-03 09:00:00 ×.*until/v);
	await run.obeys('u', 'no filters');
	await run.obeys('<', /since 2026-03-03 09:00:00 ×/v);
	await run.obeys('!', /off: since 2026-03-03 09:00:00 ×/v);
	await run.obeys('cr', /now: all times/v);
	await run.obeys('3', /since 2026-03-03 09:20:00 ×/v);
	run.type('q');
	t.like(await run.ended, {status: 0});
});

test('a silence stands between its neighbours, and around a hit stands what the filters hide', async t => {
	const run = open(['--action', 'password reset', path.join(temporaryFolder(t, {'audit.log': incident}), 'audit.log')]);
	await run.waitForText(/Password reset.*dana/v, patienceMs);
	t.notRegex(run.picture().join('\n'), /Login +ann/v);
	await run.obeys('/', /^ \/ /mv);
	await run.obeys('dana', /case: any.*hit 1 of 1/v);
	await run.obeys(`${key.enter}C`, /context 3 around hits \+4/v);
	await run.waitForText(/· ?09:29:00.*\n.*09:30:30.*\n.*49 min 30 s of silence/v, patienceMs);
	run.type('q');
	t.like(await run.ended, {status: 0});
});

test('scrolled back, what came since is counted; G returns; a new log in a watched folder is said', async t => {
	const folder = temporaryFolder(t, {'audit.log': incident});
	const run = open([folder]);
	// The count may be known before the rows: without any there is nowhere to go.
	await run.waitForText('▸10:20:00', patienceMs);
	await run.obeys('kkk', 'PAUSED');
	appendFileSync(path.join(folder, 'audit.log'), line('10:21:00', 'Login: user=eve') + line('10:22:00', 'Login: user=eve'));
	await run.waitForText('PAUSED 2 new', patienceMs);
	await run.obeys('G', /LIVE.*34 events/v);
	writeFileSync(path.join(folder, 'second.log'), line('10:23:00', 'Login: user=mallory'));
	await run.waitForText('new source: second.log', patienceMs);
	await run.waitForText(/Login +mallory/v, patienceMs);
	t.regex(run.picture()[0]!, /2 sources/v);
	run.type('q');
	t.like(await run.ended, {status: 0});
});
