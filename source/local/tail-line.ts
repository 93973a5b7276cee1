import type {EventDetails} from '../engine/engine.ts';

/** Sends one tail to another thread: the next batch waits until the last one has been taken. */
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
