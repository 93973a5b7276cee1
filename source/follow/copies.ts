import {markOf, markText, type CopyMark} from './copy-mark.ts';
import {isRefusal, type Disk, type Handle} from './disk.ts';
import {Fingerprint} from './fingerprint.ts';
import type {Generation} from './generation.ts';
import {siblingsOf, type Sibling} from './generations.ts';
import {closeGeneration, openSibling} from './open-generation.ts';

/** What the copies beside a truncated file hold. */
export type Copies = {
	/** The copy of the content that was being read: its unread rest is there. */
	readonly heir: Generation | undefined;
	/** Copies of contents that came and went unseen, oldest first. */
	readonly unseen: readonly Generation[];
	/** The newest copy holds nothing but what was delivered before. */
	readonly isNewestKnown: boolean;
	/** How the newest copy stood. */
	readonly mark: CopyMark;
};

type Truncated = {
	readonly disk: Disk;
	readonly livePath: string;
	readonly liveHandle: Handle;
	/** How the copies stood when they were looked at before. */
	readonly before: CopyMark | undefined;
	/** Whether a copy is of the content that was being read. */
	readonly isHeir: (copy: Generation) => boolean;
	/** Whether a copy holds what was delivered before. */
	readonly isKnown: (copy: Generation) => boolean;
	/** Whether an archive begins as something delivered before. */
	readonly isKnownArchive: (sibling: Sibling) => boolean;
};

const mostLooks = 8;

/** Looks through the copies that a copytruncate leaves. */
export function lookThroughCopies({disk, livePath, liveHandle, before, isHeir, isKnown, isKnownArchive}: Truncated): Copies {
	const {siblings, copies} = openCopies(disk, livePath);
	let heir: Generation | undefined;
	let unseen: Generation[] = [];
	let isNewestKnown = false;
	let isUncut = false;
	const mark = markOf(disk, livePath, siblings);
	for (const copy of copies) {
		const isEmpty = copy.facts.sizeBytes === 0;
		const isAsBefore = before !== undefined && !before.isUncut && before.newest === markText(copy.facts);
		// An empty copy is what an idle rotation leaves, and says nothing of what was rotated before it.
		isNewestKnown = isAsBefore || (isEmpty ? isNewestKnown && isOfEmptyLog(disk, copy, liveHandle) : isKnown(copy));
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

	return {heir, unseen, isNewestKnown, mark: {...mark, isUncut}};
}

/** What may be copies of a live file. Beside a link lie its targets, the next one among them; none is a copy. */
export const copiesBeside = (disk: Disk, livePath: string): readonly Sibling[] => disk.isLink(livePath) ? [] : siblingsOf(disk, livePath);

type Opened = {readonly siblings: readonly Sibling[]; readonly copies: readonly Generation[]};

/** The plain copies, oldest first. One that was moved on before it could be opened is found again; the folder is looked at that often at most. */
function openCopies(disk: Disk, livePath: string): Opened {
	for (let looksLeft = mostLooks; ; looksLeft--) {
		const siblings = copiesBeside(disk, livePath);
		const plain = siblings.filter(({archive}) => archive === undefined);
		const copies = plain.map(sibling => openSibling(disk, sibling)).filter(copy => copy !== undefined);
		if (looksLeft === 0 || copies.length === plain.length) {
			return {siblings, copies};
		}

		closeAll(disk, copies);
	}
}

/** A copy is filled before the log is emptied: where the log is empty and the copy still is so afterwards, the copy was not merely begun. */
function isOfEmptyLog(disk: Disk, copy: Generation, liveHandle: Handle): boolean {
	const isLogEmpty = Fingerprint.of(disk, liveHandle, 1).isEmpty;
	const now = disk.factsOfHandle(copy.handle!);
	return isLogEmpty && !isRefusal(now) && now.sizeBytes === 0;
}

function isIn(disk: Disk, copy: Generation, liveHandle: Handle): boolean {
	const print = Fingerprint.of(disk, copy.handle!, copy.facts.sizeBytes);
	return !print.isEmpty && print.isIn(disk, liveHandle);
}

/** Closes what is not wanted. */
export function closeAll(disk: Disk, generations: readonly Generation[]): void {
	for (const generation of generations) {
		closeGeneration(disk, generation);
	}
}
