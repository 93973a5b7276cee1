import {isBeginning} from '../rotation/contents.ts';
import {isRefusal, type Disk, type FileFacts, type Handle} from '../disk/disk.ts';
import {Fingerprint} from '../disk/fingerprint.ts';
import type {Generation} from '../generation.ts';
import type {Sibling} from '../discovery/generations.ts';
import {closeGenerations} from '../handles/open-generation.ts';
import {isSameFile} from '../rotation/rotation.ts';
import {isPackedCopy} from './copied-already.ts';
import {markOf, markText, type CopyMark} from './copy-mark.ts';
import type {HeldCopy} from './held-copies.ts';
import {isPackedAway} from './packed-away.ts';
import {openCopies, type Copy} from './open-copies.ts';

/** What the copies beside a truncated file hold. */
export type Copies = {
	/** The copy of the content that was being read: its unread rest is there. */
	readonly heir: Generation | undefined;
	/** Copies of contents that came and went unseen, oldest first. */
	readonly unseen: readonly UnseenCopy[];
	/** The first copy made since directly follows what was settled before. */
	readonly isFirstProven: boolean;
	/** The content of the live file directly follows the last copy that counts. */
	readonly isLastProven: boolean;
	/** The newest copy holds nothing but what was delivered before. */
	readonly isNewestKnown: boolean;
	/** How the newest copy stood. */
	readonly mark: CopyMark;
	/** What cannot be decided yet. */
	readonly undecided: readonly HeldCopy[];
};

/** `isProven`: no other copy was made between the one before it and this one. */
export type UnseenCopy = {readonly generation: Generation; readonly isProven: boolean};

type Truncated = {
	readonly disk: Disk;
	/** In wall-clock time, which is what files are dated by. */
	readonly nowMs: number;
	readonly livePath: string;
	readonly liveHandle: Handle;
	/** Copies opened when they were made, oldest first. */
	readonly held: readonly HeldCopy[];
	/** How the copies stood when they were looked at before. */
	readonly before: CopyMark | undefined;
	/** If a copy of what was delivered last has been packed, the archive has one of these dates. */
	readonly datesMs: readonly number[];
	/** Whether a copy is of the content that was being read. */
	readonly isHeir: (copy: Generation) => boolean;
	/** Whether a copy holds what was delivered before. */
	readonly isKnown: (copy: Generation) => boolean;
	/** Whether an archive begins as something delivered before. */
	readonly isKnownArchive: (sibling: Sibling) => boolean;
};

/**
`empty` is left by a rotation of an empty log, and says nothing about what was rotated before it. `begun` may still be filled. `uncut` holds what is still
in the live file: the copy was made, and the live file was not truncated yet.
*/
type Standing = 'known' | 'empty' | 'begun' | 'uncut' | 'heir' | 'unseen';

/** The result of the copies looked at so far. */
type Sorted = Omit<Copies, 'mark' | 'undecided'> & {
	/** The last that counts. */
	readonly settled: FileFacts | undefined;
	readonly undecided: Copy | undefined;
	readonly last: Copy | undefined;
	readonly unwanted: readonly Generation[];
};

/** Looks through the copies that a copytruncate leaves. */
export function lookThroughCopies(truncated: Truncated): Copies {
	const {disk, before, livePath, datesMs, isKnownArchive} = truncated;
	const {siblings, copies, changed, horizonMs} = openCopies(truncated);
	let all = nothingSorted(before);
	for (const copy of copies) {
		all = sortedWith(truncated, all, {copy, isLast: copy === copies.at(-1), isProven: all.isLastProven && isStepProven(truncated, all, copy)});
	}

	const {settled, undecided, unwanted, last, ...sorted} = all;
	const packed = siblings.at(-1);
	// Where the last one has gone from the folder, another may have come after it.
	const isLastInPlace = last?.isListed !== false || isPackedAway(disk, livePath, [last.generation.facts.modifiedMs, ...datesMs]) || isPackedFromLast(disk, packed, last);
	closeGenerations(disk, unwanted);
	return {
		...sorted,
		isLastProven: sorted.isLastProven && isLastInPlace,
		isNewestKnown: packed?.archive === undefined ? sorted.isNewestKnown : isKnownArchive(packed),
		mark: {...markOf(siblings, changed), settled, horizonMs, uncut: undecided?.generation.facts},
		undecided: undecided?.held === undefined ? [] : [undecided.held],
	};
}

