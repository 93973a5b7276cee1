import type {Clock} from '../turns/clock.ts';
import {isOwnDisk} from './folder-watch.ts';
import type {Doorbell, OnRing, OpenDoorbell} from './watch.ts';

type Surroundings = {
	readonly openDoorbell: OpenDoorbell;
	readonly clock: Clock;
	/** Tells a folder from another one created in its place; undefined if it does not exist. */
	readonly identityOf: (folder: string) => string | undefined;
	readonly onRing: OnRing;
	/** A folder could not be watched, and why. */
	readonly onSilent: (folder: string, code: string) => void;
};

export type Doorbells = {
	/** Watches every folder that is not watched yet. The watch on a folder that was deleted never fires again and does not say so: it is closed. */
	hang(folders: Iterable<string>): void;
	/** Why a folder's doorbell is silent. */
	silenceOf(folder: string): string | undefined;
	/** Whether so much happens in a folder that it is no longer watched but looked at by the clock. */
	isHot(folder: string): boolean;
	/** Whether every change is reported: the folder is watched, and no other machine changes it. */
	isTelling(folder: string): boolean;
	close(): void;
};

type Bell = {
	doorbell: Doorbell | undefined;
	identity: string | undefined;
	silence: string | undefined;
	isOwn: boolean;
	hotMs: number;
	rings: number;
	countedSinceMs: number;
	reopenAtMs: number;
};

/** Above this a ring for every write costs more than the reading it leads to: chokidar takes about 0.1 ms for each. */
const hotRingsPerSecond = 400;
const countingMs = 250;

/** Beyond this the exact number does not matter. */
const plentyRings = 400;

/** How long a busy folder goes unwatched before watching is tried again; twice as long each time it turns out to be busy still. */
const firstHotMs = 5000;
const longestHotMs = 60_000;

/** A machine that ran out of inotify watches may have some again later. */
const retryMs = 30_000;

/** The doorbells of all folders. */
export function openDoorbells({openDoorbell, clock, identityOf, onRing, onSilent}: Surroundings): Doorbells {
	const bells = new Map<string, Bell>();
	return {
		hang(folders) {
			for (const folder of folders) {
				const bell = bells.get(folder) ?? {doorbell: undefined, identity: undefined, silence: undefined, isOwn: false, hotMs: firstHotMs, rings: 0, countedSinceMs: clock.nowMs(), reopenAtMs: 0};
				bells.set(folder, bell);
				const identity = identityOf(folder);
				if (identity === undefined || identity !== bell.identity) {
					takeDown(bell, 0);
					bell.identity = identity;
					bell.isOwn = isOwnDisk(folder);
					bell.silence = identity === undefined ? 'ENOENT' : undefined;
				}

				if (identity !== undefined && bell.doorbell === undefined && clock.nowMs() >= bell.reopenAtMs) {
					open(folder, bell);
				}
			}
		},
		silenceOf: folder => bells.get(folder)?.silence,
		isHot(folder) {
			const bell = bells.get(folder);
			return bell !== undefined && bell.doorbell === undefined && bell.silence === undefined;
		},
		isTelling(folder) {
			const bell = bells.get(folder);
			return bell?.doorbell !== undefined && bell.isOwn;
		},
		close() {
			for (const {doorbell} of bells.values()) {
				void doorbell?.close();
			}
		},
	};

	function open(folder: string, bell: Bell): void {
		bell.silence = undefined;
		bell.rings = 0;
		bell.countedSinceMs = clock.nowMs();
		bell.doorbell = openDoorbell(folder, (where, name) => {
			onRing(where, name);
			coolIfHot(bell);
		}, code => {
			bell.silence = code;
			takeDown(bell, retryMs);
			onSilent(folder, code);
		});
	}

	function coolIfHot(bell: Bell): void {
		// Events that were on their way when it was closed still ring.
		if (bell.doorbell === undefined) {
			return;
		}

		bell.rings++;
		const countedMs = clock.nowMs() - bell.countedSinceMs;
		const isRinging = bell.rings * 1000 > hotRingsPerSecond * Math.max(countedMs, countingMs);
		if (isRinging && (countedMs >= countingMs || bell.rings >= plentyRings)) {
			takeDown(bell, bell.hotMs);
			bell.hotMs = Math.min(longestHotMs, 2 * bell.hotMs);
		} else if (countedMs >= countingMs) {
			bell.rings = 0;
			bell.hotMs = firstHotMs;
			bell.countedSinceMs = clock.nowMs();
		}
	}

	function takeDown(bell: Bell, forMs: number): void {
		void bell.doorbell?.close();
		bell.doorbell = undefined;
		bell.reopenAtMs = clock.nowMs() + forMs;
	}
}
