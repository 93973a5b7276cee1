/** A time that lies so far before the one above it, within an hour that occurs twice, belongs to the second pass: lines of several writers are out of order by seconds. */
const stepBackSeconds = 600;

/** Times farther apart belong to the doubled hours of two years. */
const daySeconds = 86_400;

/** Tells the two passes of an hour apart that autumn's change of clocks repeats, by the order of the file. */
export class DoubledHour {
	#isSecond = false;
	#highestSeconds = -Infinity;

	/** Whether the wall-clock second is of the second pass. Looking back at an old record tells nothing of the order. */
	isSecond(wallSeconds: number, isLookingBack: boolean): boolean {
		if (isLookingBack) {
			return this.#isSecond;
		}

		if (Math.abs(wallSeconds - this.#highestSeconds) > daySeconds) {
			this.#highestSeconds = wallSeconds;
			this.#isSecond = false;
		}

		this.#isSecond ||= this.#highestSeconds - wallSeconds >= stepBackSeconds;
		this.#highestSeconds = Math.max(this.#highestSeconds, wallSeconds);
		return this.#isSecond;
	}
}
