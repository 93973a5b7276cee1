import type {ByteRun} from '../../domain/event-draft.ts';
import {ascii} from '../bytes/byte-text.ts';
import {type JsonKey, KeyNames, keyNumberLimit} from '../bytes/key-names.ts';
import {isWord} from '../bytes/word-table.ts';
import {setJsonText} from './json-text.ts';
import {afterBlank, endOfPlain, endOfString, endOfValue, kindOf, jsonKinds} from './json-values.ts';
import {MemberColumns, mostMembers} from './member-columns.ts';

/**
Where the members of one JSON object lie, found in one pass over the bytes without making a string or an object.
Of members with one name the last counts, as in `JSON.parse`. Names such as `__proto__` are bytes like any other.
*/
export class JsonMembers extends MemberColumns {
	#bytes: Uint8Array | undefined;
	#start = 0;
	#end = 0;
	#isObject = false;
	readonly #names = new KeyNames();
	/** By the number of a key: its last member, and the record in which it was seen. */
	readonly #memberOf = new Uint32Array(keyNumberLimit());
	readonly #seenIn = new Uint32Array(keyNumberLimit());
	#record = 0;
	/** The objects inside that somebody asked for, by the numbers of their names. */
	readonly #inner: Array<JsonMembers | undefined> = [];
	/** Of an object inside another: the record of that in which it was scanned, where the value it was found in begins, and whether anybody asked for it since. */
	#outerRecord = 0;
	#outerStart = 0;
	#isWanted = false;

