import {sliceMs} from '../domain/limits.ts';
import type {Clock} from './clock.ts';
import type {FollowedSource} from './followed-source.ts';
import type {Progress} from './progress.ts';

/** Reads one slice of one source. */
type ReadSlice = (source: FollowedSource) => Progress;

/** Reads from every source in turn that may have something to read, so that none waits for what another has to catch up with. */
export class ReadingRound {
	readonly #clock: Clock;
	readonly #readSlice: ReadSlice;
	/** In the order in which they are read. */
	readonly #hungry = new Set<FollowedSource>();

	constructor(clock: Clock, readSlice: ReadSlice) {
		this.#clock = clock;
		this.#readSlice = readSlice;
	}

	/** There may be something to read in these. */
	wake(sources: Iterable<FollowedSource>): void {
		for (const source of sources) {
			this.#hungry.add(source);
		}
	}

	/** Reads until nothing is left or the slice of time is used up, however many there are; the next round begins where this one ended. */
	read(): Progress {
		const untilMs = this.#clock.nowMs() + sliceMs;
		// What has more goes behind all others, and the loop comes round to it. A copy of the set would cost more than the slice where there are thousands.
		for (const source of this.#hungry) {
			if (this.#clock.nowMs() >= untilMs) {
				break;
			}

			this.#hungry.delete(source);
			if (this.#readSlice(source) === 'more') {
				this.wake([source]);
			}
		}

		return this.#hungry.size > 0 ? 'more' : 'idle';
	}
}