/** While a log is being written, an archive made by logrotate has the date of neither the log nor the copy: then contents decide. */
const isPackedFromLast = (disk: Disk, newest: Sibling | undefined, {generation}: Copy): boolean =>
	newest?.archive !== undefined && generation.handle !== undefined && isPackedCopy(disk, newest, generation.handle);

const nothingSorted = (before: CopyMark | undefined): Sorted => ({
	heir: undefined,
	unseen: [],
	isFirstProven: false,
	isLastProven: true,
	isNewestKnown: false,
	settled: before?.settled,
	undecided: undefined,
	last: undefined,
	unwanted: [],
});

const isToBeDecided = (standing: Standing): boolean => standing === 'begun' || standing === 'uncut';

type Step = {readonly copy: Copy; readonly isLast: boolean; readonly isProven: boolean};

function sortedWith(truncated: Truncated, all: Sorted, {copy, isLast, isProven}: Step): Sorted {
	const {generation} = copy;
	const standing = standingOf(truncated, copy, {isLast, hasHeir: all.heir !== undefined, isBeforeKnown: all.isNewestKnown});
	const isUndecided = isToBeDecided(standing);
	const isFirstNew = all.unseen.length === 0 && all.undecided === undefined && (isUndecided || standing === 'unseen');
	const next: Sorted = {
		...all,
		isFirstProven: isFirstNew ? isProven || isAsUncutBefore(truncated, generation) : all.isFirstProven,
		isLastProven: isProven || (standing !== 'empty' && !isUndecided),
		isNewestKnown: standing === 'known' || (standing === 'empty' && all.isNewestKnown),
		settled: isUndecided ? all.settled : generation.facts,
		undecided: isUndecided ? copy : undefined,
		last: copy,
	};
	switch (standing) {
		case 'heir': {
			// What is older than the heir holds nothing that follows it.
			return {...next, heir: generation, unseen: [], unwanted: [...all.unwanted, ...all.unseen.map(each => each.generation)]};
		}

		case 'unseen': {
			return {...next, unseen: [...all.unseen, {generation, isProven}]};
		}

		case 'begun':
		case 'uncut':
		case 'empty':
		case 'known': {
			return isUndecided && isLast && copy.held !== undefined ? next : {...next, unwanted: [...all.unwanted, generation]};
		}
	}
}

const isAsUncutBefore = ({before}: Truncated, {facts}: Generation): boolean => before?.uncut !== undefined && isSameFile(before.uncut, facts);

type Situation = {readonly isLast: boolean; readonly hasHeir: boolean; readonly isBeforeKnown: boolean};

function standingOf({disk, liveHandle, before, isKnown, isHeir}: Truncated, {generation}: Copy, {isLast, hasHeir, isBeforeKnown}: Situation): Standing {
	if (before?.uncut === undefined && before?.newest === markText(generation.facts)) {
		return 'known';
	}

	if (generation.facts.sizeBytes === 0) {
		const isWhole = !isLast || (isBeforeKnown && isOfEmptyLog(disk, generation, liveHandle));
		return isWhole ? 'empty' : 'begun';
	}

	if (isKnown(generation)) {
		return 'known';
	}

	const standing = isIn(disk, generation, liveHandle) ? 'uncut' : 'unseen';
	return !hasHeir && isHeir(generation) ? 'heir' : standing;
}

/** Whether no other copy was made between the last that counts and this one: either the folder shows it, or this one begins as the live file did after that one. */
function isStepProven({disk, liveHandle}: Truncated, {last, settled}: Sorted, {generation, held, isListed}: Copy): boolean {
	const testimony = held?.testimony;
	const isOfNext = testimony !== undefined && settled !== undefined && isSameFile(testimony.copy, settled)
		// A copy that has only been begun will hold what is in the live file.
		&& isBeginning(disk, generation.facts.sizeBytes === 0 ? liveHandle : generation.handle!, testimony.opening);
	return isOfNext || (isListed && last?.isListed === true);
}

/** A copy is filled before the log is emptied. If the log is empty and the copy is still empty after that was seen, the copy is complete. */
function isOfEmptyLog(disk: Disk, copy: Generation, liveHandle: Handle): boolean {
	const isLogEmpty = Fingerprint.of(disk, liveHandle, 1).isEmpty;
	const now = disk.factsOfHandle(copy.handle!);
	return isLogEmpty && !isRefusal(now) && now.sizeBytes === 0;
}

function isIn(disk: Disk, copy: Generation, liveHandle: Handle): boolean {
	const print = Fingerprint.of(disk, copy.handle!, copy.facts.sizeBytes);
	return !print.isEmpty && print.isIn(disk, liveHandle);
}
