import {Buffer} from 'node:buffer';
import {bytesAt, isRefusal} from '../disk/disk.ts';
import type {FollowedSource} from '../followed-source.ts';
import {hasSuccessor} from '../follower.ts';
import type {Generation} from '../generation.ts';
import {copiesBeside} from '../discovery/generations.ts';
import {markText} from '../copies/copy-mark.ts';

/** A file that was emptied and is being filled with what it held before. */
export type WrittenAgain = {
	/** So much of it was found to be the same. */
	readonly sameBytes: number;
	readonly grewAtMs: number;
};

/** Whoever copies a file over a log writes without a pause; over a slow link a second may be one. */
const quietMs = 2000;

/** Compared at a time. */
const pieceBytes = 256 * 1024;

/**
Whether a file whose content is gone may be about to get it back: somebody copies the same log, or a longer one, over it (`scp`, `cat`, a restored backup).
Until the first byte that differs nothing is given again, and nothing is missing. Where a copy of the file was made meanwhile, it was a rotator.
*/
export function isWrittenAgain(source: FollowedSource, reading: Generation, nowMs: number): boolean {
	const {disk, chain} = source;
	const facts = reading.handle === undefined ? undefined : disk.factsOfHandle(reading.handle);
	const isSame = source.isFollowing && facts !== undefined && !isRefusal(facts) && !hasSuccessor(chain) && !isCopied(source, reading)
		// All of it may be back by now.
		&& isSameAsGiven(source, reading, Math.min(facts.sizeBytes, reading.offsetBytes), nowMs);
	return isSame && nowMs - reading.writtenAgain!.grewAtMs < quietMs;
}

/** Whether what a file got back is all that was given of it. Its first and last bytes were compared already. */
export function isWholeAgain(source: FollowedSource, reading: Generation, nowMs: number): boolean {
	const isWhole = reading.writtenAgain === undefined || isSameAsGiven(source, reading, reading.offsetBytes, nowMs);
	reading.writtenAgain = undefined;
	return isWhole;
}

/** A copytruncate leaves a copy: another plain file than lay there when the log was opened. Whichever is dated later, since clocks are set. */
function isCopied({disk, description}: FollowedSource, {newestCopy}: Generation): boolean {
	const newest = copiesBeside(disk, description.path).findLast(({archive}) => archive === undefined);
	return newest !== undefined && markText(newest.facts) !== newestCopy?.newest;
}

/** Compares what came since it was looked at before. A file shorter than that was emptied once more. */
function isSameAsGiven({disk, retained}: FollowedSource, reading: Generation, sizeBytes: number, nowMs: number): boolean {
	const known = reading.writtenAgain;
	const hasShrunk = known !== undefined && sizeBytes < known.sameBytes;
	let sameBytes = known === undefined || hasShrunk ? 0 : known.sameBytes;
	while (sameBytes < sizeBytes) {
		const lengthBytes = Math.min(pieceBytes, sizeBytes - sameBytes);
		const given = retained.bytesOf(reading, sameBytes, lengthBytes);
		if (given === undefined || Buffer.compare(given, bytesAt(disk, reading.handle!, {offsetBytes: sameBytes, lengthBytes})) !== 0) {
			return false;
		}

		sameBytes += lengthBytes;
	}

	const hasGrown = known === undefined || hasShrunk || sameBytes > known.sameBytes;
	reading.writtenAgain = {sameBytes, grewAtMs: hasGrown ? nowMs : known.grewAtMs};
	return true;
}
