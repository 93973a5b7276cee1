import type {Worker} from 'node:worker_threads';
import type {Change, Engine, EventDetails, Health, TailRequest} from '../engine/engine.ts';
import type {CallName, Calls, FromEngine, ToEngine} from '../engine/messages.ts';
import {healthWith} from './health-with.ts';
import {startThread} from './worker-file.ts';

/** The engine over files on this machine, in a thread of its own: a busy log never delays a key, a stalled terminal never delays reading. */
export function openLocalEngine(): Engine {
	const line = new EngineLine(startThread('engine-worker'));
	return {
		open: async request => line.call('open', request),
		follow: async request => line.call('follow', request),
		page: async request => line.call('page', request),
		facets: async request => line.call('facets', request),
		groups: async request => line.call('groups', request),
		histogram: async request => line.call('histogram', request),
		find: async request => line.call('find', request),
		details: async request => line.call('details', request),
		tail: async (request, onBatch) => line.tail(request, onBatch),
		health: async () => line.health(),
		onChange: listener => line.onChange(listener),
		onLoss(listener) {
			line.onLoss(listener);
		},
		close: async () => line.close(),
	};
}

type Waiting = {readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void};
type OnBatch = (batch: readonly EventDetails[]) => Promise<void> | void;

/** The caller's end of the connection to the engine's thread. */
class EngineLine {
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Waiting>();
	readonly #tails = new Map<number, OnBatch>();
	readonly #listeners = new Set<(change: Change) => void>();
	readonly #lossListeners = new Set<(reason: Error) => void>();
	#lastId = 0;
	#health: Health | undefined;
	#isClosing = false;
	/** Why the engine cannot be asked any more. */
	#end: Error | undefined;

	constructor(worker: Worker) {
		this.#worker = worker;
		worker.on('message', (message: FromEngine) => {
			this.#receive(message);
		});
		worker.on('error', error => {
			this.#over(error instanceof Error ? error : new Error(String(error)));
		});
		worker.on('exit', () => {
			this.#over(new Error('its thread has ended'));
		});
	}

	#send(message: ToEngine): void {
		this.#worker.postMessage(message);
	}

	async #ask<Name extends CallName>(id: number, name: Name, request: Calls[Name]['request']): Promise<Calls[Name]['answer']> {
		if (this.#end !== undefined) {
			throw this.#end;
		}

		const {promise, resolve, reject} = Promise.withResolvers<unknown>();
		this.#waiting.set(id, {resolve, reject});
		this.#send({type: 'call', id, name, request} as ToEngine);
		return promise as Promise<Calls[Name]['answer']>;
	}

	#receive(message: FromEngine): void {
		switch (message.type) {
			case 'answer': {
				this.#settle(message.id)?.resolve(message.answer);
				break;
			}

			case 'failure': {
				this.#settle(message.id)?.reject(new Error(message.sentence));
				break;
			}

			case 'batch': {
				void this.#deliver(message.id, message.batch);
				break;
			}

			case 'change': {
				for (const listener of this.#listeners) {
					listener(message.change);
				}
			}
		}
	}

	#settle(id: number): Waiting | undefined {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		return waiting;
	}

	/** A reader that fails ends its tail, and the tail's call fails with the reader's error. */
	async #deliver(id: number, batch: readonly EventDetails[]): Promise<void> {
		try {
			await this.#tails.get(id)?.(batch);
			this.#send({type: 'taken', id});
		} catch (error) {
			this.#send({type: 'cancel', id});
			this.#settle(id)?.reject(error as Error);
		}
	}

	#over(error: Error): void {
		const isNews = this.#end === undefined && !this.#isClosing;
		this.#end ??= error;
		for (const listener of isNews ? this.#lossListeners : []) {
			listener(error);
		}

		for (const id of this.#waiting.keys()) {
			this.#settle(id)!.reject(error);
		}
	}

	async call<Name extends CallName>(name: Name, request: Calls[Name]['request']): Promise<Calls[Name]['answer']> {
		return this.#ask(++this.#lastId, name, request);
	}

	/** Only changes are sent: with thousands of logs, everything would be megabytes per request. */
	async health(): Promise<Health> {
		const news = await this.call('health', {sinceRevision: this.#health?.revision});
		this.#health = healthWith(this.#health, news);
		return this.#health;
	}

	async tail({signal, ...request}: TailRequest, onBatch: OnBatch): Promise<void> {
		const id = ++this.#lastId;
		const cancel = () => {
			this.#send({type: 'cancel', id});
		};

		this.#tails.set(id, onBatch);
		const ended = this.#ask(id, 'tail', request);
		signal?.addEventListener('abort', cancel, {once: true});
		if (signal?.aborted === true) {
			cancel();
		}

		try {
			await ended;
		} finally {
			signal?.removeEventListener('abort', cancel);
			this.#tails.delete(id);
		}
	}

	onChange(listener: (change: Change) => void): () => void {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	onLoss(listener: (reason: Error) => void): void {
		this.#lossListeners.add(listener);
	}

	async close(): Promise<void> {
		this.#isClosing = true;
		if (this.#end === undefined) {
			await this.call('close', undefined);
			this.#over(new Error('The engine was closed'));
		}

		await this.#worker.terminate();
	}
}
