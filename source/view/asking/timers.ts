/** The view's only clock. Returns a function that cancels the timer. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

/** Timers that can be called off together. */
export class Timers {
	readonly #schedule: Schedule;
	readonly #pending = new Set<() => void>();

	constructor(schedule: Schedule) {
		this.#schedule = schedule;
	}

	/** Calls back once. Returns a function that calls it off. */
	after(delayMs: number, callback: () => void): () => void {
		const cancel = this.#schedule(() => {
			this.#pending.delete(cancel);
			callback();
		}, delayMs);
		this.#pending.add(cancel);
		return () => {
			this.#pending.delete(cancel);
			cancel();
		};
	}

	callOffAll(): void {
		for (const cancel of this.#pending) {
			cancel();
		}

		this.#pending.clear();
	}
}
