import {sliceMs} from '../../domain/limits.ts';
import {tellAhead} from '../reading/ahead.ts';
import type {FollowedSource} from '../followed-source.ts';
import {readLate, showUnfinished} from '../reading/late.ts';
import type {StatusBoard} from '../status-board.ts';
import type {Clock} from './clock.ts';
import {TurnQueue} from './turn-queue.ts';

/** However much there is to read, late lines, unfinished lines and statuses are looked after this often. */
const choresMs = 50;

type Surroundings = {
	readonly clock: Clock;
	readonly board: StatusBoard;
	readonly isNewestFirst: boolean;
	readonly sourceCount: () => number;
	/** Why the doorbell of a source is silent. */
	readonly silenceOf: (source: FollowedSource) => string | undefined;
	/** Called with each that was looked after. */
	readonly onDone: (source: FollowedSource) => void;
};

/** What has to be done besides reading, for every source that something happened to. */
export class Chores {
	readonly #surroundings: Surroundings;
	readonly #wanted = new TurnQueue<FollowedSource>();
	#dueAtMs = 0;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	#do(source: FollowedSource, nowMs: number): void {
		const {board, isNewestFirst, sourceCount, silenceOf, onDone} = this.#surroundings;
		readLate(source, nowMs);
		showUnfinished(source, nowMs);
		board.tell(source, silenceOf(source), nowMs);
		if (isNewestFirst && tellAhead(source, sourceCount()) === 'more') {
			this.want([source]);
		}

		onDone(source);
	}

	get isDue(): boolean {
		return this.#wanted.size > 0 && this.#surroundings.clock.nowMs() >= this.#dueAtMs;
	}

	/** How long they may wait; undefined where there are none. */
	get restMs(): number | undefined {
		return this.#wanted.size === 0 ? undefined : Math.max(0, this.#dueAtMs - this.#surroundings.clock.nowMs());
	}

	/** Something happened to these. */
	want(sources: Iterable<FollowedSource>): void {
		this.#wanted.add(sources);
	}

	/** Does them until none is left or the time slice is used up; the rest is due at once. */
	do(): void {
		const {clock} = this.#surroundings;
		const startMs = clock.nowMs();
		this.#dueAtMs = startMs + choresMs;
		// Those that ask again queue behind the others and wait for the next time.
		for (let left = this.#wanted.size; left > 0; left--) {
			if (clock.nowMs() >= startMs + sliceMs) {
				this.#dueAtMs = startMs;
				break;
			}

			this.#do(this.#wanted.take()!, clock.nowMs());
		}
	}
}
