import {isPackedFrom} from './archive-head.ts';
import {newestCopy} from './copies.ts';
import {isRefusal} from './disk.ts';
import {isOpenedBefore, join, letGoOfRead, type FollowedSource} from './followed-source.ts';
import {newestOf} from './follower.ts';
import {Generation} from './generation.ts';
import {siblingsOf, type Sibling} from './generations.ts';
import {endLate} from './late.ts';
import {proven} from './ledger.ts';
import {lookAt, sightOfRefusal} from './look.ts';
import {takeUp} from './met-before.ts';
import {closeGeneration, openGeneration, openSibling} from './open-generation.ts';
import {letGoOver, unreadCaps} from './pins.ts';
import {presenceAfter} from './presence.ts';
import {isSameFile, type Sight} from './rotation.ts';
import {siblingsBetween, unprovenBetween} from './successors.ts';

/** Finds the generations that are there. The live file is opened first: it is the one that may go any moment. */
export function begin(source: FollowedSource, nowMs: number): void {
	const {disk, description} = source;
	const live = openLive(source, lookAt(disk, description.path), nowMs);
	const siblings = siblingsOf(disk, description.path);
	const older = siblings.filter(({facts}) => live === undefined || !isSameFile(facts, live.facts));
	const unpinned = new Set(letGoOver(older, unreadCaps));
	const generations = older.map(sibling => sibling.archive !== undefined || unpinned.has(sibling) ? new Generation(sibling) : openSibling(disk, sibling));
	mark(source, live, siblings);
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
		source.seenMs = source.calendarMs();
		return 'same';
	}

	const fresh = openLive(source, sight, nowMs);
	if (fresh === undefined) {
		return 'same';
	}

	source.rotatedAtMs = nowMs;
	const siblings = siblingsOf(disk, description.path);
	mark(source, fresh, siblings);
	if (newest === undefined) {
		join(source, [fresh]);
		return 'grabbed';
	}

	const {between, isProven} = siblingsBetween({siblings, newest, fresh, isPackedFromNewest: sibling => isPackedFrom(disk, sibling, newest)});
	const unseen = between.map(sibling => openUnseen(source, sibling)).filter(generation => generation !== undefined);
	markTargets(source, unseen, siblings);
	newest.continuity = isProven ? proven : unprovenBetween(newest, unseen[0] ?? fresh, source.seenMs);
	join(source, [...unseen, fresh]);
	source.seenMs = source.calendarMs();
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

/** Beside a link lie its targets, the next one among them; beside a file lie copies of it. */
function mark(source: FollowedSource, live: Generation | undefined, siblings: readonly Sibling[]): void {
	if (live === undefined) {
		return;
	}

	markTargets(source, [live], siblings);
	live.newestCopy = source.disk.isLink(source.description.path) ? undefined : newestCopy(siblings);
}

function markTargets({disk, description}: FollowedSource, generations: readonly Generation[], siblings: readonly Sibling[]): void {
	if (!disk.isLink(description.path)) {
		return;
	}

	for (const generation of generations) {
		const age = siblings.find(({facts}) => isSameFile(facts, generation.facts))?.age;
		generation.targetSerial = age?.type === 'serial' ? age.serial : undefined;
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

	if (opened !== undefined && !isRefusal(opened)) {
		return takeUp({source, before, fresh: opened, nowMs});
	}

	if (opened?.refused === 'EMFILE') {
		// The live file matters more than late lines and reading back.
		endLate(source, source.chain.late.map(({generation}) => generation));
		letGoOfRead(source);
	}

	return undefined;
}
