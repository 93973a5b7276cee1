import {sliceMs} from '../domain/limits.ts';
import type {Clock} from './clock.ts';
import type {FollowedSource} from './followed-source.ts';
import type {Progress} from './progress.ts';

/** Reads one slice of one source. */
type ReadSlice = (source: FollowedSource) => Progress;

/** Reads from every source in turn, so that none waits for what another has to catch up with. */
export class ReadingRound {
	readonly #clock: Clock;
	readonly #readSlice: ReadSlice;
	#first = 0;

	constructor(clock: Clock, readSlice: ReadSlice) {
		this.#clock = clock;
		this.#readSlice = readSlice;
	}

	/** Reads until nothing is left or the slice of time is used up; the next round begins with the next source. */
	read(sources: readonly FollowedSource[]): Progress {
		const untilMs = this.#clock.nowMs() + sliceMs;
		let hungry = [...sources.slice(this.#first), ...sources.slice(0, this.#first)];
		this.#first = (this.#first + 1) % Math.max(1, sources.length);
		while (hungry.length > 0) {
			if (this.#clock.nowMs() >= untilMs) {
				return 'more';
			}

			hungry = hungry.filter(source => this.#readSlice(source) === 'more');
		}

		return 'idle';
	}
}
