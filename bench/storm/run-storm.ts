import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {setInterval, setTimeout as pause} from 'node:timers/promises';
import {judge, type Verdict} from './judge.ts';
import {makeLog} from './rotations.ts';
import type {Orders, Written} from './writer.ts';

export type StormOrders = Omit<Orders, 'live' | 'followerPid'> & {
	/** Runs `tail -F` beside us on the same log. */
	readonly withTail?: boolean;
	/** Stops the followers for so long in the middle of the storm. */
	readonly stopMs?: number | undefined;
	/** Loops that want a processor each for themselves, from the start to the end. */
	readonly busyLoops?: number;
};

export type StormRow = {
	readonly follower: 'ledgerline' | 'tail -F';
	readonly mode: Orders['mode'];
	readonly fileBytes: number;
	readonly lines: number;
	readonly megabytesPerSecond: number;
	readonly verdict: Verdict;
};

const here = import.meta.dirname;
const settleMs = 150;
const quietEnough = 5;

/** One storm: a writer in its own process, followers in theirs, and the judge's count for each. */
export async function runStorm({withTail = false, stopMs, busyLoops = 0, ...orders}: StormOrders): Promise<readonly StormRow[]> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledgerline-storm-'));
	const live = path.join(folder, 'logs/audit.log');
	fs.mkdirSync(path.dirname(live));
	makeLog(live, orders.mode);
	const rivals = Array.from({length: busyLoops}, () => spawn(process.execPath, ['--eval', 'for (;;);'], {stdio: 'ignore'}));
	try {
		const ours = {follower: 'ledgerline', out: path.join(folder, 'ours.out'), child: startOurs(live, path.join(folder, 'ours.out'))} as const;
		const followers = withTail ? [ours, {follower: 'tail -F', out: path.join(folder, 'tail.out'), child: startTail(live, path.join(folder, 'tail.out'))} as const] : [ours];
		await ready(ours);
		const [written] = await Promise.all([write({...orders, live, followerPid: ours.child.pid!}), stopMs === undefined ? undefined : stall(followers.map(({child}) => child), stopMs)]);
		await Promise.all(followers.map(async ({child, out}) => {
			await stopWhenQuiet(child, out);
		}));
		return followers.map(({follower, out}) => ({
			follower,
			mode: orders.mode,
			fileBytes: orders.fileBytes,
			lines: written.lines,
			megabytesPerSecond: orders.fileBytes * orders.rotations / (1024 * 1024) / written.seconds,
			verdict: judge(out, written),
		}));
	} finally {
		for (const rival of rivals) {
			rival.kill();
		}

		fs.rmSync(folder, {recursive: true, force: true});
	}
}

function startOurs(live: string, out: string): ChildProcess {
	return spawn(process.execPath, [path.join(here, 'follow-to-file.ts'), live, out], {stdio: ['ignore', 'ignore', 'inherit']});
}

function startTail(live: string, out: string): ChildProcess {
	return spawn('tail', ['-F', '-n', '+1', live], {stdio: ['ignore', fs.openSync(out, 'w'), 'ignore']});
}

async function write(orders: Orders): Promise<Written> {
	const writer = spawn(process.execPath, [path.join(here, 'writer.ts'), JSON.stringify(orders)], {stdio: ['ignore', 'pipe', 'inherit']});
	return JSON.parse(await text(writer.stdout)) as Written;
}

/** Lines rotated away before a follower stands are nobody's loss. `tail` needs less time than we do. */
async function ready({child, out}: {readonly child: ChildProcess; readonly out: string}): Promise<void> {
	for await (const _ of setInterval(20)) {
		if (child.exitCode !== null) {
			throw new Error(`the follower ended before it stood, with code ${child.exitCode}`);
		}

		if (fs.existsSync(out) && fs.statSync(out).size > 0) {
			await pause(settleMs);
			return;
		}
	}
}

async function stall(followers: readonly ChildProcess[], stopMs: number): Promise<void> {
	await pause(900);
	tell(followers, 'SIGSTOP');
	await pause(stopMs);
	tell(followers, 'SIGCONT');
}

function tell(followers: readonly ChildProcess[], signal: NodeJS.Signals): void {
	for (const follower of followers) {
		follower.kill(signal);
	}
}

/** The follower has had its say when its output has not grown for three poll intervals. */
async function stopWhenQuiet(follower: ChildProcess, out: string): Promise<void> {
	let quiet = 0;
	let size = -1;
	for await (const _ of setInterval(settleMs)) {
		const now = fs.statSync(out).size;
		quiet = now === size ? quiet + 1 : 0;
		size = now;
		if (quiet === quietEnough) {
			break;
		}
	}

	follower.kill('SIGTERM');
	await once(follower, 'exit');
}
