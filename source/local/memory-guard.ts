import type {Clock} from '../follow/clock.ts';
import {isMemoryShort, type MemoryNow} from './memory-room.ts';

/** In a quarter of a second reading takes a few megabytes. */
const lookEveryMs = 250;

/** Whether there is memory again is asked so often. */
const lookAgainMs = 1000;

export type GuardedReading = {
	readonly memoryNow: () => MemoryNow;
	readonly clock: Pick<Clock, 'nowMs' | 'after'>;
	/** What the columns hold. */
	readonly heldBytes: () => number;
	/** Keeps new lines from coming until the answered function is called. */
	readonly holdReading: () => () => void;
	/** Called each time reading had to stop. */
	readonly onShort: () => void;
};

/** Stops reading before there is no memory left, and lets it go on once there is. */
export class MemoryGuard {
	readonly #reading: GuardedReading;
	#lookedAtMs = -Infinity;
	#letReadingGoOn: (() => void) | undefined;
	#cancel: (() => void) | undefined;

	constructor(reading: GuardedReading) {
		this.#reading = reading;
	}

	#lookAgainLater(): void {
		this.#cancel = this.#reading.clock.after(lookAgainMs, () => {
			this.#lookAgain();
		});
	}

	#lookAgain(): void {
		if (this.#isShort(true)) {
			this.#lookAgainLater();
			return;
		}

		this.#letReadingGoOn?.();
		this.#letReadingGoOn = undefined;
	}

	#isShort(wasShort: boolean): boolean {
		const {memoryNow, heldBytes} = this.#reading;
		return isMemoryShort(memoryNow(), {heldBytes: heldBytes(), wasShort});
	}

	/** To be called whenever something was read. */
	look(): void {
		const nowMs = this.#reading.clock.nowMs();
		if (this.#letReadingGoOn !== undefined || nowMs - this.#lookedAtMs < lookEveryMs) {
			return;
		}

		this.#lookedAtMs = nowMs;
		if (!this.#isShort(false)) {
			return;
		}

		this.#letReadingGoOn = this.#reading.holdReading();
		this.#lookAgainLater();
		this.#reading.onShort();
	}

	close(): void {
		this.#cancel?.();
	}
}
