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

/** A program that copies a file over a log writes without pauses, but a slow link may hold it up for a second. */
const quietMs = 2000;

/** Compared at a time. */
const pieceBytes = 256 * 1024;

/**
Whether a file that was just emptied may be about to get its content back, because somebody copies the same log, or a longer one, over it (`scp`, `cat`, a restored backup).
Until the first differing byte nothing is delivered again, and nothing is missing. If a copy of the file appeared meanwhile, it was a rotator that emptied it.
*/
export function isWrittenAgain(source: FollowedSource, reading: Generation, nowMs: number): boolean {
	const {disk, chain} = source;
	const facts = reading.handle === undefined ? undefined : disk.factsOfHandle(reading.handle);
	const isSame = source.isFollowing && facts !== undefined && !isRefusal(facts) && !hasSuccessor(chain) && !isCopied(source, reading)
		// All of it may be back by now.
		&& isSameAsGiven(source, reading, Math.min(facts.sizeBytes, reading.offsetBytes), nowMs);
	return isSame && nowMs - reading.writtenAgain!.grewAtMs < quietMs;
}

/** Whether a file has got back everything that was delivered from it. Its first and last bytes were compared already. */
export function isWholeAgain(source: FollowedSource, reading: Generation, nowMs: number): boolean {
	const isWhole = reading.writtenAgain === undefined || isSameAsGiven(source, reading, reading.offsetBytes, nowMs);
	reading.writtenAgain = undefined;
	return isWhole;
}

/** A copytruncate leaves a copy: a plain file that was not there when the log was opened. Dates are not compared, since clocks may be set back. */
function isCopied({disk, description}: FollowedSource, {newestCopy}: Generation): boolean {
	const newest = copiesBeside(disk, description.path).findLast(({archive}) => archive === undefined);
	return newest !== undefined && markText(newest.facts) !== newestCopy?.newest;
}

/** Compares what has come since the last look. A file that is shorter than it was then has been emptied again. */
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
