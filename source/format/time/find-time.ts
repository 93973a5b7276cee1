import {afterColours} from '../bytes/colours.ts';
import {ascii, isDigit, isLetterOrDigit} from '../bytes/byte-text.ts';
import {monthHeads} from './heads.ts';
import type {Stamp, TimeReader} from './stamp.ts';
import {readEpochTime} from './time-epoch.ts';
import {readIsoTime} from './time-iso.ts';
import {isShortName, readMonthDayTime, readWebTime, readWeekdayTime} from './time-named-month.ts';
import {readBareTime, readCompactTime} from './time-compact.ts';
import {readDashedMonthTime, readDateCommandTime, readDayMonthTime, readMonthDayYearTime, readNamedDayTime, readTightDayTime, readYearMonthTime} from './time-written-year.ts';
import {readTaiTime} from './time-tai.ts';
import {readUnpaddedTime} from './time-unpadded.ts';
import {readDayFirstTime, readMonthFirstTime, readSlashedTime} from './time-slashed.ts';

/** How far into a line a time is looked for: what comes later is more likely part of what the line tells. */
const farthestBytes = 160;

/** What stands behind the first number of a date, by the number's digits: a day or month, a year, or all of a date. */
type Heads = Readonly<Record<number, string>>;

/** Times that begin with a digit, but for the usual ones, which are asked first. */
const unusual: ReadonlyArray<{readonly read: TimeReader; readonly heads: Heads}> = [
	{read: readWebTime, heads: {2: '/'}},
	{read: readSlashedTime, heads: {1: '/', 2: '/'}},
	{read: readDayMonthTime, heads: {1: '- ', 2: '- '}},
	{read: readYearMonthTime, heads: {4: '- '}},
	{read: readTightDayTime, heads: {2: monthHeads}},
	{read: readCompactTime, heads: {2: '-./', 4: '-/.:', 8: '-_T '}},
	{read: readUnpaddedTime, heads: {8: '-'}},
];

/** Times that begin with a digit, and those that begin with a name. */
export const numeric: readonly TimeReader[] = [readIsoTime, ...unusual.map(({read}) => read)];
export const named: readonly TimeReader[] = [readDateCommandTime, readWeekdayTime, readNamedDayTime, readMonthDayTime, readMonthDayYearTime, readDashedMonthTime];

/** The same as American systems mean them: 1/9/2007 is the ninth of January. */
const american: readonly TimeReader[] = [readIsoTime, readMonthFirstTime, readDayFirstTime];

/** Reads the first usable time that one of the readers finds. */
const oneOf = (readers: readonly TimeReader[]): TimeReader => (bytes, start, end, into) => {
	for (const read of readers) {
		if (read(bytes, start, end, into) && !Number.isNaN(into.micros)) {
			return true;
		}
	}

	return false;
};

const longestRun = 9;

/** Who reads a date, by how many digits its first number has and what stands behind them; most numbers are turned away by one look. */
const unusualByHead: ReadonlyArray<TimeReader | undefined> = Array.from({length: (longestRun + 1) * 256}, (_, head) => {
	const readers = unusual.filter(({heads}) => heads[head >> 8]?.includes(String.fromCharCode(head & 255))).map(({read}) => read);
	return readers.length === 0 ? undefined : oneOf(readers);
});
const isNamedTime = oneOf(named);
const isAmericanTime = oneOf(american);

/** Finds the first recognisable time near the head of a line. A bare number counts only where the line begins with it. Answers where the time starts, or -1. */
export function findTime(bytes: Uint8Array, start: number, end: number, into: Stamp): number {
	const first = headTimeStart(bytes, start, end);
	if (isFirstTime(bytes, first, end, into)) {
		return first;
	}

	if (!canTellTime(bytes, start, end)) {
		return -1;
	}

	const last = Math.min(end, start + farthestBytes);
	let isInWord = false;
	for (let at = start; at < last; at++) {
		const isWord = isLetterOrDigit(bytes[at]!);
		if (isWord && !isInWord && readAnyTime(bytes, at, end, into)) {
			return at;
		}

		isInWord = isWord;
	}

	return -1;
}

