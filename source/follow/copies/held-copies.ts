import type {CopyArrival} from '../doorman/arrival.ts';
import type {FileFacts} from '../disk/disk.ts';
import type {FollowedSource} from '../followed-source.ts';
import {Generation} from '../generation.ts';
import {copiesBeside} from '../discovery/generations.ts';
import {closeGenerations} from '../handles/open-generation.ts';
import {letGoOver, unreadCaps} from '../handles/pins.ts';
import {isSameFile} from '../rotation/rotation.ts';
import type {CopyMark} from './copy-mark.ts';
import type {Testimony} from './copy-witness.ts';

/** A copy of the live file that the doorman opened when it was made; by the time it is wanted it may be gone from the folder. */
export type HeldCopy = {
	readonly generation: Generation;
	/** The file it lay beside. */
	readonly live: FileFacts;
	readonly testimony: Testimony | undefined;
	/** When it came, or was last found to be a copy indeed. */
	readonly judgedAtMs: number;
};

/** Keeps a copy until it is known whether it holds anything unread. Copies over the cap are reported as missing. */
export function holdCopy(source: FollowedSource, {file, live, testimony}: CopyArrival, judgedAtMs: number): void {
	const copies = [...source.copies, {generation: new Generation(file), live, testimony, judgedAtMs}];
	const over = new Set<Generation>(letGoOver(copies.map(({generation}) => generation), unreadCaps));
	closeGenerations(source.disk, [...over]);
	source.copies = copies.filter(({generation}) => !over.has(generation));
}

/** Takes the copies of the file being read that were made since it was looked at. Those that became known too late were reported as missing already. */
export function takeCopies(source: FollowedSource, reading: Generation): readonly HeldCopy[] {
	const taken = source.copies.filter(({live}) => isSameFile(live, reading.facts));
	const held = taken.filter(({generation: {facts}}) => !isTooLate(facts, reading.newestCopy));
	closeGenerations(source.disk, taken.filter(copy => !held.includes(copy)).map(({generation}) => generation));
	source.copies = source.copies.filter(copy => !taken.includes(copy));
	return held;
}

/** Whether a copy was made before the content that was looked at then. */
export function isTooLate(copy: FileFacts, before: CopyMark | undefined): boolean {
	const isUndecided = before?.uncut !== undefined && isSameFile(before.uncut, copy);
	return !isUndecided && before?.horizonMs !== undefined && Number(copy.bornNs) / 1e6 <= before.horizonMs;
}

/** A doorman in another thread may have seen more than has been received from it, so it is given this long. Nothing is lost meanwhile: it holds open what it saw. */
const patienceMs = 50;

/** Whether copies that the doorman saw may still be on their way: the newest one in the folder has not been received yet. */
export function areCopiesOnTheirWay(source: FollowedSource, reading: Generation, nowMs: number): boolean {
	const isAwaited = source.doorman.isApart && isNewestUnheard(source, reading.newestCopy);
	source.awaitingSinceMs = isAwaited ? source.awaitingSinceMs ?? nowMs : undefined;
	return source.awaitingSinceMs !== undefined && nowMs - source.awaitingSinceMs < patienceMs;
}

function isNewestUnheard({disk, description, copies}: FollowedSource, before: CopyMark | undefined): boolean {
	const newest = copiesBeside(disk, description.path).findLast(({archive}) => archive === undefined)?.facts;
	const heard = [before?.settled, before?.uncut, ...copies.map(({generation}) => generation.facts)].filter(facts => facts !== undefined);
	return newest === undefined ? before?.newest !== undefined : heard.every(facts => !isSameFile(facts, newest));
}

/** The live name leads to another file by now: copies of files that are no longer read are closed. */
export function letGoOfCopies(source: FollowedSource): void {
	const {reading, queued} = source.chain;
	const wanted = source.copies.filter(({live}) => [reading, ...queued].some(generation => generation !== undefined && isSameFile(generation.facts, live)));
	closeGenerations(source.disk, source.copies.filter(copy => !wanted.includes(copy)).map(({generation}) => generation));
	source.copies = wanted;
}
