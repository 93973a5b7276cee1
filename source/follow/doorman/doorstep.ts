import {CopyWitness} from '../copies/copy-witness.ts';
import {isRefusal, type Disk, type FileFacts} from '../disk/disk.ts';
import {siblingsOf, siblingsOlderThan, type Sibling} from '../discovery/generations.ts';
import {lookAt, sightOfRefusal} from '../disk/look.ts';
import {closeArrivals, openFile} from '../handles/open-generation.ts';
import {isSameFile, type Sight} from '../rotation/rotation.ts';
import type {Arrival, FileArrival, OpenedFile} from './arrival.ts';
import {ChangeCount, type Certainty} from './change-count.ts';
import {Neighbours} from './neighbours.ts';
import {mayLieBetween} from './successors.ts';

type Surroundings = {
	readonly disk: Disk;
	readonly calendarMs: () => number;
	readonly path: string;
	/** The file the name led to when last seen. */
	readonly newest: FileFacts | undefined;
};

/** How much later a file that was not accepted is offered again: it may belong to another source as long as it exists. */
const offerAgainMs = 250;

/**
One live name, looked at again and again. Whatever appears there is opened at once, before anything else is done: if only
one previous file is kept, a file that was rotated twice is gone.
*/
export class Doorstep {
	readonly #surroundings: Surroundings;
	readonly #count = new ChangeCount();
	readonly #neighbours: Neighbours;
	readonly #witness: CopyWitness;
	#arrivals: Arrival[] = [];
	#newest: FileFacts | undefined;
	#seenMs: number | undefined;
	/** What was shown last, in a word. */
	#shown: string | undefined;
	#declinedAtMs: number | undefined;

	constructor(surroundings: Surroundings) {
		const {disk, path, newest} = surroundings;
		this.#surroundings = surroundings;
		this.#newest = newest;
		this.#shown = newest === undefined ? undefined : 'file';
		this.#witness = new CopyWitness(disk, path);
		this.#neighbours = new Neighbours(disk);
		this.#neighbours.meet(newest);
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
		// Listed only to make the count sound: see `change-count.ts`.
		siblingsOf(this.#surroundings.disk, this.#surroundings.path);
	}

	#openNew(): void {
		const {disk, path, calendarMs} = this.#surroundings;
		const file = openFile(disk, path);
		if (isRefusal(file)) {
			this.#show(sightOfRefusal(file.refused));
			return;
		}

		const siblings = siblingsOlderThan(disk, path, file.facts);
		const between = this.#openBetween(siblings, file);
		this.#arrivals.push({type: 'file', file, siblings, between, seenMs: this.#seenMs, directlyAfter: this.#newest, isDirectIfRenamed: false});
		this.#count.see();
		this.#neighbours.meet(file.facts);
		this.#newest = file.facts;
		this.#shown = 'file';
		this.#seenMs = calendarMs();
	}

	/** Where the file known before has gone from the folder, archives may hold what came after it. A name that was waited for may have led to files that were rotated away before it was seen. */
	#openBetween(siblings: readonly Sibling[], fresh: OpenedFile): readonly OpenedFile[] {
		const newest = this.#newest;
		return [...this.#neighbours.takeKept(), ...this.#neighbours.open(mayLieBetween({siblings, newest: newest === undefined ? undefined : {facts: newest}, fresh}))];
	}

	#isToBeOfferedAgain(): boolean {
		const isDue = this.#declinedAtMs !== undefined && Math.abs(this.#surroundings.calendarMs() - this.#declinedAtMs) >= offerAgainMs;
		this.#declinedAtMs = isDue ? undefined : this.#declinedAtMs;
		return isDue;
	}

	#isNewestThere(): boolean {
		const sight = lookAt(this.#surroundings.disk, this.#surroundings.path);
		return sight.type === 'file' && this.#newest !== undefined && isSameFile(sight.facts, this.#newest);
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

	/**
	Looks at the name of a previous file that came or went. A file that was never seen before is a copy if the live name still leads to the same file;
	otherwise the live name led to it, too briefly to be seen.
	*/
	lookBeside(path: string): void {
		this.#neighbours.keepAt(path);
		const {length} = this.#arrivals;
		this.look();
		const live = this.#newest;
		if (live === undefined || this.#shown !== 'file' || this.#arrivals.length > length) {
			return;
		}

		for (const file of this.#neighbours.takeKept()) {
			this.#arrivals.push({type: 'copy', file, live, testimony: this.#witness.see(file)});
		}
	}

	/** The live file was written. */
	hearOfWriting(): void {
		if (this.#witness.isCurious && this.#newest !== undefined) {
			this.#witness.look(this.#newest);
		}
	}

	/** From here on the folder reports every change of the name. */
	beginCount(): void {
		this.#count.begin();
	}

	/** The folder reported a change of the name. */
	hearOfChange(): void {
		this.#count.tell();
	}

	/** Everything that came since the last call, in order. `isTrusted`: the folder has reported every change. */
	take(isTrusted = false): readonly Arrival[] {
		const arrivals = this.#arrivals;
		const certainty = this.#count.settle({
			isTrusted,
			files: arrivals.filter(({type}) => type === 'file').length,
			isNewestThere: () => this.#isNewestThere(),
		});
		this.#arrivals = [];
		return arrivals.map(arrival => arrival.type === 'file' ? provenBy(certainty, arrival) : arrival);
	}

	/** The file that came last was not accepted. */
	decline(): void {
		this.#declinedAtMs = this.#surroundings.calendarMs();
	}

	/** Closes what was not taken. */
	close(): void {
		closeArrivals(this.#surroundings.disk, this.take());
		this.#neighbours.close();
	}
}

const provenBy = (certainty: Certainty, arrival: FileArrival): FileArrival => ({
	...arrival,
	directlyAfter: certainty === 'nothing' ? undefined : arrival.directlyAfter,
	isDirectIfRenamed: certainty === 'direct-if-renamed',
});
