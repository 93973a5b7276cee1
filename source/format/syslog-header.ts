import {afterSpaces, ascii, isDigit, nextByte, wordEnd} from './byte-text.ts';
import {digitsAt} from './digits.ts';
import {severityOf} from './severity-words.ts';
import {isNewHeader, isNil} from './new-header.ts';
import type {Stamp} from './stamp.ts';
import {endOfData} from './structured-data.ts';
import {afterCiscoMarks, ciscoTag, PriorityWords, relayedTag, SunMark} from './syslog-marks.ts';
import {isTagAlone, tagEnd} from './syslog-tag.ts';
import {readIsoTime} from './time-iso.ts';
import {readEpochTime} from './time-epoch.ts';
import {isWeekday, readMonthDayTime} from './time-named-month.ts';
import {readNamedDayTime} from './time-written-year.ts';

/** Longest tag: a line of text with a colon far inside has none. */
const longestTagBytes = 80;

/** What stands before the message of a syslog line. Reused; a run whose start is its end is absent. */
export class SyslogHeader {
	readonly #sun = new SunMark();
	readonly #words = new PriorityWords();
	/** Where no number says it: 0..7, or -1. */
	#severityInWords = -1;
	/** 0..191, or -1. */
	priority = -1;
	timeStart = 0;
	hostStart = 0;
	hostEnd = 0;
	programStart = 0;
	programEnd = 0;
	pidStart = 0;
	pidEnd = 0;
	/** RFC 5424 only. */
	messageIdStart = 0;
	messageIdEnd = 0;
	dataStart = 0;
	dataEnd = 0;
	messageStart = 0;

	/** Answers the offset after `<34>`. */
	#readPriority(bytes: Uint8Array, start: number, end: number): number {
		this.priority = -1;
		this.#severityInWords = -1;
		this.messageIdEnd = this.messageIdStart;
		this.dataEnd = this.dataStart;
		const close = bytes[start] === ascii.lessThan ? nextByte(bytes, ascii.greaterThan, start, Math.min(end, start + 5)) : -1;
		const priority = close > start + 1 ? digitsAt(bytes, start + 1, close - start - 1) : -1;
		if (priority < 0 || priority > 191) {
			return start;
		}

