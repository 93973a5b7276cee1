/** Finding a line saves as much as so many looks in vain cost. */
const looksOfFind = 12;

/** So many looks in vain, one after the other, are borne. */
const mostBalance = 64 * looksOfFind;

/** Of the lines of a log in which hardly any is found, one in so many is looked for still: it may change. */
const seldom = 16;

/** Whether looking for lines is worth its while in a log, by how often they were found of late. */
export class Luck {
	#balance = mostBalance;
	#passed = 0;

	/** Whether to look for the next line. */
	isLooking(): boolean {
		return this.#balance > 0 || ++this.#passed % seldom === 0;
	}

	found(): void {
		this.#balance = Math.min(this.#balance + looksOfFind, mostBalance);
	}

	missed(): void {
		this.#balance = Math.max(this.#balance - 1, 0);
	}
}
