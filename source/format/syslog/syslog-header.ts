import {afterSpaces, ascii, isDigit, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import type {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {readCompactTime} from '../time/time-compact.ts';
import {readEpochTime} from '../time/time-epoch.ts';
import {isWeekday, readDayFirstMonthTime, readMonthDayTime} from '../time/time-named-month.ts';
import {readSlashedTime} from '../time/time-slashed.ts';
import {readNamedDayTime, readYearMonthTime} from '../time/time-written-year.ts';
import {isCitrixTime} from './citrix-header.ts';
import {HeaderPlaces} from './header-places.ts';
import {isHost} from './host-word.ts';
import {isNewHeader} from './new-header.ts';
import {isHeaderAt, mostRelays, OuterHeader, takeEngineTime} from './relayed-header.ts';
import {afterCiscoMarks, afterSerial, behindCard, behindColon, behindZone, ciscoTag, colonBehindName, isCount, isTagBehind, isUptime, PriorityWords, relayedTag} from './syslog-marks.ts';
import {isSpacedHeader} from './spaced-header.ts';
import {isNumberedTag, isTagAlone, tagEnd} from './syslog-tag.ts';

/** Longest tag: a line of text with a colon far inside has none. */
const longestTagBytes = 80;

/** What stands before the message of a syslog line. Reused. */
export class SyslogHeader extends HeaderPlaces {
	readonly #words = new PriorityWords();
	/** Where no number says it: 0..7, or -1. */
	#severityInWords = -1;
	/** How many relays' headers stand before the one that is read. */
	#relays = 0;

	/** Answers the offset after `<34>`. */
	#readPriority(bytes: Uint8Array, start: number, end: number): number {
		this.hasTime = true;
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
	#readHostAndTag(bytes: Uint8Array, end: number, isTagNeeded: boolean, stamp: Stamp): boolean {
		const start = stamp.end;
		if (this.takeUsual(bytes, start, end) && ((!isTagNeeded && this.priority < 0) || severityOf(bytes, this.hostStart, this.hostEnd) === 0)) {
			this.cutSunMark(bytes, end);
			return true;
		}

		const at = afterSpaces(bytes, start, end);
		this.hostStart = bytes[at] === ascii.lessThan ? this.#takePriorityWords(bytes, at, end) : at;
		this.hostEnd = wordEnd(bytes, this.hostStart, end);
		if (bytes[this.hostEnd - 1] === ascii.colon && isTagBehind(bytes, this.hostEnd - 1, end)) {
			this.hostEnd--;
		} else if (bytes[this.hostEnd - 1] === ascii.colon && isTagAlone(bytes, this.hostStart, this.hostEnd, isTagNeeded)) {
			return this.#readTagAlone(bytes, this.hostStart, end);
		}

		const afterHost = afterSpaces(bytes, this.hostEnd, end);
		if (this.#readRelayed(bytes, afterHost, end, stamp)) {
			return true;
		}

		const firstTag = relayedTag(bytes, this.#takePriorityWords(bytes, afterHost, end), end);
		const tagAt = behindZone(bytes, ciscoTag(bytes, firstTag), end);
		const colonAt = tagEnd(bytes, tagAt, Math.min(end, tagAt + longestTagBytes));
		const tagStart = colonAt < 0 ? afterSerial(bytes, tagAt, end) : tagAt;
		const colon = tagStart === tagAt ? colonAt : tagEnd(bytes, tagStart, Math.min(end, tagStart + longestTagBytes));
		if (this.hostEnd === this.hostStart || (isTagNeeded && ((colon < 0 && (this.priority < 0 || isNewHeader(bytes, start, end))) || severityOf(bytes, this.hostStart, this.hostEnd) > 0)) || !isHost(bytes, this.hostStart, this.hostEnd, colon >= 0)) {
			return false;
		}

		// log4j writes its level there, and no name.
		if (this.priority >= 0 && colon >= 0 && severityOf(bytes, this.hostStart, this.hostEnd) > 0) {
			this.hostEnd = this.hostStart;
		}

		this.takeTag(bytes, tagStart, colon, end);
		if (colon >= 0) {
			this.cutSunMark(bytes, end);
		} else {
			takeEngineTime(bytes, end, this, stamp);
		}

		return colon >= 0 || !isCitrixTime(bytes, tagStart) || this.takeRelayedCitrix(bytes, tagStart, end);
	}

	/** A relay may put its own header before one that another system wrote whole, whose time is when it was and whose host it was. */
	#readRelayed(bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean {
		if (this.#relays >= mostRelays || !isHeaderAt(bytes, at, end)) {
			return false;
		}

		const outer = new OuterHeader(this, stamp);
		const severityInWords = this.#severityInWords;
		this.#relays++;
		const isRelayed = this.#readWhole(bytes, at, end, stamp);
		if (isRelayed) {
			outer.complete(bytes, this, stamp);
		} else {
			outer.giveBack(this, stamp);
			this.#severityInWords = severityInWords;
		}

		return isRelayed;
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
		this.takeTag(bytes, tagStart, colon, end);
		return colon > tagStart;
	}

	/** Some write RFC 5424's version and time and then only their name: `<5>1 2026-03-03T08:50:12Z VAULT {...}`. */
	#readShort(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		this.messageIdEnd = this.messageIdStart;
		this.dataEnd = this.dataStart;
		return readIsoTime(bytes, start, end, stamp) && bytes[stamp.end] === ascii.space && this.#readHostAndTag(bytes, end, true, stamp);
	}

	/** Cisco's Meraki writes RFC 5424's version and then seconds since 1970, its name and what it tells: `1 1772527807.421090826 MX84 flows src=...`. */
	#readMeraki(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		if (bytes[start + 10] !== ascii.dot || !readEpochTime(bytes, start, end, stamp)) {
			return false;
		}

		this.hasTime = true;
		this.hostStart = afterSpaces(bytes, stamp.end, end);
		this.hostEnd = wordEnd(bytes, this.hostStart, end);
		const kind = afterSpaces(bytes, this.hostEnd, end);
		this.takeTag(bytes, kind, wordEnd(bytes, kind, end), end);
		return this.messageStart < end;
	}

	/** `2003-10-11T22:14:15.003Z host app procid msgid [data] text`; `-` is absent. */
	#readNew(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		this.hasTime = bytes[start] !== ascii.minus;
		return (!this.hasTime || readIsoTime(bytes, start, end, stamp)) && this.takeWords(bytes, (this.hasTime ? wordEnd(bytes, stamp.end, end) : start + 1) + 1, end);
	}

	/** Check Point's exporter leaves the priority out and the version in: data in brackets is the proof. */
	#readVersioned(bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean {
		return isVersion(bytes, at) && isDigit(bytes[at + 2]) && this.#readNew(bytes, at + 2, end, stamp) && this.dataEnd > this.dataStart && bytes[this.dataStart] === ascii.openBracket;
	}

	/** Nexus switches write the year first and their name before that, or none (`<189>leaf-1: 2026 Mar  3 08:50:05 UTC: %ETHPORT-5-IF_UP`); into their own file they write it behind the time, without a colon. A firewall may write no time at all, a switch without a clock how long it has run (`00:00:46: %LINK-3-UPDOWN:`). */
	#readCisco(bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean {
		const canHaveName = bytes[at] !== ascii.percent && (this.priority >= 0 || isUptime(bytes, at, end));
		const colon = canHaveName ? colonBehindName(bytes, at, end) : -1;
		const timeAt = colon < 0 ? at : afterCiscoMarks(bytes, afterSpaces(bytes, colon + 1, end), end);
		this.timeStart = timeAt;
		if (!readYearMonthTime(bytes, timeAt, end, stamp) && !(colon >= 0 && readMonthDayTime(bytes, timeAt, end, stamp))) {
			this.hasTime = false;
			return bytes[timeAt] === ascii.percent && this.#readTagAlone(bytes, timeAt, end) && (this.priority >= 0 || this.severityOfTag(bytes) >= 0);
		}

		if (ciscoTag(bytes, stamp.end) === stamp.end) {
			return colon < 0 && this.#readHostAndTag(bytes, end, true, stamp);
		}

		const isTagged = this.#readTagAlone(bytes, stamp.end, end);
		this.hostStart = at;
		this.hostEnd = isCount(bytes, at, colon) ? at : Math.max(at, colon);
		return isTagged;
	}

	#readWhole(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		const prioritized = this.#readPriority(bytes, start, end);
		const marked = afterCiscoMarks(bytes, this.priority >= 0 ? behindColon(bytes, prioritized) : prioritized, end);
		const at = behindCard(bytes, marked, end);
		this.timeStart = at;
		if ((this.priority >= 0 || this.#relays > 0) && isVersion(bytes, prioritized)) {
			this.timeStart = prioritized + 2;
			return this.#readNew(bytes, prioritized + 2, end, stamp) || this.#readMeraki(bytes, prioritized + 2, end, stamp) || this.#readShort(bytes, prioritized + 2, end, stamp);
		}

		const isIso = isDigit(bytes[at]);
		if (isIso && isCitrixTime(bytes, at)) {
			return readSlashedTime(bytes, at, end, stamp) && this.takeCitrix(bytes, stamp.end, end);
		}

		const hasTime = isIso ? hasNumericTime(bytes, at, end, stamp) || isSpacedHeader(bytes, at, end, stamp) || readDayFirstMonthTime(bytes, at, end, stamp) : readMonthDayTime(bytes, at, end, stamp) || readNamedDayTime(bytes, at, end, stamp);
		const behind = hasTime ? afterSpaces(bytes, at > marked ? relayedTag(bytes, stamp.end, end) : stamp.end, end) : at;
		if (!hasTime || ciscoTag(bytes, stamp.end) > stamp.end || (bytes[behind] === ascii.percent && bytes[behind + 1] !== ascii.percent)) {
			return hasTime ? this.#readTagAlone(bytes, behind, end) : this.#readVersioned(bytes, at, end, stamp) || this.#readCisco(bytes, at, end, stamp);
		}

		const isOld = bytes[stamp.end] === ascii.space && stamp.end < end && this.#readHostAndTag(bytes, end, isIso || this.#relays > 0 || isWeekday(bytes, at), stamp);
		return isOld || (isIso && isNewHeader(bytes, stamp.end, end) && this.#readNew(bytes, at, end, stamp));
	}

	/** 0..7, or -1: of the priority, or of a tag such as `%ASA-6-302013`. */
	severity(bytes: Uint8Array): number {
		if (this.priority >= 0) {
			return this.priority & 7;
		}

		return this.#severityInWords >= 0 ? this.#severityInWords : this.severityOfTag(bytes);
	}

	/** RFC 3164 (`Mar  3 08:50:05`), the same with RFC 3339 times, and RFC 5424, each with or without `<PRI>`. */
	read(bytes: Uint8Array, start: number, end: number, stamp: Stamp): boolean {
		this.#relays = 0;
		this.relayEnd = this.relayStart;
		return this.#readWhole(bytes, start, end, stamp);
	}
}

/** A space between date and time is some program's own log; syslog daemons write the `T`. journalctl(1) also writes seconds since 1970 with a fraction (`-o short-unix`), Sophos' firewalls colons and a dash (`2026:03:03-08:50:12`). */
function hasNumericTime(bytes: Uint8Array, at: number, end: number, stamp: Stamp): boolean {
	const mark = bytes[at + 10];
	if (mark === ascii.minus && bytes[at + 4] === ascii.colon) {
		return readCompactTime(bytes, at, end, stamp);
	}

	return mark === ascii.dot ? readEpochTime(bytes, at, end, stamp) : mark === 0x54 && readIsoTime(bytes, at, end, stamp);
}

const isVersion = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x31 && bytes[at + 1] === ascii.space;
