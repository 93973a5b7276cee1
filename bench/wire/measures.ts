import {setTimeout} from 'node:timers/promises';
import {runInPty, type PtyOptions, type PtyRun} from '../../test/pty.ts';
import {timeUntil} from '../time-until.ts';
import {type Log, openLog} from './log.ts';
import type {Program} from './programs.ts';

/** One program on one terminal; undefined where it did not come to it within the patience of the bench. */
export type Measured = {
	readonly firstFrameMs: number | undefined;
	readonly startMs: number | undefined;
	readonly lineBytes: number;
	readonly typedBytes: number;
	readonly idleBytes: number;
	readonly keyP50Ms: number | undefined;
	readonly keyP95Ms: number | undefined;
	readonly burstBehindMs: number | undefined;
	readonly stallBehindMs: number | undefined;
	readonly baudKeyMs: number | undefined;
};

const size = {columns: 120, rows: 40} satisfies PtyOptions;
const patienceMs = 20_000;
const startLines = 2000;
const startCount = 5;

/** Of twenty the 95th percentile would be the slowest: what one collection of garbage, ours or another's, makes of it. */
const keyCount = 100;

export async function measure(program: Program): Promise<Measured> {
	const starts = program.isStartUntold ? [] : await repeated(startCount, async () => startOf(program));
	return {
		firstFrameMs: median(starts.map(({firstFrameMs}) => firstFrameMs)),
		startMs: median(starts.map(({startMs}) => startMs)),
		...await bytesAndKeys(program),
		burstBehindMs: await burstBehindMs(program),
		stallBehindMs: await stallBehindMs(program),
		baudKeyMs: await baudKeyMs(program),
	};
}

/** From the start of the process until anything is on the screen, and until the newest line is. */
async function startOf(program: Program): Promise<{readonly firstFrameMs: number; readonly startMs: number}> {
	const log = openLog(startLines);
	const word = log.append(1);
	const beginMs = performance.now();
	const run = runInPty(program.command(log.file), size);
	await run.waitFor(() => run.picture().some(row => row !== ''), patienceMs);
	const firstFrameMs = run.arrived().lastMs - beginMs;
	await run.waitForText(word, patienceMs);
	const startMs = run.arrived().lastMs - beginMs;
	run.hangUp();
	return {firstFrameMs, startMs};
}

async function bytesAndKeys(program: Program): Promise<Omit<Measured, 'firstFrameMs' | 'startMs' | 'burstBehindMs' | 'stallBehindMs' | 'baudKeyMs'>> {
	const {run, log, end} = await opened(program, size);
	const lineBytes = await bytesOf(run, 10, async () => {
		const word = log.append(1);
		await run.waitForText(word, patienceMs);
	});
	await setTimeout(afterLinesMs);
	const idleBytes = await bytesOf(run, 1, async () => setTimeout(5000));
	run.type(program.stopFollowing ?? '');
	await quiet(run);
	const keys = await repeated(keyCount, async index => keyMs(run, program.moves[index % 2]!));
	run.type('/');
	await quiet(run);
	const letters = [...'qzqxk'];
	const typedBytes = await bytesOf(run, letters.length, async index => {
		run.type(letters[index]!);
		await setTimeout(200);
	});
	end();
	return {lineBytes, idleBytes, typedBytes, keyP50Ms: quantile(keys, 0.5), keyP95Ms: quantile(keys, 0.95)};
}

/** Until the last byte of what the key changed. */
async function keyMs(run: PtyRun, key: string): Promise<number> {
	const pressedMs = performance.now();
	run.type(key);
	await quiet(run);
	return Math.max(0, run.arrived().lastMs - pressedMs);
}

/** 1,000 lines a second for ten seconds over 11.5 kB/s; how long after it the newest line is on the screen. */
async function burstBehindMs(program: Program): Promise<number | undefined> {
	const {run, log, end} = await opened(program, {...size, bytesPerSecond: 11_500});
	const word = await burst(log, 10);
	const behindMs = await timeUntil(run, word, patienceMs);
	end();
	return behindMs;
}

/** The link stands still for six seconds while 1,000 lines a second come; how long after it goes on the newest line is on the screen. */
async function stallBehindMs(program: Program): Promise<number | undefined> {
	const {run, log, end} = await opened(program, {...size, bytesPerSecond: 11_500});
	run.stall();
	const word = await burst(log, 6);
	run.wake();
	const behindMs = await timeUntil(run, word, patienceMs);
	end();
	return behindMs;
}

/** 1,000 lines a second; answers what the newest shows. */
async function burst(log: Log, seconds: number): Promise<string> {
	let word = '';
	for (let tenth = 0; tenth < seconds * 10; tenth++) {
		word = log.append(100);
		// eslint-disable-next-line no-await-in-loop -- one tenth of a second after the other
		await setTimeout(100);
	}

	return word;
}

/** At 9600 baud, while five lines a second come: from a text typed into the search until it is on the screen. */
async function baudKeyMs(program: Program): Promise<number | undefined> {
	const {run, log, end} = await opened(program, {columns: 80, rows: 24, bytesPerSecond: 960});
	const timer = setInterval(() => {
		log.append(1);
	}, 200);
	await setTimeout(3000);
	run.type(`${program.stopFollowing ?? ''}/`);
	await setTimeout(3000);
	run.type('qzq');
	const tookMs = await timeUntil(run, 'qzq', patienceMs);
	clearInterval(timer);
	end();
	return tookMs;
}

async function opened(program: Program, options: PtyOptions) {
	const log = openLog(startLines);
	const run = runInPty(program.command(log.file), options);
	const word = log.append(1);
	await run.waitForText(word, 3 * patienceMs);
	return {
		run,
		log,
		end() {
			run.hangUp();
		},
	};
}

/** Bytes of each of so many acts, and of what they lead to. */
async function bytesOf(run: PtyRun, count: number, act: (index: number) => Promise<unknown>): Promise<number> {
	await quiet(run);
	const before = run.arrived().bytes;
	await repeated(count, async index => {
		await act(index);
		await quiet(run);
	});
	return (run.arrived().bytes - before) / count;
}

/** Counts beside a log follow its lines at most so much later (ours: the bars of the histogram, once a second). What they send is not idle. */
const afterLinesMs = 2000;

/** Nothing came for so long: whatever a key or a line led to is over. */
const quietMs = 120;

async function quiet(run: PtyRun): Promise<void> {
	const beginMs = performance.now();
	await run.waitFor(() => performance.now() - Math.max(beginMs, run.arrived().lastMs) > quietMs, patienceMs);
}

async function repeated<Value>(count: number, act: (index: number) => Promise<Value>): Promise<Value[]> {
	const values: Value[] = [];
	for (let index = 0; index < count; index++) {
		// eslint-disable-next-line no-await-in-loop -- measured one after the other
		values.push(await act(index));
	}

	return values;
}

const median = (values: readonly number[]): number | undefined => quantile(values, 0.5);

const quantile = (values: readonly number[], share: number): number | undefined => values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))];
