import {changedAt, markOf} from '../copies/copy-mark.ts';
import type {FollowedSource} from '../followed-source.ts';
import type {Generation} from '../generation.ts';
import type {Sibling} from '../discovery/generations.ts';
import {isSameFile} from './rotation.ts';

/** Notes what lay beside the live file when it was opened. Beside a link lie its targets, the next one among them; beside a file lie copies of it. */
export function mark(source: FollowedSource, live: Generation | undefined, siblings: readonly Sibling[]): void {
	if (live === undefined) {
		return;
	}

	markTargets(source, [live], siblings);
	const {disk, calendarMs, description: {path}} = source;
	// It may have been written since the listing.
	live.newestCopy = disk.isLink(path) ? undefined : markOf(siblings, {...changedAt(disk, path, calendarMs()), live: undefined});
}

/** Notes the numbers of a link's targets. */
export function markTargets({disk, description}: FollowedSource, generations: readonly Generation[], siblings: readonly Sibling[]): void {
	if (!disk.isLink(description.path)) {
		return;
	}

	for (const generation of generations) {
		const age = siblings.find(({facts}) => isSameFile(facts, generation.facts))?.age;
		generation.targetSerial = age?.type === 'serial' ? age.serial : undefined;
	}
}
