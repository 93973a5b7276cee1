import {afterSpaces, ascii, firstWord, isDash, isDigit, isLetter, isWordAt, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {digitHeads, monthHeads} from '../time/heads.ts';
import type {Stamp, TimeReader} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {monthAt, readMonthDayTime} from '../time/time-named-month.ts';

/** How far into a line the alert inside may begin. */
const farthestBytes = 256;

/** With what a header may begin around an alert: a priority, or a time. */
export const envelopeHeads = `<${digitHeads}${monthHeads}`;

/** The syslog header around an alert in CEF or LEEF. Relays differ in what they put there, so only what is certain is read. Reused. */
export class Envelope {
	hostStart = 0;
	hostEnd = 0;
	/** Where the alert begins. */
	start = 0;
	hasTime = false;
	/** Where its time begins, if it has one; the stamp ends behind it. */
	timeStart = 0;

	/**
	Relays put their own address before the name of the sensor, so the last name counts. The writer's own (`app[7]`, `app:`, or letters alone behind a name) is
	none, and behind the header of RFC 5424, which tells its version or has a dash for what it does not know, only the first word is one.
	*/
	#readHost(bytes: Uint8Array, start: number, isVersioned: boolean): void {
		let at = afterSpaces(bytes, start, this.start);
		const first = at;
		while (at < this.start) {
			const end = wordEnd(bytes, at, this.start);
			if (isVersioned || isDash(bytes, at, end)) {
				this.hostStart = first;
				this.hostEnd = wordEnd(bytes, first, this.start);
				return;
			}

			if (at === first || !(isTag(bytes, at, end) || (isPlainWord(bytes, at, end) && !isDigit(bytes[this.hostStart])))) {
				this.hostStart = at;
				this.hostEnd = end;
			}

			at = afterSpaces(bytes, end, this.start);
		}
	}

	/** Whether an alert that begins with `mark` lies in the line, at its head or behind a header. */
	read(bytes: Uint8Array, {start, end, mark}: {readonly start: number; readonly end: number; readonly mark: Uint8Array}, stamp: Stamp): boolean {
		if (!canBegin(bytes, start, end, mark)) {
			return false;
		}

		this.start = firstWord(bytes, mark, start, Math.min(end, start + farthestBytes));
		this.hostEnd = this.hostStart;
		this.hasTime = false;
		if (this.start < 0 || (this.start > start && bytes[this.start - 1] !== ascii.space)) {
			return false;
		}

		const close = bytes[start] === ascii.lessThan ? nextByte(bytes, ascii.greaterThan, start, Math.min(this.start, start + 5)) : -1;
		const version = Math.max(close + 1, start);
		const at = afterVersion(bytes, version);
		this.timeStart = at;
		this.hasTime = this.start > at && readEnvelopeTime(bytes, at, this.start, stamp);
		this.#readHost(bytes, this.hasTime ? stamp.end : at, at > version);
		return this.start === start || this.hasTime || close > 0;
	}
}

/** As syslog writes it. */
export const readEnvelopeTime: TimeReader = (bytes, start, end, into) => readMonthDayTime(bytes, start, end, into) || readIsoTime(bytes, start, end, into);

/** The writer's name with its number or a colon, or the kernel's clock, which may have a space in it: `[  970.699396]`. */
const isTag = (bytes: Uint8Array, start: number, end: number): boolean => bytes[end - 1] === ascii.closeBracket || bytes[end - 1] === ascii.colon || bytes[start] === ascii.openBracket;

/** Letters alone: names of hosts mostly have a number, a dot or a dash. */
function isPlainWord(bytes: Uint8Array, start: number, end: number): boolean {
	let at = start;
	while (at < end && isLetter(bytes[at]!)) {
		at++;
	}

	return at === end;
}

/** The alert itself, a priority, or a time: every other line is turned away by its first bytes. */
const canBegin = (bytes: Uint8Array, start: number, end: number, mark: Uint8Array): boolean =>
	isWordAt(bytes, start, end, mark) || bytes[start] === ascii.lessThan || isDigit(bytes[start]) || monthAt(bytes, start, end) > 0;

/** RFC 5424 writes `1 ` behind the priority; Claroty's CTD writes two spaces there. */
const afterVersion = (bytes: Uint8Array, at: number): number => isDigit(bytes[at]) && digitsAt(bytes, at, 1) === 1 && bytes[at + 1] === ascii.space ? afterSpaces(bytes, at + 2, bytes.length) : at;
