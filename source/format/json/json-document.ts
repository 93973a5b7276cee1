import {longestLineBytes} from '../../domain/limits.ts';
import {ascii} from '../bytes/byte-text.ts';
import {isActorKey, isListKey} from './json-lists.ts';
import {afterIndent, isSpaceByte} from './json-values.ts';

/** Brackets inside brackets that one record of a laid-out document may have; deeper ones are read line by line. */
const deepest = 512;

/** What the reader expects next; the marks of JSON's grammar between values. */
type Expect = 'top' | 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma';

const beforeValue: ReadonlySet<Expect> = new Set(['top', 'value', 'first-value']);

/** Where a record lies, counted in bytes from the start of the document. */
export type Found = {readonly start: number; readonly end: number};

/** How a walk ended: with the bytes, behind the line that closes the document, at a byte that cannot follow, or at the end of a line that makes a record longer than any may be. */
export type Walked = 'open' | 'closed' | 'damaged' | 'too-long';

/**
Finds the records of JSON that is laid out over many lines, or of lists and pages on one line: it walks the bytes once and remembers only
where brackets opened. It is stricter than it needs to be for sound JSON, so that damage is noticed at the line where it happens.
*/
export class JsonDocument {
	/** Bytes walked so far. */
	#at = 0;
	#expect: Expect = 'top';
	/** The open brackets. */
	readonly #open: number[] = [];
	#depth = 0;
	/** How many brackets lie around the records: 0 for an object by itself, 1 in a list, 2 in the list of a page. */
	#around = 0;
	#recordStart = 0;
	/** Where the last record ended. */
	#recordsEnd = 0;
	#keyStart = 0;
	/** The value after this colon may be a page's list; it is one when its first element is an object. */
	#isListNext = false;
	#listDepth = 0;
	/** Who acted is told of a record, not of a page: what lists such an object holds are parts of it. */
	#hasActor = false;

	/** What the newline at hand ends. */
	#endLine(): Walked {
		if (this.#expect !== 'top') {
			return this.#at - this.#recordsEnd >= longestLineBytes ? 'too-long' : 'open';
		}

