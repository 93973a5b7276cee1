import {appendFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {patienceMs} from '../patience.ts';
import {type PtyRun, runInPty} from '../pty.ts';
import {temporaryFolder} from './program.ts';

/** So long nothing came: also what is done once a second has been done. */
const quietMs = 1300;

const users = ['dana.admin', 'support', 'cyberx', 'm.ortiz', 'svc-backup'];

const clock = (second: number): string => new Date(second * 1000).toISOString().slice(11, 19);

/** A log that grows by a line of 138 bytes a second. */
const line = (second: number): string => {
	const head = `2026-03-03 ${clock(second)},151 [exec-${second % 7}] INFO  audit- Login: user=${users[second % users.length]!}`;
	return `${head.padEnd(137, ' from the console of the plant')}\n`;
};

const firstLines = 600;

const mostTypedBytes = 30;

/** On a busy machine what one line changes may be drawn in more frames than one: the least of so many is what it costs. */
const mostTries = 6;

async function quiet(run: PtyRun): Promise<void> {
	await run.waitFor(() => performance.now() - run.arrived().lastMs > quietMs, patienceMs);
}

/** What crosses the line from now on until it is quiet. */
async function bytesOf(run: PtyRun, act: () => Promise<void>): Promise<number> {
	const before = run.arrived().bytes;
	await act();
	await quiet(run);
	return run.arrived().bytes - before;
}

/** It stops at the first that is few enough. */
async function leastBytesOf(run: PtyRun, enoughBytes: number, act: (attempt: number) => Promise<void>): Promise<number> {
	let least = Infinity;
	for (let attempt = 0; attempt < mostTries && least > enoughBytes; attempt++) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		least = Math.min(least, await bytesOf(run, async () => act(attempt)));
	}

	return least;
}

for (const [columns, rows, sidebar, mostBytes] of [
	[80, 24, 'shut', 300],
	[200, 60, 'shut', 450],
	[80, 24, 'open', 750],
	[200, 60, 'open', 1100],
] as const) {
	test(`a followed line costs at most ${mostBytes} bytes at ${columns}x${rows} with the sidebar ${sidebar}, a typed character 30, and idle nothing`, async t => {
		t.timeout(60_000);
		const log = path.join(temporaryFolder(t, {'audit.log': Array.from({length: firstLines}, (_, second) => line(second)).join('')}), 'audit.log');
		const run = runInPty([process.execPath, path.resolve('dist/ledgerline.js'), log], {columns, rows});
		await run.waitForText(clock(firstLines - 1), patienceMs);
		if (sidebar === 'shut') {
			await run.obeys('f', '▸FILTERS');
			await run.obeys('f', '▸TIMELINE');
		}

		await quiet(run);
		const lineBytes = await leastBytesOf(run, mostBytes, async attempt => {
			appendFileSync(log, line(firstLines + attempt));
			await run.waitForText(clock(firstLines + attempt), patienceMs);
		});
		t.log(`${lineBytes} bytes a line`);
		t.true(lineBytes <= mostBytes, `${lineBytes} bytes a line`);

		t.is(await bytesOf(run, async () => quiet(run)), 0);

		// A box that asks the engine nothing: how fast that answers decides what is drawn.
		await run.obeys('Tx', 'not a time');
		await quiet(run);
		const typedBytes = await leastBytesOf(run, mostTypedBytes, async attempt => {
			await run.obeys('y', ` x${'y'.repeat(attempt + 1)} `);
		});
		t.log(`${typedBytes} bytes for a character`);
		t.true(typedBytes <= mostTypedBytes, `${typedBytes} bytes for a character`);
		run.type('\u{3}');
		t.like(await run.ended, {status: 0});
	});
}
