import type {Arrival, FileArrival} from '../doorman/arrival.ts';
import {isRefusal} from '../disk/disk.ts';
import {join, type FollowedSource} from '../followed-source.ts';
import {newestOf} from '../follower.ts';
import type {Generation} from '../generation.ts';
import {holdCopy, letGoOfCopies} from '../copies/held-copies.ts';
import {closeFiles} from '../handles/open-generation.ts';
import {admit} from './admit.ts';
import {linkUp} from './link-up.ts';
import {mark} from './marks.ts';
import {goOnBehind, goOnIn, replacementOf} from './replaced.ts';
import {rewind} from './rewind.ts';
import {isSameFile} from './rotation.ts';
import {takeStandIn} from './stand-in.ts';
import {takeStrangers} from './strangers.ts';

/** GRAB: takes what the doorman holds for this source, in the order in which it came. */
export function grab(source: FollowedSource, nowMs: number): 'grabbed' | 'same' {
	const arrivals = source.doorman.take(source.description.path);
	for (const arrival of arrivals) {
		take(source, arrival, nowMs);
	}

	const isGrabbed = arrivals.some(({type}) => type === 'file') || takeStandIn(source, nowMs) === 'grabbed' || takeStrangers(source, nowMs) === 'grabbed';
	return isGrabbed ? 'grabbed' : 'same';
}

function take(source: FollowedSource, arrival: Arrival, nowMs: number): void {
	switch (arrival.type) {
		case 'file': {
			welcome(source, arrival, nowMs);
			break;
		}

		case 'copy': {
			holdCopy(source, arrival, nowMs);
			break;
		}

		case 'sight': {
			admit(source, {sight: arrival.sight, opened: undefined}, nowMs);
			break;
		}
	}
}

/** A file came to the live name: it joins the chain, and before it what lies between. */
function welcome(source: FollowedSource, arrival: FileArrival, nowMs: number): void {
	const before = newestOf(source.chain);
	if (before !== undefined && isSameFile(before.facts, arrival.file.facts)) {
		closeFiles(source.disk, [arrival.file, ...arrival.between]);
		return;
	}

	settleContent(source);
	const newest = newestOf(source.chain);
	const replacement = newest === undefined ? undefined : replacementOf(source, newest, arrival);
	if (newest !== undefined && replacement?.type === 'whole') {
		goOnIn(source, newest, arrival, nowMs);
		return;
	}

	const fresh = admit(source, {sight: {type: 'file', facts: arrival.file.facts}, opened: arrival.file}, nowMs);
	if (fresh === undefined) {
		closeFiles(source.disk, arrival.between);
		source.doorman.decline(source.description.path);
		return;
	}

	source.rotatedAtMs = nowMs;
	mark(source, fresh, arrival.siblings);
	fresh.isNewFile = newest !== undefined;
	join(source, [...linkUp(source, {newest, fresh, arrival}), fresh]);
	if (newest !== undefined && replacement?.type === 'cut') {
		goOnBehind(source, newest, fresh, replacement.keptBytes);
	}

	letGoOfCopies(source);
}

/** A file that was truncated before it was rotated is identified by its present content: files beside the new one are compared with that. */
function settleContent(source: FollowedSource): void {
	const newest = newestOf(source.chain);
	if (newest === undefined || newest !== source.chain.reading || !isRewound(source, newest)) {
		return;
	}

	rewind(source, newest);
	// If the file was seen truncated before, that was settled first; what is in it now comes next.
	settleContent(source);
}

function isRewound({disk}: FollowedSource, {handle, archive, offsetBytes, fingerprint}: Generation): boolean {
	const facts = handle === undefined || archive !== undefined || offsetBytes === 0 ? undefined : disk.factsOfHandle(handle);
	return facts !== undefined && !isRefusal(facts) && (facts.sizeBytes < offsetBytes || fingerprint.compareWith(disk, handle!) === false);
}
