/** An answer of the terminal: to how many bytes, how long it took, and how much of that was spent waiting in line. */
export type Answer = {readonly bytes: number; readonly tookMs: number; readonly waitMs: number};

/**
Whether a line is so slow that a person should know. No byte crosses a slow line quicker than others: one quick answer, as a busy machine gives between
slow ones, says that it is none; and of a terminal that was stopped for a while only few answers are slow.
*/
export class Crawl {
	#answers: readonly Answer[] = [];

	get isCertain(): boolean {
		const waitedInLine = this.#answers.filter(({bytes, waitMs}) => bytes < waitMs * bytesPerMs);
		return this.#answers.length === fullCount && waitedInLine.length >= fewestWaited;
	}

	see(answer: Answer): void {
		if (answer.bytes < fewestBytes) {
			return;
		}

		this.#answers = answer.bytes < answer.tookMs * bytesPerMs ? [...this.#answers.slice(1 - fullCount), answer] : [];
	}
}

/** A little more than 9600 baud, at which a new event beside the sidebar takes a third of a second. */
const bytesPerMs = 1.2;

/** Two screens of 80x24 in portions. */
const fullCount = 12;

/** A busy machine hides how much of the rest was spent in line as well. */
const fewestWaited = 4;

/** Less may wait for the scheduler as well as for the line. */
const fewestBytes = 64;
