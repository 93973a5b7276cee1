import {isPackedFrom} from '../archives/archive-head.ts';
import {lookThroughCopies, type Copies, type UnseenCopy} from '../copies/copies.ts';
import {changedAt, isCalmBetween, markOf} from '../copies/copy-mark.ts';
import {isPackedAway} from '../copies/packed-away.ts';
import {isRefusal} from '../disk/disk.ts';
import {isDeliveredBefore, leave, remember, sayOf, type FollowedSource} from '../followed-source.ts';
import {rewound} from '../follower.ts';
import {Generation} from '../generation.ts';
import {copiesBeside, siblingsOf, type Sibling} from '../discovery/generations.ts';
import {areCopiesOnTheirWay, takeCopies} from '../copies/held-copies.ts';
import {newline} from '../reading/line-splitter.ts';
import {lookAt} from '../disk/look.ts';
import type {Retained} from '../reading/retained.ts';
import {closeGenerations} from '../handles/open-generation.ts';
import {proven, type Continuity} from '../reading/ledger.ts';
import {leftAfterCut, relationOf} from './contents.ts';
import {isSameFile, type Sight} from './rotation.ts';

/** Badge of a rotator that may itself lose what is written between its copy and its truncation (logrotate 3.21 syncs the copy in between). */
const copytruncateNotice = 'rotated by copytruncate: the rotator itself may drop lines';
/** Badge of a file that was emptied without a copy. */
export const truncatedNotice = 'truncated in place: what was written just before may be lost';

/** REWOUND: the content being read is gone from the file. Its unread rest may live on in a copy; the new content is another generation of the same file. */
export function rewind(source: FollowedSource, old: Generation): void {
	if (!isCutBack(source, old)) {
		rewindAsItIs(source, old);
	}
}

function rewindAsItIs(source: FollowedSource, old: Generation): void {
	const datesMs = [old.facts.modifiedMs];
	const {heir, unseen: found, mark, isLastProven} = copiesOf(source, old, datesMs);
	const copies = isSeenAs(lookAt(source.disk, source.description.path), old) ? found : [];
	closeGenerations(source.disk, found.filter(copy => !copies.includes(copy)).map(({generation}) => generation));
	const fresh = newContent(source, old);
	const steps = [...copies, {generation: fresh, isProven: isLastProven}];
	const unseen = linked(steps);
	markLate(unseen, old);
	const packed = heir === undefined ? packedCopy(source, old) : undefined;
	// Some archives cannot be inspected. But if the log had come to rest before it was copied, they hold nothing unread.
	const isAllInPacked = old.isAtRest && isPackedAway(source.disk, source.description.path, datesMs);
	const hasRest = packed !== undefined || (heir !== undefined && heir.facts.sizeBytes >= old.offsetBytes);
	const isCut = old.splitter.restBytes > 0;
	// What is known about the step to the next file is true of this file's last content.
	fresh.continuity = old.continuity;
	old.continuity = isWeak(old) ? lostRest(old, isCut) : stepTo(steps[0]!, old);
	fresh.newestCopy = {...mark, datesMs: [...mark.datesMs, ...datesMs]};
	source.awaitingSinceMs = undefined;
	old.handle = heir?.handle;
	old.facts = heir?.facts ?? packed?.facts ?? old.facts;
	old.path = heir?.path ?? packed?.path ?? old.path;
	old.archive = packed?.archive;
	// Reading continues in its copy, which is a different file.
	source.rememberers.add(source, [old]);
	source.chain = rewound(source.chain, hasRest ? old : undefined, [...unseen, fresh]);
	remember(source, [...unseen, fresh]);
	source.notices.add(heir === undefined && packed === undefined && !isAllInPacked ? truncatedNotice : copytruncateNotice);
	if (hasRest) {
		return;
	}

	source.delivery.end(old);
	leave(source, old, isCut || (heir === undefined && !isAllInPacked) ? lostRest(old, isCut) : old.continuity);
}

