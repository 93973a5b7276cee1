const fewestWords = 32;

/** A set of row numbers, one bit each. Grows as rows are added. */
export class Bitset {
	#words = new Uint32Array(fewestWords);

	#grow(words: number): void {
		const larger = new Uint32Array(Math.max(words, this.#words.length * 2));
		larger.set(this.#words);
		this.#words = larger;
	}

	get heldBytes(): number {
		return this.#words.byteLength;
	}

	add(row: number): void {
		const word = row >>> 5;
		if (word >= this.#words.length) {
			this.#grow(word + 1);
		}

		this.#words[word]! |= 1 << (row & 31);
	}

	remove(row: number): void {
		const word = row >>> 5;
		if (word < this.#words.length) {
			this.#words[word]! &= ~(1 << (row & 31));
		}
	}

	has(row: number): boolean {
		return ((this.#words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
	}
}
