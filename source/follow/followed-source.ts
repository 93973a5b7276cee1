import type {FaultType} from '../domain/fault.ts';
import type {SourceDescription} from '../domain/source.ts';
import type {Unpack} from './archives/archives.ts';
import {relativesOf} from './rotation/contents.ts';
import type {Delivery} from './reading/delivery.ts';
import type {Disk} from './disk/disk.ts';
import type {Doorman} from './doorman/doorman.ts';
import {emptyChain, grabbed, type Chain} from './follower.ts';
import type {Generation} from './generation.ts';
import type {GrowingArchive} from './archives/growing-archives.ts';
import type {HeldCopy} from './copies/held-copies.ts';
import {lossFrom, proven, type Continuity} from './reading/ledger.ts';
import {closeGeneration} from './handles/open-generation.ts';
import {letGoOver, readHeldCaps, unreadCaps} from './handles/pins.ts';
import type {Presence} from './rotation/presence.ts';
import type {Rememberers} from './rememberers.ts';
import type {Retained} from './reading/retained.ts';
import {isSameFile} from './rotation/rotation.ts';
import {mostLeft, usualOf, type Left} from './discovery/usual.ts';

/** One source while it is followed. `begin.ts`, `grab.ts`, `read-on.ts`, `rewind.ts` and `late.ts` are what is done with it. */
export type FollowedSource = {
	readonly description: SourceDescription;
	readonly delivery: Delivery;
	readonly disk: Disk;
	readonly doorman: Doorman;
	readonly retained: Retained;
	readonly unpack: Unpack;
	readonly isFollowing: boolean;
	readonly fault: (type: FaultType, path: string, sentence: string) => void;
	readonly calendarMs: () => number;
	/** Of all sources, itself among them: a file may move from one name to another. */
	readonly rememberers: Rememberers;
	/** The sources whose live files have this name, in whatever folder. */
	readonly namesakes: (name: string) => readonly FollowedSource[];
	/** Called when more of an archive has been unpacked. */
	readonly onReady: () => void;
	/** Standing notices, in the order they came up. */
	readonly notices: Set<string>;
	/** What was read lately, to tell a copy of it from something new. The newest is last. */
	remembered: readonly Generation[];
	presence: Presence | undefined;
	chain: Chain<Generation>;
	/** The disk refused the last read. */
	isReadRefused: boolean;
	/** The next bytes of an archive are on their way. */
	isUnpacking: boolean;
	/** The name is a link: what it leads to may change where nobody listens. */
	isLink: boolean;
	/** The name itself is an archive: it is read once, and nothing comes to it. */
	isPacked: boolean;
	/** Copies of the live file that the doorman opened, oldest first, until it is known whether anything in them was not read. */
	copies: readonly HeldCopy[];
	/** Since when copies are awaited that the doorman may have seen. */
	awaitingSinceMs: number | undefined;
	/** How the folder stood when a file was last looked for in it that stands in for an absent live one; undefined where the next change may not show. */
	desertedFolder: string | undefined;
	/** Archives that are still being written. */
	growing: readonly GrowingArchive[];
	lastLeft: Generation | undefined;
	/** The files read to their end lately, to say how much an unseen one may have held. */
	left: readonly Left[];
	/** When it last turned out to have been rotated. */
	rotatedAtMs: number;
};

type Fixed = Pick<FollowedSource, 'description' | 'delivery' | 'disk' | 'doorman' | 'retained' | 'unpack' | 'isFollowing' | 'fault' | 'calendarMs' | 'rememberers' | 'namesakes' | 'onReady'>;

/** Contents remembered at most. More previous files than this are seldom kept. */
const mostRemembered = 256;

export function newSource(fixed: Fixed): FollowedSource {
	return {...fixed, notices: new Set(), remembered: [], presence: undefined, chain: emptyChain, isReadRefused: false, isUnpacking: false, isLink: false, isPacked: false, copies: [], awaitingSinceMs: undefined, desertedFolder: undefined, growing: [], lastLeft: undefined, left: [], rotatedAtMs: -Infinity};
}

/** Bytes that are there and have not been read. */
export function behindBytes({chain: {reading, queued}}: FollowedSource): number {
	return queued.reduce((sum, generation) => sum + generation.unreadBytes, reading?.unreadBytes ?? 0);
}

/** Adds files just opened to the chain. */
export function join(source: FollowedSource, newcomers: readonly Generation[]): void {
	source.chain = grabbed(source.chain, newcomers);
	remember(source, newcomers);
	// Files over the cap are opened again when their turn comes; if one is gone by then, the hole has its exact size.
	for (const generation of letGoOver(source.chain.queued, unreadCaps)) {
		closeGeneration(source.disk, generation);
	}
}

/** Remembers what was opened, and closes the oldest descriptors over the cap: reading back then has to find the file again. */
export function remember(source: FollowedSource, generations: readonly Generation[]): void {
	const all = [...source.remembered, ...generations];
	const forgotten = all.slice(0, -mostRemembered).filter(({isEnded}) => isEnded);
	source.remembered = all.filter(generation => !forgotten.includes(generation));
	source.rememberers.add(source, generations);
	source.rememberers.remove(source, forgotten);
	const over = letGoOver(all.filter(({isEnded, handle}) => isEnded && handle !== undefined), readHeldCaps);
	for (const generation of [...over, ...forgotten]) {
		closeGeneration(source.disk, generation);
	}
}

/** Closes what is not read after all. */
export function forget(source: FollowedSource, generation: Generation): void {
	source.remembered = source.remembered.filter(known => known !== generation);
	source.rememberers.remove(source, [generation]);
	closeGeneration(source.disk, generation);
}

/** Closes what is held only to be read back. */
export function letGoOfRead({remembered, disk}: FollowedSource): void {
	const read = remembered.filter(({isEnded}) => isEnded);
	for (const generation of read) {
		closeGeneration(disk, generation);
	}
}

/** Whether a file found in the folder was opened before. Where birth times are missing an inode may be met again with another content. */
export function isOpenedBefore({remembered, disk}: Pick<FollowedSource, 'remembered' | 'disk'>, found: Generation): boolean {
	return remembered.some(known => isSameFile(known.facts, found.facts) && known.fingerprint.compareWith(disk, found.handle!) !== false);
}

/** Whether a copy is of another generation than `reading`, one that was delivered before, or whose rest was said to be missing when it was left. Contents decide. */
export function isDeliveredBefore(source: FollowedSource, copy: Generation, reading: Generation): boolean {
	const {remembered, disk, retained} = source;
	return isOpenedBefore(source, copy) || relativesOf(disk, retained, copy, remembered).some(({known}) => known !== reading);
}

/** The generation has been read as far as it goes before the next one begins: the ledger's line is written. */
export function leave(source: FollowedSource, generation: Generation, continuity: Continuity | undefined = generation.continuity): void {
	source.delivery.announce(generation);
	source.lastLeft = generation;
	generation.continuity = undefined;
	sayOf(source, continuity ?? proven, generation);
	if (continuity?.type !== 'truncated') {
		source.left = [...source.left, {bytes: generation.offsetBytes, lastWriteMs: generation.facts.modifiedMs}].slice(-mostLeft);
	}
}

/** Tells what is not proven about the step after a generation. */
export function sayOf({delivery, left}: FollowedSource, continuity: Continuity, generation: Generation | undefined): void {
	const loss = lossFrom(continuity, {lastWriteMs: generation?.facts.modifiedMs, usual: usualOf(left)});
	if (loss !== undefined) {
		delivery.tell(loss, generation);
	}
}
