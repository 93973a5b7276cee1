import {appendFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {isAlive} from '../is-alive.ts';
import {patienceMs} from '../patience.ts';
import {runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

const login = (user: string, minute: number): string => `2026-03-03 09:${String(minute).padStart(2, '0')}:00,151 [exec-1] INFO  audit- Login: user=${user}\n`;

test('in plain mode events come as lines, and typed lines are commands', async t => {
	const log = path.join(temporaryFolder(t, {'audit.log': login('ann', 1) + login('bob', 2)}), 'audit.log');
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), '--plain', log], {columns: 120, rows: 50});
	t.teardown(() => {
		run.hangUp();
	});
	// What was told before is no answer.
	const say = async (line: string, answer: string): Promise<void> => {
		const toldBefore = run.sent().length;
		run.type(`${line}\r`);
		await run.waitFor(() => run.sent().slice(toldBefore).includes(answer), patienceMs);
	};

	// What was written a moment ago may not be read yet.
	const sayUntil = async (line: string, answer: string): Promise<void> => {
		const heardBy = Date.now() + patienceMs;
		while (!run.picture().join('\n').includes(answer) && Date.now() < heardBy) {
			const toldBefore = run.sent().length;
			run.type(`${line}\r`);
			// eslint-disable-next-line no-await-in-loop -- said again only after an answer
			await run.waitFor(() => run.sent().slice(toldBefore).endsWith('> '), patienceMs);
		}
	};

	await run.waitForText('2 of 2 events match', patienceMs);
	appendFileSync(log, login('eve', 3));
	await run.waitForText('user=eve', patienceMs);
	await say('user bob', '1 of 3 events match');
	await say('filters', '\nuser=bob\r\n');
	await say('sevrity alert', 'did you mean \'severity\'?');
	await say('severity loud', '--severity does not know \'loud\'');
	await say('\u{1B}]0;x', String.raw`there is no command '\x1b]0;x'`);
	await say('since \u{1B}[2J', String.raw`'\x1b[2J' is not a time`);
	await say('user zoe', '1 of 3 events match; the newest above');
	await say('', '> ');
	appendFileSync(log, login('kim', 4) + login('zoe', 5));
	await sayUntil('/nobody', '0 of 5 events match');
	await say('clear', '5 of 5 events match');
	// What was sent stands on the picture a moment later.
	await run.waitForText('5 of 5 events match', patienceMs);
	t.is(run.picture().filter(row => row.endsWith('user=zoe')).length, 1);
	appendFileSync(log, login('max', 6));
	await say('last', 'events match');
	run.type('\r');
	await run.waitForText('user=max', patienceMs);
	await say('/kim', '1 of 6 events match');
	await say('help', 'events that match the words');
	t.false(run.sent().includes('\u{1B}'));
	run.type('quit\r');
	t.like(await run.ended, {status: 0});
	const {before, after} = run.termios();
	t.is(after, before);
});

test('in plain mode every event that matches can be reached, and a change of the filters taken back', async t => {
	const log = Array.from({length: 25}, (_, minute) => login(minute % 2 === 0 ? `even${minute}` : `odd${minute}`, minute)).join('');
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), '--plain', path.join(temporaryFolder(t, {'audit.log': log}), 'audit.log')], {columns: 120, rows: 50});
	t.teardown(() => {
		run.hangUp();
	});
	await run.waitForText('25 of 25 events match; the newest above', patienceMs);
	await run.obeys('\r', /^> $/mv);
	for (const [line, firstSaid, sentence] of [
		['earlier', 'odd5', '25 of 25 events match; above are 6 to 15 of 25'],
		['earlier', 'even0', '25 of 25 events match; above are 1 to 5 of 25'],
		['earlier', undefined, 'nothing is earlier: these were the oldest'],
		['later', 'odd5', '25 of 25 events match; above are 6 to 15 of 25'],
		['last', 'odd15', '25 of 25 events match; the newest above'],
		['later', undefined, 'nothing is later: these were the newest'],
		['first', 'even0', '25 of 25 events match; above are 1 to 10 of 25'],
		['/even1', 'even10', '5 of 25 events match; the newest above'],
		['user odd3', undefined, '0 of 25 events match; none above; the filters are: user=odd3 text: even1 (undo takes the last one back, clear all)'],
		['undo', 'even10', '5 of 25 events match; the newest above'],
		['undo', 'odd15', '25 of 25 events match; the newest above'],
		['undo', undefined, 'there is no change of the filters to go back from'],
	] as const) {
		const toldBefore = run.sent().length;
		run.type(`${line}\r`);
		// eslint-disable-next-line no-await-in-loop -- one command after the other
		await run.waitFor(() => run.sent().slice(toldBefore).endsWith('> '), patienceMs);
		const lines = run.sent().slice(toldBefore).split('\r\n').slice(1, -1);
		t.is(lines.at(-1), sentence, `after ${line}`);
		t.is(/Login: user=(?<user>\w+)/v.exec(lines[0]!)?.groups!.user, firstSaid, `after ${line}`);
	}

	const pid = run.pid();
	run.hangUp();
	await run.waitFor(() => !isAlive(pid), patienceMs);
});

test('in plain mode the end of input ends it', async t => {
	const folder = temporaryFolder(t, {'audit.log': login('ann', 1)});
	const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), folder], {environment: Object.fromEntries([['TERM', 'dumb']])});
	await run.waitForText('1 of 1 events match', patienceMs);
	run.type('\u{4}');
	t.like(await run.ended, {status: 0});
});
