import {ascii, afterSpaces, isDigit} from './byte-text.ts';
import {dayNumber, wallSeconds} from './calendar.ts';
import {digitsAt, Fraction} from './digits.ts';
import type {Stamp, TimeReader} from './stamp.ts';
import {ZoneText} from './time-zone-text.ts';

const fraction = new Fraction();
const zone = new ZoneText();

/** `03/03/2026 08:50:12`: day, month, year. */
export const readDayFirstTime: TimeReader = (bytes, start, end, into) => hasSlashedTime(bytes, start, end, {into, isDayFirst: true});

/** `1/9/2007 9:41:00 AM +01:00`: month, day, year, as American systems write it. */
export const readMonthFirstTime: TimeReader = (bytes, start, end, into) => hasSlashedTime(bytes, start, end, {into, isDayFirst: false});

type Wanted = {readonly into: Stamp; readonly isDayFirst: boolean};

function hasSlashedTime(bytes: Uint8Array, start: number, end: number, {into, isDayFirst}: Wanted): boolean {
	if (bytes[start + 1] !== ascii.slash && bytes[start + 2] !== ascii.slash) {
		return false;
	}

	const first = shortNumber(bytes, start, end);
	const second = first.end < end && bytes[first.end] === ascii.slash ? shortNumber(bytes, first.end + 1, end) : noNumber;
	const year = second.end + 5 < end && bytes[second.end] === ascii.slash ? digitsAt(bytes, second.end + 1, 4) : -1;
	const hour = shortNumber(bytes, afterSpaces(bytes, second.end + 5, end), end);
	const minute = hour.end < end && bytes[hour.end] === ascii.colon ? shortNumber(bytes, hour.end + 1, end) : noNumber;
	if (first.value < 0 || second.value < 0 || year < 0 || hour.value < 0 || minute.value < 0) {
		return false;
	}

	const seconds = minute.end < end && bytes[minute.end] === ascii.colon ? shortNumber(bytes, minute.end + 1, end) : {value: 0, end: minute.end};
	fraction.read(bytes, seconds.end, end);
	const half = halfOfDay(bytes, fraction.end, end);
	zone.read(bytes, half.end, end);
	const day = isDayFirst ? dayNumber(year, second.value, first.value) : dayNumber(year, first.value, second.value);
	const wall = wallSeconds(day, half.hour(hour.value), minute.value, Math.max(seconds.value, 0));
	into.setWall(wall, zone.seconds, fraction);
	into.end = zone.end;
	return true;
}

const noNumber = {value: -1, end: Number.MAX_SAFE_INTEGER};

/** One or two digits. */
function shortNumber(bytes: Uint8Array, at: number, end: number): {readonly value: number; readonly end: number} {
	if (at >= end || !isDigit(bytes[at])) {
		return noNumber;
	}

	const count = at + 1 < end && isDigit(bytes[at + 1]) ? 2 : 1;
	return {value: digitsAt(bytes, at, count), end: at + count};
}

/** ` AM` or ` PM` after the time, and what it makes of the hour. */
function halfOfDay(bytes: Uint8Array, start: number, end: number): {readonly end: number; readonly hour: (written: number) => number} {
	const at = afterSpaces(bytes, start, end);
	const letter = (bytes[at] ?? 0) | 0x20;
	const isHalf = at + 1 < end && (letter === 0x61 || letter === 0x70) && (bytes[at + 1]! | 0x20) === 0x6D;
	return isHalf ? {end: at + 2, hour: written => (written % 12) + (letter === 0x70 ? 12 : 0)} : {end: start, hour: written => written};
}
