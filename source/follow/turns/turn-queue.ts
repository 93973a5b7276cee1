/**
A queue in which each one waits only once, first come first served. A Set alone would do, but if its first entry is removed again and again it steps
over the places of all that were removed before: with thousands of logs that takes longer than their turns.
*/
export class TurnQueue<Item> {
	readonly #waiting = new Set<Item>();
	/** Those that are served now; the next one is last. */
	#served: Item[] = [];
	/** Those that came meanwhile, in the order they came. */
	#arrived: Item[] = [];

	get size(): number {
		return this.#waiting.size;
	}

	/** Whoever waits already keeps its place. */
	add(items: Iterable<Item>): void {
		for (const item of items) {
			if (this.#waiting.has(item)) {
				continue;
			}

			this.#waiting.add(item);
			this.#arrived.push(item);
		}
	}

	/** The next one; it may be added again at once, behind all others. */
	take(): Item | undefined {
		if (this.#served.length === 0) {
			this.#served = this.#arrived.toReversed();
			this.#arrived = [];
		}

		const next = this.#served.pop();
		if (next !== undefined) {
			this.#waiting.delete(next);
		}

		return next;
	}
}