/** A file that was seen truncated may have changed again since: first comes what was seen then, afterwards what is in it now. */
function isCutBack(source: FollowedSource, old: Generation): boolean {
	const {retained, delivery} = source;
	const left = wholeLines(retained.bytesOf(old, 0, old.writtenAgain?.sameBytes ?? 0));
	old.writtenAgain = undefined;
	if (left.length === 0) {
		return false;
	}

	const fresh = new Generation(old);
	goBehind(retained, fresh, left);
	fresh.continuity = old.continuity;
	fresh.newestCopy = old.newestCopy;
	old.handle = undefined;
	source.chain = rewound(source.chain, undefined, [fresh]);
	remember(source, [fresh]);
	source.notices.add(truncatedNotice);
	const isCut = old.splitter.restBytes > 0;
	delivery.end(old);
	leave(source, old, lostRest(old, isCut));
	return true;
}

/** Whether what was just read is the next to be given. `waiting`: that is not known yet. */
export type Outlook = 'calm' | 'overtaken' | 'waiting';

/** A file filled and truncated before its first bytes were read shows only in the copies. */
export function outlookOn(source: FollowedSource, reading: Generation, nowMs: number): Outlook {
	const {disk, calendarMs, description: {path: livePath}} = source;
	const before = reading.newestCopy;
	if (before === undefined || reading.offsetBytes > 0 || reading.isNewFile) {
		return 'calm';
	}

	const changed = changedAt(disk, livePath, calendarMs());
	const now = markOf(copiesBeside(disk, livePath), changed);
	if (isCalmBetween(before, now, changedAt(disk, livePath, calendarMs())) || (before.uncut === undefined && isPackedAway(disk, livePath, before.datesMs))) {
		reading.newestCopy = {...now, settled: before.settled, horizonMs: before.horizonMs, datesMs: before.datesMs};
		return 'calm';
	}

	return areCopiesOnTheirWay(source, reading, nowMs) ? 'waiting' : lookForOvertaking(source, reading);
}

function lookForOvertaking(source: FollowedSource, reading: Generation): Outlook {
	const {disk} = source;
	const {unseen: copies, isFirstProven, isLastProven, isNewestKnown, mark} = copiesOf(source, reading, reading.newestCopy?.datesMs ?? []);
	const sight = lookAt(disk, source.description.path);
	if (!isSeenAs(sight, reading)) {
		closeGenerations(disk, copies.map(({generation}) => generation));
		doubtUnseen(source, reading, sight);
		return 'calm';
	}

	reading.newestCopy = mark;
	source.awaitingSinceMs = undefined;
	if (isNewestKnown && copies.length === 0) {
		return 'calm';
	}

	const unseen = linked([...copies, {generation: reading, isProven: isLastProven}]);
	source.chain = rewound(source.chain, undefined, [...unseen, reading]);
	remember(source, unseen);
	if (!isFirstProven) {
		tellUnseen(source, reading, unseen[0] ?? reading);
	}

	// A copy of what is still in the file is no reason to leave the file: it may be the last chance to read it.
	return unseen.length > 0 || mark.uncut === undefined ? 'overtaken' : 'calm';
}

/** As long as nothing has been delivered since, a possible loss lies at the same place. */
function tellUnseen(source: FollowedSource, reading: Generation, next: Generation): void {
	const {lastLeft} = source;
	const isTold = reading.unseenTold !== undefined && reading.unseenTold.behind === lastLeft;
	reading.unseenTold = {behind: lastLeft};
	if (!isTold) {
		sayOf(source, unprovenTo(next, lastLeft), lastLeft);
	}
}

/** The files beside a live file are copies of it; those beside a file that was renamed are something else. */
const isSeenAs = (sight: Sight, {facts}: Generation): boolean => sight.type === 'file' && isSameFile(sight.facts, facts);

