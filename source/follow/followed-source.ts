import type {FaultType} from '../domain/fault.ts';
import type {SourceDescription} from '../domain/source.ts';
import {startUnpacking} from './archives.ts';
import {lookThroughCopies, newestCopy} from './copies.ts';
import type {Delivery} from './delivery.ts';
import {isRefusal, type Disk} from './disk.ts';
import {readSlice, type Slice} from './drain.ts';
import {emptyChain, foundEnd, grabbed, grew, hasSuccessor, letGo, newestOf, quietSince, rewound, steppedOver, type Chain} from './follower.ts';
import {Generation} from './generation.ts';
import {siblingsOf, type Sibling} from './generations.ts';
import type {Continuity} from './ledger.ts';
import {lookAt} from './look.ts';
import {presenceAfter, reasonFor, type Presence} from './presence.ts';
import {isSameFile} from './rotation.ts';
import {closeGeneration, continuityOf, openGeneration, openSibling, siblingsBetween} from './successors.ts';

type Surroundings = {
	readonly description: SourceDescription;
	readonly disk: Disk;
	readonly delivery: Delivery;
	readonly isFollowing: boolean;
	readonly fault: (type: FaultType, path: string, sentence: string) => void;
	/** More of an archive has been unpacked. */
	readonly onReady: () => void;
};

/** Contents remembered to tell a copy of something read from something new. */
const mostRemembered = 128;

/** Badge for a rotator that may itself lose what is written between its copy and its truncation. */
const copytruncateNotice = 'rotated by copytruncate: the rotator itself may drop lines';

/** One source: looks at its name, pins what it finds, and reads it in the order of writing. `follower.ts` decides, this carries out. */
export class FollowedSource {
	readonly description: SourceDescription;
	readonly delivery: Delivery;
	presence: Presence | undefined;
	chain: Chain<Generation> = emptyChain;
	readonly notices = new Set<string>();
	readonly #disk: Disk;
	readonly #isFollowing: boolean;
	readonly #fault: Surroundings['fault'];
	readonly #onReady: () => void;
	readonly #remembered: Generation[] = [];
	/** The next bytes of an archive are on their way. */
	isUnpacking = false;
	#lastSteppedOver: Generation | undefined;

	constructor({description, disk, delivery, isFollowing, fault, onReady}: Surroundings) {
		this.description = description;
		this.delivery = delivery;
		this.#disk = disk;
		this.#isFollowing = isFollowing;
		this.#fault = fault;
		this.#onReady = onReady;
	}

