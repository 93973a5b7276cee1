import type {Doorbells} from '../doorman/doorbells.ts';
import type {FollowedSource} from '../followed-source.ts';
import type {Roster} from '../roster.ts';
import type {Clock} from './clock.ts';

/** New files in a folder are looked for this often if no doorbell rings, and at most this often if one does. */
const seekMs = 10_000;
const seekAtMostEveryMs = 1000;

/** Listing a folder of thousands may take a tenth of a processor where names come and go in it all the time, and a hundredth where none do. */
const hurriedShare = 0.1;
const calmShare = 0.01;

type Surroundings = {
	readonly clock: Clock;
	readonly roster: Roster;
	/** Hung on the folders found; undefined where nothing is followed. */
	readonly doorbells: Doorbells | undefined;
	/** Sources that were not there before. */
	readonly onAdded: (added: readonly FollowedSource[]) => void;
};

/** Finds sources: those there at the start, and those that folders and globs gain later. */
export class Seeking {
	readonly #surroundings: Surroundings;
	#dueAtMs = 0;
	#soughtAtMs = 0;
	#tookMs = 0;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	get isDue(): boolean {
		return this.#surroundings.clock.nowMs() >= this.#dueAtMs;
	}

	/** Looks for them now. */
	seek(): void {
		const {clock, roster, doorbells, onAdded} = this.#surroundings;
		this.#soughtAtMs = clock.nowMs();
		const {added, folders} = roster.discover();
		this.#tookMs = clock.nowMs() - this.#soughtAtMs;
		this.#dueAtMs = this.#soughtAtMs + Math.max(seekMs, this.#tookMs / calmShare);
		onAdded(added);
		doorbells?.hang(folders);
	}

	/** Something happened that may be a new file. */
	hurry(): void {
		this.#dueAtMs = Math.min(this.#dueAtMs, this.#soughtAtMs + Math.max(seekAtMostEveryMs, this.#tookMs / hurriedShare));
	}
}
