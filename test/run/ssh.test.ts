import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {userInfo} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {isAlive} from '../is-alive.ts';
import {patienceMs} from '../patience.ts';
import {gone, type PtyOptions, type PtyRun, runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

const server = '/usr/sbin/sshd';
const whyNot = existsSync(server) && spawnSync('which', ['ssh', 'ssh-keygen']).status === 0 && process.getuid!() === 0
	? undefined
	: ' (skipped: it takes root, sshd, ssh and ssh-keygen)';
const ifThere = whyNot === undefined ? test.serial : test.serial.skip;

const login = (user: string, minute: number): string => `2026-03-03 09:0${minute}:00,151 [exec-1] INFO  audit- Login: user=${user}\n`;

type Connection = {readonly run: PtyRun; readonly pid: number; readonly folder: string};

/** What a client needs, and the program there. */
type Place = {readonly folder: string; readonly words: readonly string[]; readonly command: string; readonly pidFile: string};

/** A server with keys and settings of its own on this machine. */
async function place(t: ExecutionContext): Promise<Place> {
	const folder = temporaryFolder(t, {'audit.log': login('ann', 1) + login('bob', 2)});
	const port = await serve(t, folder);
	const pidFile = path.join(folder, 'pid');
	return {
		folder, pidFile,
		words: ['-p', String(port), '-i', `${folder}/key`, '-F', 'none', '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR', `${userInfo().username}@127.0.0.1`],
		command: `LANG=C.UTF-8; export LANG; echo $$ > ${pidFile}; exec ${process.execPath} ${path.resolve('dist/ledgerline.js')}`,
	};
}

/** The program over a real connection. */
async function connected(t: ExecutionContext, options?: PtyOptions): Promise<Connection> {
	const {folder, words, command, pidFile} = await place(t);
	const run = runInPty(['ssh', '-tt', ...words, `${command} ${folder}/audit.log`], options);
	await run.waitForText(/Login +bob/v, patienceMs);
	return {run, folder, pid: Number(readFileSync(pidFile, 'utf8'))};
}

async function serve(t: ExecutionContext, folder: string): Promise<number> {
	for (const key of ['key', 'host-key']) {
		spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(folder, key)]);
	}

	// The server insists on it whatever its settings.
	mkdirSync('/run/sshd', {recursive: true});
	const port = await freePort();
	writeFileSync(path.join(folder, 'sshd_config'), [
		`Port ${port}`,
		'ListenAddress 127.0.0.1',
		`HostKey ${folder}/host-key`,
		`AuthorizedKeysFile ${folder}/key.pub`,
		`PidFile ${folder}/sshd.pid`,
		'StrictModes no',
		'UsePAM no',
		'PermitRootLogin yes',
		'PasswordAuthentication no',
	].join('\n'));
	const child = spawn(server, ['-D', '-e', '-f', path.join(folder, 'sshd_config')], {stdio: ['ignore', 'ignore', 'pipe']});
	t.teardown(() => child.kill());
	await new Promise<void>((resolve, reject) => {
		child.stderr.on('data', (text: Uint8Array) => {
			if (String(text).includes('listening')) {
				resolve();
			}
		});
		child.on('exit', () => {
			reject(new Error('sshd has ended'));
		});
	});
	return port;
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await new Promise(resolve => {
		probe.once('listening', resolve);
	});
	const {port} = probe.address() as {readonly port: number};
	await new Promise(resolve => {
		probe.close(resolve);
	});
	return port;
}

ifThere(`over ssh it starts, takes keys and pastes, follows the window, and gives the terminal back${whyNot ?? ''}`, async t => {
	const {run} = await connected(t);
	for (const [keys, sign] of [
		['\u{1B}OP', /HELP/v], // F1
		['\u{1B}', gone(/HELP/v)],
		['/', /^ \/ /mv],
		['\u{1B}[200~ann\n\u{1B}[201~', /\/ ann .*hit 1 of 1/v],
		['\u{1B}', gone(/hit 1 of 1/v)],
	] as const) {
		await run.obeys(keys, sign); // eslint-disable-line no-await-in-loop -- one key after the other
	}

	run.resize(132, 40);
	await run.waitFor(() => run.picture()[39]!.trimEnd().endsWith('q quit'), patienceMs);
	run.type('q');
	t.like(await run.ended, {status: 0});
	const {before, after} = run.termios();
	t.is(after, before);
});

ifThere(`when an ssh connection breaks the program is gone${whyNot ?? ''}`, async t => {
	const {run, pid} = await connected(t);
	t.true(isAlive(pid));
	const client = run.pid();
	process.kill(client, 'SIGKILL');
	const brokenMs = Date.now();
	await run.waitFor(() => !isAlive(pid), patienceMs);
	t.log(`gone ${Date.now() - brokenMs} ms after the client was killed`);
	t.false(isAlive(pid));
});

ifThere(`over a slow ssh connection the log is followed through its rotation${whyNot ?? ''}`, async t => {
	const {run, folder} = await connected(t, {bytesPerSecond: 4800});
	const log = path.join(folder, 'audit.log');
	renameSync(log, `${log}.1`);
	writeFileSync(log, login('eve', 3));
	await run.waitForText(/Login +eve/v, patienceMs);
	await run.obeys('?', /HELP/v);
	run.type('\u{3}');
	t.like(await run.ended, {status: 0});
});

ifThere(`over ssh without a terminal the events come as lines${whyNot ?? ''}`, async t => {
	const {folder, words, command} = await place(t);
	const {stdout, stderr, status} = spawnSync('ssh', ['-T', ...words, `${command} ${folder}/audit.log`], {input: '', encoding: 'utf8', timeout: patienceMs});
	t.deepEqual(stdout.match(/user=\w+/gv), ['user=ann', 'user=bob']);
	t.notRegex(stdout, /[\p{Control}--\n]/v);
	t.is(stderr, '');
	t.is(status, 0);
});
