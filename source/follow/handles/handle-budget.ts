import type {FollowedSource} from '../followed-source.ts';
import type {Generation} from '../generation.ts';
import {closeGenerations} from './open-generation.ts';

/**
Limits how many files all logs together hold open. If there are more logs than descriptors, those that were quiet for longest are closed; each is opened
again, by its identity, when there is something to read in it.
*/
export class HandleBudget {
	readonly #mostHandles: number;
	readonly #onShort: (mostHandles: number) => void;
	/** The one that was busy last is last. */
	readonly #held = new Map<FollowedSource, number>();
	#heldHandles = 0;
	#isSaid = false;

	constructor(mostHandles: number, onShort: (mostHandles: number) => void) {
		this.#mostHandles = mostHandles;
		this.#onShort = onShort;
	}

	#count(source: FollowedSource): void {
		const handles = openIn(source).length + source.copies.length;
		this.#heldHandles += handles - (this.#held.get(source) ?? 0);
		this.#held.delete(source);
		if (handles > 0) {
			this.#held.set(source, handles);
		}
	}

	#letGoOf(source: FollowedSource): void {
		closeGenerations(source.disk, openIn(source).filter(generation => isOpenedAgain(generation)));
		this.#count(source);
	}

	#sayOnce(): void {
		if (this.#isSaid) {
			return;
		}

		this.#isSaid = true;
		this.#onShort(this.#mostHandles);
	}

	/** Something was done with this log: counts what it holds open, and closes files of others if there are too many in all. */
	settle(source: FollowedSource): void {
		this.#count(source);
		if (this.#heldHandles <= this.#mostHandles) {
			return;
		}

		this.#sayOnce();
		// A log that closes only some of its files moves behind the others, so that it is not asked twice.
		for (const other of this.#held.keys().take(this.#held.size)) {
			this.#letGoOf(other);
			if (this.#heldHandles <= this.#mostHandles) {
				return;
			}
		}
	}
}

const openIn = ({remembered}: FollowedSource): readonly Generation[] => remembered.filter(({handle}) => handle !== undefined);

/** An archive would have to be unpacked from its beginning again. */
const isOpenedAgain = ({unpacking}: Generation): boolean => unpacking === undefined;
