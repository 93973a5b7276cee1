import {ascii, isDigit} from '../bytes/byte-text.ts';
import {digitsAt, Fraction} from '../bytes/digits.ts';
import {dayNumber, wallSeconds} from './calendar.ts';
import type {TimeReader} from './stamp.ts';

const fraction = new Fraction();

const dateBytes = 'YYYYMMDD'.length;

/** `20171224-0:7:20:444`, as programs on phones write it: numbers of one digit or two, and a colon before the milliseconds. */
export const readUnpaddedTime: TimeReader = (bytes, start, end, into) => {
	const hourAt = start + dateBytes + 1;
	const minuteAt = behindNumber(bytes, hourAt, end);
	const secondAt = minuteAt < 0 ? -1 : behindNumber(bytes, minuteAt, end);
	if (bytes[start + dateBytes] !== ascii.minus || secondAt < 0 || !isDigit(bytes[secondAt])) {
		return false;
	}

	const day = dayNumber(digitsAt(bytes, start, 4), digitsAt(bytes, start + 4, 2), digitsAt(bytes, start + 6, 2));
	const timeEnd = secondAt + (isDigit(bytes[secondAt + 1]) ? 2 : 1);
	fraction.readBehindColon(bytes, timeEnd, end);
	into.setWall(wallSeconds(day, numberBefore(bytes, hourAt, minuteAt), numberBefore(bytes, minuteAt, secondAt), digitsAt(bytes, secondAt, timeEnd - secondAt)), NaN, fraction);
	into.end = fraction.end;
	return true;
};

/** The offset behind one digit or two and a colon, or -1. */
function behindNumber(bytes: Uint8Array, at: number, end: number): number {
	const colon = at + (isDigit(bytes[at + 1]) ? 2 : 1);
	return isDigit(bytes[at]) && colon < end && bytes[colon] === ascii.colon ? colon + 1 : -1;
}

const numberBefore = (bytes: Uint8Array, at: number, next: number): number => digitsAt(bytes, at, next - 1 - at);
