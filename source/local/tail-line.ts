import type {EventDetails} from '../engine/engine.ts';

/** One tail on its way to another thread: a batch is sent, and the next one waits until it has been taken. */
export class TailLine {
	readonly #sendBatch: (batch: readonly EventDetails[]) => void;
	readonly #cancelled = new AbortController();
	#taken = Promise.withResolvers<void>();

	constructor(sendBatch: (batch: readonly EventDetails[]) => void) {
		this.#sendBatch = sendBatch;
	}

	get signal(): AbortSignal {
		return this.#cancelled.signal;
	}

	async send(batch: readonly EventDetails[]): Promise<void> {
		this.#taken = Promise.withResolvers<void>();
		this.#sendBatch(batch);
		await this.#taken.promise;
	}

	/** The reader wants the next batch. */
	taken(): void {
		this.#taken.resolve();
	}

	/** The reader is gone. */
	cancel(): void {
		this.#cancelled.abort();
		this.#taken.resolve();
	}
}
