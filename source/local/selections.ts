import type {SearchTrouble} from '../engine/engine.ts';
import type {TimelineColumns} from '../query/coded-columns.ts';
import {compileQuery} from '../query/compile.ts';
import type {Query} from '../query/query.ts';
import {Selection} from '../query/selection.ts';
import type {EventStore} from '../store/event-store.ts';
import {judged, type TextJudge} from './text-judge.ts';
import {takeSteps} from './turns.ts';

/** The number of queries kept up to date: the one on screen, those a step of undo away, and a search in each. */
const mostSelections = 8;
/** The positions arranged between two looks at the clock: about a millisecond of work. */
const positionsPerStep = 100_000;

/** A selection as far as it could be decided. */
export type Decided = {
	readonly selection: Selection;
	/** False if a newer search replaced it before it had seen everything. */
	readonly isComplete: boolean;
	readonly trouble: SearchTrouble | undefined;
};

/** Stops new rows from coming until the returned function is called. */
export type HoldReading = () => () => void;

export type SelectionSurroundings = {
	readonly judge: TextJudge;
	readonly holdReading: HoldReading;
	/** Called once per query whose filters could not judge all events; unjudged events are shown. */
	readonly onUnjudged: (reason: string) => void;
};

type Kept = {
	readonly selection: Selection;
	readonly isSearch: boolean;
	running: Promise<void> | undefined;
	isAbandoned: boolean;
	/** Why some rows could not be judged by their text. */
	trouble: SearchTrouble | undefined;
};

/** The selections asked for recently. Each is extended by new rows instead of being made again. */
export class Selections {
	readonly #store: EventStore;
	readonly #columns: TimelineColumns;
	readonly #judge: TextJudge;
	readonly #holdReading: HoldReading;
	readonly #onUnjudged: (reason: string) => void;
	/** In the order of their last use. */
	readonly #kept = new Map<string, Kept>();

	constructor(store: EventStore, columns: TimelineColumns, {judge, holdReading, onUnjudged}: SelectionSurroundings) {
		this.#store = store;
		this.#columns = columns;
		this.#judge = judge;
		this.#holdReading = holdReading;
		this.#onUnjudged = onUnjudged;
	}

	#keep(query: Query, search: string): Kept {
		const key = JSON.stringify([query, search]);
		const kept = this.#kept.get(key) ?? this.#begin(query, search);
		this.#kept.delete(key);
		this.#kept.set(key, kept);
		this.#letGoOldest();
		return kept;
	}

	#begin(query: Query, search: string): Kept {
		const selection = new Selection(this.#store, this.#columns, compileQuery(query, this.#columns, search));
		return {selection, isSearch: search !== '', running: undefined, isAbandoned: false, trouble: selection.query.trouble};
	}

	/** Drops the oldest selections, but none that somebody still waits for. */
	#letGoOldest(): void {
		const oldest = this.#kept.entries().find(([, {running}]) => running === undefined);
		if (oldest !== undefined && this.#kept.size > mostSelections) {
			this.#kept.delete(oldest[0]);
		}
	}

	/** Ends earlier searches when another one begins. */
	#abandonOthers(kept: Kept): void {
		for (const [key, other] of this.#kept) {
			if (other === kept || !other.isSearch || other.running === undefined) {
				continue;
			}

			other.isAbandoned = true;
			this.#kept.delete(key);
		}
	}

	async #decided(kept: Kept): Promise<Decided> {
		const {selection} = kept;
		const rows = this.#store.rowCount;
		await takeSteps(async () => {
			kept.running ??= this.#catchUp(kept).finally(() => {
				kept.running = undefined;
			});
			await kept.running;
			return kept.isAbandoned || selection.isDecidedUpTo(rows) ? 'last' : 'more';
		});
		selection.arrange();
		return {selection, isComplete: selection.isDecidedUpTo(rows), trouble: kept.trouble};
	}

	/** Decides all present rows and arranges them, a slice at a time. */
	async #catchUp(kept: Kept): Promise<void> {
		const {selection} = kept;
		const rows = this.#store.rowCount;
		await takeSteps(async () => {
			if (kept.isAbandoned || selection.isDecidedUpTo(rows)) {
				return 'last';
			}

			await this.#decideBatch(kept);
			return 'more';
		});
		await this.#arrange(selection);
	}

	/** Reading is held meanwhile: logs read side by side move each other's rows, so arranging would start over after every slice of reading. */
	async #arrange(selection: Selection): Promise<void> {
		if (selection.arrange(positionsPerStep)) {
			return;
		}

		const letReadingGoOn = this.#holdReading();
		try {
			await takeSteps(() => selection.arrange(positionsPerStep) ? 'last' : 'more');
		} finally {
			letReadingGoOn();
		}
	}

	/** Rows that could not be judged are not found by searches and not hidden by filters. */
	async #decideBatch(kept: Kept): Promise<void> {
		const {selection, isSearch} = kept;
		const batch = selection.nextBatch();
		if (selection.query.textTerms.length > 0) {
			const rows = selection.rowsForText(batch);
			const {marks, trouble} = await this.#judge.judge(rows, selection.query.textTerms);
			for (let index = 0; index < rows.length; index++) {
				if (marks[index] === judged.misfit || (isSearch && marks[index] === judged.unknown)) {
					selection.failText(batch, rows[index]!);
				}
			}

			this.#tellUnjudged(kept, trouble);
		}

		selection.take(batch);
	}

	/** Searches report trouble in their own line on the screen. Filters need a fault, because their result may be going into a file. */
	#tellUnjudged(kept: Kept, reason: string | undefined): void {
		if (reason === undefined || kept.trouble !== undefined) {
			return;
		}

		kept.trouble = {sentence: reason, column: 0};
		if (!kept.isSearch) {
			this.#onUnjudged(reason);
		}
	}

	/** The rows that a query shows, among all events known at the time of the call. */
	async shown(query: Query): Promise<Decided> {
		return this.#decided(this.#keep(query, ''));
	}

	/** The rows among them that a search finds. */
	async found(query: Query, search: string): Promise<Decided> {
		return this.#decided(this.#keep(query, search));
	}

	/** The same for the search that a person waits for: it replaces one that is still running. */
	async foundFirst(query: Query, search: string): Promise<Decided> {
		const kept = this.#keep(query, search);
		this.#abandonOthers(kept);
		return this.#decided(kept);
	}

	/** The number of rows that a search has seen so far. */
	searchedRows(query: Query, search: string): number {
		return this.#keep(query, search).selection.decidedCount;
	}

	/** Must be called before a row changes. */
	giveBack(row: number): void {
		for (const {selection} of this.#kept.values()) {
			selection.giveBack(row);
		}
	}
}
