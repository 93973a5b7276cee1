import {sliceMs} from '../../domain/limits.ts';
import type {FollowedSource} from '../followed-source.ts';
import type {Clock} from './clock.ts';
import type {Progress} from './progress.ts';
import {TurnQueue} from './turn-queue.ts';

/** Reads one slice of one source. */
type ReadSlice = (source: FollowedSource) => Progress;

/** Reads in turn from every source that may have something to read, so that none waits for another to catch up. */
export class ReadingRound {
	readonly #clock: Clock;
	readonly #readSlice: ReadSlice;
	readonly #hungry = new TurnQueue<FollowedSource>();
	/** Turns until everyone of the last look at all has had one: who comes meanwhile comes behind them. */
	#turnsLeft = 0;

	constructor(clock: Clock, readSlice: ReadSlice) {
		this.#clock = clock;
		this.#readSlice = readSlice;
	}

	/** There may be something to read in these. */
	wake(sources: Iterable<FollowedSource>): void {
		this.#hungry.add(sources);
	}

	/** Every one of these is looked at. */
	wakeAll(sources: readonly FollowedSource[]): void {
		this.wake(sources);
		this.#turnsLeft = this.#hungry.size;
	}

	/** Whether some of those that were to be looked at together still wait for it. */
	get isLooking(): boolean {
		return this.#turnsLeft > 0;
	}

	/** Reads until nothing is left or the time slice is used up; the next round begins where this one ended. */
	read(): Progress {
		const untilMs = this.#clock.nowMs() + sliceMs;
		while (this.#hungry.size > 0 && this.#clock.nowMs() < untilMs) {
			const source = this.#hungry.take()!;
			this.#turnsLeft = Math.max(0, this.#turnsLeft - 1);
			if (this.#readSlice(source) === 'more') {
				this.wake([source]);
			}
		}

		return this.#hungry.size > 0 ? 'more' : 'idle';
	}
}
