import path from 'node:path';
import type {ExecutionContext} from 'ava';
import {openFollow} from '../../../source/follow/open-follow.ts';
import type {OpenDoorbell} from '../../../source/follow/doorman/watch.ts';
import {ManualClock} from './manual-clock.ts';
import {MemoryDisk} from './memory-disk.ts';
import {Recorder} from './recorder.ts';
import {live} from './scripted-log.ts';

const silentDoorbell: OpenDoorbell = () => ({close: () => undefined});

/** Follows `live` on a disk in memory. Nothing happens until the clock is moved. */
export function followLog(t: ExecutionContext, prepare: (disk: MemoryDisk) => void, openDoorbell = silentDoorbell) {
	const disk = new MemoryDisk();
	const clock = new ManualClock();
	const recorder = new Recorder();
	disk.create(path.dirname(live), 'folder');
	prepare(disk);
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell});
	following.start();
	clock.advance(1);
	t.teardown(() => {
		following.close();
	});
	return {disk, clock, recorder, following, state: () => recorder.stateOf(0)!.state};
}

/** The live log with a text. */
export const withLog = (text: string) => (disk: MemoryDisk) => {
	disk.create(live);
	disk.hold(live)(text);
};
