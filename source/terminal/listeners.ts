/** The listeners for one kind of event. */
export class Listeners<Told> {
	readonly #all = new Set<(told: Told) => void>();

	/** Adds a listener and returns a function that removes it. */
	add(listener: (told: Told) => void): () => void {
		this.#all.add(listener);
		return () => {
			this.#all.delete(listener);
		};
	}

	tell(told: Told): void {
		for (const listener of this.#all) {
			listener(told);
		}
	}
}
