import {admit} from './admit.ts';
import {isPackedFrom} from './archive-head.ts';
import type {FileArrival, OpenedFile} from './arrival.ts';
import {isOpenedBefore, join, type FollowedSource} from './followed-source.ts';
import {newestOf} from './follower.ts';
import {Generation} from './generation.ts';
import type {Sibling} from './generations.ts';
import {proven} from './ledger.ts';
import {mark, markTargets} from './marks.ts';
import {closeGeneration, openSibling} from './open-generation.ts';
import {isSameFile} from './rotation.ts';
import {siblingsBetween, unprovenBetween} from './successors.ts';

/** GRAB: takes what the doorman holds for this source, in the order in which it came. */
export function grab(source: FollowedSource, nowMs: number): 'grabbed' | 'same' {
	let outcome: 'grabbed' | 'same' = 'same';
	for (const arrival of source.doorman.take(source.description.path)) {
		if (arrival.type === 'file') {
			outcome = 'grabbed';
			welcome(source, arrival, nowMs);
		} else {
			admit(source, {sight: arrival.sight, opened: undefined}, nowMs);
		}
	}

	return outcome;
}

/** A file came to the live name: it joins the chain, and before it what lies between. */
function welcome(source: FollowedSource, arrival: FileArrival, nowMs: number): void {
	const newest = newestOf(source.chain);
	if (newest !== undefined && isSameFile(newest.facts, arrival.file.facts)) {
		closeAll(source, [arrival.file, ...arrival.between]);
		return;
	}

	const fresh = admit(source, {sight: {type: 'file', facts: arrival.file.facts}, opened: arrival.file}, nowMs);
	if (fresh === undefined) {
		closeAll(source, arrival.between);
		source.doorman.decline(source.description.path);
		return;
	}

	source.rotatedAtMs = nowMs;
	mark(source, fresh, arrival.siblings);
	join(source, [...newest === undefined ? [] : linkUp(source, {newest, fresh, arrival}), fresh]);
}

/** The generations between the newest known and the one that came, oldest first; and what is known of the step away from the newest. */
function linkUp(source: FollowedSource, {newest, fresh, arrival}: {readonly newest: Generation; readonly fresh: Generation; readonly arrival: FileArrival}): readonly Generation[] {
	const {siblings, directlyAfter, seenMs} = arrival;
	const {between, isProven} = siblingsBetween({siblings, newest, fresh, isPackedFromNewest: sibling => isPackedFrom(source.disk, sibling, newest)});
	const unseen = between.map(sibling => generationOf(source, sibling, arrival.between)).filter(generation => generation !== undefined);
	closeAll(source, arrival.between.filter(({handle}) => unseen.every(generation => generation.handle !== handle)));
	markTargets(source, unseen, siblings);
	const isDirect = directlyAfter !== undefined && isSameFile(directlyAfter, newest.facts);
	newest.continuity = isProven || isDirect ? proven : unprovenBetween(newest, unseen[0] ?? fresh, seenMs);
	return unseen;
}

/** A sibling that was never opened before. */
function generationOf(source: FollowedSource, sibling: Sibling, files: readonly OpenedFile[]): Generation | undefined {
	if (sibling.archive !== undefined) {
		return openSibling(source.disk, sibling) ?? new Generation(sibling);
	}

	const file = files.find(({facts}) => isSameFile(facts, sibling.facts));
	if (file === undefined) {
		// Opened before, or gone again before it could be: that one is looked for once more when its turn comes, and missed aloud.
		return source.remembered.some(({facts}) => isSameFile(facts, sibling.facts)) ? undefined : new Generation(sibling);
	}

	const generation = new Generation(file);
	return isOpenedBefore(source, generation) ? undefined : generation;
}

function closeAll({disk}: FollowedSource, files: readonly OpenedFile[]): void {
	for (const file of files) {
		closeGeneration(disk, new Generation(file));
	}
}
