import {isRefusal} from '../disk/disk.ts';
import type {Slice} from '../reading/drain.ts';
import {leave, type FollowedSource} from '../followed-source.ts';
import {rewound} from '../follower.ts';
import type {Generation} from '../generation.ts';
import {damageTypeOf, sayRestIsLost} from '../reading/lost-rest.ts';
import {closeGeneration} from '../handles/open-generation.ts';
import type {Progress} from '../turns/progress.ts';
import {startUnpacking} from './archives.ts';
import {forgetHeard, hasEndedEarly, listen} from './echo.ts';

/** An archive that its packer is still writing, set aside so that what follows need not wait for it. */
export type GrowingArchive = {
	readonly generation: Generation;
	readonly sizeBytes: number;
	/** When it was last seen to grow. */
	readonly grewAtMs: number;
};

/** A packer writes all the time. If no byte comes for this long, it is done or dead. */
const packedQuietMs = 2000;

/** Whether an archive that breaks off may be whole later. */
export function isStillPacked({isFollowing, disk, calendarMs}: FollowedSource, {handle, facts}: Generation): boolean {
	const now = isFollowing && handle !== undefined ? disk.factsOfHandle(handle) : facts;
	return isFollowing && !isRefusal(now) && (now.sizeBytes !== facts.sizeBytes || calendarMs() - now.modifiedMs < packedQuietMs);
}

/** Goes on with what follows. The archive keeps its place in the chain; the rest of it comes late. */
export function setAside(source: FollowedSource, generation: Generation, nowMs: number): void {
	stopUnpacking(generation);
	source.chain = rewound(source.chain, undefined, []);
	leave(source, generation);
	source.growing = [...source.growing, {generation, sizeBytes: generation.facts.sizeBytes, grewAtMs: nowMs}];
	source.notices.add(noticeFor(generation));
}

/** Reads on in the archives set aside whose packer has come to rest. */
export function readGrown(source: FollowedSource, nowMs: number): Progress {
	const before = source.delivery.bytesRead;
	for (const archive of source.growing) {
		if (archive.generation.unpacking === undefined) {
			unpackWhenQuiet(source, archive, nowMs);
		} else {
			readPiece(source, archive.generation, nowMs);
		}
	}

	return source.delivery.bytesRead === before ? 'idle' : 'more';
}

function unpackWhenQuiet(source: FollowedSource, archive: GrowingArchive, nowMs: number): void {
	const {disk, unpack, onReady} = source;
	const {generation, sizeBytes, grewAtMs} = archive;
	const handle = generation.handle!;
	const facts = disk.factsOfHandle(handle);
	if (!isRefusal(facts) && facts.sizeBytes !== sizeBytes) {
		generation.facts = facts;
		source.growing = source.growing.map(each => each === archive ? {generation, sizeBytes: facts.sizeBytes, grewAtMs: nowMs} : each);
	} else if (nowMs - grewAtMs >= packedQuietMs) {
		generation.unpacking = startUnpacking({disk, handle, archive: generation.archive!, fromBytes: generation.offsetBytes, unpack, onReady});
	}
}

function readPiece(source: FollowedSource, generation: Generation, nowMs: number): void {
	const slice = generation.unpacking!.next();
	if (slice.type === 'bytes') {
		giveUnheard(source, generation, slice.bytes, nowMs);
	} else if (slice.type !== 'unpacking' && isToBeUnpackedAgain(source, generation, slice)) {
		stopUnpacking(generation);
	} else if (slice.type !== 'unpacking') {
		endArchive(source, generation, slice);
	}
}

const isToBeUnpackedAgain = (source: FollowedSource, generation: Generation, {type}: Slice): boolean =>
	(type === 'damaged' && isStillPacked(source, generation)) || hasEndedEarly(generation);

function giveUnheard(source: FollowedSource, generation: Generation, bytes: Uint8Array, nowMs: number): void {
	const heard = listen(source, generation, bytes);
	if (heard.type === 'again') {
		stopUnpacking(generation);
	} else if (heard.type === 'given' && heard.bytes.length > 0) {
		source.delivery.give(generation, heard.bytes, true, nowMs);
	}
}

function endArchive(source: FollowedSource, generation: Generation, last: Slice): void {
	source.growing = source.growing.filter(each => each.generation !== generation);
	source.notices.delete(noticeFor(generation));
	source.delivery.end(generation);
	closeGeneration(source.disk, generation);
	if (last.type === 'damaged') {
		sayRestIsLost(source, generation, damageTypeOf(last), last.why);
	}
}

/** The next read begins at its start again. */
export function stopUnpacking(generation: Generation): void {
	forgetHeard(generation);
	generation.unpacking?.close();
	generation.unpacking = undefined;
}

const noticeFor = ({path}: Generation): string => `${path} is still being packed: the rest of it comes when it is whole`;
