import {isDigit} from '../bytes/byte-text.ts';
import {digitsAt, Fraction} from '../bytes/digits.ts';
import {dayNumber, fullYear, wallSeconds} from './calendar.ts';
import {likelyWallSeconds} from './time-named-month.ts';
import {noPart, parts, type Spelling, Spellings} from './spellings.ts';
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

const [year, month, day, dayOfYear, week, weekday, hour, minute, second] = parts.keys().toArray() as [number, number, number, number, number, number, number, number, number];

/** What a spelling tells of a part; 0 where it does not. */
const numberOf = ({firsts, digits}: Spelling, part: number, bytes: Uint8Array, start: number): number => digitsAt(bytes, start + firsts[part]!, digits[part]!);

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
const isDateMark = (byte: number | undefined): boolean => dateMarks[byte ?? 0] === 1;
const dateMarks = Uint8Array.from({length: 256}, (_, byte) => '-./'.includes(String.fromCharCode(byte)) ? 1 : 0);

/** From the end: many begin with the same date. */
function isSpelled({length, part, byte}: Spelling, bytes: Uint8Array, start: number): boolean {
	for (let at = length - 1; at >= 0; at--) {
		if (part[at] === noPart ? bytes[start + at] !== byte[at] : !isDigit(bytes[start + at])) {
			return false;
		}
	}

	return true;
}

function isGiven(spelling: Spelling, bytes: Uint8Array, {start, end}: Place, into: Stamp): boolean {
	fraction.readBehindColon(bytes, start + spelling.length, end);
	half.read(bytes, fraction.end, end);
	const ofDay = wallSeconds(0, half.hour(numberOf(spelling, hour, bytes, start)), numberOf(spelling, minute, bytes, start), numberOf(spelling, second, bytes, start));
	const wall = spelling.yearDigits === 0
		? likelyWallSeconds(numberOf(spelling, month, bytes, start), numberOf(spelling, day, bytes, start), ofDay, into.clock)
		: wallSeconds(dayTold(spelling, bytes, start), 0, 0, 0) + ofDay;
	if (Number.isNaN(wall)) {
		return false;
	}

	zone.read(bytes, half.end, end);
	into.setWall(wall, zone.seconds, fraction);
	into.end = zone.end;
	return true;
}

/** The day that year, month and day name, or year and day, or year, week and day of the week. */
function dayTold(spelling: Spelling, bytes: Uint8Array, start: number): number {
	const written = numberOf(spelling, year, bytes, start);
	const inYear = spelling.yearDigits === 2 ? fullYear(written) : written;
	const nthDay = numberOf(spelling, dayOfYear, bytes, start);
	if (nthDay > 0) {
		const first = dayNumber(inYear, 1, 1);
		return first + nthDay > dayNumber(inYear + 1, 1, 1) ? NaN : first + nthDay - 1;
	}

	const nthWeek = numberOf(spelling, week, bytes, start);
	return nthWeek > 0 ? dayOfWeek(inYear, nthWeek, numberOf(spelling, weekday, bytes, start)) : dayNumber(inYear, numberOf(spelling, month, bytes, start), numberOf(spelling, day, bytes, start));
}

/** ISO 8601: week 1 is the one with 4 January, and begins on Monday. 1970-01-01 was a Thursday. */
function dayOfWeek(inYear: number, nthWeek: number, nthDay: number): number {
	const fourth = dayNumber(inYear, 1, 4);
	const monday = fourth - ((fourth + 3) % 7);
	return nthWeek > 53 || nthDay < 1 || nthDay > 7 ? NaN : monday + ((nthWeek - 1) * 7) + nthDay - 1;
}
