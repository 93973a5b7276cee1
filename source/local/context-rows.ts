import type {Selection} from '../query/selection.ts';
import type {ShownPositions} from '../query/shown-positions.ts';
import type {BitSequence} from '../store/bit-sequence.ts';

/** The positions of the time order that are rows of a timeline. */
export type RowPositions = Pick<BitSequence, 'ones' | 'rank' | 'select' | 'has'>;

/** The positions of the hits of a search. */
export type Hits = {readonly positions: Pick<ShownPositions, 'all' | 'gaps'>};

/** Stretches around more hits would be nearly the whole log, and they are recomputed for every page. */
export const mostHitsWithContext = 20_000;

/** The rows around the hits, unless there are too many. */
export function contextAround(shown: Selection, hits: Hits, lines: number): ContextRows | 'too-many-hits' {
	return hits.positions.all.ones > mostHitsWithContext ? 'too-many-hits' : new ContextRows(shown, hits, lines);
}

/**
The rows that a query shows, and a number of neighbours of each hit in spite of the filters.

Only the stretches around the hits are kept: a rank costs two lookups and a binary search however long the log is, a select a few ranks more.
*/
export class ContextRows implements RowPositions {
	readonly #shown: BitSequence;
	readonly #stretches: readonly Stretch[];

	constructor({positions: {all: shown}}: Selection, hits: Hits, lines: number) {
		this.#shown = shown;
		this.#stretches = stretchesAround(hits, {lines, end: shown.length, shown});
	}

	/** The last stretch that begins before the position. */
	#stretchBefore(position: number): Stretch | undefined {
		let low = 0;
		let high = this.#stretches.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#stretches[middle]!.from < position) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}

		return this.#stretches[low - 1];
	}

	get ones(): number {
		return this.rank(this.#shown.length);
	}

	/** The number of rows shown only as neighbours. */
	get added(): number {
		return this.ones - this.#shown.ones;
	}

	has(position: number): boolean {
		const stretch = this.#stretchBefore(position + 1);
		return this.#shown.has(position) || (stretch !== undefined && position < stretch.to);
	}

	/** Whether the query hides the row. */
	isAdded(position: number): boolean {
		return !this.#shown.has(position);
	}

	/** The number of rows before the position. */
	rank(position: number): number {
		const stretch = this.#stretchBefore(position);
		if (stretch === undefined) {
			return this.#shown.rank(position);
		}

		const to = Math.min(position, stretch.to);
		return this.#shown.rank(position) + stretch.addedBefore + (to - stretch.from) - (this.#shown.rank(to) - this.#shown.rank(stretch.from));
	}

	/** The position of a row. */
	select(index: number): number {
		let low = 0;
		let high = this.#shown.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.rank(middle + 1) > index) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}

		return low;
	}
}

/** The positions `from..to`, all of which are rows; `addedBefore` counts the neighbours in earlier stretches. */
type Stretch = {readonly from: number; to: number; readonly addedBefore: number};

function stretchesAround({positions: {all, gaps}}: Hits, {lines, end, shown}: {readonly lines: number; readonly end: number; readonly shown: BitSequence}): Stretch[] {
	const stretches: Stretch[] = [];
	for (let index = 0; index < all.ones; index++) {
		const position = all.select(index);
		if (gaps.has(position)) {
			continue;
		}

		const from = Math.max(0, position - lines);
		const to = Math.min(end, position + lines + 1);
		const last = stretches.at(-1);
		if (last !== undefined && from <= last.to) {
			last.to = to;
		} else {
			stretches.push({from, to, addedBefore: last === undefined ? 0 : last.addedBefore + addedIn(last, shown)});
		}
	}

	return stretches;
}

const addedIn = ({from, to}: Stretch, shown: BitSequence): number => to - from - (shown.rank(to) - shown.rank(from));
