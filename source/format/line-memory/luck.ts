/** Finding one line saves as much time as this many failed lookups cost. */
const looksOfFind = 12;

/** This many failed lookups in a row are tolerated. */
const mostBalance = 64 * looksOfFind;

/** If hardly any line of a log is found, only one in this many is still looked up, in case that changes. */
const seldom = 16;

/** Whether looking lines up pays in a log, judged by how often they were found lately. */
export class Luck {
	#balance = mostBalance;
	#passed = 0;

	/** Whether to look up the next line. */
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
