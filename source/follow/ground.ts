import {type Unpack, unpackHere} from './archives/archives.ts';
import {realClock, type Clock} from './turns/clock.ts';
import {mostHandles} from './handles/descriptors.ts';
import type {Disk} from './disk/disk.ts';
import {openDoormanHere, type OpenDoorman} from './doorman/doorman.ts';
import {keepNames} from './disk/folder-names.ts';
import {isOwnDisk} from './doorman/folder-watch.ts';
import {machineDisk} from './disk/own-output.ts';
import {openDoorbell, type OpenDoorbell} from './doorman/watch.ts';

/** What following stands on; a test brings its own. */
export type Ground = {
	readonly disk: Disk;
	readonly clock: Clock;
	readonly openDoorbell: OpenDoorbell;
	readonly openDoorman: OpenDoorman;
	readonly unpack: Unpack;
	/** Files held open at most. */
	readonly mostHandles: number;
};

/** This machine. */
export const machine = (): Ground => ({disk: keepNames(machineDisk(), {calendarMs: realClock.calendarMs, isOwnDisk}), clock: realClock, openDoorbell, openDoorman: openDoormanHere, unpack: unpackHere, mostHandles: mostHandles()});
