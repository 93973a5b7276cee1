import {ascii, bytesOf, lowered} from './byte-text.ts';
import {afterBlank, endOfString, endOfValue, kindOf, type JsonKind, jsonKinds} from './json-values.ts';
import {hashOf, isWord} from './word-table.ts';

/** A member's name, ready to be looked for. Capitals do not matter: `Level` and `level` are generations of one schema. */
export type JsonKey = {readonly word: Uint8Array; readonly hash: number};

export function jsonKey(name: string): JsonKey {
	const word = bytesOf(name.toLowerCase());
	return {word, hash: hashOf(word, 0, word.length)};
}

const initialMembers = 64;

/** Members kept of one object; a record with more keeps them in its raw text. */
const mostMembers = 4096;

/**
Where the members of one JSON object lie, found in one pass over the bytes without making a string or an object.
Of members with one name the last counts, as in `JSON.parse`. Names such as `__proto__` are bytes like any other.
*/
export class JsonMembers {
	#bytes: Uint8Array | undefined;
	#start = 0;
	#end = 0;
	#isObject = false;
	count = 0;
	kinds = new Uint8Array(initialMembers);
	keyStarts = new Uint32Array(initialMembers);
	keyEnds = new Uint32Array(initialMembers);
	/** Of a string: what lies between the quotes. */
	starts = new Uint32Array(initialMembers);
	ends = new Uint32Array(initialMembers);

	#readMembers(bytes: Uint8Array, start: number, end: number): boolean {
		let at = afterBlank(bytes, start, end);
		if (at >= end || bytes[at] !== ascii.openBrace) {
			return false;
		}

		at = afterBlank(bytes, at + 1, end);
		if (bytes[at] === ascii.closeBrace && at < end) {
			return afterBlank(bytes, at + 1, end) === end;
		}

		while (at < end) {
			at = this.#readMember(bytes, at, end);
			if (at < 0) {
				return false;
			}

			at = afterBlank(bytes, at, end);
			if (bytes[at] === ascii.closeBrace && at < end) {
				return afterBlank(bytes, at + 1, end) === end;
			}

			if (bytes[at] !== ascii.comma) {
				return false;
			}

			at = afterBlank(bytes, at + 1, end);
		}

		return false;
	}

	/** Answers the offset after the member, or -1 where none is. */
	#readMember(bytes: Uint8Array, at: number, end: number): number {
		if (bytes[at] !== ascii.quote) {
			return -1;
		}

		const keyEnd = endOfString(bytes, at + 1, end);
		const colon = afterBlank(bytes, keyEnd + 1, end);
		if (keyEnd < 0 || bytes[colon] !== ascii.colon || colon >= end) {
			return -1;
		}

		const valueAt = afterBlank(bytes, colon + 1, end);
		const kind = kindOf(bytes, valueAt, end);
		const valueEnd = endOfValue(bytes, valueAt, end, kind);
		if (valueEnd >= 0 && this.count < mostMembers) {
			this.#keepKey(at + 1, keyEnd);
			this.#keepValue(kind, valueAt, valueEnd);
		}

		return valueEnd;
	}

	#keepKey(start: number, end: number): void {
		if (this.count === this.kinds.length) {
			this.#grow();
		}

		this.keyStarts[this.count] = start;
		this.keyEnds[this.count] = end;
	}

	#keepValue(kind: JsonKind, start: number, end: number): void {
		const isString = kind === jsonKinds.string;
		this.kinds[this.count] = kind;
		this.starts[this.count] = isString ? start + 1 : start;
		this.ends[this.count] = isString ? end - 1 : end;
		this.count++;
	}

	#grow(): void {
		const size = this.kinds.length * 2;
		this.kinds = grown(this.kinds, new Uint8Array(size));
		this.keyStarts = grown(this.keyStarts, new Uint32Array(size));
		this.keyEnds = grown(this.keyEnds, new Uint32Array(size));
		this.starts = grown(this.starts, new Uint32Array(size));
		this.ends = grown(this.ends, new Uint32Array(size));
	}

	/** Forgets the record looked at last, whose bytes may since have been overwritten in place. */
	forget(): void {
		this.#bytes = undefined;
	}

	/** Whether the run is one whole JSON object. Asked again about the same run it remembers the answer, so that many formats may look at one record. */
	read(bytes: Uint8Array, start: number, end: number): boolean {
		if (this.#bytes !== bytes || this.#start !== start || this.#end !== end) {
			this.#bytes = bytes;
			this.#start = start;
			this.#end = end;
			this.count = 0;
			this.#isObject = this.#readMembers(bytes, start, end);
		}

		return this.#isObject;
	}

	/** The number of the member of that name, or -1. */
	find(key: JsonKey): number {
		const {length} = key.word;
		const first = key.word[0];
		for (let member = this.count - 1; member >= 0; member--) {
			if (this.keyEnds[member]! - this.keyStarts[member]! === length && lowered(this.#bytes![this.keyStarts[member]!]!) === first && isWord(this.#bytes!, this.keyStarts[member]!, this.keyEnds[member]!, key.word)) {
				return member;
			}
		}

		return -1;
	}

	/** As `find`, where a member that is null counts as absent. */
	findValue(key: JsonKey): number {
		const member = this.find(key);
		return member >= 0 && this.kinds[member] === jsonKinds.null ? -1 : member;
	}
}

function grown<Column extends Uint8Array | Uint32Array>(from: Column, to: Column): Column {
	to.set(from);
	return to;
}
