import {type Unpack, unpackHere} from './archives.ts';
import {realClock, type Clock} from './clock.ts';
import {mostHandles} from './descriptors.ts';
import type {Disk} from './disk.ts';
import {openDoormanHere, type OpenDoorman} from './doorman.ts';
import {keepNames} from './folder-names.ts';
import {isOwnDisk} from './folder-watch.ts';
import {machineDisk} from './own-output.ts';
import {openDoorbell, type OpenDoorbell} from './watch.ts';

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
