import type {Disk, Handle} from './disk.ts';
import {Fingerprint} from './fingerprint.ts';
import type {Generation} from './generation.ts';
import {siblingsOf, type Sibling} from './generations.ts';
import {closeGeneration, openSibling} from './open-generation.ts';
import {identityKey} from './rotation.ts';

/** What the copies beside a truncated file hold. */
export type Copies = {
	/** The copy of the content that was being read: its unread rest is there. */
	readonly heir: Generation | undefined;
	/** Copies of contents that came and went unseen, oldest first. */
	readonly unseen: readonly Generation[];
	/** The newest copy holds nothing but what was delivered before. */
	readonly isNewestKnown: boolean;
	/** A copy holds what is still in the live file: it was made, and the live file not truncated yet. */
	readonly isUncut: boolean;
	readonly newest: CopyMark;
};

/** Tells cheaply whether the newest copy is still the same. */
export type CopyMark = string;

/** The mark of a copy of what is still in the live file: a moment later the copy alone has it, so it is looked at again. */
export const uncut = (mark: CopyMark): CopyMark => `${mark}, not yet truncated`;

type Truncated = {
	readonly disk: Disk;
	readonly livePath: string;
	readonly liveHandle: Handle;
	/** Whether a copy is of the content that was being read. */
	readonly isHeir: (copy: Generation) => boolean;
	/** Whether a copy holds what was delivered before. */
	readonly isKnown: (copy: Generation) => boolean;
	/** Whether an archive begins as something delivered before. */
	readonly isKnownArchive: (sibling: Sibling) => boolean;
};

/** Looks through the copies that a copytruncate leaves. */
export function lookThroughCopies({disk, livePath, liveHandle, isHeir, isKnown, isKnownArchive}: Truncated): Copies {
	const siblings = copiesBeside(disk, livePath);
	let heir: Generation | undefined;
	let unseen: Generation[] = [];
	let isNewestKnown = false;
	let isUncut = false;
	for (const copy of openCopies(disk, siblings)) {
		const isEmpty = copy.facts.sizeBytes === 0;
		// Beside an empty log an empty copy is what an idle rotation leaves. Beside a filled one it may be a copy just begun.
		isNewestKnown = isEmpty ? Fingerprint.of(disk, liveHandle, 1).isEmpty : isKnown(copy);
		if (isEmpty || isNewestKnown) {
			closeGeneration(disk, copy);
		} else if (heir === undefined && isHeir(copy)) {
			// What is older than the heir holds nothing that follows it.
			closeAll(disk, unseen);
			unseen = [];
			heir = copy;
		} else if (isIn(disk, copy, liveHandle)) {
			isUncut = true;
			closeGeneration(disk, copy);
		} else {
			unseen.push(copy);
		}
	}

	const packed = siblings.at(-1);
	if (packed?.archive !== undefined) {
		isNewestKnown = isKnownArchive(packed);
	}

	return {heir, unseen, isNewestKnown, isUncut, newest: isUncut ? uncut(newestCopy(siblings)) : newestCopy(siblings)};
}

/** What may be copies of a live file. Beside a link lie its targets, the next one among them; none is a copy. */
export const copiesBeside = (disk: Disk, livePath: string): readonly Sibling[] => disk.isLink(livePath) ? [] : siblingsOf(disk, livePath);

/** The mark of the newest copy in a listing. */
export function newestCopy(siblings: readonly Sibling[]): CopyMark {
	const facts = siblings.at(-1)?.facts;
	return facts === undefined ? 'none' : `${identityKey(facts)} ${facts.sizeBytes} ${facts.modifiedMs}`;
}

/** The plain copies, oldest first. */
function openCopies(disk: Disk, siblings: readonly Sibling[]): readonly Generation[] {
	return siblings
		.map(sibling => sibling.archive === undefined ? openSibling(disk, sibling) : undefined)
		.filter(copy => copy !== undefined);
}

function isIn(disk: Disk, copy: Generation, liveHandle: Handle): boolean {
	const print = Fingerprint.of(disk, copy.handle!, copy.facts.sizeBytes);
	return !print.isEmpty && print.isIn(disk, liveHandle);
}

function closeAll(disk: Disk, generations: readonly Generation[]): void {
	for (const generation of generations) {
		closeGeneration(disk, generation);
	}
}
