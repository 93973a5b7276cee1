import type {Disk, FileFacts} from '../disk/disk.ts';
import {type Arrival} from './arrival.ts';
import {Doorstep} from './doorstep.ts';

/** Looks after live names: opens whatever appears there and keeps it until it is taken. */
export type Doorman = {
	/** It looks by itself, elsewhere: what it saw may still be on its way. */
	readonly isApart: boolean;
	/** Looks after a name from now on. `newest`: the file it led to when last seen. */
	attend(path: string, newest: FileFacts | undefined): void;
	/** Everything that came to a name since the last call, in order. Its descriptors belong to the caller from now on. */
	take(path: string): readonly Arrival[];
	/** The names that something came to; undefined where only a look at each can tell. */
	waiting(): readonly string[] | undefined;
	/** The file that came last was not accepted: it is offered again a little later. */
	decline(path: string): void;
	/** What is not taken by now is closed. */
	close(): void;
};

export type OpenDoorman = (surroundings: {
	readonly disk: Disk;
	readonly calendarMs: () => number;
	/** Something waits to be taken for this name, or a rotator is at work beside it. */
	readonly onArrival: (path: string) => void;
}) => Doorman;

/** The plainest doorman: looks at a name when asked, in the caller's own thread. */
export const openDoormanHere: OpenDoorman = ({disk, calendarMs}) => {
	const doorsteps = new Map<string, Doorstep>();
	return {
		isApart: false,
		attend(path, newest) {
			doorsteps.set(path, new Doorstep({disk, calendarMs, path, newest}));
		},
		take(path) {
			const doorstep = doorsteps.get(path);
			doorstep?.look();
			return doorstep?.take() ?? [];
		},
		waiting: () => undefined,
		decline(path) {
			doorsteps.get(path)?.decline();
		},
		close() {
			for (const doorstep of doorsteps.values()) {
				doorstep.close();
			}
		},
	};
};
