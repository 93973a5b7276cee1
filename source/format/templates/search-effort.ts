/** Bytes that may be gone through for each byte of a text, and for any text. Of all lines of our samples and of loghub's the dearest takes a fifth of it. */
const effortPerByte = 64;
const leastEffort = 16_384;

/**
How much may still be gone through in search of the ends of slots. A text made to be expensive ends hundreds of sentences in hundreds of places: when
the effort is spent, no more of them are compared with it. It hangs on the text alone, so that a line is read alike whenever it is read.
*/
class SearchEffort {
	#left = Infinity;

	/** Turns to a text of that length. */
	begin(lengthBytes: number): void {
		this.#left = leastEffort + (effortPerByte * lengthBytes);
	}

	/** From here on nothing is counted. */
	end(): void {
		this.#left = Infinity;
	}

	spend(bytes: number): void {
		this.#left -= bytes;
	}

	get isSpent(): boolean {
		return this.#left < 0;
	}
}

export const searchEffort = new SearchEffort();
