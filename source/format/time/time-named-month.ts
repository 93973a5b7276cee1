import {ascii, bytesOf, isDigit, isLetterOrDigit} from '../bytes/byte-text.ts';
import {digitsAt, Fraction, pairAt, yearAt} from '../bytes/digits.ts';
import {dayNumber, isLeapYear, wallSeconds} from './calendar.ts';
import type {Clock} from './clock.ts';
import type {Stamp, TimeReader} from './stamp.ts';
import {ZoneText} from './time-zone-text.ts';

const fraction = new Fraction();
const zone = new ZoneText();

const dayMs = 86_400_000;

/** `Mar  3 08:50:05` of RFC 3164, with an optional fraction, and `Mar 03 2026 08:50:05` or `Mar  3 08:50:05 2026` where a year is written. */
export const readMonthDayTime: TimeReader = (bytes, start, end, into) => {
	const month = monthAt(bytes, start, end);
	if (month === 0 || start + 12 > end || bytes[start + 3] !== ascii.space) {
		return false;
	}

	const dayAt = start + (bytes[start + 4] === ascii.space ? 5 : 4);
	const dayDigits = isDigit(bytes[dayAt + 1]) ? 2 : 1;
	const day = digitsAt(bytes, dayAt, dayDigits);
	const afterDay = dayAt + dayDigits;
	if (day < 0 || bytes[afterDay] !== ascii.space) {
		return false;
	}

	const writtenYear = bytes[afterDay + 5] === ascii.space ? digitsAt(bytes, afterDay + 1, 4) : -1;
	const timeAt = afterDay + (writtenYear < 0 ? 1 : 6);
	const ofDay = secondsOfDay(bytes, timeAt, end);
	if (ofDay < 0) {
		return false;
	}

	fraction.read(bytes, timeAt + 8, end);
	const trailingYear = writtenYear < 0 ? yearAfter(bytes, fraction.end, end) : -1;
	into.end = fraction.end + (trailingYear < 0 ? 0 : 5);
	const year = Math.max(writtenYear, trailingYear);
	const zoneSeconds = isSign(bytes[into.end]) && writtenYear >= 0 ? gluedZone(bytes, into, end) : zoneBeforeColon(bytes, into, end);
	const wall = year < 0 ? likelyWallSeconds(month, day, ofDay, into.clock) : wallSeconds(dayNumber(year, month, day), 0, 0, 0) + ofDay;
	into.setWall(wall, zoneSeconds, fraction);
	return true;
};

const isSign = (byte: number | undefined): boolean => byte === ascii.plus || byte === ascii.minus;

/** Huawei's devices write `Mar  3 2026 08:50:05+08:00`. Moves the end of the time behind it. */
function gluedZone(bytes: Uint8Array, into: Stamp, end: number): number {
	zone.read(bytes, into.end, end);
	into.end = zone.end;
	return zone.seconds;
}

/** `3 Mar 08:50:05`, the day first and no year, as some relays write. */
export const readDayFirstMonthTime: TimeReader = (bytes, start, end, into) => {
	const dayEnd = start + (isDigit(bytes[start + 1]) ? 2 : 1);
	const month = bytes[dayEnd] === ascii.space ? monthAt(bytes, dayEnd + 1, end) : 0;
	const ofDay = month > 0 && bytes[dayEnd + 4] === ascii.space ? secondsOfDay(bytes, dayEnd + 5, end) : -1;
	if (ofDay < 0) {
		return false;
	}

	fraction.read(bytes, dayEnd + 13, end);
	into.end = fraction.end;
	into.setWall(likelyWallSeconds(month, digitsAt(bytes, start, dayEnd - start), ofDay, into.clock), NaN, fraction);
	return true;
};

/** Cisco's devices write ` UTC:` behind the time, if told to; anywhere else a word that stands there is a name. Moves the end of the time behind it. */
function zoneBeforeColon(bytes: Uint8Array, into: Stamp, end: number): number {
	if (bytes[into.end] !== ascii.space || (bytes[into.end + 4] !== ascii.colon && bytes[into.end + 5] !== ascii.colon && !isSign(bytes[into.end + 4]))) {
		return NaN;
	}

	zone.read(bytes, into.end, end);
	const isZone = bytes[zone.end] === ascii.colon && zone.end > into.end;
	into.end = isZone ? zone.end : into.end;
	return isZone ? zone.seconds : NaN;
}

/** `03/Mar/2026:08:50:00 +0000`, as web servers write it; others put a space before the time of day. */
export const readWebTime: TimeReader = (bytes, start, end, into) => {
	if (start + 20 > end || bytes[start + 2] !== ascii.slash || bytes[start + 6] !== ascii.slash || (bytes[start + 11] !== ascii.colon && bytes[start + 11] !== ascii.space)) {
		return false;
	}

	const day = pairAt(bytes, start);
	const month = monthAt(bytes, start + 3, end);
	const year = yearAt(bytes, start + 7);
	const ofDay = secondsOfDay(bytes, start + 12, end);
	if (month === 0 || Math.min(day, year, ofDay) < 0) {
		return false;
	}

	fraction.read(bytes, start + 20, end);
	zone.read(bytes, fraction.end, end);
	const wall = wallSeconds(dayNumber(year, month, day), 0, 0, 0) + ofDay;
	into.setWall(wall, zone.seconds, fraction);
	into.end = zone.end;
	return true;
};

