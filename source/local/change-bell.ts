/** Rings at once, and then at most once in `quietMs` however often it is pulled; the last pull is never lost. */
export class ChangeBell {
	readonly #ring: () => void;
	readonly #quietMs: number;
	#lastMs = -Infinity;
	#timer: NodeJS.Timeout | undefined;
	#rung = Promise.withResolvers<void>();

	constructor(quietMs: number, ring: () => void) {
		this.#ring = ring;
		this.#quietMs = quietMs;
	}

	pull(): void {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			this.#lastMs = performance.now();
			this.#ring();
			this.#rung.resolve();
			this.#rung = Promise.withResolvers<void>();
		}, Math.max(0, this.#lastMs + this.#quietMs - performance.now()));
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
		this.#timer = undefined;
	}
}
