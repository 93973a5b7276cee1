import type {Clock} from '../follow/turns/clock.ts';
import {isMemoryShort, type MemoryNow} from './memory-room.ts';

/** How often to look, in milliseconds: reading takes a few megabytes in a quarter of a second. */
const lookEveryMs = 250;

/** How often to look whether there is memory again, in milliseconds. */
const lookAgainMs = 1000;

export type GuardedReading = {
	readonly memoryNow: () => MemoryNow;
	readonly clock: Pick<Clock, 'nowMs' | 'after'>;
	/** The memory of the columns. */
	readonly heldBytes: () => number;
	/** Stops reading until the returned function is called. */
	readonly holdReading: () => () => void;
	/** Called each time reading has to stop. */
	readonly onShort: () => void;
};

/** Stops reading before the memory runs out, and lets it go on once there is enough again. */
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

	/** Must be called whenever something was read. */
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
