import type {Engine, EventDetails, EventId, EventRow, PageRequest} from '../engine/engine.ts';
import {printQueryLine} from '../query/print-query-line.ts';
import {everything, type Query} from '../query/query.ts';
import {grouped} from '../view/drawing/numbers.ts';
import type {PlainPage} from './plain-commands.ts';

/** Enough to know what is going on, but not too much to listen to. */
const pageEvents = 10;

const batchEvents = 100;

export type SayEvents = (events: readonly EventDetails[]) => Promise<void>;

type Said = {
	readonly rows: readonly EventRow[];
	/** The first of them, counted from 1. */
	readonly from: number;
	readonly totalRows: number;
	readonly matchedEvents: number;
	readonly totalEvents: number;
};

/** Says the newest events of a query and those that come after them, each once. */
export class PlainTimeline {
	readonly #engine: Engine;
	readonly #say: SayEvents;
	#query: Query = everything;
	#following = new AbortController();
	/** Settled while events may be said; pending while they are held back. */
	#turn = Promise.withResolvers<void>();
	#isHeld = false;
	/** The rows said last, the oldest first, but for those that arrived. */
	#shown: readonly EventRow[] = [];

	constructor(engine: Engine, say: SayEvents) {
		this.#engine = engine;
		this.#say = say;
		this.#turn.resolve();
	}

	async #sayPage(page: PlainPage): Promise<Said> {
		const {rows, firstIndex, anchorIndex, totalRows, ...counts} = await this.#engine.page({query: this.#query, longestMessage: 0, ...this.#windowOf(page)});
		const isWanted = {first: () => true, earlier: (index: number) => index < anchorIndex, later: (index: number) => index > anchorIndex, last: () => true}[page];
		const wanted = rows.filter((_, at) => isWanted(firstIndex + at));
		const found = await Promise.all(wanted.map(async ({id}) => this.#engine.details({event: id})));
		await this.#say(found.filter(event => event !== undefined));
		this.#shown = wanted.length === 0 ? this.#shown : wanted;
		return {rows: wanted, from: firstIndex + rows.indexOf(wanted[0]!) + 1, totalRows, ...counts};
	}

	/** Before anything was shown, what is before it and after it is the newest. */
	#windowOf(page: PlainPage): Pick<PageRequest, 'anchor' | 'before' | 'after'> {
		const [oldest, newest] = [this.#shown.at(0), this.#shown.at(-1)];
		switch (page) {
			case 'first': {
				return {anchor: {at: 'oldest'}, before: 0, after: pageEvents - 1};
			}

			case 'earlier': {
				return {anchor: oldest === undefined ? {at: 'newest'} : {at: 'event', event: oldest.id}, before: pageEvents, after: 0};
			}

			case 'later': {
				return {anchor: newest === undefined ? {at: 'newest'} : {at: 'event', event: newest.id}, before: 0, after: pageEvents};
			}

			case 'last': {
				return {anchor: {at: 'newest'}, before: pageEvents - 1, after: 0};
			}
		}
	}

	async #follow(from: EventId, said: ReadonlySet<EventId>, {signal}: AbortController): Promise<void> {
		await this.#engine.tail({query: this.#query, order: 'arrival', from, batch: batchEvents, signal}, async batch => {
			await this.#turn.promise;
			const fresh = batch.filter(({row}) => !said.has(row.id));
			if (fresh.length > 0 && !signal.aborted) {
				await this.#say(fresh);
			}
		});
	}

	get query(): Query {
		return this.#query;
	}

	get isHeld(): boolean {
		return this.#isHeld;
	}

	/** Says the newest events of the query and follows it; returns a sentence that says how many there are. */
	async show(query: Query): Promise<string> {
		this.stop();
		this.#query = query;
		this.#following = new AbortController();
		const {totalRows} = await this.#engine.page({query: everything, anchor: {at: 'newest'}, before: 0, after: 0, longestMessage: 0});
		const said = await this.#sayPage('last');
		void this.#follow(totalRows, new Set(said.rows.map(({id}) => id)), this.#following);
		return sentenceOf('last', said, query);
	}

	/** Says some of the events that match; returns a sentence that says which. */
	async say(page: PlainPage): Promise<string> {
		return sentenceOf(page, await this.#sayPage(page), this.#query);
	}

	/** Holds new events back until `goOn`. */
	hold(): void {
		this.#isHeld = true;
		this.#turn = Promise.withResolvers();
	}

	goOn(): void {
		this.#isHeld = false;
		this.#turn.resolve();
	}

	stop(): void {
		this.#following.abort();
	}
}

function sentenceOf(page: PlainPage, {rows, from, totalRows, matchedEvents, totalEvents}: Said, query: Query): string {
	const counts = `${grouped(matchedEvents)} of ${grouped(totalEvents)} events match; `;
	if (totalRows === 0) {
		const filters = printQueryLine(query);
		return counts + (filters === '' ? 'none above' : `none above; the filters are: ${filters} (undo takes the last one back, clear all)`);
	}

	if (rows.length === 0) {
		return page === 'earlier' ? 'nothing is earlier: these were the oldest' : 'nothing is later: these were the newest';
	}

	return counts + (page === 'last' ? 'the newest above' : `above are ${grouped(from)} to ${grouped(from + rows.length - 1)} of ${grouped(totalRows)}`);
}
