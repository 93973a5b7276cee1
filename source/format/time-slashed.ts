import {ascii, afterSpaces, isDigit} from './byte-text.ts';
import {dayNumber, wallSeconds} from './calendar.ts';
import {digitsAt, Fraction} from './digits.ts';
import type {TimeReader} from './stamp.ts';
import {ZoneText} from './time-zone-text.ts';

const fraction = new Fraction();
const zone = new ZoneText();

/** `03/03/2026 08:50:12`: day, month, year. */
export const readDayFirstTime: TimeReader = (bytes, start, end, into) => {
	if (!hasParts(bytes, start, end)) {
		return false;
	}

	into.setWall(wallSeconds(dayNumber(parts.year, parts.second, parts.first), parts.hour, parts.minute, parts.seconds), zone.seconds, fraction);
	into.end = zone.end;
	return true;
};

/** `1/9/2007 9:41:00 AM +01:00`: month, day, year, as American systems write it. */
export const readMonthFirstTime: TimeReader = (bytes, start, end, into) => {
	if (!hasParts(bytes, start, end)) {
		return false;
	}

	into.setWall(wallSeconds(dayNumber(parts.year, parts.first, parts.second), parts.hour, parts.minute, parts.seconds), zone.seconds, fraction);
	into.end = zone.end;
	return true;
};

/** The numbers of the time at hand, read by `hasParts`; which of the first two is the day is for the caller to say. Reused. */
const parts = {first: 0, second: 0, year: 0, hour: 0, minute: 0, seconds: 0};

function hasParts(bytes: Uint8Array, start: number, end: number): boolean {
	if (bytes[start + 1] !== ascii.slash && bytes[start + 2] !== ascii.slash) {
		return false;
	}

	const dateEnd = readDate(bytes, start, end);
	const timeEnd = dateEnd < 0 ? -1 : readClock(bytes, afterSpaces(bytes, dateEnd, end), end);
	if (timeEnd < 0) {
		return false;
	}

	fraction.read(bytes, timeEnd, end);
	zone.read(bytes, readHalfOfDay(bytes, fraction.end, end), end);
	return true;
}

/** Answers where the date ends, or -1. */
function readDate(bytes: Uint8Array, start: number, end: number): number {
	const firstEnd = endOfShort(bytes, start, end);
	const secondEnd = bytes[firstEnd] === ascii.slash ? endOfShort(bytes, firstEnd + 1, end) : -1;
	const yearEnd = secondEnd + 5;
	if (firstEnd < 0 || secondEnd < 0 || bytes[secondEnd] !== ascii.slash || yearEnd >= end) {
		return -1;
	}

	parts.first = digitsAt(bytes, start, firstEnd - start);
	parts.second = digitsAt(bytes, firstEnd + 1, secondEnd - firstEnd - 1);
	parts.year = digitsAt(bytes, secondEnd + 1, 4);
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

/** Takes in ` AM` or ` PM` after the time and answers where it ends. */
function readHalfOfDay(bytes: Uint8Array, start: number, end: number): number {
	const at = afterSpaces(bytes, start, end);
	const letter = (bytes[at] ?? 0) | 0x20;
	if (at + 1 >= end || (letter !== 0x61 && letter !== 0x70) || (bytes[at + 1]! | 0x20) !== 0x6D) {
		return start;
	}

	parts.hour = (parts.hour % 12) + (letter === 0x70 ? 12 : 0);
	return at + 2;
}