	get #livePath(): string {
		return this.description.path;
	}

	/** Bytes that are there and have not been read. */
	get behindBytes(): number {
		const {reading, queued} = this.chain;
		const readingBytes = reading === undefined ? 0 : Math.max(0, reading.facts.sizeBytes - reading.offsetBytes);
		return queued.reduce((sum, {facts}) => sum + facts.sizeBytes, readingBytes);
	}

	/** Finds the generations that are there: the live file is pinned first, then the older ones before it. */
	begin(nowMs: number): void {
		const live = this.#openLive(nowMs);
		const older = siblingsOf(this.#disk, this.#livePath)
			.filter(({facts}) => live === undefined || !isSameFile(facts, live.facts))
			.map(sibling => this.#pin(sibling))
			.filter(generation => generation !== undefined);
		this.#join(live === undefined ? older : [...older, live]);
	}

	/**
	GRAB: when the live name leads to another file, opens it and every sibling that may lie between, before anything else is done.
	With one previous file kept, a file rotated twice is gone.
	*/
	grab(nowMs: number): boolean {
		const newest = newestOf(this.chain);
		const sight = lookAt(this.#disk, this.#livePath);
		if (sight.type === 'file' && newest !== undefined && isSameFile(newest.facts, sight.facts)) {
			this.presence = presenceAfter(this.presence, sight, nowMs);
			return false;
		}

		const fresh = this.#openLive(nowMs);
		if (fresh === undefined) {
			return false;
		}

		if (newest === undefined) {
			this.#join([fresh]);
			return true;
		}

		const {between, isProven} = siblingsBetween({siblings: siblingsOf(this.#disk, this.#livePath), newest, fresh});
		const unseen = between.map(sibling => openSibling(this.#disk, sibling)).filter(generation => generation !== undefined && this.#isNew(generation)) as Generation[];
		newest.continuity = continuityOf(isProven, newest, unseen[0] ?? fresh);
		this.#join([...unseen, fresh]);
		return true;
	}

	/** Reads one slice of what is next; true while there may be more to do at once. */
	readOn(nowMs: number): boolean {
		const {reading} = this.chain;
		return reading === undefined || !this.#isOpen(reading) ? false : this.#take(reading, readSlice(this.#disk, reading), nowMs);
	}

	/** Reads what was written to files already rotated away, and ends those that have been quiet. */
	readLate(nowMs: number): void {
		for (const {generation} of this.chain.late) {
			const slice = readSlice(this.#disk, generation);
			if (slice.type !== 'bytes') {
				continue;
			}

			this.delivery.give(generation, slice.bytes, true, nowMs);
			this.chain = grew(this.chain, generation, nowMs);
		}

		this.#letGo(this.#isFollowing ? quietSince(this.chain, nowMs) : this.chain.late.map(({generation}) => generation));
	}

	/** Shows lines whose end has been awaited for long. */
	showUnfinished(nowMs: number): void {
		for (const generation of [...this.chain.late.map(watch => watch.generation), this.chain.reading]) {
			if (generation !== undefined) {
				this.delivery.showUnfinished(generation, nowMs);
			}
		}
	}

	/** All that is there has been read and nothing more is wanted. */
	finish(nowMs: number): void {
		if (this.chain.reading !== undefined) {
			this.chain = steppedOver(this.chain, nowMs);
		}

		this.#letGo(this.chain.late.map(({generation}) => generation));
	}

	close(): void {
		for (const generation of this.#remembered) {
			closeGeneration(this.#disk, generation);
		}

		this.chain = emptyChain;
	}

	#openLive(nowMs: number): Generation | undefined {
		const sight = lookAt(this.#disk, this.#livePath);
		const opened = sight.type === 'file' ? openGeneration(this.#disk, this.#livePath) : undefined;
		const refusal = isRefusal(opened) ? {type: 'refused', code: opened.refused} as const : undefined;
		const before = this.presence;
		this.presence = presenceAfter(before, refusal ?? sight, nowMs);
		if (this.presence.type === 'blind' && before?.type !== 'blind') {
			this.#fault(sight.type === 'not-a-file' ? 'not-a-file' : 'unreadable', this.#livePath, `${this.#livePath} cannot be read: ${this.presence.why}. It is tried again by itself.`);
		}

		return isRefusal(opened) ? undefined : opened;
	}

	#pin(sibling: Sibling): Generation | undefined {
		return sibling.archive === undefined ? openSibling(this.#disk, sibling) : new Generation(sibling);
	}

	#isOpen(generation: Generation): boolean {
		if (generation.archive === undefined || generation.unpacking !== undefined) {
			return true;
		}

		const opened = openGeneration(this.#disk, generation.path, generation.archive);
		if (isRefusal(opened)) {
			this.#skip(generation, 'unreadable', reasonFor(opened.refused));
			return false;
		}

		generation.handle = opened.handle;
		generation.unpacking = startUnpacking({disk: this.#disk, handle: opened.handle!, archive: generation.archive, fromBytes: generation.offsetBytes, onReady: this.#onReady});
		return true;
	}

	#take(reading: Generation, slice: Slice, nowMs: number): boolean {
		this.isUnpacking = slice.type === 'unpacking';
		switch (slice.type) {
			case 'bytes': {
				if (this.#wasOvertaken(reading)) {
					return true;
				}

				this.delivery.give(reading, slice.bytes, false, nowMs);
				this.chain = grew(this.chain, reading, nowMs);
				return true;
			}

			case 'end': {
				const before = this.chain;
				this.chain = reading.archive === undefined || !hasSuccessor(before) ? foundEnd(before, nowMs) : steppedOver(before, nowMs);
				this.#sayStep(reading);
				return this.chain !== before;
			}

			case 'unpacking': {
				return false;
			}

			case 'rewound': {
				this.#rewind(reading);
				return true;
			}

			case 'refused': {
				this.presence = presenceAfter(this.presence, {type: 'refused', code: slice.code}, nowMs);
				return false;
			}

			case 'damaged': {
				this.#skip(reading, slice.isTooLarge ? 'archive-too-large' : 'archive-damaged', slice.why);
				return true;
			}
		}
	}

	/** The content being read is gone from the file. Its rest may live on in a copy; the new content is another generation of the same file. */
	#rewind(old: Generation): void {
		const liveHandle = old.handle!;
		const {heir, unseen, newest} = lookThroughCopies({
			disk: this.#disk,
			livePath: this.#livePath,
			liveHandle,
			content: old.fingerprint,
			isKnown: copy => !this.#isNew(copy),
		});
		const fresh = new Generation({path: this.#livePath, facts: old.facts, handle: liveHandle});
		fresh.newestCopy = newest;
		old.handle = heir?.handle;
		if (heir === undefined) {
			old.continuity = lostRest(old);
			this.notices.add('truncated in place: what was written just before may be lost');
		} else {
			old.facts = heir.facts;
			this.notices.add(copytruncateNotice);
		}

		this.chain = rewound(this.chain, heir === undefined ? undefined : old, [...unseen, fresh]);
		this.#remember([...unseen, fresh]);
		if (heir === undefined) {
			this.#endStepped(old);
		}
	}

	/** A file truncated, filled and truncated again before its first bytes were read shows only in the copies. */
	#wasOvertaken(reading: Generation): boolean {
		if (reading.newestCopy === undefined || reading.handle === undefined) {
			return false;
		}

		const known = reading.newestCopy;
		reading.newestCopy = undefined;
		if (known.isSame(newestCopy(this.#disk, this.#livePath))) {
			return false;
		}

		const {unseen, newest} = lookThroughCopies({disk: this.#disk, livePath: this.#livePath, liveHandle: reading.handle, content: reading.fingerprint, isKnown: copy => !this.#isNew(copy)});
		reading.newestCopy = newest;
		this.delivery.say({type: 'unproven', fromMs: undefined, toMs: reading.facts.modifiedMs, reason: 'the file was truncated again before its first bytes were read; nothing proves that what is read next follows directly'}, this.#lastSteppedOver);
		this.chain = rewound(this.chain, undefined, [...unseen, reading]);
		this.#remember(unseen);
		return true;
	}

	#skip(generation: Generation, type: FaultType, why: string): void {
		this.#fault(type, generation.path, `${generation.path} could not be read to its end: ${why}. What was read is kept.`);
		generation.continuity = {type: 'hole', missingBytes: undefined, fromMs: undefined, toMs: generation.facts.modifiedMs, reason: `the rest of ${generation.path} could not be read: ${why}`};
		this.chain = rewound(this.chain, undefined, []);
		this.#endStepped(generation);
	}

	/** After a step over: the ledger's line, and the end of archives, which never grow. */
	#sayStep(left: Generation): void {
		if (this.chain.reading === left) {
			return;
		}

		if (left.archive === undefined) {
			this.delivery.announce(left);
			this.#sayContinuity(left);
		} else {
			this.#letGo([left]);
		}
	}

	#endStepped(generation: Generation): void {
		this.delivery.end(generation);
		this.#sayContinuity(generation);
	}

	#sayContinuity(generation: Generation): void {
		this.#lastSteppedOver = generation;
		if (generation.continuity === undefined) {
			return;
		}

		this.delivery.say(generation.continuity, generation);
		generation.continuity = undefined;
	}

	#letGo(over: readonly Generation[]): void {
		this.chain = letGo(this.chain, over);
		for (const generation of over) {
			this.#endStepped(generation);
		}
	}

	#join(newcomers: readonly Generation[]): void {
		this.chain = grabbed(this.chain, newcomers);
		this.#remember(newcomers);
	}

	#remember(generations: readonly Generation[]): void {
		this.#remembered.push(...generations);
		for (const forgotten of this.#remembered.splice(0, Math.max(0, this.#remembered.length - mostRemembered))) {
			closeGeneration(this.#disk, forgotten);
		}
	}

	/** Whether nothing of it was delivered before. */
	#isNew(candidate: Generation): boolean {
		const isOld = this.#remembered.some(known => known.fingerprint.isEmpty
			? isSameFile(known.facts, candidate.facts)
			: known.fingerprint.isIn(this.#disk, candidate.handle!));
		return !isOld;
	}
}

function lostRest(old: Generation): Continuity {
	return {
		type: 'hole',
		missingBytes: undefined,
		fromMs: old.grewAtMs === 0 ? undefined : old.facts.modifiedMs,
		toMs: undefined,
		reason: `the file was truncated after byte ${old.offsetBytes} was read, and no kept copy holds what followed`,
	};
}
