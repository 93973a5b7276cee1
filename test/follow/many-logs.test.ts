import test from 'ava';
import type {Clock} from '../../source/follow/turns/clock.ts';
import type {Disk} from '../../source/follow/disk/disk.ts';
import type {OpenDoorman} from '../../source/follow/doorman/doorman.ts';
import {openFollow} from '../../source/follow/open-follow.ts';
import {ManualClock} from './stage/manual-clock.ts';
import {MemoryDisk} from './stage/memory-disk.ts';
import {Recorder} from './stage/recorder.ts';

const logCount = 100;

/** Reads of a hundred logs then take longer than any pause between two looks by the clock. */
const readMs = 10;

/** A folder of logs on a disk where every read takes its time, and the clock that shows it. */
function slowFolder() {
	const memory = new MemoryDisk();
	memory.create('/logs', 'folder');
	for (let index = 0; index < logCount; index++) {
		memory.create(`/logs/app-${index}x.log`);
		memory.hold(`/logs/app-${index}x.log`)(`line of ${index}\n`);
	}

	const manual = new ManualClock();
	let spentMs = 0;
	const clock: Clock = {
		nowMs: () => manual.nowMs() + spentMs,
		calendarMs: manual.calendarMs,
		after: (delayMs, call) => manual.after(delayMs, call),
		soon: call => manual.soon(call),
	};
	const disk: Disk = {
		factsOf: file => memory.factsOf(file),
		factsOfHandle: handle => memory.factsOfHandle(handle),
		isLink: file => memory.isLink(file),
		targetOf: file => memory.targetOf(file),
		pathOf: handle => memory.pathOf(handle),
		open: file => memory.open(file),
		read(handle, into, offsetBytes) {
			spentMs += readMs;
			return memory.read(handle, into, offsetBytes);
		},
		close(handle) {
			memory.close(handle);
		},
		namesIn: folder => memory.namesIn(folder),
		glob: () => memory.glob(),
		barTo: () => undefined,
	};
	return {disk, clock, manual};
}

/** Nothing ever comes to a name. */
const idleDoorman: OpenDoorman = () => ({isApart: true, attend: () => undefined, waiting: () => [], take: () => [], decline: () => undefined, close: () => undefined});

for (const [how, isFollowing] of [
	['followed', true],
	['read once', false],
] as const) {
	test(`a folder of so many logs that a look at all takes longer than the pause between two is ${how} and comes to rest`, t => {
		const {disk, clock, manual} = slowFolder();
		const recorder = new Recorder();
		const following = openFollow({paths: ['/logs'], isFollowing}, recorder, {disk, clock, openDoorman: idleDoorman, openDoorbell: () => ({close: () => undefined})});
		following.start();
		manual.advance(1);
		t.is(recorder.caughtUpCount, 1);
		t.is(recorder.texts.length, logCount);
		following.close();
	});
}
