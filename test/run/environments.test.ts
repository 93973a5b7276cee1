import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {escape} from '../../source/text/escape.ts';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {forbiddenPart} from '../terminal/grammar.ts';
import {temporaryFolder} from './program.ts';

const log = '2026-03-03 09:01:00,151 [exec-1] INFO  audit- Login: user=ann\n';

/** What may cross to such a terminal beside what every screen of ours sends. */
type Shows = 'lines' | {readonly isUnicode: boolean; readonly hasColours: boolean; readonly hasAlternateScreen: boolean};

const full = {isUnicode: true, hasColours: true, hasAlternateScreen: true};

/** Every kind of terminal once, and what other programs' code may read for itself. Of which kind a terminal is, `test/terminal/capabilities.test.ts` holds. */
for (const [variables, shows] of [
	['TERM=dumb', 'lines'],
	['TERM=', 'lines'],
	['TERM=xterm-256color', full],
	['TERM=rxvt LANG=C NO_COLOR=1', {isUnicode: false, hasColours: false, hasAlternateScreen: true}],
	['TERM=ansi', {...full, isUnicode: false, hasAlternateScreen: false}],
	['TERM=linux LANG=C NO_COLOR=1', {isUnicode: false, hasColours: false, hasAlternateScreen: false}],
	['TERM=xterm-256color CI=true', full],
	['TERM=xterm-256color DEV=true', full],
	['TERM=xterm-256color INK_SCREEN_READER=true', full],
	['TERM=xterm-256color NO_COLOR=1', {...full, hasColours: false}],
	['TERM=xterm-256color FORCE_COLOR=0', {...full, hasColours: false}],
	['TERM=vt100 FORCE_COLOR=3', {...full, hasAlternateScreen: false}],
	['TERM=vt100 COLORTERM=truecolor', {...full, hasAlternateScreen: false}],
	['TERM=never-heard-of', {...full, hasColours: false, hasAlternateScreen: false}],
	['TERM=xterm-256color LANG=C', {...full, isUnicode: false}],
	['TERM=xterm-256color LANG=tr_TR.UTF-8 COLUMNS=300 LINES=3', full],
	[`TERM=${'x'.repeat(4000)}`, {...full, hasColours: false, hasAlternateScreen: false}],
	['TERM=\u{1B}]0;owned\u{7}\u{1B}[2J', {...full, hasColours: false, hasAlternateScreen: false}],
] as const satisfies ReadonlyArray<readonly [string, Shows]>) {
	test.serial(`under ${escape(foreignText(variables)).slice(0, 80)} ${shows === 'lines' ? 'only lines are sent' : 'only what such a terminal can show is sent'}`, async t => {
		const folder = temporaryFolder(t, {'audit.log': log});
		const environment = Object.fromEntries(variables.split(' ').map(variable => variable.split('=', 2) as [string, string]));
		const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), path.join(folder, 'audit.log')], {environment});
		await run.waitForText(shows === 'lines' ? 'events match' : 'quit', patienceMs);
		await run.waitForText('ann', patienceMs);
		run.type(shows === 'lines' ? 'quit\r' : 'jk/ann\rq');
		t.like(await run.ended, {status: 0});
		const sent = run.sent();
		t.is(forbiddenPart(sent), undefined);
		t.deepEqual(shownBy(sent), shows);
	});
}

/** What was sent, as a terminal of such a kind would have to understand it. */
function shownBy(sent: string): Shows {
	return sent.includes('\u{1B}')
		? {isUnicode: /\P{ASCII}/v.test(sent), hasColours: /\[(?:\d+;)*(?:[349]\d|10\d)[\d;]*m/v.test(sent), hasAlternateScreen: sent.includes('[?1049h')}
		: 'lines';
}

test.serial('with --plain no control byte but those that end a line leaves it', async t => {
	const folder = temporaryFolder(t, {'audit.log': log});
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), '--plain', path.join(folder, 'audit.log')]);
	await run.waitForText('events match', patienceMs);
	for (const [typed, sign] of [['/ann\r', /1 of 1 events match\p{ASCII}*1 of 1 events match/v], ['user bob\r', '0 of 1'], ['filters\r', /^user=bob text: ann/mv], ['help\r', /^not-format-is FORMAT/mv]] as const) {
		await run.obeys(typed, sign); // eslint-disable-line no-await-in-loop -- one command after the other
	}

	run.type('quit\r');
	t.like(await run.ended, {status: 0});
	t.notRegex(run.sent(), /[\p{Control}--[\n\r]]/v);
});
