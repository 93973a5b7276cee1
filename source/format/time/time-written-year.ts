import {afterSpaces, ascii, isDigit} from '../bytes/byte-text.ts';
import {digitsAt, Fraction} from '../bytes/digits.ts';
import {dayNumber, fullYear, wallSeconds} from './calendar.ts';
import {readIsoTime} from './time-iso.ts';
import type {Stamp, TimeReader} from './stamp.ts';
import {isWeekday, monthAt} from './time-named-month.ts';
import {HalfOfDay} from './half-of-day.ts';
import {ZoneText} from './time-zone-text.ts';

const fraction = new Fraction();
const zone = new ZoneText();
const half = new HalfOfDay();

/** `03-Mar-2026 08:50:12`, `3 Mar 2026 08:50:12 +0100` (RFC 5322), `03-Mar-26 08:50:12`. */
export const readDayMonthTime: TimeReader = (bytes, start, end, into) => {
	const dayEnd = start + (isDigit(bytes[start + 1]) ? 2 : 1);
	const mark = bytes[dayEnd];
	const month = mark === ascii.minus || mark === ascii.space ? monthAt(bytes, dayEnd + 1, end) : 0;
	if (month === 0 || bytes[dayEnd + 4] !== mark) {
		return false;
	}

	const day = digitsAt(bytes, start, dayEnd - start);
	return hasTimeBehindYear(bytes, dayEnd + 5, end, {month, day, into});
};

/** `03Mar2026 08:50:12`, as Check Point's gateways write. */
export const readTightDayTime: TimeReader = (bytes, start, end, into) => {
	const month = monthAt(bytes, start + 2, end);
	return month > 0 && hasTimeBehindYear(bytes, start + 5, end, {month, day: digitsAt(bytes, start, 2), into});
};

/** `2026 Mar  3 08:50:12 UTC`, as Cisco's NX-OS writes, and `2026-Mar-03 08:50:12`. */
export const readYearMonthTime: TimeReader = (bytes, start, end, into) => {
	const mark = bytes[start + 4];
	const month = mark === ascii.space || mark === ascii.minus ? monthAt(bytes, start + 5, end) : 0;
	if (month === 0 || bytes[start + 8] !== mark) {
		return false;
	}

	const dayAt = afterSpaces(bytes, start + 9, end);
	const dayEnd = dayAt + (isDigit(bytes[dayAt + 1]) ? 2 : 1);
	const date = {year: digitsAt(bytes, start, 4), month, day: digitsAt(bytes, dayAt, dayEnd - dayAt), into};
	return bytes[dayEnd] === ascii.space && hasTimeOfDay(bytes, dayEnd, end, date);
};

/** `Mar 03, 2026 8:50:12 AM`, as Java writes dates in America. */
export const readMonthDayYearTime: TimeReader = (bytes, start, end, into) => {
	const month = monthAt(bytes, start, end);
	if (month === 0 || bytes[start + 3] !== ascii.space) {
		return false;
	}

	const dayAt = afterSpaces(bytes, start + 4, end);
	const dayEnd = dayAt + (isDigit(bytes[dayAt + 1]) ? 2 : 1);
	const day = digitsAt(bytes, dayAt, dayEnd - dayAt);
	return bytes[dayEnd] === ascii.comma && hasTimeBehindYear(bytes, afterSpaces(bytes, dayEnd + 1, end), end, {month, day, into});
};

/** `Mar-03-26 08:50:12`, and `mar/03/2026 08:50:12` of RouterOS. */
export const readDashedMonthTime: TimeReader = (bytes, start, end, into) => {
	const mark = bytes[start + 3];
	const month = (mark === ascii.minus || mark === ascii.slash) && bytes[start + 6] === mark ? monthAt(bytes, start, end) : 0;
	return month > 0 && hasTimeBehindYear(bytes, start + 7, end, {month, day: digitsAt(bytes, start + 4, 2), into});
};

/** `Tue, 03 Mar 2026 08:50:12 +0100` and `Tue 2026-03-03 08:50:12 UTC`: the name of a day before a date with a year. */
export const readNamedDayTime: TimeReader = (bytes, start, end, into) => {
	const at = isWeekday(bytes, start) ? afterSpaces(bytes, start + (bytes[start + 3] === ascii.comma ? 4 : 3), end) : end;
	return at < end && isDigit(bytes[at]) && (readIsoTime(bytes, at, end, into) || readDayMonthTime(bytes, at, end, into));
};

/** `Tue Mar  3 08:50:12 CET 2026`, as date(1) writes. */
export const readDateCommandTime: TimeReader = (bytes, start, end, into) => {
	const monthStart = start + 4;
	const month = isWeekday(bytes, start) ? monthAt(bytes, monthStart, end) : 0;
	const dayAt = afterSpaces(bytes, monthStart + 3, end);
	const dayEnd = dayAt + (isDigit(bytes[dayAt + 1]) ? 2 : 1);
	const day = digitsAt(bytes, dayAt, dayEnd - dayAt);
	const hour = digitsAt(bytes, dayEnd + 1, 2);
	const minute = digitsAt(bytes, dayEnd + 4, 2);
	const second = digitsAt(bytes, dayEnd + 7, 2);
	zone.read(bytes, dayEnd + 9, end);
	const year = zone.end > dayEnd + 9 && bytes[zone.end] === ascii.space ? digitsAt(bytes, zone.end + 1, 4) : -1;
	if (month === 0 || Math.min(day, hour, minute, second, year) < 0 || bytes[dayEnd + 3] !== ascii.colon) {
		return false;
	}

	into.setWall(wallSeconds(dayNumber(year, month, day), hour, minute, second), zone.seconds, {nanos: 0, digits: 0});
	into.end = zone.end + 5;
	return true;
};

type Begun = {readonly month: number; readonly day: number; readonly into: Stamp};

/** Four digits of a year or two, then a time of day. */
function hasTimeBehindYear(bytes: Uint8Array, at: number, end: number, {month, day, into}: Begun): boolean {
	const yearDigits = isDigit(bytes[at + 2]) ? 4 : 2;
	const written = at + yearDigits < end ? digitsAt(bytes, at, yearDigits) : -1;
	const mark = bytes[at + yearDigits];
	const timeAt = at + yearDigits + (mark === ascii.comma || mark === ascii.colon ? 1 : 0);
	return hasTimeOfDay(bytes, timeAt, end, {month, day, into, year: yearDigits === 2 && written >= 0 ? fullYear(written) : written});
}

/** A time of day behind the date, spaces between. */
function hasTimeOfDay(bytes: Uint8Array, at: number, end: number, {year, month, day, into}: Begun & {readonly year: number}): boolean {
	const hourAt = afterSpaces(bytes, at, end);
	const hourEnd = hourAt + (isDigit(bytes[hourAt + 1]) ? 2 : 1);
	const hour = hourEnd + 6 <= end && bytes[hourEnd] === ascii.colon && bytes[hourEnd + 3] === ascii.colon ? digitsAt(bytes, hourAt, hourEnd - hourAt) : -1;
	const minute = digitsAt(bytes, hourEnd + 1, 2);
	const second = digitsAt(bytes, hourEnd + 4, 2);
	if (Math.min(year, day, hour, minute, second) < 0) {
		return false;
	}

	fraction.read(bytes, hourEnd + 6, end);
	half.read(bytes, fraction.end, end);
	zone.read(bytes, half.end, end);
	into.setWall(wallSeconds(dayNumber(year, month, day), half.hour(hour), minute, second), zone.seconds, fraction);
	into.end = zone.end;
	return true;
}
