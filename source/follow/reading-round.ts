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

	/** One slice of each, as far as time reaches. What has more stands behind all others. */
	#readInTurn(untilMs: number): void {
		const inTurn = this.#hungry.values().toArray();
		for (const source of inTurn) {
			if (this.#clock.nowMs() >= untilMs) {
				break;
			}

			this.#hungry.delete(source);
			if (this.#readSlice(source) === 'more') {
				this.#hungry.add(source);
			}
		}
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
		while (this.#hungry.size > 0 && this.#clock.nowMs() < untilMs) {
			this.#readInTurn(untilMs);
		}

		return this.#hungry.size > 0 ? 'more' : 'idle';
	}
}
