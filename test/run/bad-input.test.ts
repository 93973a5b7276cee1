import {Buffer} from 'node:buffer';
import {spawnSync} from 'node:child_process';
import {appendFileSync, chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {formats} from '../../source/format/formats.ts';
import {copiedFixtures, ledgerline, startLedgerline, temporaryFolder} from './program.ts';

const login = (user: string, second = 0): string => `2026-03-03 09:06:${String(second).padStart(2, '0')},151 [exec-1] INFO  audit- Login: user=${user}`;

for (const [words, sentence] of [
	[['--sinec', '-1h'], 'unknown option \'--sinec\'; did you mean --since?'],
	[['print', '--outptu', 'csv'], 'unknown option \'--outptu\'; did you mean --output?'],
	[['prnt'], 'there is no command and no file \'prnt\'; did you mean \'print\'?'],
	[['print', '--output', 'xml', 'x.log'], '--output does not know \'xml\'; it takes text, raw, jsonl, csv'],
	[['print', '--output', 'jsno', 'x.log'], '--output does not know \'jsno\'; did you mean \'jsonl\'?'],
	[['print', '--since', 'soonish', 'x.log'], '\'soonish\' is not a time; write it like -1h, 10:15, \'2026-03-03 09:06\' or \'yesterday 14:00\''],
	[['print', '--since', '2026-02-30', 'x.log'], '\'2026-02-30\' is not a time; no such day, write it like 2026-03-31'],
	[['stats', '--severity', 'alrt', 'x.log'], '--severity does not know \'alrt\'; did you mean \'alert\'?'],
	[['print', '--action', 'pasword reset', 'x.log'], '--action does not know \'pasword reset\'; did you mean \'Password reset\'?'],
	[['print', '--zone', 'Mars/Olympus', 'x.log'], '--zone: \'Mars/Olympus\' is not a zone; write it like UTC, +02:00 or Europe/Berlin'],
	[['print', '--year', '26', 'x.log'], '--year: \'26\' is not a year; write it like 2026'],
	[['print', '--format', 'sylog', 'x.log'], `--format: there is no format 'sylog' (did you mean 'syslog'?); there are ${formats.map(({name}) => name).join(', ')}`],
	[['print', '--layouts', 'nowhere.yaml', 'x.log'], 'the layouts of \'nowhere.yaml\' cannot be read (there is no such file)'],
	[['print', ''], 'an empty name leads to no file; is a shell variable unset?'],
	[['-'], '\'-\' is a pipe elsewhere; here events are read back again and again, so write it to a file first (COMMAND > FILE) and name that; a file called - is ./-'],
	[['print', '--search', '/(/', 'x.log'], undefined],
	[['doctor', '--colour', '17'], undefined],
	[['demo', '--rotate', 'often'], '\'often\' is not a size; write it like 64kB or 10MB'],
	[['demo', '--rate', '0'], '\'0\' is not a rate; write lines a second, like 5 or 0.5'],
	[['demo', '--for', 'ever'], '\'ever\' is not a duration; write it like 30s, 5m, 1h30m or 2d'],
] as const) {
	test(`ledgerline ${words.join(' ')} is refused with status 2 and one sentence`, async t => {
		const {exitCode, stderr, text} = await ledgerline(words);
		t.is(exitCode, 2);
		t.is(text, '');
		t.regex(stderr, /^ledgerline: [^\n]+\n$/);
		t.is(stderr, sentence === undefined ? stderr : `ledgerline: ${sentence}\n`);
	});
}

test('a filter whose pattern would run for ever is named, what it could not judge is printed, and the status is 1', async t => {
	const cwd = temporaryFolder(t, {'audit.log': `${login(`${'a'.repeat(40)}b`)}\n${login('bob', 1)}\n`});
	const {text, stderr, exitCode} = await ledgerline(['print', '--output', 'raw', '--search', '/(a+)+$/', 'audit.log'], {cwd});
	t.is(text.trim().split('\n').length, 2);
	t.is(stderr, 'ledgerline: /(a+)+$/ took too long on one piece of text and was stopped: events that were not searched are shown.\n');
	t.is(exitCode, 1);
});

test('an empty file is no event and no trouble', async t => {
	const cwd = temporaryFolder(t, {'empty.log': ''});
	t.like(await ledgerline(['print', 'empty.log'], {cwd}), {text: '', stderr: '', exitCode: 0});
});

test('a last line without a newline is an event', async t => {
	const cwd = temporaryFolder(t, {'audit.log': `${login('ann')}\n${login('bob', 1)}`});
	const {events, stderr, exitCode} = await ledgerline(['print', '--output', 'jsonl', 'audit.log'], {cwd});
	t.deepEqual(events.map(event => event.user), ['ann', 'bob']);
	t.is(stderr, '');
	t.is(exitCode, 0);
});

test('CRLF is one end of line', async t => {
	const cwd = temporaryFolder(t, {'audit.log': `${login('ann')}\r\n${login('bob', 1)}\r\n`});
	const {events} = await ledgerline(['print', '--output', 'jsonl', 'audit.log'], {cwd});
	t.deepEqual(events.map(event => event.user), ['ann', 'bob']);
});

test('NUL bytes inside a line are kept', async t => {
	const line = login('a\0b');
	const cwd = temporaryFolder(t, {'audit.log': `${line}\n${login('bob', 1)}\n`});
	const [{events, exitCode}, {stdout}] = await Promise.all([
		ledgerline(['print', '--output', 'jsonl', 'audit.log'], {cwd}),
		ledgerline(['print', '--output', 'raw', 'audit.log'], {cwd}),
	]);
	t.is(events[0]!.raw, line);
	t.deepEqual(Buffer.from(stdout), Buffer.from(`${line}\n${login('bob', 1)}\n`));
	t.is(exitCode, 0);
});

test('a run of NUL bytes at the head of a file is skipped and said', async t => {
	const cwd = temporaryFolder(t, {'audit.log': `${'\0'.repeat(5000)}${login('ann')}\n`});
	const {events, stderr} = await ledgerline(['print', '--output', 'jsonl', 'audit.log'], {cwd});
	t.deepEqual(events.map(event => event.user), ['ann']);
	t.regex(stderr, /NUL/);
});

test('a file of nothing but NUL bytes is no event, and said', async t => {
	const cwd = temporaryFolder(t, {'audit.log': new Uint8Array(300_000)});
	t.like(await ledgerline(['print', 'audit.log'], {cwd}), {text: '', stderr: 'ledgerline: audit.log holds nothing but 300000 NUL bytes; they were skipped.\n', exitCode: 0});
});

test('a file that the kernel makes up as it is read is refused, and the program ends', async t => {
	const {stderr, exitCode} = await ledgerline(['print', '/proc/uptime']);
	t.is(stderr, 'ledgerline: /proc/uptime cannot be read: it is not a regular file; copy it into one to read it (EINVAL).\n');
	t.is(exitCode, 1);
});

test('bytes that are not UTF-8 are kept, shown, and come back', async t => {
	const line = Buffer.from(login('b\u{F6}b'), 'latin1');
	const cwd = temporaryFolder(t, {'audit.log': Buffer.concat([line, Buffer.from('\n')])});
	const [raw, shown, json] = await Promise.all(['raw', 'text', 'jsonl'].map(async form => ledgerline(['print', '--output', form, 'audit.log'], {cwd})));
	t.deepEqual(Buffer.from(raw!.stdout), Buffer.concat([line, Buffer.from('\n')]));
	t.true(shown!.text.includes(String.raw`b\xf6b`));
	t.true(json!.text.includes(String.raw`b\udcf6b`));
});

test('a line of 10 MB is one event; raw output has all of it, and the cut is said', async t => {
	const long = login('x'.repeat(10_000_000));
	const cwd = temporaryFolder(t, {'audit.log': `${login('ann')}\n${long}\n${login('bob', 2)}\n`});
	const [{text, stderr}, {stdout}] = await Promise.all([
		ledgerline(['print', 'audit.log'], {cwd}),
		ledgerline(['print', '--output', 'raw', 'audit.log'], {cwd}),
	]);
	t.is(text.split('\n').length - 1, 3);
	t.regex(stderr, /long/);
	t.is(Buffer.from(stdout).toString(), `${login('ann')}\n${long}\n${login('bob', 2)}\n`);
});

test('a folder named like a log is read as a folder', async t => {
	const cwd = temporaryFolder(t);
	mkdirSync(path.join(cwd, 'audit.log'));
	writeFileSync(path.join(cwd, 'audit.log', 'inner.log'), `${login('ann')}\n`);
	const {text, exitCode} = await ledgerline(['print', 'audit.log'], {cwd});
	t.is(text.split('\n').length - 1, 1);
	t.is(exitCode, 0);
});

test('a folder without logs is said', async t => {
	const cwd = temporaryFolder(t);
	mkdirSync(path.join(cwd, 'audit.log'));
	const {stderr, exitCode} = await ledgerline(['print', 'audit.log'], {cwd});
	t.regex(stderr, /^ledgerline: [^\n]*audit\.log[^\n]*\n$/);
	t.is(exitCode, 1);
});

test('a file that is not there is named with status 1, and the rest is printed', async t => {
	const cwd = temporaryFolder(t, {'audit.log': `${login('ann')}\n`});
	t.like(await ledgerline(['print', 'nowhere.log', 'audit.log'], {cwd}), {
		text: '2026-03-03T09:06:00.151Z  I  audit.log  Login              ann  Login: user=ann\n',
		stderr: 'ledgerline: there is no file \'nowhere.log\'\n',
		exitCode: 1,
	});
});

/** Root may read every file, so as root the program runs as nobody: the number that Linux maps unknown users to (user_namespaces(7)). */
const nobody = process.getuid!() === 0 ? 65_534 : undefined;

/** Skipped where the tests run as root in a folder that is closed to everybody else. */
const testAsReader = spawnSync(process.execPath, ['--version'], {uid: nobody, gid: nobody}).status === 0 ? test : test.skip;

testAsReader('a file that may not be read is named with its reason, and the rest is printed', async t => {
	const cwd = temporaryFolder(t, {'audit.log': `${login('ann')}\n`, 'secret.log': `${login('eve')}\n`});
	chmodSync(cwd, 0o755);
	chmodSync(path.join(cwd, 'secret.log'), 0);
	const {text, stderr, exitCode} = await ledgerline(['print', 'secret.log', 'audit.log'], {cwd, user: nobody});
	t.is(text.split('\n').length - 1, 1);
	t.regex(stderr, /secret\.log/);
	t.regex(stderr, /permission|not allowed|may not/i);
	t.is(exitCode, 1);
});

test('a hostile file name drives no terminal through standard error', async t => {
	const {stderr} = await ledgerline(['print', 'no\u{1B}2Jwhere\u{202E}.log']);
	t.is(stderr, String.raw`ledgerline: there is no file 'no\x1b2Jwhere\u{202e}.log'` + '\n');
});

test('with --follow a file that is not there yet is waited for and said, and its lines come', async t => {
	const cwd = temporaryFolder(t);
	const program = startLedgerline(['print', '--follow', 'audit.log'], {cwd});
	await program.complained(/waiting for audit\.log/);
	writeFileSync(path.join(cwd, 'audit.log'), `${login('ann')}\n`);
	await program.said(/user=ann/);
	appendFileSync(path.join(cwd, 'audit.log'), `${login('bob', 1)}\n`);
	await program.said(/user=bob/);
	program.kill('SIGTERM');
	t.is(await program.gone, 143);
});

for (const [signal, exitCode] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129], ['SIGQUIT', 131]] as const) {
	test(`${signal} ends a print that follows with status ${exitCode}, and nothing more is said`, async t => {
		const program = startLedgerline(['print', '--follow', 'mgmt-audit.log'], {cwd: copiedFixtures(t, 'console-audit')});
		await program.said(/Login/);
		program.kill(signal);
		const ended = await program.ended;
		t.is(ended.exitCode, exitCode);
		t.is(ended.stderr, '');
	});
}

test('a reader that has seen enough is no trouble', async t => {
	const lines = Array.from({length: 50_000}, (_, index) => `${login(`user${index}`)}\n`).join('');
	const program = startLedgerline(['print', 'audit.log'], {cwd: temporaryFolder(t, {'audit.log': lines})});
	await program.said(/user0/);
	program.closeOutput();
	t.like(await program.ended, {stderr: '', exitCode: 0});
});

test('a reader that stops reading does not stop a signal', async t => {
	const lines = Array.from({length: 50_000}, (_, index) => `${login(`user${index}`)}\n`).join('');
	const program = startLedgerline(['print', 'audit.log'], {cwd: temporaryFolder(t, {'audit.log': lines})});
	await program.said(/user0/);
	program.stopReading();
	program.kill('SIGTERM');
	t.is(await program.gone, 143);
	program.closeOutput();
});
