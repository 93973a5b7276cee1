import {appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {runInPty} from '../test/pty.ts';

/** On a machine that is busy with other things even a start takes its time. */
const patienceMs = 60_000;

/**
Runs the built program on a log until it has drawn and followed it, and keeps what V8 compiled for that of the named scripts: the functions that a start
needs and no others, for those too have to be read.
*/
export async function compileAhead(program: string, scripts: readonly string[]): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-build-'));
	const [log, wish] = [path.join(folder, 'audit.log'), path.join(folder, 'wish')];
	writeFileSync(log, login('ann', 1) + login('bob', 2));
	const run = runInPty([process.execPath, program, log], {environment: Object.fromEntries([['KEEP_COMPILED', wish], ['NODE_OPTIONS', `--import=${path.resolve('assembly/keep-compiled.ts')}`]])});
	try {
		await run.waitForText(/Login +bob/v, patienceMs);
		appendFileSync(log, login('eve', 3));
		await run.waitForText(/Login +eve/v, patienceMs);
		run.type('kj');
		writeFileSync(wish, '');
		await run.waitFor(() => scripts.every(script => existsSync(`${script}.compiled`)), patienceMs);
		run.type('q');
		await run.ended;
	} finally {
		run.hangUp();
		rmSync(folder, {recursive: true});
	}
}

const login = (user: string, minute: number): string => `2026-03-03 09:0${minute}:00,151 [exec-1] INFO  audit- Login: user=${user}\n`;
