import type {Disk, Handle} from './disk.ts';
import {Fingerprint} from './fingerprint.ts';
import type {Generation} from './generation.ts';
import {siblingsOf} from './generations.ts';
import {closeGeneration, openSibling} from './open-generation.ts';

/** What the copies beside a truncated file hold. */
export type Copies = {
	/** The copy of the content that was being read: its unread rest is there. */
	readonly heir: Generation | undefined;
	/** Copies of contents that came and went unseen, oldest first. */
	readonly unseen: readonly Generation[];
	readonly newest: Fingerprint;
};

type Truncated = {
	readonly disk: Disk;
	readonly livePath: string;
	readonly liveHandle: Handle;
	/** Whether a copy is of the content that was being read. */
	readonly isHeir: (copy: Generation) => boolean;
	/** Whether a copy holds what was delivered before. */
	readonly isKnown: (copy: Generation) => boolean;
};

/** Looks through the copies that a copytruncate leaves. */
export function lookThroughCopies({disk, livePath, liveHandle, isHeir, isKnown}: Truncated): Copies {
	let heir: Generation | undefined;
	let unseen: Generation[] = [];
	let newest = new Fingerprint();
	for (const copy of openCopies(disk, livePath)) {
		newest = Fingerprint.of(disk, copy.handle!, copy.facts.sizeBytes);
		if (isHeir(copy)) {
			// What is older than the heir holds nothing that follows it.
			closeAll(disk, heir === undefined ? unseen : [heir, ...unseen]);
			unseen = [];
			heir = copy;
		} else if (newest.isIn(disk, liveHandle) || isKnown(copy)) {
			closeGeneration(disk, copy);
		} else {
			unseen.push(copy);
		}
	}

	return {heir, unseen, newest};
}

/** The looks of the newest copy alone: cheap enough to ask at the first bytes after every truncation. */
export function newestCopy(disk: Disk, livePath: string): Fingerprint {
	const sibling = siblingsOf(disk, livePath).findLast(({archive}) => archive === undefined);
	const copy = sibling === undefined ? undefined : openSibling(disk, sibling);
	if (copy === undefined) {
		return new Fingerprint();
	}

	const print = Fingerprint.of(disk, copy.handle!, copy.facts.sizeBytes);
	closeGeneration(disk, copy);
	return print;
}

/** The plain copies, oldest first. */
function openCopies(disk: Disk, livePath: string): readonly Generation[] {
	return siblingsOf(disk, livePath)
		.map(sibling => sibling.archive === undefined ? openSibling(disk, sibling) : undefined)
		.filter(copy => copy !== undefined);
}

function closeAll(disk: Disk, generations: readonly Generation[]): void {
	for (const generation of generations) {
		closeGeneration(disk, generation);
	}
}
