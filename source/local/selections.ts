import type {TimelineColumns} from '../query/coded-columns.ts';
import {compileQuery} from '../query/compile.ts';
import type {Query} from '../query/query.ts';
import {Selection} from '../query/selection.ts';
import type {EventStore} from '../store/event-store.ts';
import {takeSteps} from './turns.ts';

/** Queries whose answers are kept up to date: the one on screen, the ones a step away by undo, and a search in each. */
const mostSelections = 8;
/** Positions arranged between two looks at the clock: about a millisecond. */
const positionsPerStep = 100_000;

type Kept = {readonly selection: Selection; running: Promise<void> | undefined};

/** The selections asked for lately. Each is extended by new rows instead of being made anew. */
export class Selections {
	readonly #store: EventStore;
	readonly #columns: TimelineColumns;
	/** The one asked for last is last. */
	readonly #kept = new Map<string, Kept>();

	constructor(store: EventStore, columns: TimelineColumns) {
		this.#store = store;
		this.#columns = columns;
	}

	#keep(query: Query, search: string): Kept {
		const key = JSON.stringify([query, search]);
		const kept = this.#kept.get(key) ?? {selection: new Selection(this.#store, this.#columns, compileQuery(query, this.#columns, search)), running: undefined};
		this.#kept.delete(key);
		this.#kept.set(key, kept);
		if (this.#kept.size > mostSelections) {
			this.#kept.delete(this.#kept.keys().next().value!);
		}

		return kept;
	}

	/** Decides the rows there are now and arranges them, a slice at a time. */
	async #catchUp(selection: Selection): Promise<void> {
		const rows = this.#store.rowCount;
		await takeSteps(() => {
			if (!selection.isDecidedUpTo(rows)) {
				selection.take(selection.nextBatch());
				return 'more';
			}

			return selection.arrange(positionsPerStep) ? 'last' : 'more';
		});
	}

	/** The rows that a query shows, decided for every event known at the time of the call. */
	async decided(query: Query, search = ''): Promise<Selection> {
		const kept = this.#keep(query, search);
		const rows = this.#store.rowCount;
		await takeSteps(async () => {
			kept.running ??= this.#catchUp(kept.selection).finally(() => {
				kept.running = undefined;
			});
			await kept.running;
			return kept.selection.isDecidedUpTo(rows) ? 'last' : 'more';
		});
		kept.selection.arrange();
		return kept.selection;
	}

	/** To be called before a row changes. */
	giveBack(row: number): void {
		for (const {selection} of this.#kept.values()) {
			selection.giveBack(row);
		}
	}
}
