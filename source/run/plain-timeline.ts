import type {Engine, EventDetails, EventId} from '../engine/engine.ts';
import {everything, type Query} from '../query/query.ts';

/** Enough to know what is going on, but not too much to listen to. */
const lastEvents = 10;

const batchEvents = 100;

export type SayEvents = (events: readonly EventDetails[]) => Promise<void>;

/** Says the newest events of a query and those that come after them, each once. */
export class PlainTimeline {
	readonly #engine: Engine;
	readonly #say: SayEvents;
	#query: Query = everything;
	#following = new AbortController();
	/** Settled while events may be said; pending while they are held back. */
	#turn = Promise.withResolvers<void>();
	#isHeld = false;

	constructor(engine: Engine, say: SayEvents) {
		this.#engine = engine;
		this.#say = say;
		this.#turn.resolve();
	}

	async #sayNewest(): Promise<{readonly sentence: string; readonly said: ReadonlySet<EventId>}> {
		const {rows, matchedEvents, totalEvents} = await this.#engine.page({query: this.#query, anchor: {at: 'newest'}, before: lastEvents - 1, after: 0, longestMessage: 0});
		const found = await Promise.all(rows.map(async ({id}) => this.#engine.details({event: id})));
		const events = found.filter(event => event !== undefined);
		await this.#say(events);
		return {sentence: `${matchedEvents} of ${totalEvents} events match; ${events.length === 0 ? 'none' : 'the newest'} above`, said: new Set(rows.map(({id}) => id))};
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
		const {sentence, said} = await this.#sayNewest();
		void this.#follow(totalRows, said, this.#following);
		return sentence;
	}

	/** Says the newest events again; returns the same kind of sentence. */
	async sayLast(): Promise<string> {
		const {sentence} = await this.#sayNewest();
		return sentence;
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
