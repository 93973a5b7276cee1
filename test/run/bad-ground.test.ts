import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {ledgerline, temporaryFolder} from './program.ts';

const log = '2026-03-03 09:06:00,151 [exec-1] INFO  audit- Login: user=ann\n';

const program = path.resolve('dist/ledgerline.js');

for (const [words, exitCode, sentence] of [
	[['print', 'audit.log'], 1, 'there is no file \'audit.log\''],
	[['demo'], 1, 'the folder that this was started in has been removed: go to another one (cd /) and start it again'],
	[['audit.log'], 1, 'the folder that this was started in has been removed: go to another one (cd /) and start it again'],
] as const) {
	test(`in a folder that was removed, ledgerline ${words.join(' ')} ends with one sentence`, t => {
		const cwd = temporaryFolder(t);
		const ended = spawnSync('/bin/sh', ['-c', 'rmdir "$PWD" && exec "$@"', 'sh', process.execPath, program, ...words], {cwd, encoding: 'utf8'});
		t.like(ended, {status: exitCode, stdout: '', stderr: `ledgerline: ${sentence}\n`});
	});
}

test('in a folder that was removed, a log named from the root is printed', t => {
	const file = path.join(temporaryFolder(t, {'audit.log': log}), 'audit.log');
	const ended = spawnSync('/bin/sh', ['-c', 'rmdir "$PWD" && exec "$@"', 'sh', process.execPath, program, 'print', '--output', 'raw', file], {cwd: temporaryFolder(t), encoding: 'utf8'});
	t.like(ended, {status: 0, stdout: log, stderr: ''});
});

test('a pipe where the settings usually lie is not waited for', async t => {
	const cwd = temporaryFolder(t, {'audit.log': log});
	mkdirSync(path.join(cwd, 'ledgerline'));
	spawnSync('mkfifo', [path.join(cwd, 'ledgerline', 'config.yaml')]);
	t.like(await ledgerline(['print', '--output', 'raw', 'audit.log'], {cwd, environment: [['XDG_CONFIG_HOME', cwd]]}), {text: log, stderr: '', exitCode: 0});
});

for (const option of ['--config', '--devices', '--layouts', '--formats']) {
	test(`${option} takes no device that never ends`, async t => {
		const {stderr, exitCode} = await ledgerline(['print', option, '/dev/zero', 'audit.log'], {cwd: temporaryFolder(t, {'audit.log': log})});
		t.regex(stderr, /^ledgerline: [^\n]* '\/dev\/zero' cannot be read \(it is not a file\)\n$/v);
		t.is(exitCode, 2);
	});
}

for (const option of ['--config', '--devices', '--layouts']) {
	test(`${option} of an alias that leads nowhere is refused in one sentence`, async t => {
		const cwd = temporaryFolder(t, {'audit.log': log, 'own.yaml': 'layouts: *none\n'});
		t.like(await ledgerline(['print', option, 'own.yaml', 'audit.log'], {cwd}), {
			text: '',
			stderr: 'ledgerline: own.yaml: a word that begins with * leads to something named &word above it; in quotes it is text\n',
			exitCode: 2,
		});
	});
}

test('a demo that has nowhere to write names the folder', async t => {
	const nowhere = path.join(temporaryFolder(t), 'nowhere');
	t.like(await ledgerline(['demo', '--for', '1s'], {environment: [['TMPDIR', nowhere]]}), {
		stderr: `ledgerline: the demo cannot write its logs under ${nowhere} (ENOENT); name another folder by the variable TMPDIR\n`,
		exitCode: 1,
	});
});

/** As after `su`, which leaves HOME as it was. Skipped where the tests may not become somebody else. */
const testAsNobody = process.getuid!() === 0 && spawnSync(process.execPath, ['--version'], {uid: 65_534, gid: 65_534}).status === 0 ? test : test.skip;

testAsNobody('settings of a home that one may not look into are left alone', async t => {
	const cwd = temporaryFolder(t, {'audit.log': log});
	chmodSync(cwd, 0o755);
	const home = temporaryFolder(t);
	chmodSync(home, 0o700);
	t.like(await ledgerline(['print', '--output', 'raw', 'audit.log'], {cwd, user: 65_534, environment: [['HOME', home]]}), {text: log, stderr: '', exitCode: 0});
});
