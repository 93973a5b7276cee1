const bitsPerBlock = 512;
const wordsPerBlock = bitsPerBlock / 32;
const fewestBlocks = 4;

/**
A sequence of bits that grows and shrinks at its end and answers "how many ones before here" and "where is the n-th one".

A directory counts the ones before each block of 512 bits, so that both take only a few steps however long the sequence is.
*/
export class BitSequence {
	#words = new Uint32Array(fewestBlocks * wordsPerBlock);
	/** The number of ones before each block, including the last, unfinished one. */
	#onesBefore = new Uint32Array(fewestBlocks + 1);
	#length = 0;
	/** The number of bits in blocks that have an entry in the directory. */
	#begunBits = 0;
	#ones = 0;

	#beginBlock(): void {
		const block = this.#begunBits / bitsPerBlock;
		this.#begunBits += bitsPerBlock;
		if (this.#begunBits > this.#words.length * 32) {
			const words = new Uint32Array(this.#words.length * 2);
			words.set(this.#words);
			this.#words = words;
			const onesBefore = new Uint32Array((words.length / wordsPerBlock) + 1);
			onesBefore.set(this.#onesBefore);
			this.#onesBefore = onesBefore;
		}

		this.#onesBefore[block] = this.#ones;
	}

	/** The last block with at most `index` ones before it. */
	#blockOf(index: number): number {
		let low = 0;
		let high = Math.ceil(this.#length / bitsPerBlock);
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if (this.#onesBefore[middle]! <= index) {
				low = middle;
			} else {
				high = middle;
			}
		}

		return low;
	}

	get length(): number {
		return this.#length;
	}

	/** The number of ones. */
	get ones(): number {
		return this.#ones;
	}

	get heldBytes(): number {
		return this.#words.byteLength + this.#onesBefore.byteLength;
	}

	/** Adds zeros up to `length`. */
	padTo(length: number): void {
		while (this.#begunBits < length) {
			this.#beginBlock();
		}

		this.#length = Math.max(this.#length, length);
	}

	/** Adds zeros up to `position`, which must be at or after the end, and a one there. */
	pushOneAt(position: number): void {
		this.padTo(position + 1);
		this.#words[position >>> 5]! |= 1 << (position & 31);
		this.#ones++;
	}

	/** Forgets every bit from `length` on. */
	cut(length: number): void {
		if (length >= this.#length) {
			return;
		}

		this.#ones = this.rank(length);
		this.#length = length;
		this.#begunBits = Math.ceil(length / bitsPerBlock) * bitsPerBlock;
		const word = length >>> 5;
		this.#words[word]! &= (1 << (length & 31)) - 1;
		this.#words.fill(0, word + 1);
	}

	has(position: number): boolean {
		return position < this.#length && (this.#words[position >>> 5]! & (1 << (position & 31))) !== 0;
	}

	/** The number of ones before `position`. */
	rank(position: number): number {
		if (position >= this.#length) {
			return this.#ones;
		}

		const block = Math.floor(position / bitsPerBlock);
		const lastWord = position >>> 5;
		let ones = this.#onesBefore[block]!;
		for (let word = block * wordsPerBlock; word < lastWord; word++) {
			ones += onesOf(this.#words[word]!);
		}

		return ones + onesOf(this.#words[lastWord]! & ((1 << (position & 31)) - 1));
	}

	/** The position of the one with `index` ones before it; there must be more than `index` ones. */
	select(index: number): number {
		if (index < 0 || index >= this.#ones) {
			throw new RangeError(`No one number ${index} among ${this.#ones}`);
		}

		const block = this.#blockOf(index);
		let left = index - this.#onesBefore[block]!;
		let word = block * wordsPerBlock;
		for (let ones = onesOf(this.#words[word]!); left >= ones; ones = onesOf(this.#words[word]!)) {
			left -= ones;
			word++;
		}

		return (word * 32) + placeOfOne(this.#words[word]!, left);
	}
}

/** The number of ones in a word, counted in parallel (Hacker's Delight, 5-1). */
function onesOf(word: number): number {
	let sums = word - ((word >>> 1) & 0x55_55_55_55);
	sums = (sums & 0x33_33_33_33) + ((sums >>> 2) & 0x33_33_33_33);
	sums = (sums + (sums >>> 4)) & 0x0F_0F_0F_0F;
	return Math.imul(sums, 0x01_01_01_01) >>> 24;
}

function placeOfOne(word: number, index: number): number {
	let rest = word;
	for (let skipped = 0; skipped < index; skipped++) {
		rest &= rest - 1;
	}

	return 31 - Math.clz32(rest & -rest);
}
