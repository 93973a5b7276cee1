import type {Worker} from 'node:worker_threads';
import {holdingUp, type PackedFile, type Unpack, unpackHere} from '../follow/archives/archives.ts';
import type {FromUnpacker, ToUnpacker} from './unpack-messages.ts';
import {startThread} from './worker-file.ts';

/** Unpacks in a thread of its own what would block the caller's. The thread is started for the first such archive and serves all of them. */
export const unpackInThread: Unpack = file => {
	if (!holdingUp.has(file.archive)) {
		return unpackHere(file);
	}

	thread ??= new UnpackingThread();
	return thread.unpack(file);
};

let thread: UnpackingThread | undefined;

type Waiting = {readonly resolve: (message: FromUnpacker) => void; readonly reject: (error: Error) => void};

class UnpackingThread {
	readonly #worker: Worker;
	readonly #waiting = new Map<number, Waiting>();
	#lastId = 0;

	constructor() {
		this.#worker = startThread('unpack-worker');
		this.#worker.on('message', (message: FromUnpacker) => {
			this.#settle(message.id)?.resolve(message);
		});
		this.#worker.on('error', error => {
			this.#fall(error);
		});
		this.#worker.unref();
	}

	/** A malicious archive can exhaust the thread's memory; it then counts as damaged, and the next one gets a new thread. */
	#fall(error: unknown): void {
		thread = undefined;
		for (const id of this.#waiting.keys()) {
			this.#settle(id)!.reject(error instanceof Error ? error : new Error(String(error)));
		}
	}

	#settle(id: number): Waiting | undefined {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (this.#waiting.size === 0) {
			this.#worker.unref();
		}

		return waiting;
	}

	#send(message: ToUnpacker): void {
		this.#worker.postMessage(message);
	}

	/** Keeps the program alive while a piece is awaited. */
	async #next(id: number): Promise<FromUnpacker> {
		const {promise, resolve, reject} = Promise.withResolvers<FromUnpacker>();
		this.#waiting.set(id, {resolve, reject});
		this.#worker.ref();
		this.#send({type: 'next', id});
		return promise;
	}

	async * unpack({handle, archive}: PackedFile): AsyncGenerator<Uint8Array> {
		const id = ++this.#lastId;
		this.#send({type: 'begin', id, handle, archive});
		try {
			/* eslint-disable no-await-in-loop -- One piece after the other, each when there is room for it. */
			for (let message = await this.#next(id); message.type !== 'end'; message = await this.#next(id)) {
				if (message.type === 'damaged') {
					throw new Error(message.why);
				}

				yield message.bytes;
			}
			/* eslint-enable no-await-in-loop */
		} finally {
			this.#send({type: 'close', id});
		}
	}
}
