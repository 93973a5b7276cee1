import path from 'node:path';
import {isRefusal, type Disk, type FileFacts} from './disk.ts';
import {readGenerationOf, type Age, type ArchiveKind} from './generation-names.ts';

/** A previous generation as it lies in the folder. */
export type Sibling = {
	readonly path: string;
	readonly archive: ArchiveKind | undefined;
	readonly age: Age;
	readonly facts: FileFacts;
};

/** The previous generations beside a live file, oldest first. An archive beside its own plain file is left out: it is still being packed. */
export function siblingsOf(disk: Disk, livePath: string): readonly Sibling[] {
	const folder = path.dirname(livePath);
	const names = disk.namesIn(folder);
	if (isRefusal(names)) {
		return [];
	}

	const live = path.basename(livePath);
	const found: Sibling[] = [];
	const plainNames = new Set(names);
	for (const name of names) {
		const read = name === live ? undefined : readGenerationOf(live, name);
		if (read === undefined || (read.archive !== undefined && plainNames.has(name.slice(0, -read.archive.length - 1)) && name.slice(0, -read.archive.length - 1) !== live)) {
			continue;
		}

		const siblingPath = path.join(folder, name);
		const facts = disk.factsOf(siblingPath);
		if (!isRefusal(facts) && facts.kind === 'file') {
			found.push({path: siblingPath, archive: read.archive, age: read.age, facts});
		}
	}

	return chainOrder(found, disk.isLink(livePath));
}

/**
Oldest first. Names decide where they can: serials count backwards in time, dates forwards; times of change tie too easily.
`isForward`: the live name is a link that is switched to ever higher serials.
*/
export function chainOrder(siblings: readonly Sibling[], isForward = false): readonly Sibling[] {
	const kinds = new Set(siblings.map(({age}) => age.type));
	return kinds.size > 1 ? siblings.toSorted(byTime) : siblings.toSorted((a, b) => byAge(a.age, b.age, isForward) || byTime(a, b));
}

function byAge(a: Age, b: Age, isForward: boolean): number {
	if (a.type === 'serial' && b.type === 'serial') {
		return isForward ? a.serial - b.serial : b.serial - a.serial;
	}

	if (a.type === 'date' && b.type === 'date') {
		return a.date < b.date ? -1 : Number(a.date > b.date);
	}

	return 0;
}

const byTime = (a: Sibling, b: Sibling): number => a.facts.modifiedMs - b.facts.modifiedMs;