	/** Scans the object that begins there; answers the offset behind it, or -1. */
	#scan(bytes: Uint8Array, start: number, end: number): number {
		this.#bytes = bytes;
		this.#start = start;
		this.count = 0;
		this.#record++;
		this.#names.begin();
		const objectEnd = this.#readMembers(bytes, start, end);
		this.#isObject = objectEnd >= 0;
		return objectEnd;
	}

	#readMembers(bytes: Uint8Array, start: number, end: number): number {
		let at = afterBlank(bytes, start, end);
		if (at >= end || bytes[at] !== ascii.openBrace) {
			return -1;
		}

		at = afterBlank(bytes, at + 1, end);
		if (bytes[at] === ascii.closeBrace && at < end) {
			return at + 1;
		}

		while (at < end) {
			at = this.#readMember(bytes, at, end);
			if (at < 0) {
				return -1;
			}

			at = afterBlank(bytes, at, end);
			if (bytes[at] === ascii.closeBrace && at < end) {
				return at + 1;
			}

			if (bytes[at] !== ascii.comma) {
				return -1;
			}

			at = afterBlank(bytes, at + 1, end);
		}

		return -1;
	}

	/** Answers the offset after the member, or -1 where none is. */
	#readMember(bytes: Uint8Array, at: number, end: number): number {
		if (bytes[at] !== ascii.quote) {
			return -1;
		}

		const keyEnd = this.#endOfKey(bytes, at + 1, end);
		const colon = afterBlank(bytes, keyEnd + 1, end);
		if (keyEnd < 0 || bytes[colon] !== ascii.colon || colon >= end) {
			return -1;
		}

		const valueAt = afterBlank(bytes, colon + 1, end);
		const {count} = this;
		const valueEnd = bytes[valueAt] === ascii.quote && valueAt < end ? this.#readString(bytes, valueAt + 1, end) : this.#readOther(bytes, valueAt, end);
		if (this.count > count) {
			this.#keepKey(count, at + 1, keyEnd);
		}

		return valueEnd;
	}

	#endOfKey(bytes: Uint8Array, start: number, end: number): number {
		if (this.count === mostMembers) {
			return endOfString(bytes, start, end);
		}

		const likelyEnd = this.#names.takeLikely(bytes, start, end, ascii.quote);
		if (likelyEnd >= 0) {
			return likelyEnd;
		}

		const keyEnd = endOfString(bytes, start, end);
		if (keyEnd >= 0) {
			this.#names.take(bytes, start, keyEnd);
		}

		return keyEnd;
	}

	#keepKey(member: number, start: number, end: number): void {
		this.keyStarts[member] = start;
		this.keyEnds[member] = end;
		const {number} = this.#names;
		this.#memberOf[number] = member;
		this.#seenIn[number] = this.#record;
	}

	/** Most values are strings, and few of them hold an escape: whether one does is seen on the way to its end. */
	#readString(bytes: Uint8Array, start: number, end: number): number {
		const plainEnd = endOfPlain(bytes, start, end);
		const isPlain = bytes[plainEnd] === ascii.quote;
		const quote = isPlain ? plainEnd : endOfString(bytes, plainEnd, end);
		if (quote < 0 || quote >= end) {
			return -1;
		}

		this.keepValue(jsonKinds.string, start, quote, isPlain ? 0 : 1);
		return quote + 1;
	}

	#readOther(bytes: Uint8Array, start: number, end: number): number {
		const kind = kindOf(bytes, start, end);
		const valueEnd = kind === jsonKinds.object && this.count < mostMembers ? this.#readObject(bytes, start, end) : endOfValue(bytes, start, end, kind);
		if (valueEnd >= 0) {
			this.keepValue(kind, start, valueEnd, kind >= jsonKinds.object ? 1 : 0);
		}

		return valueEnd;
	}

	/** What was asked for inside the last such record is scanned on the way to its end: else its bytes would be looked at twice. */
	#readObject(bytes: Uint8Array, start: number, end: number): number {
		const inner = this.#inner[this.#names.number];
		const innerEnd = inner === undefined || !inner.#isWanted ? -1 : inner.#enter(this.#record, start).#scan(bytes, start, end);
		return innerEnd < 0 ? endOfValue(bytes, start, end, jsonKinds.object) : innerEnd;
	}

	/** Turns to an object inside that record of another. */
	#enter(outerRecord: number, outerStart: number): this {
		this.#outerRecord = outerRecord;
		this.#outerStart = outerStart;
		this.#isWanted = false;
		return this;
	}

	/** Of a key that was made known after this scanner. */
	#search({word}: JsonKey): number {
		for (let member = this.count - 1; member >= 0; member--) {
			if (isWord(this.#bytes!, this.keyStarts[member]!, this.keyEnds[member]!, word)) {
				return member;
			}
		}

		return -1;
	}

	/** Where the object begins. */
	get start(): number {
		return this.#start;
	}

	/** The same of all records that have the same names in the same order, and of no others. */
	get shape(): number {
		return this.#names.shape;
	}

	/** Forgets the record looked at last, whose bytes may since have been overwritten in place. */
	forget(): void {
		this.#bytes = undefined;
	}

	/** Whether the run is one whole JSON object. Asked again about the same run it remembers the answer, so that many formats may look at one record. */
	read(bytes: Uint8Array, start: number, end: number): boolean {
		if (this.#bytes !== bytes || this.#start !== start || this.#end !== end) {
			const objectEnd = this.#scan(bytes, start, end);
			this.#end = end;
			this.#isObject &&= afterBlank(bytes, objectEnd, end) === end;
		}

		return this.#isObject;
	}

	/** The number of the member of that name, or -1. */
	find(key: JsonKey): number {
		const {number} = key;
		if (number >= this.#seenIn.length) {
			return this.#search(key);
		}

		return this.#seenIn[number] === this.#record ? this.#memberOf[number]! : -1;
	}

	/** As `find`, where a member that is null counts as absent. */
	findValue(key: JsonKey): number {
		const member = this.find(key);
		return member >= 0 && this.kinds[member] === jsonKinds.null ? -1 : member;
	}

	/** The members of an object inside, or of the first element of a list; undefined where there is none. */
	inside(key: JsonKey): JsonMembers | undefined {
		const member = this.findValue(key);
		if (member < 0 || this.kinds[member]! < jsonKinds.object) {
			return undefined;
		}

		this.#inner[key.number] ??= new JsonMembers();
		const inner = this.#inner[key.number]!;
		if (inner.#outerRecord !== this.#record || inner.#outerStart !== this.starts[member]!) {
			const start = this.kinds[member] === jsonKinds.array ? afterBlank(this.#bytes!, this.starts[member]! + 1, this.ends[member]!) : this.starts[member]!;
			inner.#enter(this.#record, this.starts[member]!).#scan(this.#bytes!, start, this.ends[member]!);
		}

		inner.#isWanted = true;
		return inner.#isObject ? inner : undefined;
	}

	/** Sets `run` to what a member's value says. */
	setText(run: ByteRun, member: number): void {
		if (this.escapes[member] === 0) {
			run.set(this.#bytes!, this.starts[member]!, this.ends[member]!);
		} else {
			setJsonText(run, this.#bytes!, this.starts[member]!, this.ends[member]!);
		}
	}
}
