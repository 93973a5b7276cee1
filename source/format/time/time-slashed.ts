import {ascii, afterSpaces, isDigit} from '../bytes/byte-text.ts';
import {digitsAt, Fraction} from '../bytes/digits.ts';
import {wallSeconds} from './calendar.ts';
import {HalfOfDay} from './half-of-day.ts';
import {dayInOrder, dayOfShortDate, dayOfSlashed} from './slash-order.ts';
import type {Stamp, TimeReader} from './stamp.ts';
import {ZoneText} from './time-zone-text.ts';

const fraction = new Fraction();
const zone = new ZoneText();
const half = new HalfOfDay();

/** `03/03/2026 08:50:12`: day, month, year. */
export const readDayFirstTime: TimeReader = (bytes, start, end, into) =>
	hasParts(bytes, start, end) && !parts.isShort && isGiven(dayInOrder(parts, 'day-first'), into);

/** `1/9/2007 9:41:00 AM +01:00`: month, day, year, as American systems write it. */
export const readMonthFirstTime: TimeReader = (bytes, start, end, into) =>
	hasParts(bytes, start, end) && !parts.isShort && isGiven(dayInOrder(parts, 'month-first'), into);

/** The same where nobody says which comes first, and with a year of two digits at either end. Suricata and Citrix ADC, which write a dash or a colon before the time of day (`03/21/2026-08:50:12.418921`), have the month first. */
export const readSlashedTime: TimeReader = (bytes, start, end, into) =>
	hasParts(bytes, start, end) && isGiven(parts.isShort ? dayOfShortDate(parts, into) : dayOfSlashed(parts, into, half.isTold || parts.isDashed), into);

/** The numbers of the time at hand, read by `hasParts`; which of the first two is the day is for the caller to say. Reused. */
const parts = {first: 0, second: 0, year: 0, isShort: false, isDashed: false, hour: 0, minute: 0, seconds: 0};

function isGiven(day: number, into: Stamp): boolean {
	into.setWall(wallSeconds(day, half.hour(parts.hour), parts.minute, parts.seconds), zone.seconds, fraction);
	into.end = zone.end;
	return true;
}

function hasParts(bytes: Uint8Array, start: number, end: number): boolean {
	if (bytes[start + 1] !== ascii.slash && bytes[start + 2] !== ascii.slash) {
		return false;
	}

	const dateEnd = readDate(bytes, start, end);
	// Citrix ADC writes a colon.
	parts.isDashed = bytes[dateEnd] === ascii.minus || bytes[dateEnd] === ascii.colon;
	const clockAt = bytes[dateEnd] === ascii.comma || parts.isDashed ? dateEnd + 1 : dateEnd;
	const timeEnd = dateEnd < 0 ? -1 : readClock(bytes, afterSpaces(bytes, clockAt, end), end);
	if (timeEnd < 0) {
		return false;
	}

	fraction.read(bytes, timeEnd, end);
	half.read(bytes, fraction.end, end);
	zone.read(bytes, half.end, end);
	return true;
}

/** Answers where the date ends, or -1. */
function readDate(bytes: Uint8Array, start: number, end: number): number {
	const firstEnd = endOfShort(bytes, start, end);
	const secondEnd = bytes[firstEnd] === ascii.slash ? endOfShort(bytes, firstEnd + 1, end) : -1;
	if (firstEnd < 0 || secondEnd < 0 || bytes[secondEnd] !== ascii.slash) {
		return -1;
	}

	parts.isShort = !isDigit(bytes[secondEnd + 3]);
	const yearEnd = secondEnd + (parts.isShort ? 3 : 5);
	if (yearEnd >= end) {
		return -1;
	}

	parts.first = digitsAt(bytes, start, firstEnd - start);
	parts.second = digitsAt(bytes, firstEnd + 1, secondEnd - firstEnd - 1);
	parts.year = digitsAt(bytes, secondEnd + 1, yearEnd - secondEnd - 1);
	return parts.year < 0 ? -1 : yearEnd;
}

/** Answers where hour, minute and, if they are there, seconds end, or -1. */
function readClock(bytes: Uint8Array, start: number, end: number): number {
	const hourEnd = endOfShort(bytes, start, end);
	const minuteEnd = hourEnd >= 0 && hourEnd < end && bytes[hourEnd] === ascii.colon ? endOfShort(bytes, hourEnd + 1, end) : -1;
	if (minuteEnd < 0) {
		return -1;
	}

	const secondsEnd = minuteEnd < end && bytes[minuteEnd] === ascii.colon ? endOfShort(bytes, minuteEnd + 1, end) : -1;
	parts.hour = digitsAt(bytes, start, hourEnd - start);
	parts.minute = digitsAt(bytes, hourEnd + 1, minuteEnd - hourEnd - 1);
	parts.seconds = secondsEnd < 0 ? 0 : digitsAt(bytes, minuteEnd + 1, secondsEnd - minuteEnd - 1);
	return Math.max(minuteEnd, secondsEnd);
}

/** The end of one or two digits, or -1. */
function endOfShort(bytes: Uint8Array, at: number, end: number): number {
	return at >= end || !isDigit(bytes[at]) ? -1 : at + (at + 1 < end && isDigit(bytes[at + 1]) ? 2 : 1);
}
