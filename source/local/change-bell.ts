/** Rings at once, and then with a distance however often it is pulled; the last pull is never lost. */
export class ChangeBell {
	readonly #ring: () => void;
	#lastMs = -Infinity;
	/** When the timer rings it. */
	#dueMs = Infinity;
	#timer: NodeJS.Timeout | undefined;
	#rung = Promise.withResolvers<void>();

	constructor(ring: () => void) {
		this.#ring = ring;
	}

	#ringNow(): void {
		this.#dueMs = Infinity;
		this.#lastMs = performance.now();
		this.#ring();
		this.#rung.resolve();
		this.#rung = Promise.withResolvers<void>();
	}

	/** Rings `quietMs` after the last time; the shortest distance asked for is kept. */
	pull(quietMs: number): void {
		const dueMs = this.#lastMs + quietMs;
		if (dueMs >= this.#dueMs) {
			return;
		}

		clearTimeout(this.#timer);
		this.#dueMs = dueMs;
		this.#timer = setTimeout(() => {
			this.#ringNow();
		}, Math.max(0, dueMs - performance.now()));
	}

	/** Waits for the next ring, at most so long, and no longer than anybody wants it. */
	async next(mostMs: number, signal: AbortSignal | undefined): Promise<void> {
		const {promise, resolve} = Promise.withResolvers<void>();
		const giveUp = () => {
			resolve();
		};

		const timer = mostMs === Infinity ? undefined : setTimeout(giveUp, mostMs);
		signal?.addEventListener('abort', giveUp);
		await (signal?.aborted === true ? undefined : Promise.race([this.#rung.promise, promise]));
		signal?.removeEventListener('abort', giveUp);
		clearTimeout(timer);
	}

	silence(): void {
		clearTimeout(this.#timer);
		this.#dueMs = Infinity;
	}
}
