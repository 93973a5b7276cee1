import type {Join} from './joins.ts';

/** Events whose records may still be coming: Linux audit writes the records of a few events interleaved. */
const mostOpen = 64;

/** Keys are counted by their lower bits: most records of a new key are told so by one look instead of one at each open event. */
const countedKeys = 512;
const countOf = (key: number): number => key & (countedKeys - 1);

/** Where the event of a key lies, and the weights of its records. One of a fixed number of places, so that an event allocates nothing. */
export type OpenEvent = {key: number; row: number; offset: number; lengthBytes: number; isSplit: boolean; weight: number; stages: number[] | undefined};

type OpenedBy = {readonly offsetBytes: number; readonly lengthBytes: number};

/** The events opened last that have keys, in a ring. Hot: every audit record asks for its own. */
export class OpenEvents {
	/** Key 0 is of none. */
	readonly #places: readonly OpenEvent[] = Array.from({length: mostOpen}, () => ({key: 0, row: -1, offset: 0, lengthBytes: 0, isSplit: false, weight: 0, stages: undefined}));
	readonly #counts = new Uint8Array(countedKeys);
	/** The place of the oldest. */
	#next = 0;

	#takeOldest(): OpenEvent {
		const oldest = this.#places[this.#next]!;
		this.#next = (this.#next + 1) % mostOpen;
		if (oldest.key !== 0) {
			this.#counts[countOf(oldest.key)]!--;
		}

		return oldest;
	}

	/** The newest that a record belongs to. */
	find({key, weight, hasStages}: Join): OpenEvent | undefined {
		if (this.#counts[countOf(key)] === 0) {
			return undefined;
		}

		for (let back = 1; back <= mostOpen; back++) {
			const open = this.#places[(this.#next + mostOpen - back) % mostOpen]!;
			if (open.key === key && !(hasStages && open.stages?.includes(weight) === true)) {
				return open;
			}
		}

		return undefined;
	}

	/** Opens an event by its first record, in place of the one opened first. */
	open({key, weight, hasStages}: Join, row: number, {offsetBytes, lengthBytes}: OpenedBy): void {
		const open = this.#takeOldest();
		open.key = key;
		open.row = row;
		open.offset = offsetBytes;
		open.lengthBytes = lengthBytes;
		open.isSplit = false;
		open.weight = weight;
		open.stages = hasStages ? [weight] : undefined;
		this.#counts[countOf(key)]!++;
	}
}
