import type {Clock} from '../turns/clock.ts';
import {isOwnDisk} from './folder-watch.ts';
import type {Doorbell, OnRing, OpenDoorbell} from './watch.ts';

type Surroundings = {
	readonly openDoorbell: OpenDoorbell;
	readonly clock: Clock;
	/** What tells one folder from another made in its place; undefined where there is none. */
	readonly identityOf: (folder: string) => string | undefined;
	readonly onRing: OnRing;
	/** A folder could not be watched, and why. */
	readonly onSilent: (folder: string, code: string) => void;
};

export type Doorbells = {
	/** Hangs a doorbell on every folder that has none. One on a folder that was removed never rings again, without a word: it is taken down. */
	hang(folders: Iterable<string>): void;
	/** Why a folder's doorbell is silent. */
	silenceOf(folder: string): string | undefined;
	/** Whether so much happens in a folder that its doorbell was taken down and it is looked at by the clock instead. */
	isHot(folder: string): boolean;
	/** Whether it tells of every change: its doorbell hangs, and no other machine changes the folder. */
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

/** So many need no longer counting. */
const plentyRings = 400;

/** How long a hot folder goes without its doorbell before it is tried again; twice as long each time it proves hot again. */
const firstHotMs = 5000;
const longestHotMs = 60_000;

/** A machine out of inotify watches may have some again later. */
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
		// What was on its way when it was taken down still rings.
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
