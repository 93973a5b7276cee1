import {isWordAt} from './byte-text.ts';
import {hashOf} from './word-table.ts';

type Entry<Value> = {readonly bytes: Uint8Array; readonly value: Value};

/** Entries kept; a log has few different words where we remember them, and one that keeps making up new ones is forgotten now and then. */
const mostEntries = 1024;
const slotCount = mostEntries * 2;

/** Longest run remembered. */
const longestBytes = 256;

/** Remembers what was found out about runs of bytes, so that no text is made of a run that was seen before. */
export class ByteMemory<Value> {
	/** Open addressing, half of the slots free. Made when there is something to remember: most memories never have. */
	#slots: Array<Entry<Value> | undefined> = [];
	#count = 0;

	/** The slot of the run, or the free one in which it would stand. */
	#slotOf(bytes: Uint8Array, start: number, end: number): number {
		let slot = hashOf(bytes, start, end) & (slotCount - 1);
		for (let entry = this.#slots[slot]; entry !== undefined && !isSame(entry.bytes, bytes, start, end); entry = this.#slots[slot]) {
			slot = (slot + 1) & (slotCount - 1);
		}

		return slot;
	}

	find(bytes: Uint8Array, start: number, end: number): Value | undefined {
		return end - start > longestBytes ? undefined : this.#slots[this.#slotOf(bytes, start, end)]?.value;
	}

	/** Remembers a value for a run that `find` does not know; gives the value back. */
	remember(bytes: Uint8Array, start: number, end: number, value: Value): Value {
		if (end - start > longestBytes) {
			return value;
		}

		if (this.#slots.length === 0 || this.#count === mostEntries) {
			this.#slots = Array.from({length: slotCount}, () => undefined);
			this.#count = 0;
		}

		this.#slots[this.#slotOf(bytes, start, end)] = {bytes: bytes.slice(start, end), value};
		this.#count++;
		return value;
	}
}

const isSame = (word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean => word.length === end - start && isWordAt(bytes, start, end, word);
