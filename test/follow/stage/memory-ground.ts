import path from 'node:path';
import type {OpenDoorman} from '../../../source/follow/doorman/doorman.ts';
import {openFollow} from '../../../source/follow/open-follow.ts';
import {ManualClock} from './manual-clock.ts';
import {MemoryDisk} from './memory-disk.ts';
import {Recorder} from './recorder.ts';
import {live} from './scripted-log.ts';
import {TestDoorbell} from './test-doorbell.ts';

type Ground = {
	readonly clock: ManualClock;
	readonly recorder: Recorder;
	/** Something changed: the bell rings, and so much time passes. */
	lookFor(forMs: number): void;
	close(): void;
};

type Options = {readonly disk: MemoryDisk; readonly openDoorman?: OpenDoorman};

/** A disk on which the folder of the live log is, and nothing in it. */
export function diskWithFolder(): MemoryDisk {
	const disk = new MemoryDisk();
	disk.create(path.dirname(live), 'folder');
	return disk;
}

/** Follows the live log on a disk in memory, by a clock that the test moves. */
export function followInMemory({disk, ...openings}: Options): Ground {
	const clock = new ManualClock();
	const recorder = new Recorder();
	const doorbell = new TestDoorbell(1);
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell: doorbell.open, ...openings});
	following.start();
	return {
		clock,
		recorder,
		lookFor(forMs) {
			doorbell.ring();
			clock.advance(forMs);
		},
		close() {
			following.close();
		},
	};
}
