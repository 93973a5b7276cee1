import {isWordAt} from './byte-text.ts';
import {hashOf} from './word-table.ts';

type Entry<Value> = {readonly bytes: Uint8Array; readonly value: Value};

/** Entries kept; a log has few different words where we remember them, and one that keeps making up new ones is forgotten now and then. */
const mostEntries = 1024;

/** Thousands of files may be open at once, and most of them have a few words: the memory grows with them. */
const fewestSlots = 32;

/** Longest run remembered. */
const longestBytes = 256;

/** Remembers what was found out about runs of bytes, so that no text is made of a run that was seen before. */
export class ByteMemory<Value> {
	/** Open addressing, half of the slots free. */
	#slots = freeSlots<Value>(fewestSlots);
	#count = 0;

	/** The slot of the run, or the free one in which it would stand. */
	#slotOf(bytes: Uint8Array, start: number, end: number): number {
		const mask = this.#slots.length - 1;
		let slot = hashOf(bytes, start, end) & mask;
		for (let entry = this.#slots[slot]; entry !== undefined && !isSame(entry.bytes, bytes, start, end); entry = this.#slots[slot]) {
			slot = (slot + 1) & mask;
		}

		return slot;
	}

	/** Twice the room; once there are too many, none of them is kept. */
	#makeRoom(): void {
		const entries = this.#count === mostEntries ? [] : this.#slots.filter(entry => entry !== undefined);
		this.#slots = freeSlots(this.#count === mostEntries ? fewestSlots : this.#slots.length * 2);
		this.#count = entries.length;
		for (const entry of entries) {
			this.#slots[this.#slotOf(entry.bytes, 0, entry.bytes.length)] = entry;
		}
	}

	find(bytes: Uint8Array, start: number, end: number): Value | undefined {
		return end - start > longestBytes ? undefined : this.#slots[this.#slotOf(bytes, start, end)]?.value;
	}

	/** Remembers a value for a run that `find` does not know; gives the value back. */
	remember(bytes: Uint8Array, start: number, end: number, value: Value): Value {
		if (end - start > longestBytes) {
			return value;
		}

		if (this.#count * 2 === this.#slots.length) {
			this.#makeRoom();
		}

		this.#slots[this.#slotOf(bytes, start, end)] = {bytes: bytes.slice(start, end), value};
		this.#count++;
		return value;
	}
}

const freeSlots = <Value>(count: number): Array<Entry<Value> | undefined> => Array.from({length: count}, () => undefined);

const isSame = (word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean => word.length === end - start && isWordAt(bytes, start, end, word);
