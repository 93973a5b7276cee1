import type {Arrival, FileArrival, OpenedFile} from './arrival.ts';
import {ChangeCount} from './change-count.ts';
import {isRefusal, type Disk, type FileFacts} from './disk.ts';
import {siblingsOf, type Sibling} from './generations.ts';
import {lookAt, sightOfRefusal} from './look.ts';
import {openFile, openSiblingFile} from './open-generation.ts';
import {identityKey, isSameFile, type Sight} from './rotation.ts';
import {siblingsBetween} from './successors.ts';

type Surroundings = {
	readonly disk: Disk;
	readonly calendarMs: () => number;
	readonly path: string;
	/** The file the name led to when last seen. */
	readonly newest: FileFacts | undefined;
};

/** Files met lately, so that none is opened twice. */
const mostMet = 64;

/** A file that was not taken up is offered again so much later: it may be another source's for as long as it lives. */
const offerAgainMs = 250;

/**
One live name, looked at again and again. Whatever appears there is opened at once, before anything else is done:
with one previous file kept, what was rotated twice is gone.
*/
export class Doorstep {
	readonly #surroundings: Surroundings;
	readonly #count = new ChangeCount();
	#arrivals: Arrival[] = [];
	#met: readonly string[] = [];
	#newest: FileFacts | undefined;
	#seenMs: number | undefined;
	/** What was shown last, in a word. */
	#shown: string | undefined;
	#declinedAtMs: number | undefined;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
		this.#newest = surroundings.newest;
		this.#shown = surroundings.newest === undefined ? undefined : 'file';
	}

	#show(sight: Sight): void {
		const shown = sight.type === 'refused' ? sight.code : sight.type;
		if (shown === this.#shown) {
			return;
		}

		this.#shown = shown;
		this.#arrivals.push({type: 'sight', sight});
		if (sight.type !== 'absent') {
			return;
		}

		this.#count.see();
		// Listed for the count's sake alone: see there.
		siblingsOf(this.#surroundings.disk, this.#surroundings.path);
	}

	#openNew(): void {
		const {disk, path, calendarMs} = this.#surroundings;
		const file = openFile(disk, path);
		if (isRefusal(file)) {
			this.#show(sightOfRefusal(file.refused));
			return;
		}

		const siblings = this.#siblingsOlderThan(file);
		const between = this.#openBetween(siblings, file);
		this.#arrivals.push({type: 'file', file, siblings, between, seenMs: this.#seenMs, directlyAfter: this.#newest});
		this.#count.see();
		this.#meet(file);
		this.#newest = file.facts;
		this.#shown = 'file';
		this.#seenMs = calendarMs();
	}

	/**
	The folder's listing, made after the file was opened. Where the file has lost its name by then and the listing does not show where it went,
	what is listed may have come after it: the folder's order says nothing, and an equal birth time neither, since clocks are coarse.
	*/
	#siblingsOlderThan({facts}: OpenedFile): readonly Sibling[] {
		const {disk, path} = this.#surroundings;
		const siblings = siblingsOf(disk, path);
		const now = disk.factsOf(path);
		const isPlaced = (!isRefusal(now) && isSameFile(now, facts)) || siblings.some(sibling => isSameFile(sibling.facts, facts));
		return isPlaced ? siblings : siblings.filter(sibling => sibling.facts.bornNs < facts.bornNs);
	}

	#openBetween(siblings: readonly Sibling[], fresh: OpenedFile): readonly OpenedFile[] {
		const newest = this.#newest;
		if (newest === undefined) {
			return [];
		}

		const {between} = siblingsBetween({siblings, newest: {facts: newest}, fresh, isPackedFromNewest: () => false});
		const files = between
			.map(sibling => sibling.archive === undefined && !this.#isMet(sibling.facts) ? openSiblingFile(this.#surroundings.disk, sibling) : undefined)
			.filter(file => file !== undefined);
		for (const file of files) {
			this.#meet(file);
		}

		return files;
	}

	#meet({facts}: OpenedFile): void {
		this.#met = [...this.#met, identityKey(facts)].slice(-mostMet);
	}

	#isMet(facts: FileFacts): boolean {
		return this.#met.includes(identityKey(facts));
	}

	#isToBeOfferedAgain(): boolean {
		const isDue = this.#declinedAtMs !== undefined && this.#surroundings.calendarMs() - this.#declinedAtMs >= offerAgainMs;
		this.#declinedAtMs = isDue ? undefined : this.#declinedAtMs;
		return isDue;
	}

	/** Whether something has come that was not taken yet. */
	get hasArrivals(): boolean {
		return this.#arrivals.length > 0;
	}

	/** The file the name led to when last seen. */
	get newest(): FileFacts | undefined {
		return this.#newest;
	}

	/** Looks at the name once. */
	look(): void {
		const sight = lookAt(this.#surroundings.disk, this.#surroundings.path);
		if (sight.type !== 'file') {
			this.#show(sight);
		} else if (this.#newest === undefined || !isSameFile(this.#newest, sight.facts) || this.#isToBeOfferedAgain()) {
			this.#openNew();
		} else {
			this.#seenMs = this.#surroundings.calendarMs();
			this.#show(sight);
		}
	}

	/** From here on the folder tells of every change of the name. */
	beginCount(): void {
		this.#count.begin();
	}

	/** The folder told of a change of the name. */
	hearOfChange(): void {
		this.#count.tell();
	}

	/** Everything that came since the last call, in order. `isTrusted`: the folder has told of every change. */
	take(isTrusted = false): readonly Arrival[] {
		const arrivals = this.#arrivals;
		const isProven = this.#count.settle(isTrusted, arrivals.some(({type}) => type === 'file'));
		this.#arrivals = [];
		return isProven ? arrivals : arrivals.map(arrival => withoutProof(arrival));
	}

	/** The file that came last was not taken up. */
	decline(): void {
		this.#declinedAtMs = this.#surroundings.calendarMs();
	}
}

const withoutProof = (arrival: Arrival): Arrival => arrival.type === 'file' ? {...arrival, directlyAfter: undefined} satisfies FileArrival : arrival;
