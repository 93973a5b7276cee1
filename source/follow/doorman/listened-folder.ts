import path from 'node:path';
import {isRefusal, type Disk} from '../disk/disk.ts';
import {readGenerationOf} from '../discovery/generation-names.ts';
import {identityKey} from '../rotation/rotation.ts';
import type {Doorstep} from './doorstep.ts';
import {isOwnDisk, watchFolder, type FolderNews, type FolderWatch} from './folder-watch.ts';

/** A live name in the folder. */
export type Place = {readonly livePath: string; readonly doorstep: Doorstep; isLink: boolean};

/** Whom a name in the folder concerns, and whether it is the live name itself, or that of a previous file in plain form or packed. */
export type Concern = {readonly place: Place; readonly nameOf: 'live' | 'previous' | 'archive'};

/** Names of a folder that are remembered with whom they concern. */
const mostNames = 1000;

/** A folder that is watched because of the live names in it. */
export class ListenedFolder {
	readonly #disk: Disk;
	readonly #where: string;
	readonly #onNews: (concerns: readonly Concern[], news: FolderNews) => void;
	readonly #concerns = new Map<string, readonly Concern[]>();
	#watch: FolderWatch | undefined;
	/** Of the watched folder. */
	#identity: string | undefined;
	#isOwn = false;
	readonly places: Place[] = [];

	constructor(disk: Disk, where: string, onNews: (concerns: readonly Concern[], news: FolderNews) => void) {
		this.#disk = disk;
		this.#where = where;
		this.#onNews = onNews;
	}

	#identityNow(): string | undefined {
		const facts = this.#disk.factsOf(this.#where);
		return isRefusal(facts) ? undefined : identityKey(facts);
	}

	#hang(): void {
		this.#watch?.close();
		this.#watch = this.#identity === undefined
			? undefined
			: watchFolder(this.#where, news => {
				this.#onNews(this.#concernedBy(news.name), news);
			}, () => {
				this.#watch = undefined;
			});
	}

	#concernedBy(name: string | undefined): readonly Concern[] {
		if (name === undefined) {
			return this.places.map(place => ({place, nameOf: 'live'}));
		}

		const known = this.#concerns.get(name);
		if (known !== undefined) {
			return known;
		}

		if (this.#concerns.size >= mostNames) {
			this.#concerns.clear();
		}

		const found = this.places.map(place => concern(place, name)).filter(each => each !== undefined);
		this.#concerns.set(name, found);
		return found;
	}

	/** Whether every change is reported: only this machine makes any, and its name still leads to this folder. */
	get isTelling(): boolean {
		return this.#isOwn && this.#watch !== undefined && this.#identityNow() === this.#identity;
	}

	add(place: Place): void {
		this.places.push(place);
		this.#concerns.clear();
	}

	/** The watch on a folder that was deleted or replaced never fires again and does not say so. Returns whether a new one was opened. */
	listen(): boolean {
		const identity = this.#identityNow();
		if (this.#watch !== undefined && identity === this.#identity) {
			return false;
		}

		this.#identity = identity;
		this.#isOwn = identity !== undefined && isOwnDisk(this.#where);
		this.#hang();
		return this.#watch !== undefined;
	}

	close(): void {
		this.#watch?.close();
	}
}

function concern(place: Place, name: string): Concern | undefined {
	const live = path.basename(place.livePath);
	if (live === name) {
		return {place, nameOf: 'live'};
	}

	const read = readGenerationOf(live, name);
	return read === undefined ? undefined : {place, nameOf: read.archive === undefined ? 'previous' : 'archive'};
}
