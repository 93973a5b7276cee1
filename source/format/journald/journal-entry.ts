import {ascii, bytesOf, isWordAt, nextByte, type Run} from '../bytes/byte-text.ts';

/** Longest value taken as one: systemd keeps core dumps elsewhere, and a length that is nonsense shall not swallow a log. */
const longestValueBytes = 16 * 1024 * 1024;

/** A value with newlines or bytes that are no text follows its length: 64 bits, the least first (systemd's JOURNAL_EXPORT_FORMATS). */
const lengthBytes = 8;

const cursorHead = bytesOf('__CURSOR=');
const timeHead = bytesOf('__REALTIME_TIMESTAMP=');

/** Whether a line begins an entry of a journal export. */
export const isEntryHead = (bytes: Uint8Array, start: number, end: number): boolean => bytes[start] === ascii.underscore && (isWordAt(bytes, start, end, cursorHead) || isWordAt(bytes, start, end, timeHead));

/** One field of an entry. Reused. */
export class EntryField {
	/** The offset where the field begins means an empty name, which ends the entry; -1 means that here is no field. */
	nameEnd = 0;
	valueStart = 0;
	valueEnd = 0;
	/** Where the next field begins. */
	next = 0;

	#readLong(bytes: Uint8Array, start: number, end: number): boolean {
		if (start + lengthBytes > end) {
			return false;
		}

		const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(start, true);
		if (length > longestValueBytes) {
			this.nameEnd = -1;
			return false;
		}

		this.valueStart = start + lengthBytes;
		this.valueEnd = Math.min(this.valueStart + Number(length), end);
		this.next = this.valueStart + Number(length) + 1;
		return this.next <= end + 1;
	}

	/** Reads the field at `start`. False where it is none, or while not all of it is there. */
	read(bytes: Uint8Array, start: number, end: number): boolean {
		return this.readBehind(bytes, {start, end: endOfName(bytes, start, end)}, end);
	}

	/** The same of a field whose name is known. */
	readBehind(bytes: Uint8Array, name: Run, end: number): boolean {
		const isShort = name.end < end && bytes[name.end] === ascii.equals;
		if (!isShort && name.end < end && bytes[name.end] !== ascii.newline) {
			this.nameEnd = -1;
			return false;
		}

		this.nameEnd = name.end;
		if (!isShort && name.end > name.start) {
			return this.#readLong(bytes, name.end + 1, end);
		}

		const newline = isShort ? nextByte(bytes, ascii.newline, name.end + 1, end) : name.end;
		this.valueStart = name.end + 1;
		this.valueEnd = newline === -1 ? end : newline;
		this.next = this.valueEnd + 1;
		return true;
	}
}

/** 1 for capitals, digits and underscores: names consist of nothing else. */
const nameBytes = Uint8Array.from({length: 256}, (_, byte) => /^[\dA-Z_]$/v.test(String.fromCharCode(byte)) ? 1 : 0);

/** Where the name that begins at `start` ends. */
export function endOfName(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && nameBytes[bytes[at]!] === 1) {
		at++;
	}

	return at;
}

/** Walks through an entry as its lines arrive. */
export class EntryWalk {
	#at = 0;
	readonly #field = new EntryField();

	/** What `bytes[0, length)`, which begins with the entry, holds of it. */
	walk(bytes: Uint8Array, length: number): 'open' | 'ended' | 'damaged' {
		while (this.#at < length) {
			const isWhole = this.#field.read(bytes, this.#at, length);
			if (!isWhole || this.#field.next > length) {
				return this.#field.nameEnd === -1 ? 'damaged' : 'open';
			}

			if (this.#field.nameEnd === this.#at) {
				return 'ended';
			}

			this.#at = this.#field.next;
		}

		return 'open';
	}
}
