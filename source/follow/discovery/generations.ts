import path from 'node:path';
import {packingAt} from '../archives/archive-beginning.ts';
import {isRefusal, type Disk, type FileFacts} from '../disk/disk.ts';
import {namesBeside} from '../disk/names-beside.ts';
import {isSameFile} from '../rotation/rotation.ts';
import {isStamped, plainNameOf, readGenerationOf, type Age, type ArchiveKind, type GenerationName} from './generation-names.ts';

/** A previous generation as it lies in the folder. */
export type Sibling = {
	readonly path: string;
	readonly archive: ArchiveKind | undefined;
	readonly age: Age;
	readonly facts: FileFacts;
};

/** How often a folder is listed again while a rotator is at work in it. No rotator is faster than this, but somebody may play with a folder. */
const mostListings = 16;

/**
The previous generations beside a live file as they lay there at one moment, oldest first. Each name is looked at by itself, and a rotator moves every file
to another name: one that is moved meanwhile would be passed over, and its neighbours taken for neighbours. Files never come back to a name they left,
so what is the same in two listings was there all the time between them. One that is alone in both has no neighbours to be mistaken. A folder that never stands still shows nothing.
*/
export function siblingsOf(disk: Disk, livePath: string): readonly Sibling[] {
	let before: readonly Sibling[] | undefined;
	for (let listings = 0; listings < mostListings; listings++) {
		const now = listSiblings(disk, livePath);
		if (now.length === 0) {
			return now;
		}

		if (before !== undefined && (isSameListing(before, now) || isAloneIn(before, now))) {
			return before;
		}

		before = now;
	}

	return [];
}

/**
The previous generations in a folder, listed after a file was opened that came to the live name. Where that has lost its name by then and the listing does not show where it went,
what is listed may have come after it: the folder's order says nothing, and an equal birth time neither, since clocks are coarse.
An archive is born when its content has gone already, so that those missing among the older ones would look like none. `beside`: where they lie, if not beside the live name.
*/
export function siblingsOlderThan(disk: Disk, livePath: string, fresh: FileFacts, beside = livePath): readonly Sibling[] {
	const siblings = siblingsOf(disk, beside);
	const now = disk.factsOf(livePath);
	const isPlaced = (!isRefusal(now) && isSameFile(now, fresh)) || siblings.some(({facts}) => isSameFile(facts, fresh));
	return isPlaced ? siblings : siblings.filter(({archive, facts}) => archive === undefined && facts.bornNs < fresh.bornNs);
}

/** Whether a file found for a link lies beside it, like those that it is switched to. */
export const isTarget = (livePath: string, {path: found}: {readonly path: string}): boolean => namesakeIn(path.dirname(livePath), found) === path.normalize(found)
	&& readGenerationOf(path.basename(livePath), path.basename(found)) !== undefined;

export const folderOf = (file: {readonly path: string}): string => path.dirname(file.path);

/** What a live name is in another folder. */
export const namesakeIn = (folder: string, livePath: string): string => path.join(folder, path.basename(livePath));

/** What may be copies of a live file. Beside a link lie its targets, the next one among them; none is a copy. */
export const copiesBeside = (disk: Disk, livePath: string): readonly Sibling[] => disk.isLink(livePath) ? [] : siblingsOf(disk, livePath);

const isSameListing = (before: readonly Sibling[], now: readonly Sibling[]): boolean => before.length === now.length
	&& before.every((sibling, index) => sibling.path === now[index]!.path && isSameFile(sibling.facts, now[index]!.facts));

const isAloneIn = (before: readonly Sibling[], now: readonly Sibling[]): boolean => before.length === 1 && now.length === 1 && before[0]!.path === now[0]!.path;

/**
Beside a link lie the files it is switched to. A rotator may also rename, where the link leads to, the file that is written (container runtimes do,
and whoever moved a folder of logs and left links behind): what lies there is newer than anything beside the link.
*/
function listSiblings(disk: Disk, livePath: string): readonly Sibling[] {
	if (!disk.isLink(livePath)) {
		return chainOrder(listNamesakes(disk, livePath));
	}

	const beside = chainOrder(listNamesakes(disk, livePath), true);
	const target = disk.targetOf(livePath);
	const besideTarget = isRefusal(target) ? [] : chainOrder(listNamesakes(disk, target));
	return [...beside, ...besideTarget.filter(({facts}) => beside.every(each => !isSameFile(each.facts, facts)))];
}

/** An archive beside its own plain file is left out: it is still being packed. */
function listNamesakes(disk: Disk, livePath: string): readonly Sibling[] {
	const folder = path.dirname(livePath);
	const names = disk.namesIn(folder);
	if (isRefusal(names)) {
		return [];
	}

	const live = path.basename(livePath);
	const found: Sibling[] = [];
	for (const name of namesBeside(live, names)) {
		const read = name === live ? undefined : readGenerationOf(live, name);
		if (read === undefined || isStillPacked(name, read, names)) {
			continue;
		}

		const siblingPath = path.join(folder, name);
		const facts = disk.factsOf(siblingPath);
		if (!isRefusal(facts) && facts.kind === 'file') {
			found.push({path: siblingPath, archive: isStamped(name) ? packingLyingAt(disk, siblingPath) : read.archive, age: read.age, facts});
		}
	}

	return found;
}

/** A stamp tells nothing of how its file is packed: svlogd gives the same name to what its processor made of it. */
function packingLyingAt(disk: Disk, file: string): ArchiveKind | undefined {
	const handle = disk.open(file);
	if (isRefusal(handle)) {
		return undefined;
	}

	const packing = packingAt(disk, handle, 0);
	disk.close(handle);
	return packing;
}

/** An archive lies beside its own plain file until it is whole. The live file is none of them: `audit.log.gz` is older than `audit.log`. */
function isStillPacked(name: string, {archive, live}: GenerationName, names: readonly string[]): boolean {
	const plain = archive === undefined ? live : plainNameOf(name);
	return plain !== live && names.includes(plain);
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
