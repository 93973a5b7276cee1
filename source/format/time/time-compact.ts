import {ascii, isDigit} from '../bytes/byte-text.ts';
import {Fraction} from '../bytes/digits.ts';
import {dayNumber, fullYear, wallSeconds} from './calendar.ts';
import {likelyWallSeconds} from './time-named-month.ts';
import {noPart, type Part, parts, type Spelling, Spellings} from './spellings.ts';
import type {Stamp, TimeReader} from './stamp.ts';
import {HalfOfDay} from './half-of-day.ts';
import {ZoneText} from './time-zone-text.ts';

/**
How dates and times are spelled in digits and marks, as programs do that follow no standard. A letter stands for one digit of the year, month, day
(J: of the year, W and U: ISO week and its day), hour, minute or second; the rest stands for itself. The longest first, so that none hides in another.
*/
const marked = [
	'YYYY-MM-DD-hh.mm.ss', // DB2, Blue Gene
	'YYYY-MM-DD_hh-mm-ss',
	'YYYY-MM-DD_hh:mm:ss',
	'YYYY-MM-DD-hh:mm:ss',
	'YYYY-MM-DD:hh:mm:ss',
	'YYYY:MM:DD-hh:mm:ss', // Sophos' firewalls
	'YYYY:MM:DD hh:mm:ss',
	'YYYY-MM-DD  hh:mm:ss', // apt's history
	'YYYY-MM-DD hh.mm.ss',
	'YYYY-MM-DD h:mm:ss',
	'YYYY-MM-DD  h:mm:ss', // MariaDB
	'YYYY/MM/DD h:mm:ss',
	'YYYY/MM/DD - hh:mm:ss', // Gin
	'YYYY.MM.DD hh:mm:ss',
	'YYYY.MM.DD-hh:mm:ss',
	'DD.MM.YYYY hh:mm:ss',
	'DD-MM-YYYY hh:mm:ss',
	'YYYYMMDD-hh:mm:ss',
	'YYYYMMDD hh:mm:ss',
	'YYYYMMDDThhmmss', // ISO 8601, basic
	'YYYYMMDD-hhmmss',
	'YYYYMMDD_hhmmss',
	'YYYYMMDD hhmmss',
	'YYYY-WWW-UThh:mm:ss', // ISO 8601, week and its day
	'YYYY-JJJThh:mm:ss', // ISO 8601, day of the year
	'MM-DD hh:mm:ss', // Android
	'MM.DD hh:mm:ss', // Proxifier
	'MM/DD hh:mm:ss',
] as const;

/** Spellings that any two numbers may look like: they count only where a line begins. */
const bare = [
	'YYMMDD hh:mm:ss', // MySQL of old
	'YYMMDD  h:mm:ss',
	'YYMMDD hhmmss', // Hadoop's file system
	'MMDD hh:mm:ss', // glog
	'YYYYMMDDhhmmss',
] as const;

const fraction = new Fraction();
const zone = new ZoneText();
const half = new HalfOfDay();

const knownMarked = new Spellings(marked);
const knownBare = new Spellings(bare);

/** What a spelling told of each part. Reused. */
const told = new Uint32Array(parts.length);
const number = (part: Part): number => told[parts.indexOf(part)]!;

/** A date and a time of digits and marks, as in `20260303T085012Z` or `2026-03-03_08-50-12`. */
export const readCompactTime: TimeReader = (bytes, start, end, into) => isOneOf(knownMarked, bytes, {start, end}, into);

/** A time at the head of a line that two numbers spell: `081109 203615`. */
export const readBareTime: TimeReader = (bytes, start, end, into) => isOneOf(knownBare, bytes, {start, end}, into);

type Place = {readonly start: number; readonly end: number};

function isOneOf(spellings: Spellings, bytes: Uint8Array, {start, end}: Place, into: Stamp): boolean {
	for (const spelling of spellings.beginningAt(bytes, start, end)) {
		const {length, yearDigits} = spelling;
		if (start + length <= end && isSpelled(spelling, bytes, start) && !isDigit(bytes[start + length]) && !(yearDigits === 0 && isDateMark(bytes[start - 1]))) {
			return isGiven(spelling, bytes, {start, end}, into);
		}
	}

	return false;
}

/** Behind one of these a month and a day are the rest of a date whose year was not usable. */
const isDateMark = (byte: number | undefined): boolean => dateMarks.has(byte);
const dateMarks: ReadonlySet<number | undefined> = new Set([ascii.minus, ascii.dot, ascii.slash]);

function isSpelled({length, part, byte}: Spelling, bytes: Uint8Array, start: number): boolean {
	for (let at = 0; at < length; at++) {
		if (part[at] === noPart ? bytes[start + at] !== byte[at] : !isDigit(bytes[start + at])) {
			return false;
		}
	}

	return true;
}

function isGiven({length, part, yearDigits}: Spelling, bytes: Uint8Array, {start, end}: Place, into: Stamp): boolean {
	told.fill(0);
	for (let at = 0; at < length; at++) {
		const of = part[at]!;
		if (of !== noPart) {
			told[of] = (told[of]! * 10) + bytes[start + at]! - ascii.zero;
		}
	}

	fraction.readBehindColon(bytes, start + length, end);
	half.read(bytes, fraction.end, end);
	const ofDay = wallSeconds(0, half.hour(number('h')), number('m'), number('s'));
	const wall = yearDigits === 0 ? likelyWallSeconds(number('M'), number('D'), ofDay, into.clock) : wallSeconds(dayTold(yearDigits), 0, 0, 0) + ofDay;
	if (Number.isNaN(wall)) {
		return false;
	}

	zone.read(bytes, half.end, end);
	into.setWall(wall, zone.seconds, fraction);
	into.end = zone.end;
	return true;
}

/** The day that year, month and day name, or year and day, or year, week and day of the week. */
function dayTold(yearDigits: number): number {
	const year = yearDigits === 2 ? fullYear(number('Y')) : number('Y');
	if (number('J') > 0) {
		const first = dayNumber(year, 1, 1);
		return first + number('J') > dayNumber(year + 1, 1, 1) ? NaN : first + number('J') - 1;
	}

	return number('W') > 0 ? dayOfWeek(year, number('W'), number('U')) : dayNumber(year, number('M'), number('D'));
}

/** ISO 8601: week 1 is the one with 4 January, and begins on Monday. 1970-01-01 was a Thursday. */
function dayOfWeek(year: number, week: number, day: number): number {
	const fourth = dayNumber(year, 1, 4);
	const monday = fourth - ((fourth + 3) % 7);
	return week > 53 || day < 1 || day > 7 ? NaN : monday + ((week - 1) * 7) + day - 1;
}
