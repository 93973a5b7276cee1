import {ascii, isDigit, isLetter} from '../bytes/byte-text.ts';
import {Fraction, pairAt, yearAt} from '../bytes/digits.ts';
import {dayNumber, wallSeconds} from './calendar.ts';
import type {TimeReader} from './stamp.ts';
import {HalfOfDay} from './half-of-day.ts';
import {ZoneText} from './time-zone-text.ts';

const fraction = new Fraction();
const zone = new ZoneText();
const half = new HalfOfDay();

/** `2026-03-03 08:50:12`: the fewest bytes with seconds. */
const fewestBytes = 16;

/**
ISO 8601 and its relatives: RFC 3339, log4j's comma before the milliseconds, nginx's slashes, `+0000` without a colon, seconds left out.
A fraction keeps up to nine digits; further ones are cut.
*/
export const readIsoTime: TimeReader = (bytes, start, end, into) => {
	if (end - start < fewestBytes || !isIsoShape(bytes, start)) {
		return false;
	}

	const day = isoDay(bytes, start);
	const hour = pairAt(bytes, start + 11);
	const minute = pairAt(bytes, start + 14);
	const hasSeconds = bytes[start + 16] === ascii.colon && start + 19 <= end;
	const second = hasSeconds ? pairAt(bytes, start + 17) : 0;
	if (hour < 0 || minute < 0 || second < 0) {
		return false;
	}

	const timeEnd = start + (hasSeconds ? 19 : 16);
	fraction.read(bytes, timeEnd, end);
	const isHalved = hasHalf(bytes, fraction.end, end);
	if (isHalved) {
		half.read(bytes, fraction.end, end);
	}

	zone.read(bytes, isHalved ? half.end : fraction.end, end);
	const wall = wallSeconds(day, isHalved ? half.hour(hour) : hour, minute, second);
	into.setWall(wall, zone.seconds, fraction);
	into.end = zone.end;
	return true;
};

/** ` AM` or ` PM` and no longer word. */
const hasHalf = (bytes: Uint8Array, at: number, end: number): boolean =>
	at + 2 < end && bytes[at] === ascii.space && (bytes[at + 2]! | 0x20) === 0x6D && !isLetter(bytes[at + 3] ?? 0);

/** Digits and marks where they must be; the cheapest test that turns other lines away. */
function isIsoShape(bytes: Uint8Array, start: number): boolean {
	const mark = bytes[start + 4];
	const between = bytes[start + 10];
	return (mark === ascii.minus || mark === ascii.slash) && bytes[start + 7] === mark && bytes[start + 13] === ascii.colon
		&& isSeparator(between) && isDigit(bytes[start]) && isDigit(bytes[start + 12]);
}

let lastDate = -1;
let lastDay = NaN;

/** The day number of the date at `start`; a log stays on one day for thousands of lines, so the last answer is kept. */
function isoDay(bytes: Uint8Array, start: number): number {
	const year = yearAt(bytes, start);
	const month = pairAt(bytes, start + 5);
	const day = pairAt(bytes, start + 8);
	const date = (year * 10_000) + (month * 100) + day;
	if (date !== lastDate) {
		lastDate = date;
		lastDay = Math.min(year, month, day) < 0 ? NaN : dayNumber(year, month, day);
	}

	return lastDay;
}

/** `T`, `t` or a space between date and time. */
const isSeparator = (byte: number | undefined): boolean => byte === ascii.space || (byte !== undefined && (byte | 0x20) === 0x74);
