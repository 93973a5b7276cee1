/** Rings at once and then at most every `quietMs`, however often it is pulled; the last pull is never lost. */
export class ChangeBell {
	readonly #ring: () => void;
	#lastMs = -Infinity;
	/** The time at which the timer will ring. */
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

	/** Rings `quietMs` after the last ring; the shortest interval asked for counts. */
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

	/** Waits for the next ring, a timeout or the end of interest. */
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
