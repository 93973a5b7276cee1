import type {Clock} from './clock.ts';

/** New files of a folder are looked for this often should no doorbell tell of them, and this often at most when one does. */
const seekMs = 10_000;
const seekAtMostEveryMs = 1000;

/** When to look for new files again. */
export class Seeking {
	readonly #clock: Clock;
	#dueAtMs = 0;
	#soughtAtMs = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	get isDue(): boolean {
		return this.#clock.nowMs() >= this.#dueAtMs;
	}

	/** They were looked for just now. */
	sought(): void {
		this.#soughtAtMs = this.#clock.nowMs();
		this.#dueAtMs = this.#soughtAtMs + seekMs;
	}

	/** Something happened that may be a new file. */
	hurry(): void {
		this.#dueAtMs = Math.min(this.#dueAtMs, this.#soughtAtMs + seekAtMostEveryMs);
	}
}