/** Where nobody may look, there may be anything. */
function doubtUnseen(source: FollowedSource, reading: Generation, sight: Sight): void {
	if (sight.type !== 'refused') {
		return;
	}

	reading.newestCopy = undefined;
	reading.doubtedAtMs = source.calendarMs();
	sayOf(source, unprovenTo(reading, source.lastLeft), source.lastLeft);
}

/** Contents that came and went unseen, not including the live one; each with what is known of the step to the next. */
function linked(steps: readonly UnseenCopy[]): readonly Generation[] {
	const unseen = steps.slice(0, -1).map(({generation}) => generation);
	for (const [index, generation] of unseen.entries()) {
		generation.continuity = stepTo(steps[index + 1]!, generation);
	}

	return unseen;
}

/** Copies made while the folder could not be read are found only after what followed them has been delivered. */
function markLate(unseen: readonly Generation[], {doubtedAtMs = -Infinity}: Generation): void {
	for (const generation of unseen) {
		generation.isLate = Number(generation.facts.bornNs) / 1e6 <= doubtedAtMs;
	}
}

const stepTo = ({generation, isProven}: UnseenCopy, from: Generation): Continuity => isProven ? proven : unprovenTo(generation, from);

function unprovenTo(next: Generation, from: Generation | undefined): Continuity {
	return {
		type: 'unproven',
		what: 'truncated before its first bytes could be read',
		seenMs: from?.facts.modifiedMs,
		nextMs: next.facts.modifiedMs,
		passedFiles: 0,
	};
}

/** The copy may have been packed at once. */
function packedCopy({disk, description}: FollowedSource, old: Generation): Sibling | undefined {
	const newest = siblingsOf(disk, description.path).at(-1);
	return newest !== undefined && !old.fingerprint.isEmpty && isPackedFrom(disk, newest, old) ? newest : undefined;
}

/** What is in the file now. If it was only cut short, its lines have been delivered already, and reading continues at the cut. */
function newContent({disk, retained}: FollowedSource, old: Generation): Generation {
	const handle = old.handle!;
	const facts = disk.factsOfHandle(handle);
	const fresh = new Generation({path: old.path, facts: isRefusal(facts) ? old.facts : facts, handle});
	goBehind(retained, fresh, wholeLines(leftAfterCut(disk, retained, old, fresh.facts.sizeBytes)));
	return fresh;
}

function goBehind(retained: Retained, fresh: Generation, left: Uint8Array): void {
	if (left.length === 0) {
		return;
	}

	fresh.fingerprint.add(0, left);
	fresh.offsetBytes = left.length;
	retained.keep(fresh, 0, left);
}

/** A line that was cut will end differently, if it does not already. */
const wholeLines = (bytes: Uint8Array = new Uint8Array(0)): Uint8Array => bytes.subarray(0, bytes.lastIndexOf(newline) + 1);

function copiesOf(source: FollowedSource, reading: Generation, datesMs: readonly number[]): Copies {
	const {disk, retained, description} = source;
	const copies = lookThroughCopies({
		disk,
		nowMs: source.calendarMs(),
		livePath: description.path,
		liveHandle: reading.handle!,
		held: takeCopies(source, reading),
		before: reading.newestCopy,
		datesMs,
		isHeir: copy => relationOf(disk, retained, copy, reading) !== 'other',
		isKnown: copy => isDeliveredBefore(source, copy, reading),
		isKnownArchive: sibling => source.remembered.some(known => isPackedFrom(disk, sibling, known)),
	});
	source.copies = [...source.copies, ...copies.undecided];
	return copies;
}

/** Less than one line was read. Many contents begin alike, so the copy found may be of another one. */
const isWeak = ({splitter, fingerprint}: Generation): boolean => splitter.restBytes === fingerprint.endBytes;

function lostRest({grewAtMs, offsetBytes, facts}: Generation, isInsideLine: boolean): Continuity {
	return {type: 'truncated', afterBytes: offsetBytes, isInsideLine, seenMs: grewAtMs === 0 ? undefined : facts.modifiedMs};
}
