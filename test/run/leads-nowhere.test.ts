import {symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {ledgerline, startLedgerline, temporaryFolder} from './program.ts';

const login = (user: string): string => `2026-03-03 09:06:00,151 [exec-1] INFO  audit- Login: user=${user}`;

for (const command of ['print', 'stats']) {
	test(`${command}: a pattern that matches nothing is named with status 1, and the rest is read`, async t => {
		const cwd = temporaryFolder(t, {'audit.log': `${login('ann')}\n`});
		const {text, stderr, exitCode} = await ledgerline([command, 'zz*.log', 'audit.log'], {cwd});
		t.regex(text, /Login/);
		t.is(stderr, 'ledgerline: No file matches \'zz*.log\'.\n');
		t.is(exitCode, 1);
	});
}

test('a pattern that matches nothing and nothing else: one sentence', async t => {
	const {stderr, exitCode} = await ledgerline(['print', 'zz*.log'], {cwd: temporaryFolder(t)});
	t.is(stderr, 'ledgerline: No file matches \'zz*.log\'.\n');
	t.is(exitCode, 1);
});

test('a link that leads nowhere is told as one, with status 1', async t => {
	const cwd = temporaryFolder(t, {'audit.log': `${login('ann')}\n`});
	symlinkSync('gone', path.join(cwd, 'current.log'));
	const {stderr, exitCode} = await ledgerline(['print', 'current.log', 'audit.log'], {cwd});
	t.is(stderr, 'ledgerline: current.log is a link to a missing file.\n');
	t.is(exitCode, 1);
});

test('with --follow a pattern that matches nothing yet and a link that leads nowhere are told, and read as soon as they lead to a file', async t => {
	const cwd = temporaryFolder(t);
	symlinkSync('target', path.join(cwd, 'current.log'));
	const program = startLedgerline(['print', '--follow', 'zz*.log', 'current.log'], {cwd});
	await program.complained(/No file matches 'zz\*\.log' yet; it is read when it appears\.\n[\s\S]*waiting for current\.log, a link to a missing file/);
	writeFileSync(path.join(cwd, 'target'), `${login('ann')}\n`);
	await program.said(/user=ann/);
	writeFileSync(path.join(cwd, 'zz1.log'), `${login('bob')}\n`);
	await program.said(/user=bob/);
	program.kill('SIGTERM');
	t.is(await program.gone, 143);
});
