/**
What following a log of many appended lines costs, thread by thread, beside reading the same bytes at once.
Run: `npm run build && npm run appended [SECONDS [LINES_PER_SECOND]]` (20 s of 10,000 lines by default). Keeps what it found in bench/results/.
*/
import {appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {loadavg, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {runInPty} from '../../test/pty.ts';
import {threadsSince, threadTimes} from './thread-times.ts';
import {timedInTurn} from './timed.ts';

const [seconds = 20, linesPerSecond = 10_000] = process.argv.slice(2).map(Number);

/** The writer appends so often: each write is a ring of its own. */
const writesPerSecond = 1000;
const rounds = 3;
const settleMs = 2000;
const program = path.resolve('dist/ledgerline.js');

const folder = mkdtempSync(path.join(tmpdir(), 'ledgerline-bench-'));
const log = path.join(folder, 'app.log');

try {
	writeFileSync(log, lines(0, 1));
	const loadBefore = loadavg()[0]!;
	const following = await costOfFollowing();
	const [atOnce] = timedInTurn([[process.execPath, program, 'stats', log]], rounds);
	const result = {
		about: {node: process.version, loadBefore, loadAfter: loadavg()[0]!},
		seconds,
		linesPerSecond: Math.round(following.lines / following.wroteSeconds),
		megabytes: statSync(log).size / 1e6,
		followedCpuSeconds: following.cpuSeconds,
		threads: following.threads,
		readAtOnceCpuSeconds: atOnce!.cpu,
	};
	const day = new Date().toISOString().slice(0, 10);
	writeFileSync(new URL(`../results/appended-${day}.json`, import.meta.url), `${JSON.stringify(result, rounded, '\t')}\n`);
	console.log(JSON.stringify(result, rounded, '\t'));
} finally {
	rmSync(folder, {recursive: true});
}

/** On a screen, as an administrator has it: what it draws is a cost like any other. */
async function costOfFollowing() {
	const run = runInPty([process.execPath, program, log], {columns: 120, rows: 40});
	await run.waitForText('LIVE');
	await setTimeout(settleMs);
	const before = threadTimes(run.pid());
	const written = await write();
	await run.waitForText(`line ${written.lines - 1} `);
	await setTimeout(settleMs);
	const threads = threadsSince(before, threadTimes(run.pid()));
	run.hangUp();
	return {...written, threads, cpuSeconds: threads.reduce((sum, {cpuSeconds}) => sum + cpuSeconds, 0)};
}

async function write() {
	const startMs = performance.now();
	let count = 1;
	while (performance.now() - startMs < seconds * 1000) {
		const due = Math.floor((performance.now() - startMs) * linesPerSecond / 1000);
		while (count < due) {
			const few = Math.min(due - count, linesPerSecond / writesPerSecond);
			appendFileSync(log, lines(count, few));
			count += few;
		}

		// eslint-disable-next-line no-await-in-loop -- A writer at a pace.
		await setTimeout(1);
	}

	return {lines: count, wroteSeconds: (performance.now() - startMs) / 1000};
}

function lines(first: number, count: number): string {
	return Array.from({length: count}, (_, index) => `${new Date().toISOString()} mgmt app[4711]: line ${first + index} from user=alice address=10.20.0.${(first + index) % 256}\n`).join('');
}

function rounded(_: string, value: unknown): unknown {
	return typeof value === 'number' ? Number(value.toPrecision(3)) : value;
}
