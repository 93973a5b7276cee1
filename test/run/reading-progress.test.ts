import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {readingWords} from '../../source/run/reading-progress.ts';
import {runInPty} from '../pty.ts';
import {startLedgerline, temporaryFolder} from './program.ts';

const gigabyte = 1024 ** 3;

for (const [readBytes, totalBytes, words] of [
	[0, 0, 'reading: 0 bytes of 0 bytes (0 %)'],
	[1.5 * gigabyte, 3 * gigabyte, 'reading: 1.5 GB of 3 GB (50 %)'],
	[999, 1000, 'reading: 999 bytes of 1000 bytes (99 %)'],
	[1000, 1000, 'reading: 1000 bytes of 1000 bytes (100 %)'],
] as const) {
	test(`${readBytes} of ${totalBytes} bytes are told as '${words}'`, t => {
		t.is(readingWords(readBytes, totalBytes), words);
	});
}

/** Read for hours: a terabyte without a line. */
function endless(file: string): void {
	writeFileSync(file, '');
	truncateSync(file, 2 ** 40);
}

for (const command of ['print', 'stats']) {
	test(`${command} of what takes long tells a terminal how far it has come, and a signal ends it`, async t => {
		const cwd = temporaryFolder(t);
		endless(path.join(cwd, 'audit.log'));
		const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), command, 'audit.log'], {cwd});
		t.teardown(() => {
			run.hangUp();
		});
		await run.waitForText(/reading: .* of (?:10\d\d GB|1 TB) \(\d+ %\)/v);
		run.signal('SIGTERM');
		t.deepEqual(await run.ended, {status: 143});
	});
}

for (const [filter, content, sentence] of [
	['--user=nobody', 'one line\n', /no event passes these filters: 1 read, none shown/v],
	['--user=nobody', '', /the logs hold no events/v],
	['--since=-1h', '2026-03-03T08:50:00Z one\n2026-03-03T09:10:00Z two\n', /no event lies in the time asked for: the logs go from 2026-03-03T08:50:00Z to 2026-03-03T09:10:00Z/v],
	['--user=nobody --since=2026-03-03T09:00Z', '2026-03-03T08:50:00Z one\n2026-03-03T09:10:00Z two\n', /no event passes these filters: 2 read, none shown/v],
] as const) {
	test(`a print of nothing says why on a terminal: ${filter}, ${sentence.source}`, async t => {
		const cwd = temporaryFolder(t, {'audit.log': content});
		const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), 'print', ...filter.split(' '), 'audit.log'], {cwd, columns: 132});
		await run.waitForText(sentence);
		t.deepEqual(await run.ended, {status: 0});
	});
}

test('a pipe for standard error is told nothing in passing', async t => {
	const cwd = temporaryFolder(t, {'audit.log': 'one line\n'});
	const {stderr} = await startLedgerline(['print', '--user=nobody', 'audit.log'], {cwd}).ended;
	t.is(stderr, '');
});

// A listener would not be called before the step under way is over, however long that takes; the system does not wait.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	test(`print is ended by the system itself on ${signal}, not by a listener`, async t => {
		const cwd = temporaryFolder(t);
		endless(path.join(cwd, 'audit.log'));
		const child = spawn(process.execPath, [path.resolve('dist/ledgerline.js'), 'print', '--output', 'csv', 'audit.log'], {cwd, stdio: ['ignore', 'pipe', 'ignore']});
		t.teardown(() => {
			child.kill('SIGKILL');
		});
		await once(child.stdout, 'data');
		child.kill(signal);
		await once(child, 'exit');
		t.is(child.signalCode, signal);
	});
}
