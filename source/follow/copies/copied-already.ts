import {archiveHead, isHeadAtHand, unpackedBeginning} from '../archives/archive-head.ts';
import {isBeginning, relativesOf, type Relative} from '../rotation/contents.ts';
import type {Disk, Handle} from '../disk/disk.ts';
import {Fingerprint} from '../disk/fingerprint.ts';
import type {FollowedSource} from '../followed-source.ts';
import type {Generation} from '../generation.ts';
import type {Sibling} from '../discovery/generations.ts';
import {openSiblingFile} from '../handles/open-generation.ts';

/** Copies of a live file lie at the newer end of a folder; to look into the archives of years would take longer than it is worth. */
const mostLookedInto = 4;

/**
Of the files beside a live one, those that hold what it begins with: `cp` and `gzip -k` leave them, and a copytruncate does until it truncates.
What is in them is read from the live file. Contents decide: for a plain file its beginning and its end, for an archive what its first blocks unpack to.
*/
export function copiesOfLive(disk: Disk, siblings: readonly Sibling[], live: Handle): readonly Sibling[] {
	const newest = siblings.filter(({age}) => age.type !== 'unnumbered').slice(-mostLookedInto);
	const unnumbered = siblings.filter(({age}) => age.type === 'unnumbered').slice(-mostLookedInto);
	return [...unnumbered, ...newest].filter(sibling => sibling.archive === undefined ? isPlainCopy(disk, sibling, live) : isPackedCopy(disk, sibling, live));
}

/** Says why a copy is not read. */
export const copyNotice = (copy: string, path: string): string => `${copy} holds what ${path} begins with; its lines are shown once, from there.`;

/** Badge of a rotator whose previous files are copies of those that were read. */
export const renamecopyNotice = 'its previous files are copies: what is in them is shown once';

/** Whether a file holds what the live one begins with. */
export function isPlainCopy(disk: Disk, sibling: Sibling, live: Handle): boolean {
	const file = openSiblingFile(disk, sibling);
	if (file === undefined) {
		return false;
	}

	const print = Fingerprint.of(disk, file.handle, file.facts.sizeBytes);
	disk.close(file.handle);
	return !print.isEmpty && print.isIn(disk, live);
}

/** Whether an archive holds what an open file begins with. */
export function isPackedCopy(disk: Disk, sibling: Sibling, file: Handle): boolean {
	const head = archiveHead(disk, sibling);
	// Of most archives the head tells that they are none; all that the first blocks unpack to takes many times as long.
	return !head.isEmpty && head.isIn(disk, file) && isBeginning(disk, file, unpackedBeginning(disk, sibling));
}

/** What tells two contents apart, however many begin with the same banner. */
const tellingBytes = 1024;

/** The file of which another is a copy that was found beside the live one: a rotator that renames and copies (logrotate's `renamecopy`) leaves it. It may be filled yet. */
export function originalOf({disk, retained, remembered}: FollowedSource, copy: Generation): Generation | undefined {
	if (!copy.mayBeCopy || copy.archive !== undefined || copy.offsetBytes > 0) {
		return undefined;
	}

	const isOriginal = ({relation}: Relative): boolean => relation === 'same' || (relation === 'is-beginning' && copy.facts.sizeBytes >= tellingBytes);
	return relativesOf(disk, retained, copy, remembered).find(relative => isOriginal(relative))?.known;
}

/** The plain file of which an archive is a copy that could not be looked into before it was unpacked. `bytes`: what it begins with. */
export function plainFormOf({disk, remembered}: FollowedSource, packed: Generation, bytes: Uint8Array): Generation | undefined {
	const isFirstSeen = packed.archive !== undefined && packed.offsetBytes === 0 && !isHeadAtHand(packed.archive);
	return isFirstSeen ? remembered.find(({archive, handle}) => archive === undefined && handle !== undefined && isBeginning(disk, handle, bytes)) : undefined;
}