		this.#at++;
		return 'closed';
	}

	#step(bytes: Uint8Array, byte: number, end: number, found: Found[]): boolean {
		switch (byte) {
			case ascii.openBrace:
			case ascii.openBracket: {
				return this.#openBracket(byte);
			}

			case ascii.closeBrace:
			case ascii.closeBracket: {
				return this.#closeBracket(byte, found);
			}

			case ascii.comma:
			case ascii.colon: {
				return this.#mark(bytes, byte);
			}

			case ascii.quote: {
				return this.#string(bytes, end);
			}

			default: {
				return this.#bare(bytes, end);
			}
		}
	}

	#openBracket(byte: number): boolean {
		const isList = byte === ascii.openBracket;
		const canHoldValue = beforeValue.has(this.#expect);
		const isListOfLists = isList && this.#isAroundRecords();
		if (!canHoldValue || isListOfLists || this.#depth === deepest) {
			return false;
		}

		if (isList && this.#depth === 0) {
			this.#around = 1;
		} else if (!isList && this.#expect === 'first-value' && this.#depth === this.#listDepth) {
			this.#around = this.#depth;
		}

		if (!isList && this.#depth === this.#around) {
			this.#recordStart = this.#at;
		}

		this.#listDepth = isList && this.#isListNext && this.#around === 0 ? this.#depth + 1 : 0;
		this.#isListNext = false;
		this.#open[this.#depth++] = byte;
		this.#expect = isList ? 'first-value' : 'first-key';
		this.#at++;
		return true;
	}

	#closeBracket(byte: number, found: Found[]): boolean {
		const opener = byte === ascii.closeBrace ? ascii.openBrace : ascii.openBracket;
		const canEnd = this.#expect === 'comma' || this.#expect === (byte === ascii.closeBrace ? 'first-key' : 'first-value');
		if (!canEnd || this.#depth === 0 || this.#open[this.#depth - 1] !== opener) {
			return false;
		}

		this.#depth--;
		this.#at++;
		if (byte === ascii.closeBrace && this.#depth === this.#around) {
			found.push({start: this.#recordStart, end: this.#at});
			this.#recordsEnd = this.#at;
		} else if (byte === ascii.closeBracket && this.#depth === this.#around - 1) {
			// A page has one list; what follows it belongs to no record.
			this.#around = this.#depth === 0 ? 0 : deepest;
		}

		if (this.#depth === 0) {
			this.#around = 0;
			this.#hasActor = false;
		}

		this.#expect = this.#depth === 0 ? 'top' : 'comma';
		return true;
	}

	#mark(bytes: Uint8Array, byte: number): boolean {
		if (byte === ascii.colon && this.#expect === 'colon') {
			this.#hasActor ||= this.#depth === 1 && isActorKey(bytes, this.#keyStart);
			this.#isListNext = this.#depth === 1 && !this.#hasActor && isListKey(bytes, this.#keyStart);
			this.#expect = 'value';
		} else if (byte === ascii.comma && this.#expect === 'comma') {
			this.#isListNext = false;
			this.#expect = this.#open[this.#depth - 1] === ascii.openBrace ? 'key' : 'value';
		} else {
			return false;
		}

		this.#at++;
		return true;
	}

	/** A string ends on its own line: JSON spells a newline as an escape. */
	#string(bytes: Uint8Array, end: number): boolean {
		const isKey = this.#expect === 'key' || this.#expect === 'first-key';
		if (!isKey && !this.#canTakeValue()) {
			return false;
		}

		let at = this.#at + 1;
		this.#keyStart = at;
		at = endOfPlainLine(bytes, at, end);
		while (at < end && bytes[at] === ascii.backslash) {
			at = endOfPlainLine(bytes, at + 2, end);
		}

		if (at >= end || bytes[at] !== ascii.quote) {
			return false;
		}

		this.#at = at + 1;
		this.#expect = isKey ? 'colon' : 'comma';
		return true;
	}

	#bare(bytes: Uint8Array, end: number): boolean {
		if (!this.#canTakeValue() || !isBareStart(bytes[this.#at]!)) {
			return false;
		}

		let at = this.#at + 1;
		while (at < end && marks[bytes[at]!] === 0) {
			at++;
		}

		this.#at = at;
		this.#expect = 'comma';
		return true;
	}

	/** A list of records holds nothing but objects, and a document is no bare value. */
	#canTakeValue(): boolean {
		return (this.#expect === 'value' || this.#expect === 'first-value') && !this.#isAroundRecords();
	}

	#isAroundRecords(): boolean {
		return this.#depth > 0 && this.#depth === this.#around;
	}

	/** Where the walk stands. */
	get at(): number {
		return this.#at;
	}

	/** Forgets the first `count` bytes: the caller has let them go. */
	drop(count: number): void {
		this.#at -= count;
		this.#recordStart -= count;
		this.#keyStart -= count;
		this.#recordsEnd -= count;
	}

	/** Walks on over `bytes` from where it stopped; `bytes` begins at the document's first byte. Adds the records that ended to `found`. */
	walk(bytes: Uint8Array, end: number, found: Found[]): Walked {
		while (this.#at < end) {
			const byte = bytes[this.#at]!;
			const walked = byte === ascii.newline ? this.#endLine() : 'open';
			if (walked !== 'open') {
				return walked;
			}

			if (isSpaceByte(byte)) {
				this.#at = afterIndent(bytes, this.#at + 1, end);
			} else if (!this.#step(bytes, byte, end, found)) {
				return 'damaged';
			}
		}

		return this.#expect === 'top' ? 'closed' : 'open';
	}
}

/** The first bytes of numbers, `true`, `false` and `null`. */
const isBareStart = (byte: number): boolean => byte === ascii.minus || (byte >= ascii.zero && byte <= ascii.nine) || byte === 0x74 || byte === 0x66 || byte === 0x6E;

/** 1 for the bytes at which a number or a word ends. */
const marks = Uint8Array.from({length: 256}, (_, byte) => byte === ascii.comma || byte === ascii.closeBrace || byte === ascii.closeBracket || isSpaceByte(byte) ? 1 : 0);

/** Offset of the first byte that is no plain text of a string on one line: a quote, a backslash or a newline. */
function endOfPlainLine(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && bytes[at] !== ascii.quote && bytes[at] !== ascii.backslash && bytes[at] !== ascii.newline) {
		at++;
	}

	return at;
}
