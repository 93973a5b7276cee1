import {isRefusal, type Disk, type Handle} from '../disk/disk.ts';
import {Fingerprint} from '../disk/fingerprint.ts';
import {behindBytes, type FollowedSource} from '../followed-source.ts';
import {newestOf} from '../follower.ts';
import type {Generation} from '../generation.ts';
import type {Progress} from '../turns/progress.ts';
import {truncatedNotice} from '../rotation/rewind.ts';
import {LineSplitter} from './line-splitter.ts';

/** Less than this is read in a few blinks, so its newest lines need not be shown first. With many logs each has its share of this. */
const worthTellingAheadBytes = 4 * 1024 * 1024;

/** Shown first: one or two thousand lines, more than any screen holds, read in a few milliseconds. */
const firstBytes = 256 * 1024;

/** With many logs each shows its share of that, which is still more than a screen holds. */
const fewestFirstBytes = 16 * 1024;

/** Lines shown first are read twice, so they must be a small part of the whole. */
const leastShareBehind = 4;

/** For the same reason showing them first must end, even for a file that grows as fast as it is read. */
const mostBytes = 16 * 1024 * 1024;

/** Where a file says how its lines are to be read, if it does. */
const headBytes = 16 * 1024;

const newline = 0x0A;
const noBytes = new Uint8Array(0);
const buffer = new Uint8Array(firstBytes);

/** How far the end of a file has been shown before its turn. */
export type Ahead = {
	readonly startBytes: number;
	/** The file's first lines, if they are not among those shown. */
	readonly head: Uint8Array;
	readonly splitter: LineSplitter;
	readonly fingerprint: Fingerprint;
	/** The next byte to show. */
	offsetBytes: number;
	/** True when nothing more can, or needs to, be shown ahead. */
	isOver: boolean;
};

/**
Shows the newest lines of a source whose older ones take long to read, and those written meanwhile. All of them are delivered again in their turn:
what is shown ahead is only for the eye and changes nothing about what is delivered.
*/
export function tellAhead(source: FollowedSource, sourceCount: number): Progress {
	const generation = newestOf(source.chain);
	const canRead = generation?.handle !== undefined && generation.archive === undefined;
	const firstBytesOfEach = Math.max(fewestFirstBytes, Math.floor(firstBytes / sourceCount));
	const worthBytes = Math.max(worthTellingAheadBytes / sourceCount, leastShareBehind * firstBytesOfEach);
	if (!canRead || (generation.ahead === undefined && behindBytes(source) < worthBytes)) {
		return 'idle';
	}

	generation.ahead ??= begin(source.disk, {...generation, handle: generation.handle!}, firstBytesOfEach);
	return goOn(source, generation, generation.handle!);
}

/** In the middle of a file the first line is mostly a part of one. */
function begin(disk: Disk, {handle, offsetBytes, facts}: Pick<Generation, 'offsetBytes' | 'facts'> & {readonly handle: Handle}, newestBytes: number): Ahead {
	const now = disk.factsOfHandle(handle);
	const {sizeBytes} = isRefusal(now) ? facts : now;
	const nearEndBytes = Math.max(offsetBytes, sizeBytes - newestBytes);
	const firstEnd = nearEndBytes === 0 ? -1 : readAt(disk, handle, nearEndBytes).indexOf(newline);
	const startBytes = nearEndBytes + firstEnd + 1;
	const head = startBytes === 0 ? noBytes : wholeLines(readAt(disk, handle, 0).slice(0, Math.min(headBytes, startBytes)));
	const isOneLine = startBytes > 0 && (firstEnd === -1 || head.length === 0);
	return {startBytes, head, splitter: new LineSplitter(), fingerprint: new Fingerprint(), offsetBytes: startBytes, isOver: isOneLine};
}

function goOn(source: FollowedSource, generation: Generation, handle: Handle): Progress {
	const ahead = generation.ahead!;
	// From here on everything is given in its turn.
	ahead.isOver ||= generation.offsetBytes > ahead.startBytes || ahead.offsetBytes - ahead.startBytes > mostBytes || ahead.splitter.restBytes > firstBytes;
	if (ahead.isOver) {
		return 'idle';
	}

	const bytes = readAt(source.disk, handle, ahead.offsetBytes);
	if (!isStillThere(source.disk, handle, ahead)) {
		takeBack(source, generation);
		return 'idle';
	}

	const {offsetBytes} = ahead;
	ahead.fingerprint.add(offsetBytes, bytes);
	ahead.offsetBytes += bytes.length;
	ahead.splitter.push(offsetBytes, bytes, (lineOffsetBytes, lines) => {
		announceChain(source);
		source.delivery.tellAhead(generation, {offsetBytes: lineOffsetBytes, lines, head: ahead.head});
	});
	return bytes.length === 0 ? 'idle' : 'more';
}

/** Looked at after the read, as for what is delivered. */
function isStillThere(disk: Disk, handle: Handle, {offsetBytes, fingerprint}: Ahead): boolean {
	const facts = disk.factsOfHandle(handle);
	return !isRefusal(facts) && facts.sizeBytes >= offsetBytes && fingerprint.isIn(disk, handle);
}

/** If part of it has been read in its turn already, `rewind.ts` sorts that out. */
function takeBack(source: FollowedSource, generation: Generation): void {
	if (generation.offsetBytes > 0) {
		generation.ahead!.isOver = true;
		return;
	}

	generation.ahead = undefined;
	source.notices.add(truncatedNotice);
	source.delivery.takeBackAhead(generation);
}

/** Generations are numbered in the order of writing, so those before the newest file are registered first. */
function announceChain({chain: {reading, queued}, delivery}: FollowedSource): void {
	for (const generation of [reading, ...queued]) {
		if (generation !== undefined) {
			delivery.announce(generation);
		}
	}
}

/** Valid until the next read. */
function readAt(disk: Disk, handle: Handle, offsetBytes: number): Uint8Array {
	const count = disk.read(handle, buffer, offsetBytes);
	return isRefusal(count) ? noBytes : buffer.subarray(0, count);
}

const wholeLines = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.lastIndexOf(newline) + 1);
