import {isPackedFrom} from './archive-head.ts';
import {newestCopy} from './copies.ts';
import {isRefusal} from './disk.ts';
import {isOpenedBefore, join, letGoOfRead, type FollowedSource} from './followed-source.ts';
import {newestOf} from './follower.ts';
import {Generation} from './generation.ts';
import {siblingsOf, type Sibling} from './generations.ts';
import {endLate} from './late.ts';
import {lookAt, sightOfRefusal} from './look.ts';
import {closeGeneration, openGeneration, openSibling} from './open-generation.ts';
import {letGoOver, unreadCaps} from './pins.ts';
import {presenceAfter} from './presence.ts';
import {isSameFile, type Sight} from './rotation.ts';
import {continuityBetween, siblingsBetween} from './successors.ts';

/** Finds the generations that are there. The live file is opened first: it is the one that may go any moment. */
export function begin(source: FollowedSource, nowMs: number): void {
	const {disk, description} = source;
	const live = openLive(source, lookAt(disk, description.path), nowMs);
	const siblings = siblingsOf(disk, description.path);
	const older = siblings.filter(({facts}) => live === undefined || !isSameFile(facts, live.facts));
	const unpinned = new Set(letGoOver(older, unreadCaps));
	const generations = older.map(sibling => sibling.archive !== undefined || unpinned.has(sibling) ? new Generation(sibling) : openSibling(disk, sibling));
	markCopies(source, live, siblings);
	join(source, [...generations, live].filter(generation => generation !== undefined));
}

/**
GRAB: when the live name leads to another file, opens it and every sibling that may lie between, before anything else is done.
With one previous file kept, what was rotated twice is gone.
*/
export function grab(source: FollowedSource, nowMs: number): 'grabbed' | 'same' {
	const {disk, description} = source;
	const newest = newestOf(source.chain);
	const sight = lookAt(disk, description.path);
	if (newest !== undefined && sight.type === 'file' && isSameFile(newest.facts, sight.facts)) {
		source.presence = presenceAfter(source.presence, sight, nowMs);
		return 'same';
	}

	const fresh = openLive(source, sight, nowMs);
	if (fresh === undefined) {
		return 'same';
	}

	if (newest !== undefined && isSameFile(newest.facts, fresh.facts)) {
		closeGeneration(disk, fresh);
		return 'same';
	}

	source.rotatedAtMs = nowMs;
	const siblings = siblingsOf(disk, description.path);
	markCopies(source, fresh, siblings);
	if (newest === undefined) {
		join(source, [fresh]);
		return 'grabbed';
	}

	const {between, isProven} = siblingsBetween({siblings, newest, fresh, isPackedFromNewest: sibling => isPackedFrom(disk, sibling, newest)});
	const unseen = between.map(sibling => openUnseen(source, sibling)).filter(generation => generation !== undefined);
	newest.continuity = continuityBetween(newest, unseen[0] ?? fresh, isProven);
	join(source, [...unseen, fresh]);
	return 'grabbed';
}

function openUnseen(source: FollowedSource, sibling: Sibling): Generation | undefined {
	if (sibling.archive !== undefined) {
		return new Generation(sibling);
	}

	const found = openSibling(source.disk, sibling);
	if (found === undefined || !isOpenedBefore(source, found)) {
		return found;
	}

	closeGeneration(source.disk, found);
	return undefined;
}

function markCopies({disk, description}: FollowedSource, live: Generation | undefined, siblings: readonly Sibling[]): void {
	// Beside a link lie its targets, the next one among them; none is a copy.
	if (live !== undefined && !disk.isLink(description.path)) {
		live.newestCopy = newestCopy(siblings);
	}
}

function openLive(source: FollowedSource, sight: Sight, nowMs: number): Generation | undefined {
	const {path} = source.description;
	const opened = sight.type === 'file' ? openGeneration(source.disk, path) : undefined;
	const before = source.presence;
	source.presence = presenceAfter(before, isRefusal(opened) ? sightOfRefusal(opened.refused) : sight, nowMs);
	if (source.presence.type === 'blind' && before?.type !== 'blind') {
		source.fault(sight.type === 'not-a-file' ? 'not-a-file' : 'unreadable', path, `${path} cannot be read: ${source.presence.why}. It is tried again by itself.`);
	}

	if (!isRefusal(opened)) {
		return opened;
	}

	if (opened.refused === 'EMFILE') {
		// The live file matters more than late lines and reading back.
		endLate(source, source.chain.late.map(({generation}) => generation));
		letGoOfRead(source);
	}

	return undefined;
}
