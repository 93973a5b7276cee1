import type {Doorbells} from '../doorman/doorbells.ts';
import type {Roster} from '../roster.ts';
import type {Chores} from './chores.ts';
import type {Clock} from './clock.ts';
import {Heartbeat} from './heartbeat.ts';
import type {Progress} from './progress.ts';
import type {ReadingRound} from './reading-round.ts';

type Surroundings = {
	readonly clock: Clock;
	readonly roster: Roster;
	readonly doorbells: Doorbells;
	readonly round: ReadingRound;
	readonly chores: Chores;
};

/** Looks at all names by the clock, since rings may get lost without notice; the longer nothing has happened, the less often. */
export class Looks {
	readonly #surroundings: Surroundings;
	readonly #heartbeat: Heartbeat;
	/** When there was anything to read last. */
	#stirredAtMs: number;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
		this.#heartbeat = new Heartbeat(surroundings.clock);
		this.#stirredAtMs = surroundings.clock.nowMs();
	}

	#isTold(): boolean {
		const {roster, doorbells} = this.#surroundings;
		// The target of a link may lie in a folder that is not watched.
		return roster.folders.every(folder => doorbells.isTelling(folder)) && roster.sources.every(({isLink}) => !isLink);
	}

	/** Begins a look if one is due. One that is under way is finished first: with thousands of logs it would otherwise never end. */
	beat(): void {
		const {round, chores, roster} = this.#surroundings;
		const isDue = !round.isLooking && this.#heartbeat.isDue;
		if (isDue) {
			this.#heartbeat.begin();
			round.wakeAll(roster.sources);
			chores.want(roster.sources);
		}

		if (isDue || round.isLooking) {
			this.#heartbeat.look(roster.sources.length);
		}
	}

	/** One name was looked at, and read on where there was something to read. */
	note(progress: Progress, tookMs: number): void {
		if (progress === 'more') {
			this.#stirredAtMs = this.#surroundings.clock.nowMs();
		} else {
			this.#heartbeat.spend(tookMs);
		}
	}

	/** How long following may rest when all has been read. */
	get restMs(): number {
		const {clock, roster, doorbells} = this.#surroundings;
		return this.#heartbeat.restMs({
			nowMs: clock.nowMs(),
			sources: roster.sources.length,
			rotatedAtMs: roster.rotatedAtMs,
			stirredAtMs: this.#stirredAtMs,
			isHot: roster.folders.some(folder => doorbells.isHot(folder)),
			isTold: () => this.#isTold(),
		});
	}
}
