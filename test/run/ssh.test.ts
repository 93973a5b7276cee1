import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {userInfo} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {isAlive} from '../is-alive.ts';
import {patienceMs} from '../patience.ts';
import {gone, type PtyRun, runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

const server = '/usr/sbin/sshd';
const whyNot = existsSync(server) && spawnSync('which', ['ssh', 'ssh-keygen']).status === 0 && process.getuid!() === 0
	? undefined
	: ' (skipped: it takes root, sshd, ssh and ssh-keygen)';
const ifThere = whyNot === undefined ? test.serial : test.serial.skip;

const login = (user: string, minute: number): string => `2026-03-03 09:0${minute}:00,151 [exec-1] INFO  audit- Login: user=${user}\n`;

type Connection = {readonly run: PtyRun; readonly pid: number};

/** The program over a real connection to this machine, by a server with keys and settings of its own. */
async function connected(t: ExecutionContext): Promise<Connection> {
	const folder = temporaryFolder(t, {'audit.log': login('ann', 1) + login('bob', 2)});
	const port = await serve(t, folder);
	const pidFile = path.join(folder, 'pid');
	const command = `echo $$ > ${pidFile}; exec ${process.execPath} ${path.resolve('dist/ledgerline.js')} ${folder}/audit.log`;
	const run = runInPty(['ssh', '-tt', '-p', String(port), '-i', `${folder}/key`, '-F', 'none', '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR', `${userInfo().username}@127.0.0.1`, `LANG=C.UTF-8; export LANG; ${command}`]);
	await run.waitForText(/Login +bob/v, patienceMs);
	return {run, pid: Number(readFileSync(pidFile, 'utf8'))};
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
