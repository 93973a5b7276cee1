import type {FollowedSource} from '../followed-source.ts';
import {newestOf} from '../follower.ts';
import type {Generation} from '../generation.ts';
import {endLate} from '../reading/late.ts';
import {lookAt} from '../disk/look.ts';
import type {Sibling} from '../discovery/generations.ts';
import {closeGeneration, openSiblingFile} from '../handles/open-generation.ts';
import {presenceAfter, type Presence} from './presence.ts';
import {isSameFile} from './rotation.ts';

type Opened = {
	readonly source: FollowedSource;
	readonly fresh: Generation;
	/** How the name stood before. */
	readonly before: Presence | undefined;
	readonly nowMs: number;
};

type Meeting = {readonly owner: FollowedSource; readonly known: Generation};

/**
Takes up the file that a live name leads to now. One that was read before, under this name or another, is not read again: reading goes on where it ended.
Undefined: it is followed under another name, or still being read, and is not taken up.
*/
export function takeUp({source, fresh, before, nowMs}: Opened): Generation | undefined {
	const meeting = meetingOf(source, fresh);
	if (meeting === undefined) {
		return fresh;
	}

	const {owner, known} = meeting;
	const isTwin = owner !== source && isLiveIn(meeting);
	if (isTwin) {
		saySame(source, owner, before);
		source.presence = presenceAfter(before, {type: 'followed-elsewhere', path: owner.description.path}, nowMs);
	}

	if (isTwin || isInChain(meeting)) {
		closeGeneration(source.disk, fresh);
		return undefined;
	}

	endLate(owner, [known]);
	fresh.goOnFrom(known);
	return fresh;
}

/** Without birth times a reused inode looks like the same file, so the delivered bytes must still be there too. */
function meetingOf({disk, rememberers}: FollowedSource, {facts, handle}: Generation): Meeting | undefined {
	for (const owner of rememberers.of(facts)) {
		const known = owner.remembered.findLast(each => isSameFile(each.facts, facts) && each.fingerprint.compareWith(disk, handle!) !== false);
		if (known !== undefined) {
			return {owner, known};
		}
	}

	return undefined;
}

/** Whether a previous file is read, or was, under another name: a rotator may move files into a folder that is followed as well. What archives hold cannot be compared at once. */
export function isReadElsewhere(source: FollowedSource, sibling: Sibling): boolean {
	const {disk, rememberers, fault} = source;
	const others = rememberers.of(sibling.facts).filter(owner => owner !== source);
	const file = others.length === 0 ? undefined : openSiblingFile(disk, sibling);
	if (file === undefined) {
		return false;
	}

	const owner = others.find(({remembered}) => remembered.some(known => isSameFile(known.facts, file.facts) && (known.archive !== undefined || known.fingerprint.compareWith(disk, file.handle) !== false)));
	disk.close(file.handle);
	if (owner !== undefined) {
		fault('same-file', sibling.path, `${sibling.path} was read as a file of ${owner.description.path}; its lines are shown once, there.`);
	}

	return owner !== undefined;
}

function isLiveIn({owner, known}: Meeting): boolean {
	const sight = lookAt(owner.disk, owner.description.path);
	return newestOf(owner.chain) === known && sight.type === 'file' && isSameFile(sight.facts, known.facts);
}

const isInChain = ({owner: {chain}, known}: Meeting): boolean => chain.reading === known || chain.queued.includes(known);

function saySame({description: {path}, fault}: FollowedSource, owner: FollowedSource, before: Presence | undefined): void {
	if (before?.type !== 'blind') {
		fault('same-file', path, `${path} has become the same file as ${owner.description.path}; its lines are shown once, there.`);
	}
}
