import {archiveHead, isHeadAtHand, isHeadOf, isPackedFrom, type PackedSibling} from '../archives/archive-head.ts';
import type {FileArrival, OpenedFile} from '../doorman/arrival.ts';
import {isPlainCopy} from '../copies/copied-already.ts';
import {isDeliveredBefore, isOpenedBefore, type FollowedSource} from '../followed-source.ts';
import {Generation} from '../generation.ts';
import {isTarget, type Sibling} from '../discovery/generations.ts';
import {proven} from '../reading/ledger.ts';
import {openSibling} from '../handles/open-generation.ts';
import {countedUpwards, siblingsBetween, unprovenBetween} from '../doorman/successors.ts';
import {markTargets} from './marks.ts';
import {isRenamedAway, siblingsElsewhere} from './moved-away.ts';
import {isSameFile} from './rotation.ts';
import {targetsBetween} from './switched.ts';

/** `newest`: undefined where the name was waited for. */
type Step = {readonly newest: Generation | undefined; readonly fresh: Generation; readonly arrival: FileArrival};

/** What lies between two generations, oldest first. A `doubt` stands for files that may have existed but cannot be inspected. */
type Between = Generation | 'doubt';

/** The generations between the newest known and the one that came, oldest first; and what is known of the steps between them. */
export function linkUp(source: FollowedSource, step: Step): readonly Generation[] {
	const {newest, fresh, arrival: {siblings, between, seenMs}} = step;
	const {isProven, found: listed} = lookBetween(source, step);
	// Where the name led to no other file, what lies there are copies.
	const isDirect = isCountedDirect(source, step, isProven);
	const found = isDirect ? [] : listed;
	const unseen = found.filter(each => each !== 'doubt');
	closeUnused(source, [...between, ...listed.filter(each => each !== 'doubt')], unseen);
	markTargets(source, unseen, siblings);
	if (newest !== undefined) {
		newest.continuity = isProven || isDirect ? proven : unprovenBetween(newest, unseen[0] ?? fresh, seenMs);
	}

	for (const [index, generation] of unseen.entries()) {
		const isDoubtful = found[found.indexOf(generation) + 1] === 'doubt';
		generation.continuity = isDoubtful ? unprovenBetween(generation, unseen[index + 1] ?? fresh, undefined) : undefined;
	}

	return unseen;
}

/** Whether every change of the name is accounted for. If the count is one change short, what the folder shows is better evidence. */
function isCountedDirect({disk, description}: FollowedSource, {newest, arrival: {directlyAfter, isDirectIfRenamed}}: Step, isProven: boolean): boolean {
	const isCounted = newest !== undefined && directlyAfter !== undefined && isSameFile(directlyAfter, newest.facts);
	return isCounted && (!isDirectIfRenamed || (!isProven && isRenamedAway(disk, description.path, newest)));
}

function lookBetween(source: FollowedSource, {newest, fresh, arrival}: Step): {readonly isProven: boolean; readonly found: readonly Between[]} {
	const siblings = siblingsAround(source, {newest, fresh, arrival}).map(sibling => withHandle(sibling, arrival.between));
	const {between, isProven} = siblingsBetween({
		siblings,
		newest,
		fresh,
		isPackedFromNewest: sibling => newest !== undefined && isPackedFrom(source.disk, sibling, newest),
		isKnown: sibling => isKnown(source, sibling, fresh),
		isLater: sibling => isLater(source, sibling, fresh),
	});
	if (isProven) {
		const upwards = countedUpwards({siblings, newest, isMet: ({facts}) => source.rememberers.of(facts).length > 0});
		return {isProven, found: [...upwards.map(sibling => possibleCopyOf(source, sibling)), ...between.map(sibling => generationOf(source, sibling))].filter(generation => generation !== undefined)};
	}

	const gone = arrival.between
		.filter(({facts}) => siblings.every(sibling => !isSameFile(sibling.facts, facts)))
		.map(file => new Generation(file))
		.filter(generation => !isDeliveredBefore(source, generation, fresh));
	return {isProven, found: withGone(source, between, gone)};
}