/** `Sun Dec 04 04:47:44 2005`, as Apache writes in its error log. */
export const readWeekdayTime: TimeReader = (bytes, start, end, into) => start + 4 < end && isWeekday(bytes, start) && readMonthDayTime(bytes, start + 4, end, into);

/** Whether a short name of a day of the week stands there, a space or a comma behind it. */
export const isWeekday = (bytes: Uint8Array, at: number): boolean => (bytes[at + 3] === ascii.space || bytes[at + 3] === ascii.comma) && shortNames[packedAt(bytes, at)]! > december;

/** Whether the short name of a month or a day of the week stands there, and behind it what does in a date. Most words are turned away by one look. */
export const isShortName = (bytes: Uint8Array, at: number): boolean => behindNames[bytes[at + 3] ?? 0] === 1 && shortNames[packedAt(bytes, at)]! > 0;

const behindNames = Uint8Array.from({length: 256}, (_, byte) => ' ,-/'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** 1..12, or 0 where no month's name begins. */
export function monthAt(bytes: Uint8Array, at: number, end: number): number {
	const name = at + 3 > end ? 0 : shortNames[packedAt(bytes, at)]!;
	return name > december ? 0 : name;
}

const december = 12;

/** 1..26 for the letters, capitals or not; 0 for every other byte. */
const letters = Uint8Array.from({length: 256}, (_, byte) => isLetterOrDigit(byte) && !isDigit(byte) ? byte & 31 : 0);

/** Names of three letters by their letters, five bits each: 1..12 for the months, more for the days of the week. Asked of every word that may begin a time, so that no map is. */
const shortNames = new Uint8Array(2 ** 15);
for (const [index, name] of ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].entries()) {
	shortNames[packedAt(bytesOf(name), 0)] = index + 1;
}

/** The places of three letters in the alphabet; what no name has where one of the bytes is no letter. */
function packedAt(bytes: Uint8Array, at: number): number {
	return (letters[bytes[at]!]! << 10) | (letters[bytes[at + 1]!]! << 5) | letters[bytes[at + 2]!]!;
}

/** Seconds since midnight of `08:50:05` at `at`, or -1. */
function secondsOfDay(bytes: Uint8Array, at: number, end: number): number {
	if (at + 8 > end || bytes[at + 2] !== ascii.colon || bytes[at + 5] !== ascii.colon) {
		return -1;
	}

	const hour = pairAt(bytes, at);
	const minute = pairAt(bytes, at + 3);
	const second = pairAt(bytes, at + 6);
	return hour < 0 || minute < 0 || second < 0 ? -1 : wallSeconds(0, hour, minute, second);
}

/** ` 2005` after a time; a number that no year of a log is (`1234 packets`) does not count, unless a bracket closes the time behind it. */
function yearAfter(bytes: Uint8Array, at: number, end: number): number {
	if (at + 5 > end || bytes[at] !== ascii.space || (at + 5 < end && isWordByte(bytes[at + 5]!))) {
		return -1;
	}

	const year = digitsAt(bytes, at + 1, 4);
	return (year >= 1970 && year < 2255) || bytes[at + 5] === ascii.closeBracket ? year : -1;
}

const isWordByte = (byte: number): boolean => byte !== ascii.space && byte !== ascii.closeBracket && byte !== ascii.comma;

/**
The wall-clock second of a date without a year: in the source's hinted year where there is one, else in the latest year that does not put it
more than a day after the file's last change. 29 February only exists in a leap year.
*/
export function likelyWallSeconds(month: number, day: number, ofDay: number, clock: Clock): number {
	const {yearHint, modifiedMs} = clock.hints;
	if (yearHint !== undefined) {
		return wallSeconds(dayNumber(clock.hintedYear(yearHint, month), month, day), 0, 0, 0) + ofDay;
	}

	const latestMs = modifiedMs + dayMs;
	const latest = wallSeconds(dayInYear(clock.latestYear(latestMs), month, day), 0, 0, 0) + ofDay;
	const likely = clock.utcSeconds(latest) * 1000 > latestMs ? wallSeconds(dayInYear(clock.latestYear(latestMs) - 1, month, day), 0, 0, 0) + ofDay : latest;
	clock.noteYearless(likely);
	return likely;
}

let lastDate = -1;
let lastDayNumber = NaN;

/** The day number of the date in the year; 29 February in the last leap year until then. A log stays on one day for thousands of lines, so the last answer is kept. */
function dayInYear(year: number, month: number, day: number): number {
	const date = (((year * 13) + month) * 32) + day;
	if (date !== lastDate) {
		lastDate = date;
		lastDayNumber = dayNumber(month === 2 && day === 29 ? lastLeapYear(year) : year, month, day);
	}

	return lastDayNumber;
}

function lastLeapYear(latest: number): number {
	let year = latest;
	while (year > 0 && !isLeapYear(year)) {
		year--;
	}

	return year;
}
