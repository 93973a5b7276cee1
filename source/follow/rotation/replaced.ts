import {Buffer} from 'node:buffer';
import type {FileArrival} from '../doorman/arrival.ts';
import {bytesAt, isRefusal, type Disk, type Handle} from '../disk/disk.ts';
import {Fingerprint} from '../disk/fingerprint.ts';
import {remember, type FollowedSource} from '../followed-source.ts';
import {watchedLate} from '../follower.ts';
import {Generation} from '../generation.ts';
import {proven} from '../reading/ledger.ts';
import {newline} from '../reading/line-splitter.ts';
import {isSameFile} from './rotation.ts';

/** How a file that came to the live name relates to the one before it. */
export type Replacement =
	/** It holds all of that, and maybe more. */
	| {readonly type: 'whole'}
	/** It holds the beginning of that; so many bytes of it are whole lines. */
	| {readonly type: 'cut'; readonly keptBytes: number};

const pieceBytes = 256 * 1024;

/** Compared in a tenth of a second. Of larger files the end is compared, and so much of the beginning. */
const comparedBytes = 64 * 1024 * 1024;

/** Many files begin with the same one-line heading. */
const fewestLinesKept = 2;

/**
Whether a log was not rotated but replaced: an editor, `rsync` or a restored copy put another file in its place that begins as the old one did.
What was delivered is not delivered again, and nothing is missing. A rotator, in contrast, leaves the old file beside the new one, or begins with an empty one. The
bytes decide, including those of the old file that are not delivered yet: it is held open.
*/
export function replacementOf({disk}: Pick<FollowedSource, 'disk'>, newest: Generation, {file, siblings, between}: FileArrival): Replacement | undefined {
	const isRotated = between.length > 0 || siblings.some(({facts}) => isSameFile(facts, newest.facts));
	if (isRotated || newest.archive !== undefined || newest.handle === undefined || newest.offsetBytes === 0 || !newest.fingerprint.isIn(disk, newest.handle)) {
		return undefined;
	}

	const [oldBytes, newBytes] = [sizeOf(disk, newest.handle), sizeOf(disk, file.handle)];
	const commonBytes = Math.min(oldBytes, newBytes);
	if (commonBytes === 0 || !isSameTo(disk, [newest.handle, file.handle], commonBytes)) {
		return undefined;
	}

	return newBytes >= oldBytes ? {type: 'whole'} : cutAt(disk, file.handle, newBytes);
}

function sizeOf(disk: Disk, handle: Handle): number {
	const facts = disk.factsOfHandle(handle);
	return isRefusal(facts) ? 0 : facts.sizeBytes;
}

function isSameTo(disk: Disk, handles: readonly [Handle, Handle], endBytes: number): boolean {
	const restBytes = Math.max(0, endBytes - pieceBytes);
	for (let offsetBytes = 0; offsetBytes < Math.min(restBytes, comparedBytes); offsetBytes += pieceBytes) {
		if (!isSameAt(disk, handles, offsetBytes, pieceBytes)) {
			return false;
		}
	}

	return isSameAt(disk, handles, restBytes, endBytes - restBytes);
}

function isSameAt(disk: Disk, [one, other]: readonly [Handle, Handle], offsetBytes: number, lengthBytes: number): boolean {
	const [a, b] = [bytesAt(disk, one, {offsetBytes, lengthBytes}), bytesAt(disk, other, {offsetBytes, lengthBytes})];
	return a.length === lengthBytes && Buffer.compare(a, b) === 0;
}

function cutAt(disk: Disk, handle: Handle, sizeBytes: number): Replacement | undefined {
	const startBytes = Math.max(0, sizeBytes - pieceBytes);
	const end = bytesAt(disk, handle, {offsetBytes: startBytes, lengthBytes: sizeBytes - startBytes});
	const lines = end.reduce((sum, byte) => sum + Number(byte === newline), 0);
	return lines < fewestLinesKept ? undefined : {type: 'cut', keptBytes: startBytes + end.lastIndexOf(newline) + 1};
}

/** Reading goes on in the file that has taken the place of the old one. A program that still holds the old one writes there: that comes late. */
export function goOnIn(source: FollowedSource, newest: Generation, {file}: FileArrival, nowMs: number): void {
	const left = new Generation(newest);
	const oldBytes = sizeOf(source.disk, newest.handle!);
	passOver(source, left, oldBytes);
	newest.handle = file.handle;
	newest.facts = file.facts;
	newest.path = file.path;
	source.presence = {type: 'present'};
	source.rememberers.add(source, [newest]);
	remember(source, [left]);
	source.chain = watchedLate(source.chain, left, nowMs);
}

/** What is kept of the old file in the new one has been given, or will be from there. */
export function goOnBehind(source: FollowedSource, newest: Generation, fresh: Generation, keptBytes: number): void {
	newest.continuity = proven;
	passOver(source, fresh, keptBytes);
}

function passOver({disk}: FollowedSource, generation: Generation, toBytes: number): void {
	generation.fingerprint = Fingerprint.of(disk, generation.handle!, toBytes);
	generation.offsetBytes = toBytes;
}