/** Those beside the live name, and before them the targets that a link was switched over, or those in the folder to which the newest one was moved. */
function siblingsAround(source: FollowedSource, {newest, fresh, arrival: {siblings}}: Step): readonly Sibling[] {
	if (newest === undefined || siblings.some(({facts}) => isSameFile(facts, newest.facts))) {
		return siblings;
	}

	const elsewhere = [...targetsBetween(source, {newest, fresh}), ...siblingsElsewhere(source, {newest, fresh})];
	newest.path = elsewhere.find(({facts}) => isSameFile(facts, newest.facts))?.path ?? newest.path;
	return [...elsewhere, ...siblings.filter(({facts}) => elsewhere.every(each => !isSameFile(each.facts, facts)))];
}

const withHandle = (sibling: Sibling, files: readonly OpenedFile[]): PackedSibling => ({...sibling, handle: files.find(({facts}) => isSameFile(facts, sibling.facts))?.handle});

/**
Finds the place in the chain for files that were opened and have left the folder since: the place of their archive, or before everything in the folder, since the oldest is deleted first.
Of a file that left without an archive it cannot be known what came after it.
*/
function withGone(source: FollowedSource, between: readonly PackedSibling[], gone: readonly Generation[]): readonly Between[] {
	const listed = between.map(sibling => ({sibling, packed: gone.find(generation => sibling.archive !== undefined && isPackedFrom(source.disk, sibling, generation))}));
	const firstPacked = gone.findIndex(generation => listed.some(({packed}) => packed === generation));
	const leading = firstPacked === -1 ? gone : gone.slice(0, firstPacked);
	return [
		...leading.flatMap((generation): readonly Between[] => [generation, 'doubt']),
		...listed.map(({sibling, packed}) => packed ?? betweenOf(source, sibling)).filter(each => each !== undefined),
	];
}

/** What cannot be inspected yet is compared with what was read when its turn comes. */
function betweenOf(source: FollowedSource, sibling: PackedSibling): Between | undefined {
	const isUnknown = sibling.archive !== undefined && isHeadAtHand(sibling.archive) && archiveHead(source.disk, sibling).isEmpty;
	return isUnknown ? 'doubt' : possibleCopyOf(source, sibling);
}

/** As below, where nothing proves that the live name ever led to it. */
function possibleCopyOf(source: FollowedSource, sibling: PackedSibling): Generation | undefined {
	const generation = generationOf(source, sibling);
	if (generation !== undefined) {
		generation.mayBeCopy = true;
	}

	return generation;
}

/** Whether an archive is surely of something that was opened before. */
function isKnown({disk, remembered}: FollowedSource, sibling: PackedSibling, fresh: Generation): boolean {
	const head = archiveHead(disk, sibling);
	return [...remembered, fresh].some(each => isSameFile(each.facts, sibling.facts) || isHeadOf(disk, head, each));
}

/** A link's next target often exists, still empty, before the link moves to it, and a copy of the live file is younger than it. Anything else is dated later only because the clock was set back. */
function isLater({disk, description}: FollowedSource, sibling: PackedSibling, fresh: Generation): boolean {
	const isNextTarget = sibling.facts.sizeBytes === 0 && disk.isLink(description.path) && isTarget(description.path, sibling);
	return isNextTarget || fresh.handle === undefined || isPlainCopy(disk, sibling, fresh.handle);
}

/** A sibling that was never opened before. */
function generationOf({remembered, disk}: FollowedSource, sibling: PackedSibling): Generation | undefined {
	const isRemembered = remembered.some(({facts}) => isSameFile(facts, sibling.facts));
	if (sibling.handle === undefined) {
		// Opened before, or gone again before it could be: that one is looked for once more when its turn comes, and missed aloud.
		return isRemembered ? undefined : openSibling(disk, sibling) ?? new Generation(sibling);
	}

	const generation = new Generation(sibling);
	return isRemembered && isOpenedBefore({remembered, disk}, generation) ? undefined : generation;
}

function closeUnused({disk}: FollowedSource, files: ReadonlyArray<OpenedFile | Generation>, used: readonly Generation[]): void {
	// A file that was handed over already open is not opened again.
	const kept = new Set(used.map(({handle}) => handle));
	const unused = new Set(files.map(({handle}) => handle).filter(handle => handle !== undefined)).difference(kept);
	for (const handle of unused) {
		disk.close(handle);
	}
}
