/** The code of the absent value in every dictionary. */
export const absentCode = 0;

/** That of FNV-1a. */
export const usualSeed = 0x81_1C_9D_C5;

const firstArenaBytes = 1024;
const fewestSlots = 1024;
/** In bytes. Names are short; a log with values of a megabyte each must not fill the memory, and their beginnings tell them apart well enough. */
export const longestValueBytes = 1024;
/** The continuation bytes of a UTF-8 character. */
const longestCharacterTail = 3;
// Probing stays short while at most half of the slots are used.
const slotsPerValue = 2;

/**
The distinct values of one column, numbered from 1 in order of arrival.

Looking up a value hashes its bytes in place and allocates nothing. Up to `capacity` values get codes of their own; all others share
`unlistedCode`, because a column with a million values costs more memory as a dictionary than as text.
*/
export class Dictionary {
	#size = 1;
	/** Open addressing: the code in each slot, 0 for a free one. */
	#slots = new Uint32Array(fewestSlots);
	#hashes = new Uint32Array(fewestSlots);
	/** The bytes of value `code` are in the arena from `ends[code - 1]` to `ends[code]`. */
	#ends = new Uint32Array(fewestSlots);
	#arena = new Uint8Array(firstArenaBytes);
	#hasUnlisted = false;
	/** Where the hashes begin. */
	readonly #seed: number;
	readonly unlistedCode: number;

	/** `seed`: unknown to whoever writes the logs, so that he cannot choose names that all hash alike. */
	constructor(capacity: number, seed = usualSeed) {
		this.unlistedCode = capacity;
		this.#seed = seed;
	}

	#slotOf(hash: number, bytes: Uint8Array, start: number, end: number): number {
		const mask = this.#slots.length - 1;
		let slot = hash & mask;
		for (;;) {
			const code = this.#slots[slot]!;
			if (code === 0 || (this.#hashes[code] === hash && this.#isValue(code, bytes, start, end))) {
				return slot;
			}

			slot = (slot + 1) & mask;
		}
	}

	#isValue(code: number, bytes: Uint8Array, start: number, end: number): boolean {
		const from = this.#ends[code - 1]!;
		if (this.#ends[code]! - from !== end - start) {
			return false;
		}

		for (let index = start; index < end; index++) {
			if (this.#arena[from + index - start] !== bytes[index]) {
				return false;
			}
		}

		return true;
	}

	#add(slot: number, {hash, bytes, start, end}: NewValue): number {
		const code = this.#size;
		if (code >= this.unlistedCode) {
			this.#hasUnlisted = true;
			return this.unlistedCode;
		}

		const from = this.#ends[code - 1]!;
		this.#makeRoomForValue(code);
		this.#makeRoomForBytes(from + end - start);
		for (let index = start; index < end; index++) {
			this.#arena[from + index - start] = bytes[index]!;
		}

		this.#ends[code] = from + end - start;
		this.#hashes[code] = hash;
		this.#slots[slot] = code;
		this.#size = code + 1;
		if (this.#size * slotsPerValue > this.#slots.length) {
			this.#rehash();
		}

		return code;
	}

	#makeRoomForValue(code: number): void {
		if (code < this.#ends.length) {
			return;
		}

		this.#ends = grown(this.#ends);
		this.#hashes = grown(this.#hashes);
	}

	#makeRoomForBytes(arenaBytes: number): void {
		if (arenaBytes <= this.#arena.length) {
			return;
		}

		const arena = new Uint8Array(Math.max(arenaBytes, this.#arena.length * 2));
		arena.set(this.#arena);
		this.#arena = arena;
	}

	#rehash(): void {
		const slots = new Uint32Array(this.#slots.length * 2);
		const mask = slots.length - 1;
		for (let code = 1; code < this.#size; code++) {
			let slot = this.#hashes[code]! & mask;
			while (slots[slot] !== 0) {
				slot = (slot + 1) & mask;
			}

			slots[slot] = code;
		}

		this.#slots = slots;
	}

	/** The number of codes assigned so far, including the absent one. */
	get size(): number {
		return this.#size;
	}

	/** Whether a value came for which there was no room. */
	get hasUnlisted(): boolean {
		return this.#hasUnlisted;
	}

	get heldBytes(): number {
		return this.#slots.byteLength + this.#hashes.byteLength + this.#ends.byteLength + this.#arena.byteLength;
	}

	/** The code of the value `bytes[start, valueEnd)`, cut to the longest that is kept; assigned now if it is new. Hot. */
	codeOf(bytes: Uint8Array, start: number, valueEnd: number): number {
		if (start === valueEnd) {
			return absentCode;
		}

		const end = valueEnd - start > longestValueBytes ? characterStart(bytes, start + longestValueBytes) : valueEnd;

		const hash = hashOf(this.#seed, bytes, start, end);
		const slot = this.#slotOf(hash, bytes, start, end);
		const code = this.#slots[slot]!;
		return code === 0 ? this.#add(slot, {hash, bytes, start, end}) : code;
	}

	/** The code of a value, if it ever came. */
	find(value: Uint8Array): number | undefined {
		const code = this.#slots[this.#slotOf(hashOf(this.#seed, value, 0, value.length), value, 0, value.length)]!;
		return code === 0 ? undefined : code;
	}

	/** The bytes of a value, empty for the absent and the unlisted one. Valid until the next value is added. */
	bytesOf(code: number): Uint8Array {
		return code === absentCode || code >= this.#size
			? this.#arena.subarray(0, 0)
			: this.#arena.subarray(this.#ends[code - 1], this.#ends[code]);
	}
}

type NewValue = {readonly hash: number; readonly bytes: Uint8Array; readonly start: number; readonly end: number};

/** The start of the UTF-8 character that a byte belongs to, or the byte itself if it belongs to none. */
function characterStart(bytes: Uint8Array, at: number): number {
	let start = at;
	while (at - start < longestCharacterTail && isInside(bytes[start]!)) {
		start--;
	}

	return isInside(bytes[start]!) ? at : start;
}

const isInside = (byte: number): boolean => (byte & 0xC0) === 0x80;

/** FNV-1a, whose multiplication spreads the last bytes well: values are short and related names differ at their end. */
function hashOf(seed: number, bytes: Uint8Array, start: number, end: number): number {
	let hash = seed;
	for (let index = start; index < end; index++) {
		hash = Math.imul(hash ^ bytes[index]!, 0x01_00_01_93);
	}

	return (hash ^ (hash >>> 15)) >>> 0;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(array.length * 2);
	larger.set(array);
	return larger;
}
