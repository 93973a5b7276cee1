import {packingAt} from '../archives/archive-beginning.ts';
import type {OpenedFile} from '../doorman/arrival.ts';
import {copiesOfLive, copyNotice} from '../copies/copied-already.ts';
import {isRefusal, type Disk, type Refusal} from '../disk/disk.ts';
import {join, type FollowedSource} from '../followed-source.ts';
import {Generation} from '../generation.ts';
import {siblingsOf, siblingsOlderThan, type Sibling} from '../discovery/generations.ts';
import {lookAt} from '../disk/look.ts';
import {openFile, openSibling} from '../handles/open-generation.ts';
import {packingOf} from '../archives/packing.ts';
import {letGoOver, unreadCaps} from '../handles/pins.ts';
import {admit} from './admit.ts';
import {mark} from './marks.ts';
import {isReadElsewhere} from './met-before.ts';
import {isSameFile} from './rotation.ts';

/** Finds the generations that exist already. The live file is opened first, because it may be rotated away at any moment. */
export function begin(source: FollowedSource, nowMs: number): void {
	const {disk, description: {path}} = source;
	source.isLink = disk.isLink(path);
	const sight = lookAt(disk, path);
	const opened = sight.type === 'file' ? openFile(disk, path) : undefined;
	if (source.isLink && sight.type === 'absent' && !source.isFollowing) {
		source.fault('unreadable', path, `${path} is a link to a missing file.`);
	}

	const packed = packedLog(disk, opened);
	if (packed !== undefined) {
		beginPacked(source, packed);
		return;
	}

	const live = admit(source, {sight, opened}, nowMs);
	const siblings = live === undefined ? siblingsOf(disk, path) : siblingsOlderThan(disk, path, live.facts);
	const others = olderThan(siblings, live);
	const copies = live === undefined ? [] : copiesOfLive(disk, others, live.handle!);
	const older = others.filter(sibling => !copies.includes(sibling) && !isReadElsewhere(source, sibling));
	const unpinned = new Set([...letGoOver(older, unreadCaps), ...manyArchives(older)]);
	// A file that went away since the listing is looked for again when its turn comes; if it is not found then, that is reported as a hole.
	const generations = older.map(sibling => unpinned.has(sibling) ? new Generation(sibling) : openSibling(disk, sibling) ?? new Generation(sibling));
	mark(source, live, siblings);
	passOver(source, live, copies);
	join(source, live === undefined ? generations : [...generations, live]);
	source.doorman.attend(path, live?.facts);
}

/** A file opened as the live one may have been rotated by the time the folder is listed: what came after it is found when the name is looked at next. */
function olderThan(siblings: readonly Sibling[], live: Generation | undefined): readonly Sibling[] {
	const index = live === undefined ? -1 : siblings.findIndex(({facts}) => isSameFile(facts, live.facts));
	return index === -1 ? siblings : siblings.slice(0, index);
}

/** The content of a copy is read from the live file, unless that is truncated first: then the copy is all there is. */
function passOver({description, fault}: FollowedSource, live: Generation | undefined, copies: readonly Sibling[]): void {
	const {path} = description;
	for (const copy of copies) {
		fault('same-file', copy.path, copyNotice(copy.path, path));
	}

	const uncut = copies.findLast(({archive}) => archive === undefined);
	if (uncut !== undefined && live?.newestCopy !== undefined) {
		live.newestCopy = {...live.newestCopy, uncut: uncut.facts, settled: undefined};
	}
}

/** The user named a packed log. It is complete: nothing more will come under its name. Older generations may lie beside it if it is packed in a way that can be written to live (UTF-16). */
function beginPacked(source: FollowedSource, packed: Generation): void {
	const {disk, description: {path}} = source;
	const older = siblingsOf(disk, path).map(sibling => openPackedSibling(disk, sibling));
	source.presence = {type: 'present'};
	source.isPacked = true;
	join(source, [...older, packed]);
	if (source.isFollowing && packed.archive?.startsWith('utf-16') === true) {
		source.fault('left-out', path, `${path} is UTF-16 text: it is read as it stands now; what is added to it later is not followed.`);
	}
}

/** Where the live name does not say how it is packed, those of older ones do not either. */
function openPackedSibling(disk: Disk, sibling: Sibling): Generation {
	const generation = openSibling(disk, sibling) ?? new Generation(sibling);
	generation.archive ??= generation.handle === undefined ? undefined : packingAt(disk, generation.handle, 0);
	return generation;
}

function packedLog(disk: Disk, opened: OpenedFile | Refusal | undefined): Generation | undefined {
	if (opened === undefined || isRefusal(opened)) {
		return undefined;
	}

	const packing = packingOf(disk, opened);
	return packing?.type === 'one-log' ? new Generation({...opened, archive: packing.archive}) : undefined;
}

/** If only a few archives are kept, the oldest may be deleted at any moment, so they are held open. Where many are kept the oldest is safe for long, and descriptors are scarce. */
const fewArchives = 4;

function manyArchives(siblings: readonly Sibling[]): readonly Sibling[] {
	const archives = siblings.filter(({archive}) => archive !== undefined);
	return archives.length > fewArchives ? archives : [];
}
