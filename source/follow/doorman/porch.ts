import path from 'node:path';
import type {Disk, FileFacts} from '../disk/disk.ts';
import {pauseFor} from '../turns/heartbeat.ts';
import type {Arrival} from './arrival.ts';
import {Doorstep} from './doorstep.ts';
import type {FolderNews} from './folder-watch.ts';
import {ListenedFolder, type Concern, type Place} from './listened-folder.ts';

/** What came to one live name. Empty if only the files beside it changed: a rotator is at work. */
export type Delivered = {readonly path: string; readonly arrivals: readonly Arrival[]};

type Surroundings = {
	readonly disk: Disk;
	readonly calendarMs: () => number;
	readonly tell: (delivered: readonly Delivered[]) => void;
	/** Whether too much was reported and not taken yet, for so many names: nothing more is opened until some of it is. */
	readonly isFull: (names: number) => boolean;
	/** Sleeps; nothing else is done in this thread. */
	readonly nap: (forMs: number) => void;
};

/**
A writer of single lines causes an event per line. After each round of events the porch therefore sleeps a little, and the kernel merges many into one.
It sleeps less after a rotation, since one seldom comes alone; and not at all while names come and go in the folder, because a rotator creates the next file
under another name first, and one that was held up catches up with files that live 1 ms.
*/
const napMs = 4;
const napAfterRotationMs = 1;
const afterRotationMs = 10_000;
const awakeMs = 50;

/** After so many events in one round the queue may have overflowed, which Node does not report (the kernel's limit is 16,384). */
const mostTrustedRings = 256;