/** No day with its time of day is told in fewer digits, and none is longer: lines that tell no time are turned away by counting. */
const fewestDigits = 6;
const longestTimeBytes = 64;

/** Whether a line may tell a time: that hangs on where its digits stand, not on what they are. */
export function canTellTime(bytes: Uint8Array, start: number, end: number): boolean {
	const last = Math.min(end, start + farthestBytes + longestTimeBytes);
	return hasDigits(bytes, start, last) && hasYearOrClock(bytes, start, last);
}

function hasDigits(bytes: Uint8Array, start: number, end: number): boolean {
	let digits = 0;
	for (let at = start; at < end && digits < fewestDigits; at++) {
		digits += isDigit(bytes[at]) ? 1 : 0;
	}

	return digits === fewestDigits;
}

/** Four digits in a row, or a colon between two: without the one or the other no day is told with a time, and addresses and versions have neither. */
function hasYearOrClock(bytes: Uint8Array, start: number, end: number): boolean {
	let run = 0;
	for (let at = start; at < end; at++) {
		run = isDigit(bytes[at]) ? run + 1 : 0;
		if (run === yearDigits || (run === 1 && at > start + 1 && bytes[at - 1] === ascii.colon && isDigit(bytes[at - 2]))) {
			return true;
		}
	}

	return false;
}

const yearDigits = 4;

/** Where a time at the head of a line begins: it may stand behind a colour, and a bracket or a dash. */
export function headTimeStart(bytes: Uint8Array, start: number, end: number): number {
	let at = afterColours(bytes, start, end);
	while (at < end && leadMarks[bytes[at]!] === 1) {
		at++;
	}

	return at;
}

const leadMarks = Uint8Array.from({length: 256}, (_, byte) => '[- '.includes(String.fromCharCode(byte)) ? 1 : 0);

/** What a line may begin with: a usual time, a number or a label. */
const isFirstTime: TimeReader = (bytes, start, end, into) =>
	isDigit(bytes[start]) ? isUsualTime(bytes, start, end, into) || isNumberAlone(bytes, start, end, into) : readTaiTime(bytes, start, end, into);

/** Reads what `findTime` finds where that stands at `headTimeStart`. */
export const readHeadTime: TimeReader = (bytes, start, end, into) => isFirstTime(bytes, start, end, into) || readAnyTime(bytes, start, end, into);

const isNumberAlone: TimeReader = (bytes, start, end, into) =>
	(readEpochTime(bytes, start, end, into) && isBoundary(bytes[into.end], into.end === end)) || (readBareTime(bytes, start, end, into) && !Number.isNaN(into.micros));

/** Reads whichever textual time begins at `start`. */
export const readAnyTime: TimeReader = (bytes, start, end, into) => isDigit(bytes[start])
	? isUsualTime(bytes, start, end, into) || unusualByHead[dateHead(bytes, start)]?.(bytes, start, end, into) === true
	: isShortName(bytes, start) && isNamedTime(bytes, start, end, into);

/** Most times of most logs are ISO 8601's or look so: they are read without asking for any other. */
const isUsualTime: TimeReader = (bytes, start, end, into) => readIsoTime(bytes, start, end, into) && !Number.isNaN(into.micros);

/** Whether the number at `start` may begin a date with other digits, if not with these. */
export const canBeginDate = (bytes: Uint8Array, start: number): boolean => unusualByHead[dateHead(bytes, start)] !== undefined;

/** The digits of the number at `start` and what stands behind it, as one number. */
function dateHead(bytes: Uint8Array, start: number): number {
	let at = start;
	while (at < start + longestRun && isDigit(bytes[at])) {
		at++;
	}

	return ((at - start) * 256) + (bytes[at] ?? 0);
}

/** Reads a time of a field that Microsoft's systems wrote: text in one of their spellings, or a number. */
export const readCloudTime: TimeReader = (bytes, start, end, into) =>
	isUsualTime(bytes, start, end, into) || (isDigit(bytes[start]) ? isAmericanTime : isNamedTime)(bytes, start, end, into) || readEpochTime(bytes, start, end, into);

const isBoundary = (byte: number | undefined, isEnd: boolean): boolean => isEnd || !isLetterOrDigit(byte!);
