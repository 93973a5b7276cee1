import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'ava';
import {isAlive} from '../is-alive.ts';
import {nodeCommand, runInPty} from '../pty.ts';

test.serial('a program whose terminal is gone ends without a word of an error', async t => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true});
	});
	const complaints = path.join(folder, 'complaints.txt');
	const run = runInPty(['sh', '-c', 'exec "$@" 2>"$0"', complaints, ...nodeCommand('test/terminal/fixtures/screen.tsx')]);
	await run.waitForText('foot');
	const pid = Number(/pid (?<pid>\d+)/v.exec(run.picture().join('\n'))!.groups!.pid);
	run.hangUp();
	await run.waitFor(() => !isAlive(pid));
	t.notRegex(readFileSync(complaints, 'utf8'), /Error/v);
});
