/** An answer of the terminal: to how many bytes, how long it took, and how much of that the bytes spent queued. */
export type Answer = {readonly bytes: number; readonly tookMs: number; readonly waitMs: number};

/**
Decides whether a link is so slow that the person should know. All answers over a slow link are slow: a single quick one, as a busy machine gives among its slow ones,
rules it out, and a terminal that was stopped for a while has only few slow answers.
*/
export class Crawl {
	#answers: readonly Answer[] = [];

	get isCertain(): boolean {
		const queued = this.#answers.filter(({bytes, waitMs}) => bytes < waitMs * bytesPerMs);
		return this.#answers.length === fullCount && queued.length >= fewestQueued;
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

/** As many answers as two screens of 80x24 in portions give. */
const fullCount = 12;

/** Not all of them: while the machine is busy, nobody can tell how long bytes were queued. */
const fewestQueued = 4;

/** With fewer bytes the delay may be the scheduler's rather than the link's. */
const fewestBytes = 64;
