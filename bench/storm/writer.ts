import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import process from 'node:process';
import {numberedLine, randomFrom} from './lines.ts';
import {keptWaitingMs, watchThread, type Served} from './processor-time.ts';
import {outlives, rotations, type Mode, type WrittenLog} from './rotations.ts';

/** What a writer is told, as JSON in its first argument. */
export type Orders = {
	readonly live: string;
	readonly mode: Mode;
	readonly keep: number;
	readonly fileBytes: number;
	readonly rotationsPerSecond: number;
	readonly rotations: number;
	readonly writeBytes: number;
	readonly seed: number;
	/** The process that follows, to tell what it missed from what the kernel kept it from. */
	readonly followerPid: number;
};

/** What a writer tells at its end, as JSON on standard output. */
export type Written = {
	readonly lines: number;
	readonly seconds: number;
	/** Lines that the rotator destroyed itself: they were in the live file only, for a moment. */
	readonly destroyed: readonly number[];
	/** Lines that were there too briefly to be had, or while the kernel gave the follower no processor: from the first to before the second of each pair. */
	readonly unreachable: ReadonlyArray<readonly [number, number]>;
};

/** A file that was there for less, from its making to the loss of its last name, was out of reach: a process woken at once needs a tenth of this on a machine that has nothing else to do. */
const reachableMs = 2;

/** A file while its name led to it: how the follower's doorman was served when it was made and when it was rotated away, and its lines. */
type Life = {readonly born: Served; readonly rotated: Served; readonly lines: readonly [number, number]};

const orders = JSON.parse(process.argv[2]!) as Orders;
process.stdout.write(JSON.stringify(write(orders)));

function write({live, mode, keep, fileBytes, rotationsPerSecond, rotations: wanted, writeBytes, seed, followerPid}: Orders): Written {
	const random = randomFrom(seed);
	const served = watchThread(followerPid, 'doorman-worker');
	const log: WrittenLog = {live, keep, fd: fs.openSync(live, 'a'), rotations: 0};
	const destroyed: number[] = [];
	const startMs = performance.now();
	let lines = 0;
	let bytes = 0;
	let pending = '';
	const lives: Life[] = [];
	let born = served();
	let firstLine = 0;
	while (log.rotations < wanted) {
		bytes += writeSome();
		const dueMs = startMs + (1000 * (log.rotations + (bytes / fileBytes)) / rotationsPerSecond);
		waitUntil(dueMs);
		if (bytes < fileBytes) {
			continue;
		}

		endFile();
		log.rotations++;
		lives.push({born, rotated: served(), lines: [firstLine, lines]});
		rotations[mode](log, writeWhatIsDestroyed);
		born = served();
		firstLine = lines;
		bytes = 0;
	}

	writeSome();
	endFile();
	return {lines, seconds: (performance.now() - startMs) / 1000, destroyed, unreachable: outOfReach(lives, outlives[mode](keep))};

	function writeWhatIsDestroyed(): void {
		const first = lines;
		writeSome();
		endFile();
		for (let number = first; number < lines; number++) {
			destroyed.push(number);
		}
	}

	/** Buffers as appenders do: a write may end inside a line. */
	function writeSome(): number {
		while (pending.length < writeBytes) {
			pending += numberedLine(lines++, random);
		}

		fs.writeSync(log.fd, Buffer.from(pending.slice(0, writeBytes)));
		pending = pending.slice(writeBytes);
		return writeBytes;
	}

	/** A file ends on a whole line. */
	function endFile(): void {
		if (pending.length === 0) {
			return;
		}

		fs.writeSync(log.fd, pending);
		pending = '';
	}
}

function outOfReach(lives: readonly Life[], outlived: number): ReadonlyArray<readonly [number, number]> {
	return lives.filter(({born}, index) => {
		const gone = lives[index + outlived]?.rotated;
		const later = lives.slice(index + outlived + 1).map(next => next.born);
		return gone !== undefined && gone.atMs - born.atMs - keptWaitingMs(born, gone, later) < reachableMs;
	}).map(life => life.lines);
}

function waitUntil(dueMs: number): void {
	const waitMs = dueMs - performance.now();
	if (waitMs > 0) {
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
	}
}
