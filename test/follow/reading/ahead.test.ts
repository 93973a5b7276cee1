import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {Clock} from '../../../source/follow/turns/clock.ts';
import {openFollow} from '../../../source/follow/open-follow.ts';
import {ManualClock} from '../stage/manual-clock.ts';
import {MemoryDisk} from '../stage/memory-disk.ts';
import {Recorder} from '../stage/recorder.ts';
import {live} from '../stage/scripted-log.ts';

/** More than is worth telling ahead of, in lines of 1000 bytes. */
const manyLines = 6000;

const linesOf = (name: string, count: number): string[] => Array.from({length: count}, (_, line) => `${name} ${line} `.padEnd(999, '.'));
const textOf = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');

/** Time goes on with every look at the clock, so that reading takes many turns. */
function restlessClock(clock: ManualClock): Clock {
	let ticks = 0;
	return {
		calendarMs: clock.calendarMs,
		nowMs() {
			ticks++;
			return clock.nowMs() + ticks;
		},
		after: (delayMs, call) => clock.after(delayMs, call),
		soon: call => clock.soon(call),
	};
}

type Watched = {readonly recorder: Recorder; readonly aheadAtOnce: readonly string[]};

/** Follows `live`, newest first, until all is read; `happening` comes about while the first lines are given. */
function followNewestFirst(t: ExecutionContext, prepare: (disk: MemoryDisk) => void, happening: (disk: MemoryDisk) => void = () => undefined): Watched {
	const disk = new MemoryDisk();
	const clock = new ManualClock();
	const recorder = new Recorder();
	const give = recorder.lines.bind(recorder);
	recorder.lines = (generation, offsetBytes, bytes, isLate) => {
		if (recorder.given.length === 0) {
			happening(disk);
		}

		give(generation, offsetBytes, bytes, isLate);
	};

	disk.create(path.dirname(live), 'folder');
	prepare(disk);
	const following = openFollow({paths: [live], isFollowing: true, isNewestFirst: true}, recorder, {disk, clock: restlessClock(clock), openDoorbell: () => ({close: () => undefined})});
	t.teardown(() => {
		following.close();
	});
	following.start();
	const aheadAtOnce = recorder.linesAhead.map(({text}) => text);
	clock.advance(5000);
	return {recorder, aheadAtOnce};
}

function write(disk: MemoryDisk, file: string, lines: readonly string[]): void {
	disk.create(file);
	disk.hold(file)(textOf(lines));
}

test('the end of a large file is told before anything is read, and every line is given in its turn', t => {
	const lines = linesOf('a', manyLines);
	const {recorder, aheadAtOnce} = followNewestFirst(t, disk => {
		write(disk, live, lines);
	});
	t.deepEqual(aheadAtOnce, lines.slice(-aheadAtOnce.length));
	t.true(aheadAtOnce.length > 200);
	t.deepEqual(recorder.texts, lines);
	t.deepEqual(recorder.generations.map(({ordinal}) => ordinal), [1]);
});

test('a file that is read in a few blinks is not told ahead', t => {
	const {recorder} = followNewestFirst(t, disk => {
		write(disk, live, linesOf('a', 100));
	});
	t.deepEqual(recorder.linesAhead, []);
});

test('lines written while the older ones are read are told ahead as well', t => {
	const lines = linesOf('a', manyLines);
	const written = linesOf('b', 3);
	const {recorder} = followNewestFirst(t, disk => {
		write(disk, live, lines);
	}, disk => {
		disk.hold(live)(textOf(written));
	});
	t.deepEqual(recorder.linesAhead.slice(-3).map(({text}) => text), written);
	t.deepEqual(recorder.texts, [...lines, ...written]);
});

test('the live file is told ahead of the rotated ones, and numbers follow the order of writing all the same', t => {
	const [older, newer] = [linesOf('a', manyLines), linesOf('b', 20)];
	const {recorder, aheadAtOnce} = followNewestFirst(t, disk => {
		write(disk, `${live}.1`, older);
		write(disk, live, newer);
	});
	t.deepEqual(aheadAtOnce, newer);
	t.deepEqual(recorder.texts, [...older, ...newer]);
	t.deepEqual(recorder.generations.map(({path: where, ordinal}) => `${ordinal} ${where}`), [`1 ${live}.1`, `2 ${live}`]);
});

test('after a rotation the new file is told ahead, while the old one is still being read', t => {
	const [older, newer] = [linesOf('a', manyLines), linesOf('b', 20)];
	const {recorder} = followNewestFirst(t, disk => {
		write(disk, live, older);
	}, disk => {
		disk.rename(live, `${live}.1`);
		write(disk, live, newer);
	});
	t.deepEqual(recorder.linesAhead.slice(-20).map(({text}) => text), newer);
	t.deepEqual(recorder.texts, [...older, ...newer]);
	t.deepEqual(recorder.holes, []);
});

test('lines told ahead of a file that was then copied and emptied are taken back, and come from the copy', t => {
	const [older, newer, newest] = [linesOf('a', manyLines), linesOf('b', 20), linesOf('c', 5)];
	const {recorder, aheadAtOnce} = followNewestFirst(t, disk => {
		write(disk, `${live}.2`, older);
		write(disk, live, newer);
	}, disk => {
		disk.copy(live, `${live}.1`);
		disk.truncate(live, 0);
		disk.hold(live)(textOf(newest));
	});
	t.deepEqual(aheadAtOnce, newer);
	t.deepEqual(recorder.linesAhead.filter(({text}) => newer.includes(text)), []);
	t.deepEqual(recorder.texts, [...older, ...newer, ...newest]);
});

test('lines told ahead of a file that was then emptied in place are taken back, and that is said', t => {
	const {recorder} = followNewestFirst(t, disk => {
		write(disk, `${live}.1`, linesOf('a', manyLines));
		write(disk, live, linesOf('b', 20));
	}, disk => {
		disk.truncate(live, 0);
		disk.hold(live)(textOf(linesOf('c', 5)));
	});
	t.deepEqual(recorder.linesAhead.filter(({text}) => text.startsWith('b')), []);
	t.deepEqual(recorder.texts.slice(manyLines), linesOf('c', 5));
	t.deepEqual(recorder.stateOf(0)!.notices, ['truncated in place: what was written just before may be lost']);
});

test('a file of one endless line is not told ahead', t => {
	const {recorder} = followNewestFirst(t, disk => {
		disk.create(live);
		disk.hold(live)('x'.repeat(6_000_000));
		disk.hold(live)('\nend\n');
	});
	t.is(recorder.texts.length, 2);
	t.deepEqual(recorder.linesAhead, []);
});

test('of many logs that are large only together, the newest lines of each are told ahead', t => {
	const disk = new MemoryDisk();
	const clock = new ManualClock();
	const recorder = new Recorder();
	const folder = path.dirname(live);
	const logs = Array.from({length: 40}, (_, log) => `log-${log}x`);
	disk.create(folder, 'folder');
	for (const log of logs) {
		write(disk, path.join(folder, `${log}.log`), linesOf(log, 200));
	}

	const following = openFollow({paths: logs.map(log => path.join(folder, `${log}.log`)), isFollowing: true, isNewestFirst: true}, recorder, {disk, clock, openDoorbell: () => ({close: () => undefined})});
	following.start();
	clock.advance(5000);
	following.close();
	const ahead = new Set(recorder.linesAhead.map(({text}) => text.trimEnd()));
	t.true(logs.every(log => [...ahead].some(text => text.startsWith(`${log} 199 `))));
	t.is(recorder.texts.length, logs.length * 200);
});
