import {longestLineBytes} from '../../domain/limits.ts';
import {ascii, bytesOf, firstWord, isWordAt, nextByte} from '../bytes/byte-text.ts';
import type {Found, Walked} from '../json/json-document.ts';
import {isSpaceByte} from '../json/json-values.ts';
import {textStart} from '../intake/line-text.ts';

const head = bytesOf('<Event');
const end = bytesOf('</Event>');
const declaration = bytesOf('<?xml');

/** Whether a line begins events in XML that are laid out over lines, or are several on it; one that is a whole event needs no looking after. */
export function isStartOfEvents(bytes: Uint8Array, start: number, lineEnd: number): boolean {
	if (bytes[start] !== ascii.lessThan || !(isHead(bytes, start, lineEnd) || isWordAt(bytes, start, lineEnd, declaration))) {
		return false;
	}

	const eventStart = startOfEvent(bytes, start, lineEnd);
	const close = firstWord(bytes, end, start, lineEnd);
	const isWhole = eventStart === start && close >= 0 && close + end.length === lineEnd;
	return !isWhole && (eventStart >= 0 || isHead(bytes, start, lineEnd));
}

/** `<Event ...>`, `<Event>` or `<Events>`. */
function isHead(bytes: Uint8Array, start: number, lineEnd: number): boolean {
	const behind = start + head.length;
	return isWordAt(bytes, start, lineEnd, head) && isNameEnd(bytes[behind + (bytes[behind] === letterS ? 1 : 0)]);
}

const letterS = 0x73;
const isNameEnd = (byte: number | undefined): boolean => byte === ascii.space || byte === ascii.greaterThan;

/** Where the next `<Event>` or `<Event xmlns=...>` begins, not `<Events>` nor `<EventData>`; -1 where none does. */
function startOfEvent(bytes: Uint8Array, start: number, limit: number): number {
	let at = firstWord(bytes, head, start, limit);
	while (at >= 0 && !isNameEnd(bytes[at + head.length])) {
		at = firstWord(bytes, head, at + head.length, limit);
	}

	return at;
}

/** Whether nothing but tags and blanks lies there. Any other text is no part of a list of events, and shall not be lost between them. */
function isTagsAlone(bytes: Uint8Array, start: number, limit: number): boolean {
	for (let at = textStart(bytes, start, limit); at < limit; at++) {
		const tagEnd = bytes[at] === ascii.lessThan ? nextByte(bytes, ascii.greaterThan, at, limit) : -1;
		if (tagEnd < 0 && !isSpaceByte(bytes[at]!)) {
			return false;
		}

		at = Math.max(at, tagEnd);
	}

	return true;
}

/** Without an event so many bytes are something else that begins like a list of them. */
const longestPreambleBytes = 4096;

/** Finds the events of Windows in XML, however they are laid out: each goes from its `<Event` to its `</Event>`. */
export class EventMarkup {
	/** Where the event at hand begins; -1 between two. */
	#eventStart = -1;
	/** Bytes looked at so far. */
	#at = 0;
	#hasRecord = false;

	/** One that breaks off where another begins is a record too. */
	#add(bytes: Uint8Array, close: number, found: Found[]): void {
		let start = this.#eventStart;
		for (let next = startOfEvent(bytes, start + head.length, close); next >= 0; next = startOfEvent(bytes, start + head.length, close)) {
			found.push({start, end: next});
			start = next;
		}

		found.push({start, end: close + end.length});
		this.#eventStart = -1;
		this.#hasRecord = true;
		this.#at = close + end.length;
	}

	#stateAt(length: number): Walked {
		this.#at = length;
		if (this.#eventStart < 0) {
			return this.#hasRecord ? 'closed' : stateOf(length, longestPreambleBytes);
		}

		return stateOf(length - this.#eventStart, longestLineBytes);
	}

	/** Adds the events that end in `bytes[0, length)`, whole lines of which all but the newest were seen before. */
	walk(bytes: Uint8Array, length: number, found: Found[]): Walked {
		for (;;) {
			if (this.#eventStart < 0) {
				this.#eventStart = startOfEvent(bytes, this.#at, length);
				if (!isTagsAlone(bytes, this.#at, this.#eventStart < 0 ? length : this.#eventStart)) {
					return 'damaged';
				}
			}

			const close = this.#eventStart < 0 ? -1 : firstWord(bytes, end, Math.max(this.#at, this.#eventStart), length);
			if (close < 0) {
				return this.#stateAt(length);
			}

			this.#add(bytes, close, found);
		}
	}

	/** The first `count` bytes are gone. */
	drop(count: number): void {
		this.#at -= count;
		this.#eventStart = this.#eventStart < 0 ? -1 : this.#eventStart - count;
	}
}

const stateOf = (lengthBytes: number, longestBytes: number): Walked => lengthBytes > longestBytes ? 'too-long' : 'open';
