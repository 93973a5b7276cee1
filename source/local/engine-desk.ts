import type {EventDetails} from '../engine/engine.ts';
import type {Call, CallName, Calls, FromEngine, ToEngine} from '../engine/messages.ts';
import {EngineCore} from './engine-core.ts';
import {TailLine} from './tail-line.ts';

export type Post = (message: FromEngine, transfer?: ArrayBuffer[]) => void;

type Answers = {readonly [Name in CallName]: (request: Calls[Name]['request'], id: number) => Calls[Name]['answer'] | Promise<Calls[Name]['answer']>};

/** Connects messages to the engine: every call is answered once, with its answer or with its failure. */
export class EngineDesk {
	readonly #post: Post;
	readonly #tails = new Map<number, TailLine>();
	#openCore: EngineCore | undefined;
	readonly #answers: Answers = {
		open: request => this.#open(request),
		follow: async request => this.#follow(request),
		page: async request => this.#core.page(request),
		facets: async request => this.#core.facets(request),
		groups: async request => this.#core.groups(request),
		histogram: async request => this.#core.histogram(request),
		find: async request => this.#core.find(request),
		details: async request => this.#core.details(request),
		tail: async (request, id) => this.#tail(request, id),
		health: ({sinceRevision}) => this.#core.health(sinceRevision),
		close: async () => this.#close(),
	};

	constructor(post: Post) {
		this.#post = post;
	}

	get #core(): EngineCore {
		if (this.#openCore === undefined) {
			throw new Error('The engine was asked before it was opened');
		}

		return this.#openCore;
	}

	#open(request: Calls['open']['request']): Calls['open']['answer'] {
		this.#openCore = new EngineCore(request, {
			onChange: change => {
				this.#post({type: 'change', change});
			},
			onLoss(reason) {
				// Ends the thread, which its owner notices.
				throw reason;
			},
		});
		return this.#openCore.open();
	}

	async #follow(request: Calls['follow']['request']): Promise<undefined> {
		this.#core.follow(request);
		return undefined;
	}

	async #close(): Promise<undefined> {
		await this.#core.close();
		return undefined;
	}

	async #tail(request: Calls['tail']['request'], id: number): Promise<undefined> {
		const line = new TailLine(batch => {
			const sent = batch.map(details => withOwnBytes(details));
			this.#post({type: 'batch', id, batch: sent}, sent.flatMap(details => buffersOf(details)));
		});
		this.#tails.set(id, line);
		try {
			await this.#core.tail({...request, signal: line.signal}, async batch => line.send(batch));
		} finally {
			this.#tails.delete(id);
		}
	}

	async #answer(call: Call): Promise<void> {
		try {
			const answer = await this.#ask(call);
			this.#post({type: 'answer', id: call.id, answer});
		} catch (error) {
			this.#post({type: 'failure', id: call.id, sentence: error instanceof Error ? error.stack ?? error.message : String(error)});
		}
	}

	#ask<Name extends CallName>({name, request, id}: {readonly name: Name; readonly request: Calls[Name]['request']; readonly id: number}): ReturnType<Answers[Name]> {
		return this.#answers[name](request, id) as ReturnType<Answers[Name]>;
	}

	receive(message: ToEngine): void {
		switch (message.type) {
			case 'call': {
				void this.#answer(message);
				break;
			}

			case 'taken': {
				this.#tails.get(message.id)?.taken();
				break;
			}

			case 'cancel': {
				this.#tails.get(message.id)?.cancel();
				break;
			}
		}
	}
}

/** Copies a record's bytes out of a buffer shared with other records, which would all be sent along. */
const withOwnBytes = (details: EventDetails): EventDetails => details.raw === undefined ? details : {...details, raw: new Uint8Array(details.raw)};

const buffersOf = ({raw}: EventDetails): ArrayBuffer[] => raw === undefined ? [] : [raw.buffer as ArrayBuffer];
