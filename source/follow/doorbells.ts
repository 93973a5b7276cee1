import type {Clock} from './clock.ts';
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
	close(): void;
};

type Bell = {
	doorbell: Doorbell | undefined;
	identity: string | undefined;
	silence: string | undefined;
	rings: number;
	countedSinceMs: number;
	reopenAtMs: number;
};

/** Above this a ring for every write costs more than the reading it leads to: chokidar takes about 0.1 ms for each. */
const hotRingsPerSecond = 400;
const countingMs = 250;

/** How long a hot folder goes without its doorbell before it is tried again. */
const hotMs = 5000;

/** A machine out of inotify watches may have some again later. */
const retryMs = 30_000;

/** The doorbells of all folders. */
export function openDoorbells({openDoorbell, clock, identityOf, onRing, onSilent}: Surroundings): Doorbells {
	const bells = new Map<string, Bell>();
	return {
		hang(folders) {
			for (const folder of folders) {
				const bell = bells.get(folder) ?? {doorbell: undefined, identity: undefined, silence: undefined, rings: 0, countedSinceMs: clock.nowMs(), reopenAtMs: 0};
				bells.set(folder, bell);
				const identity = identityOf(folder);
				if (identity === undefined || identity !== bell.identity) {
					takeDown(bell, 0);
					bell.identity = identity;
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
		close() {
			for (const {doorbell} of bells.values()) {
				void doorbell?.close();
			}
		},
	};

	function open(folder: string, bell: Bell): void {
		bell.silence = undefined;
		bell.rings = 0;
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
		bell.rings++;
		const countedMs = clock.nowMs() - bell.countedSinceMs;
		if (countedMs < countingMs) {
			return;
		}

		if (bell.rings * 1000 > hotRingsPerSecond * countedMs) {
			takeDown(bell, hotMs);
		}

		bell.rings = 0;
		bell.countedSinceMs = clock.nowMs();
	}

	function takeDown(bell: Bell, forMs: number): void {
		void bell.doorbell?.close();
		bell.doorbell = undefined;
		bell.reopenAtMs = clock.nowMs() + forMs;
	}
}
