import {PairList} from '../bytes/pair-list.ts';
import {EntryField, endOfName} from './journal-entry.ts';

/** Where the fields of one entry of a journal export lie. They are found on the way to its end, and remembered until it was read. */
export class EntryFields {
	readonly #field = new EntryField();
	#bytes: Uint8Array | undefined;
	#start = 0;
	readonly pairs = new PairList();

	/** Answers the offset behind the empty line that ends the entry, or -1. */
	#walk(bytes: Uint8Array, start: number, end: number): number {
		const field = this.#field;
		this.pairs.clear(bytes);
		let at = start;
		while (at < end && this.#readField(bytes, at, end) && field.nameEnd > at) {
			this.pairs.add({keyStart: at, keyEnd: field.nameEnd, start: field.valueStart, end: field.valueEnd, isQuoted: false});
			at = field.next;
		}

		return at < end && field.nameEnd === at ? field.next : -1;
	}

	#readField(bytes: Uint8Array, at: number, end: number): boolean {
		const likelyEnd = this.pairs.takeLikelyKey(at, end);
		return this.#field.readBehind(bytes, {start: at, end: likelyEnd < 0 ? endOfName(bytes, at, end) : likelyEnd}, end);
	}

	/** Where the entry that begins at `start` ends, its empty line included; -1 where not all of it is there. */
	endFrom(bytes: Uint8Array, start: number): number {
		this.#bytes = bytes;
		this.#start = start;
		return this.#walk(bytes, start, bytes.length);
	}

	/** Finds the fields of the entry `bytes[start, end)`, unless its end was looked for just before. */
	read(bytes: Uint8Array, start: number, end: number): void {
		if (this.#bytes !== bytes || this.#start !== start) {
			this.#walk(bytes, start, end);
		}
	}

	/** Forgets the entry, whose bytes may be overwritten in place. */
	forget(): void {
		this.#bytes = undefined;
	}
}
