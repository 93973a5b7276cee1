import {mostFuzzyEvents} from '../domain/limits.ts';
import {fuzzyWords} from '../query/fuzzy-pieces.ts';
import type {Selection} from '../query/selection.ts';
import {lettersLike} from '../query/suggest.ts';
import {BitSequence} from '../store/bit-sequence.ts';
import type {EventStore} from '../store/event-store.ts';
import type {Hits} from './context-rows.ts';
import type {Timeline} from './event-rows.ts';
import type {Found} from './find.ts';
import {FuzzyVocabulary} from './fuzzy-vocabulary.ts';
import {takeSteps} from './turns.ts';

/** A millisecond or two of work each. */
const rowsPerStep = 128;
const piecesPerStep = 1024;

type Run = {
	readonly selection: Selection;
	readonly search: string;
	readonly words: readonly WordFits[];
	running: Promise<void> | undefined;
	/** Its hits. */
	hits: readonly number[];
};

/** The pieces of the vocabulary that one typed word matches, as far as they have been looked at. */
type WordFits = {readonly word: string; readonly fits: boolean[]};

/** Fuzzy searches among the newest rows that a query shows. A newer one replaces one that is still running. */
export class FuzzySearches {
	readonly #timeline: Timeline;
	#vocabulary: FuzzyVocabulary;
	#run: Run | undefined;

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
		this.#vocabulary = new FuzzyVocabulary(timeline);
	}

	#runOf(selection: Selection, search: string): Run {
		return this.#run?.selection === selection && this.#run.search === search
			? this.#run
			: {selection, search, words: fuzzyWords(search).map(word => ({word, fits: []})), running: undefined, hits: []};
	}

	/** Forgets rows that are no longer among the newest, which would otherwise be kept for ever. */
	#letGoOldRows(): void {
		if (this.#vocabulary.rowCount <= 2 * mostFuzzyEvents || this.#run?.running !== undefined) {
			return;
		}

		this.#vocabulary = new FuzzyVocabulary(this.#timeline);
		this.#run = undefined;
	}

	async #catchUp(run: Run): Promise<void> {
		const rows = newestRows(this.#timeline.store, run.selection);
		await this.#learn(run, rows);
		for (const word of run.words) {
			// eslint-disable-next-line no-await-in-loop -- One word after the other, each in slices.
			await this.#look(run, word);
		}

		run.hits = this.#run === run ? rows.filter(row => this.#isHit(run, row)) : [];
	}

	async #learn(run: Run, rows: readonly number[]): Promise<void> {
		// In order of arrival records are side by side, so that one read gets many.
		const unknown = rows.filter(row => this.#vocabulary.codesOf(row) === undefined).toSorted((a, b) => a - b);
		let next = 0;
		await takeSteps(() => {
			if (this.#run !== run || next >= unknown.length) {
				return 'last';
			}

			this.#vocabulary.learn(unknown.slice(next, next + rowsPerStep));
			next += rowsPerStep;
			return 'more';
		});
	}

	async #look(run: Run, {word, fits}: WordFits): Promise<void> {
		const {pieces} = this.#vocabulary;
		await takeSteps(() => {
			if (this.#run !== run || fits.length === pieces.length) {
				return 'last';
			}

			for (const piece of pieces.slice(fits.length, fits.length + piecesPerStep)) {
				fits.push(lettersLike(word, piece) !== undefined);
			}

			return 'more';
		});
	}

	#isHit({words}: Run, row: number): boolean {
		const codes = this.#vocabulary.codesOf(row);
		return codes !== undefined && words.every(({fits}) => codes.some(code => fits[code]));
	}

	/** The hits among the newest rows of the selection. */
	async found(selection: Selection, search: string): Promise<Found> {
		this.#letGoOldRows();
		const run = this.#runOf(selection, search);
		this.#run = run;
		run.running ??= this.#catchUp(run).finally(() => {
			run.running = undefined;
		});
		await run.running;
		return {hits: () => hitsAmong(this.#timeline.store, run), isComplete: this.#run === run, trouble: undefined};
	}

	/** Must be called before a row changes. */
	giveBack(row: number): void {
		this.#vocabulary.forget(row);
	}
}

/** Whether a row is near enough to the end of the shown rows for a fuzzy search to look at it. */
export function isAmongNewest({order}: EventStore, {positions: {all}}: Selection, row: number): boolean {
	return all.rank(order.positionOf(row)) >= all.ones - mostFuzzyEvents;
}

function newestRows({order}: EventStore, {positions: {all, gaps}}: Selection): number[] {
	const first = Math.max(0, all.ones - mostFuzzyEvents);
	const positions = Array.from({length: all.ones - first}, (_, index) => all.select(first + index));
	return positions.filter(position => !gaps.has(position)).map(position => order.rowAt(position));
}

function hitsAmong({order}: EventStore, {selection, hits}: Run): Hits {
	order.settle();
	const all = new BitSequence();
	for (const position of hits.filter(row => selection.has(row)).map(row => order.positionOf(row)).toSorted((a, b) => a - b)) {
		all.pushOneAt(position);
	}

	all.padTo(order.count);
	return {positions: {all, gaps: new BitSequence()}};
}