/** Where the doorman stands: watches the folders of live names, looks at a name at every event and by the clock, and reports what came. */
export class Porch {
	readonly #surroundings: Surroundings;
	readonly #folders = new Map<string, ListenedFolder>();
	readonly #places = new Map<string, Place>();
	readonly #stirred = new Set<Place>();
	#rings = 0;
	#isWritten = false;
	#isSettling = false;
	#arrivedAtMs = -Infinity;
	/** When a name came to a folder or went from it. */
	#changedAtMs = -Infinity;
	/** When a folder last reported anything. */
	#stirredAtMs = performance.now();
	#lookMs = 0;
	#timer: NodeJS.Timeout | undefined;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
		this.#lookAgainLater();
	}

	#folderOf(livePath: string): ListenedFolder {
		const where = path.dirname(livePath);
		const folder = this.#folders.get(where) ?? new ListenedFolder(this.#surroundings.disk, where, (concerns, news) => {
			this.#hear(concerns, news);
		});
		this.#folders.set(where, folder);
		return folder;
	}

	#hear(concerns: readonly Concern[], news: FolderNews): void {
		this.#rings++;
		this.#stirredAtMs = performance.now();
		this.#isWritten ||= news.type === 'written';
		this.#changedAtMs = news.type === 'written' ? this.#changedAtMs : this.#stirredAtMs;
		for (const concern of concerns) {
			if (news.type === 'written') {
				hearOfWriting(concern);
			} else {
				this.#hearOfChange(concern, news.name);
			}
		}

		this.#settleSoon();
	}

	#hearOfChange({place, nameOf}: Concern, name: string | undefined): void {
		this.#stirred.add(place);
		if (nameOf === 'live') {
			place.doorstep.hearOfChange();
		}

		if (this.#isFull) {
			return;
		}

		// Beside a link lie its targets, the next one among them.
		if (nameOf === 'previous' && name !== undefined && !this.#surroundings.disk.isLink(place.livePath)) {
			place.doorstep.lookBeside(path.join(path.dirname(place.livePath), name));
		} else {
			place.doorstep.look();
		}
	}

	#look({doorstep}: Place): void {
		if (!this.#isFull) {
			doorstep.look();
		}
	}

	/** After one turn of the event loop, everything that the kernel had to report has been received. */
	#settleSoon(): void {
		if (this.#isSettling) {
			return;
		}

		this.#isSettling = true;
		setImmediate(() => {
			this.#settle();
		});
	}

	#settle(): void {
		this.#isSettling = false;
		const delivered = this.#takeAll();
		if (delivered.length > 0) {
			this.#arrivedAtMs = performance.now();
			this.#surroundings.tell(delivered);
		}

		this.#rings = 0;
		this.#stirred.clear();
		if (!this.#isWritten) {
			return;
		}

		this.#isWritten = false;
		if (this.#stirredAtMs - this.#changedAtMs > awakeMs) {
			this.#surroundings.nap(this.#stirredAtMs - this.#arrivedAtMs < afterRotationMs ? napAfterRotationMs : napMs);
		}
	}

	#takeAll(): readonly Delivered[] {
		const folders = this.#folders.values().toArray();
		return folders.flatMap(folder => folder.places.map(place => this.#takeFrom(folder, place))).filter(each => each !== undefined);
	}

	#takeFrom(folder: ListenedFolder, place: Place): Delivered | undefined {
		const {livePath, doorstep} = place;
		if (!doorstep.hasArrivals) {
			return this.#stirred.has(place) ? {path: livePath, arrivals: []} : undefined;
		}

		place.isLink = this.#surroundings.disk.isLink(livePath);
		const isTrusted = this.#rings <= mostTrustedRings && folder.isTelling && !place.isLink;
		return {path: livePath, arrivals: doorstep.take(isTrusted)};
	}

	#lookAgainLater(): void {
		this.#timer = setTimeout(() => {
			this.#lookAgain();
			this.#lookAgainLater();
		}, pauseFor({
			nowMs: performance.now(),
			sources: this.#places.size,
			rotatedAtMs: this.#arrivedAtMs,
			stirredAtMs: this.#stirredAtMs,
			lookMs: this.#lookMs,
			isTold: () => this.#folders.values().every(folder => folder.isTelling) && this.#places.values().every(({isLink}) => !isLink),
			isHot: false,
		}));
	}

	/** Events may fail to come without notice; the clock does not. */
	#lookAgain(): void {
		const beginMs = performance.now();
		for (const folder of this.#folders.values()) {
			this.#listen(folder);
		}

		for (const place of this.#places.values()) {
			this.#look(place);
			if (place.doorstep.hasArrivals) {
				this.#settleSoon();
			}
		}

		this.#lookMs = performance.now() - beginMs;
	}

	/** What came before a watch was opened caused no event. */
	#listen(folder: ListenedFolder): void {
		const isNew = folder.listen();
		for (const place of isNew ? folder.places : []) {
			this.#beginCount(place);
		}
	}

	#beginCount(place: Place): void {
		this.#look(place);
		if (place.doorstep.hasArrivals) {
			this.#settleSoon();
		} else {
			place.doorstep.beginCount();
		}
	}

	get #isFull(): boolean {
		return this.#surroundings.isFull(this.#places.size);
	}

	/** Looks after a name from now on. `newest`: the file it led to when last seen. */
	attend(livePath: string, newest: FileFacts | undefined): void {
		const {disk, calendarMs} = this.#surroundings;
		const place = {livePath, isLink: disk.isLink(livePath), doorstep: new Doorstep({disk, calendarMs, path: livePath, newest})};
		const folder = this.#folderOf(livePath);
		folder.listen();
		folder.add(place);
		this.#places.set(livePath, place);
		this.#beginCount(place);
	}

	/** The file that came last was not accepted. */
	decline(livePath: string): void {
		this.#places.get(livePath)?.doorstep.decline();
	}

	close(): void {
		clearTimeout(this.#timer);
		for (const folder of this.#folders.values()) {
			folder.close();
		}

		for (const {doorstep} of this.#places.values()) {
			doorstep.close();
		}
	}
}

/** A write changes no name, so the name is not looked at: some writers write 10,000 lines a second. */
function hearOfWriting({place, nameOf}: Concern): void {
	if (nameOf === 'live') {
		place.doorstep.hearOfWriting();
	}
}
