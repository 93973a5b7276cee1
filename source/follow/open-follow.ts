import {realClock} from './clock.ts';
import {realDisk} from './disk.ts';
import type {Follow, FollowOptions, FollowSink} from './follow-port.ts';
import {Following, type Ground} from './following.ts';
import {openDoorbell} from './watch.ts';

const machine: Ground = {disk: realDisk, clock: realClock, openDoorbell};

/** Opens logs for following. Nothing is looked at before `start`. A test brings its own ground to stand on. */
export function openFollow(options: FollowOptions, sink: FollowSink, ground: Partial<Ground> = {}): Follow {
	return new Following(options, sink, {...machine, ...ground});
}
