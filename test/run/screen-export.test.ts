import {Buffer} from 'node:buffer';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {patienceMs} from '../patience.ts';
import {gone, runInPty} from '../pty.ts';
import {copiedFixtures, ledgerline, temporaryFolder} from './program.ts';

const builtProgram = path.resolve('dist/ledgerline.js');

test('what is exported from the screen is what print writes for the same filters', async t => {
	const log = path.join(copiedFixtures(t, 'console-audit'), 'mgmt-audit.log');
	const folder = temporaryFolder(t);
	const printed = await ledgerline(['print', '--output', 'csv', '--action', 'login', log]);
	const run = runInPty([process.execPath, builtProgram, '--action', 'login', log], {cwd: folder});
	await run.waitForText('LIVE', patienceMs);
	await run.obeys('e', /export to ledgerline-\d{8}-\d{6}\.csv +as CSV/);
	await run.obeys('\r', / \d+ events written to ledgerline-/);
	const [name, receipt] = readdirSync(folder).toSorted();
	const exported = readFileSync(path.join(folder, name!));
	t.is(Buffer.compare(exported, printed.stdout), 0);

	run.type('q');
	t.like(await run.ended, {status: 0});
	t.deepEqual(readdirSync(folder).toSorted(), [name, receipt]);
	t.is(receipt, `${name}.receipt.json`);
});

test('a file in the way is asked about on the screen, and stays when the person goes back', async t => {
	const log = path.join(copiedFixtures(t, 'console-audit'), 'mgmt-audit.log');
	const folder = temporaryFolder(t, {'e.csv': 'mine\n'});
	const run = runInPty([process.execPath, builtProgram, log], {cwd: folder});
	await run.waitForText('LIVE', patienceMs);
	await run.obeys('e', 'as CSV');
	await run.obeys(`${'\u{7F}'.repeat(40)}e.csv\r`, 'exists, 5 bytes: Enter again replaces it');
	await run.obeys('\u{1B}', gone(/exists/v));
	t.is(readFileSync(path.join(folder, 'e.csv'), 'utf8'), 'mine\n');

	writeFileSync(path.join(folder, 'e.csv'), 'mine still\n');
	await run.obeys('e', 'as CSV');
	await run.obeys(`${'\u{7F}'.repeat(40)}${log}\r`, /the name must end in/);
	await run.obeys('.csv\r', /is the log mgmt-audit\.log, or named like it/);
	run.type('\u{3}');
	t.like(await run.ended, {status: 0});
	t.deepEqual(readdirSync(folder), ['e.csv']);
});
