import {ascii, bytesOf, isDigit, isLetter, isWordAt, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {digitsAt, yearAt} from '../bytes/digits.ts';
import type {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {isCard} from './syslog-marks.ts';
import type {HeaderPlaces} from './header-places.ts';

/** So many relays may have put their header before one that a system wrote whole. */
export const mostRelays = 3;

/** Whether a whole header of syslog may begin there, behind a relay's: a priority, RFC 5424's version and a time, a time, or what Cisco's devices write before theirs. Hot: most texts are turned away by their first bytes. */
export function isHeaderAt(bytes: Uint8Array, at: number, end: number): boolean {
	const byte = bytes[at]!;
	if (at + shortestHeader > end || (byte > ascii.nine && !isLetter(byte))) {
		return byte === ascii.lessThan && isDigit(bytes[at + 1]) && nextByte(bytes, ascii.greaterThan, at, at + 5) > 0;
	}

	return isDigit(byte) ? isYear(bytes, at) || isYear(bytes, at + 2) || isYearMonth(bytes, at) || isCounted(bytes, at, end) : isMonthDay(bytes, at) || isCard(bytes, at) || (byte === star && isMonthDay(bytes, at + 1));
}

const star = 0x2A;
const shortestHeader = '2026-03-03 08:50:12 h'.length;

/** `2026-03-03`, also behind RFC 5424's version. */
const isYear = (bytes: Uint8Array, at: number): boolean => bytes[at + 4] === ascii.minus && bytes[at + 7] === ascii.minus && yearAt(bytes, at) > 0;

/** `2026 Mar  3 08:50:12`. */
const isYearMonth = (bytes: Uint8Array, at: number): boolean => bytes[at + 4] === ascii.space && isMonthDay(bytes, at + 5) && yearAt(bytes, at) > 0;

/** `Mar  3 08:50:12`, `Mar  3 2026 08:50:12`. */
function isMonthDay(bytes: Uint8Array, at: number): boolean {
	const clock = at + (isDigit(bytes[at + 5]) && bytes[at + 6] === ascii.space ? 7 : 6);
	return bytes[at + 3] === ascii.space && isLetter(bytes[at + 2]!) && (bytes[clock + 2] === ascii.colon || bytes[clock + 7] === ascii.colon) && digitsAt(bytes, clock, 2) >= 0;
}

/** Cisco's devices count their messages: `123: Mar  3`, `77: RP/0/RP0/CPU0:Mar  3`. */
function isCounted(bytes: Uint8Array, start: number, end: number): boolean {
	let at = start;
	while (at < end && isDigit(bytes[at])) {
		at++;
	}

	const next = at + 2;
	return bytes[at] === ascii.colon && bytes[at + 1] === ascii.space && next + shortestHeader <= end
		&& (isMonthDay(bytes, next) || isMonthDay(bytes, next + 1) || isCard(bytes, next) || isYear(bytes, next));
}

/** What a relay's header says, while the one behind it is read. */
export class OuterHeader {
	readonly #timeStart: number;
	readonly #timeEnd: number;
	readonly #hasTime: boolean;
	readonly #hostStart: number;
	readonly #hostEnd: number;
	readonly #priority: number;
	readonly #micros: number;
	readonly #nanos: number;
	readonly #digits: number;

	constructor({timeStart, hasTime, hostStart, hostEnd, priority}: HeaderPlaces, {end, micros, nanos, digits}: Stamp) {
		this.#timeStart = timeStart;
		this.#timeEnd = end;
		this.#hasTime = hasTime;
		this.#hostStart = hostStart;
		this.#hostEnd = hostEnd;
		this.#priority = priority;
		this.#micros = micros;
		this.#nanos = nanos;
		this.#digits = digits;
	}

	#giveTimeBack(places: HeaderPlaces, stamp: Stamp): void {
		places.timeStart = this.#timeStart;
		places.hasTime = this.#hasTime;
		stamp.end = this.#timeEnd;
		stamp.micros = this.#micros;
		stamp.nanos = this.#nanos;
		stamp.digits = this.#digits;
	}

	/** What stood there was no header. */
	giveBack(places: HeaderPlaces, stamp: Stamp): void {
		this.#giveTimeBack(places, stamp);
		places.hostStart = this.#hostStart;
		places.hostEnd = this.#hostEnd;
		places.priority = this.#priority;
		places.messageIdEnd = places.messageIdStart;
		places.dataEnd = places.dataStart;
	}

	/** What the inner header leaves open: a time that says its year and zone tells more than one that does not, or than that of a clock that is not set. */
	complete(bytes: Uint8Array, places: HeaderPlaces, stamp: Stamp): void {
		places.priority = places.priority < 0 ? this.#priority : places.priority;
		if (places.hostEnd === places.hostStart) {
			places.hostStart = this.#hostStart;
			places.hostEnd = this.#hostEnd;
		} else {
			places.relayStart = this.#hostStart;
			places.relayEnd = this.#hostEnd;
		}

		this.chooseTime(bytes, places, stamp);
	}

	/** Gives the outer time back where it tells more than the inner. */
	chooseTime(bytes: Uint8Array, places: HeaderPlaces, stamp: Stamp): void {
		const inner = places.hasTime ? fullness(bytes, places.timeStart, stamp.end) : -1;
		if (this.#hasTime && inner < fullness(bytes, this.#timeStart, this.#timeEnd)) {
			this.#giveTimeBack(places, stamp);
		}
	}
}

/** What Cisco's ISE and ACS begin with: `CISE_Failed_Attempts 0000012345 1 0 2026-03-03 08:49:58.123 +01:00`, the message's number, how many parts it has and which this is. */
const engines = ['CISE_', 'CSCOacs_'].map(head => bytesOf(head));

/** An engine for access control says for itself when it was. */
export function takeEngineTime(bytes: Uint8Array, end: number, places: HeaderPlaces, stamp: Stamp): void {
	const at = engineTimeAt(bytes, places.messageStart, end);
	if (at < 0) {
		return;
	}

	const outer = new OuterHeader(places, stamp);
	if (readIsoTime(bytes, at, end, stamp)) {
		places.timeStart = at;
		outer.chooseTime(bytes, places, stamp);
	} else {
		outer.giveBack(places, stamp);
	}
}

/** Where its time lies; -1 where none is: the first part alone has it. */
function engineTimeAt(bytes: Uint8Array, start: number, end: number): number {
	if (bytes[start] !== capitalC || engines.every(head => !isWordAt(bytes, start, end, head))) {
		return -1;
	}

	let at = start;
	for (let word = 0; word < wordsBeforeTime; word++) {
		at = wordEnd(bytes, at, end) + 1;
	}

	return at + shortestHeader <= end && isYear(bytes, at) ? at : -1;
}

const capitalC = 0x43;
const wordsBeforeTime = 4;

/** How much a time says for sure: -1 of a clock that is not set, which Cisco's devices mark by `*` or `.`. */
function fullness(bytes: Uint8Array, start: number, end: number): number {
	const mark = bytes[start - 1];
	if (mark === star || mark === ascii.dot) {
		return -1;
	}

	const last = bytes[end - 1]!;
	const hasZone = isLetter(last) || isZoneSign(bytes[end - 5]) || isZoneSign(bytes[end - 6]);
	return (hasYear(bytes, start, end) ? 2 : 0) + (hasZone ? 1 : 0);
}

const isZoneSign = (byte: number | undefined): boolean => byte === ascii.plus || byte === ascii.minus;

/** Four digits in a row, before or behind the month; a fraction of the second has a dot before its. */
function hasYear(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at + 3 < end && bytes[at] !== ascii.dot; at++) {
		if (yearAt(bytes, at) > 0) {
			return true;
		}
	}

	return false;
}