		this.priority = priority;
		return close + 1;
	}

	/** A line under an RFC 3339 time is syslog only with a tag, and not where programs write their level; the old time alone is proof enough. */
	#readHostAndTag(bytes: Uint8Array, start: number, end: number, isTagNeeded: boolean): boolean {
		const at = afterSpaces(bytes, start, end);
		this.hostStart = bytes[at] === ascii.lessThan ? this.#takePriorityWords(bytes, at, end) : at;
		this.hostEnd = wordEnd(bytes, this.hostStart, end);
		if (bytes[this.hostEnd - 1] === ascii.colon && isTagAlone(bytes, this.hostStart, this.hostEnd, isTagNeeded)) {
			return this.#readTagAlone(bytes, this.hostStart, end);
		}

		const afterHost = afterSpaces(bytes, this.hostEnd, end);
		const tagStart = ciscoTag(bytes, relayedTag(bytes, this.#takePriorityWords(bytes, afterHost, end), end));
		const colon = tagEnd(bytes, tagStart, Math.min(end, tagStart + longestTagBytes));
		if (this.hostEnd === this.hostStart || (isTagNeeded && (colon < 0 || severityOf(bytes, this.hostStart, this.hostEnd) > 0)) || !isHost(bytes, this.hostStart, this.hostEnd, colon >= 0)) {
			return false;
		}

		this.pidEnd = this.pidStart;
		this.programStart = tagStart;
		this.programEnd = tagStart;
		this.messageStart = tagStart;
		if (colon >= 0) {
			this.programEnd = colon;
			this.messageStart = afterOneSpace(bytes, colon + 1, end);
			this.#cutPid(bytes);
			this.#cutSunMark(bytes, end);
		}

		return true;
	}

	/** Where a message goes on behind its priority in words; a level alone is one only before a tag with a number. */
	#takePriorityWords(bytes: Uint8Array, at: number, end: number): number {
		const words = this.#words;
		const next = words.read(bytes, at, end);
		if (next === at || (words.priority < 0 && !isNumberedTag(bytes, next, end))) {
			return at;
		}

		this.priority = this.priority < 0 ? words.priority : this.priority;
		this.#severityInWords = words.severity;
		return next;
	}

	/** A device that was told to leave its name out, or has no way to tell it. */
	#readTagAlone(bytes: Uint8Array, start: number, end: number): boolean {
		const tagStart = ciscoTag(bytes, start);
		const colon = tagEnd(bytes, tagStart, Math.min(end, tagStart + longestTagBytes));
		this.hostStart = start;
		this.hostEnd = start;
		this.pidEnd = this.pidStart;
		this.programStart = tagStart;
		this.programEnd = colon;
		this.messageStart = afterOneSpace(bytes, colon + 1, end);
		this.#cutPid(bytes);
		return colon > tagStart;
	}

	#cutSunMark(bytes: Uint8Array, end: number): void {
		const start = this.#sun.read(bytes, this.messageStart, end);
		if (start === this.messageStart) {
			return;
		}

		this.messageIdStart = this.#sun.idStart;
		this.messageIdEnd = this.#sun.idEnd;
		this.priority = this.priority < 0 ? this.#sun.priority : this.priority;
		this.messageStart = start;
	}

	/** A word may stand behind the number: `krb5kdc[2101](info)`. */
	#cutPid(bytes: Uint8Array): void {
		const open = nextByte(bytes, ascii.openBracket, this.programStart, this.programEnd);
		const close = open < 0 ? -1 : nextByte(bytes, ascii.closeBracket, open, this.programEnd);
		if (close < 0) {
			return;
		}

		this.pidStart = open + 1;
		this.pidEnd = close;
		this.programEnd = open;
	}

	/** `2003-10-11T22:14:15.003Z host app procid msgid [data] text`; `-` is absent. */
	#readNew(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		stamp.micros = NaN;
		const isNilTime = bytes[start] === ascii.minus;
		if (!isNilTime && !readIsoTime(bytes, start, end, stamp)) {
			return false;
		}

		const host = (isNilTime ? start + 1 : stamp.end) + 1;
		this.hostStart = host;
		this.hostEnd = wordEnd(bytes, host, end);
		this.programStart = this.hostEnd + 1;
		this.programEnd = wordEnd(bytes, this.programStart, end);
		this.pidStart = this.programEnd + 1;
		this.pidEnd = wordEnd(bytes, this.pidStart, end);
		this.messageIdStart = this.pidEnd + 1;
		this.messageIdEnd = wordEnd(bytes, this.messageIdStart, end);
		this.dataStart = this.messageIdEnd + 1;
		if (this.dataStart > end) {
			return false;
		}

		this.dataEnd = endOfData(bytes, this.dataStart, end);
		this.messageStart = afterOneSpace(bytes, this.dataEnd, end);
		this.#clearNils(bytes);
		return true;
	}

	#clearNils(bytes: Uint8Array): void {
		this.hostEnd = isNil(bytes, this.hostStart, this.hostEnd) ? this.hostStart : this.hostEnd;
		this.programEnd = isNil(bytes, this.programStart, this.programEnd) ? this.programStart : this.programEnd;
		this.pidEnd = isNil(bytes, this.pidStart, this.pidEnd) ? this.pidStart : this.pidEnd;
		this.messageIdEnd = isNil(bytes, this.messageIdStart, this.messageIdEnd) ? this.messageIdStart : this.messageIdEnd;
		this.dataEnd = isNil(bytes, this.dataStart, this.dataEnd) ? this.dataStart : this.dataEnd;
	}

	/** 0..7, or -1: of the priority, or of a tag such as `%ASA-6-302013`. */
	severity(bytes: Uint8Array): number {
		if (this.priority >= 0) {
			return this.priority & 7;
		}

		if (this.#severityInWords >= 0) {
			return this.#severityInWords;
		}

		const dash = bytes[this.programStart] === ascii.percent ? nextByte(bytes, ascii.minus, this.programStart, this.programEnd) : -1;
		return dash < 0 || bytes[dash + 2] !== ascii.minus ? -1 : digitsAt(bytes, dash + 1, 1);
	}

	/** RFC 3164 (`Mar  3 08:50:05`), the same with RFC 3339 times, and RFC 5424, each with or without `<PRI>`. */
	read(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		const prioritized = this.#readPriority(bytes, start, end);
		const at = afterCiscoMarks(bytes, prioritized, end);
		this.timeStart = at;
		if (this.priority >= 0 && isVersion(bytes, prioritized)) {
			this.timeStart = prioritized + 2;
			return this.#readNew(bytes, prioritized + 2, end, stamp);
		}

		const isIso = isDigit(bytes[at]);
		const hasTime = isIso ? hasNumericTime(bytes, at, end, stamp) : readMonthDayTime(bytes, at, end, stamp) || readNamedDayTime(bytes, at, end, stamp);
		if (!hasTime || ciscoTag(bytes, stamp.end) > stamp.end) {
			return hasTime && this.#readTagAlone(bytes, stamp.end, end);
		}

		const isOld = bytes[stamp.end] === ascii.space && stamp.end < end && this.#readHostAndTag(bytes, stamp.end, end, isIso || isWeekday(bytes, at));
		return isOld || (isIso && isNewHeader(bytes, stamp.end, end) && this.#readNew(bytes, at, end, stamp));
	}
}

/** A space between date and time is some program's own log; syslog daemons write the `T`. journalctl(1) also writes seconds since 1970 with a fraction (`-o short-unix`). */
const hasNumericTime = (bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean =>
	bytes[at + 10] === ascii.dot ? readEpochTime(bytes, at, end, stamp) : bytes[at + 10] === 0x54 && readIsoTime(bytes, at, end, stamp);

/** Whether `name[2101]:` stands there. */
function isNumberedTag(bytes: Uint8Array, start: number, end: number): boolean {
	const to = wordEnd(bytes, start, end);
	return bytes[to - 1] === ascii.colon && bytes[to - 2] === ascii.closeBracket && nextByte(bytes, ascii.openBracket, start, to) > start;
}

const isVersion = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x31 && bytes[at + 1] === ascii.space;

/** 1 for what no name or address of a host holds: a word with one of these is the program's own. */
const notOfHosts = Uint8Array.from({length: 256}, (_, byte) => '()[]{}"=;<>|'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** Host names and addresses end in a letter, a digit or a dot; access points write `model,address,version` for theirs, and a tag behind it. */
function isHost(bytes: Uint8Array, start: number, end: number, hasTag: boolean): boolean {
	for (let at = start; at < end; at++) {
		if (notOfHosts[bytes[at]!] === 1 || (!hasTag && bytes[at] === ascii.comma)) {
			return false;
		}
	}

	const last = bytes[end - 1]!;
	return isDigit(last) || ((last | 0x20) >= 0x61 && (last | 0x20) <= 0x7A) || last === ascii.dot || (last === ascii.colon && bytes[end - 2] === ascii.colon);
}

const afterOneSpace = (bytes: Uint8Array, at: number, end: number): number => at < end && bytes[at] === ascii.space ? at + 1 : at;
