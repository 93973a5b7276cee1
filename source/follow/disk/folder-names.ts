import {isRefusal, type Disk, type FileFacts} from './disk.ts';

type Surroundings = {
	readonly calendarMs: () => number;
	/** Whether a folder's time of change can be relied on: file systems of other machines keep it late, or never. */
	readonly isOwnDisk: (folder: string) => boolean;
};

/** A change within the same step of the clock leaves the same time behind; the widest step is two seconds (FAT, mount(8)). */
const settledMs = 5000;

/** If times have fractions of a second, their steps are those of the kernel's clock, at most 10 ms (CONFIG_HZ), or of exFAT. */
const finelySettledMs = 100;

/** Folders whose names are kept. */
const mostFolders = 64;

/**
The same disk, but a folder is listed again only if something came or went there: in a folder of thousands of logs its names are asked for
thousands of times. A folder that changed lately is always listed again, so that no rotation is missed.
*/
export function keepNames(disk: Disk, {calendarMs, isOwnDisk}: Surroundings): Disk {
	const kept = new Map<string, {readonly names: readonly string[]; readonly state: string}>();
	return {
		...disk,
		namesIn(folder) {
			const state = folderStateOf(disk, folder, calendarMs());
			const known = kept.get(folder);
			if (known !== undefined && known.state === state) {
				return known.names;
			}

			const names = disk.namesIn(folder);
			kept.delete(folder);
			if (state !== undefined && !isRefusal(names) && isOwnDisk(folder)) {
				makeRoom();
				kept.set(folder, {names, state});
			}

			return names;
		},
	};

	function makeRoom(): void {
		if (kept.size >= mostFolders) {
			kept.clear();
		}
	}
}

/** Which folder it is and when it changed last, where that is long enough ago to tell of the next change. */
export function folderStateOf(disk: Disk, folder: string, calendarMs: number): string | undefined {
	const facts = disk.factsOf(folder);
	return isRefusal(facts) || calendarMs - facts.modifiedMs < settlingOf(facts) ? undefined : `${facts.device}:${facts.inode} ${facts.modifiedMs}`;
}

const settlingOf = ({modifiedMs}: FileFacts): number => modifiedMs % 1000 === 0 ? settledMs : finelySettledMs;
