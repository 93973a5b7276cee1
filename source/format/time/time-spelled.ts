import {ascii, isDigit} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import {dayNumber, wallSeconds} from './calendar.ts';
import type {Stamp, TimeReader} from './stamp.ts';
import {readEpochMicros, readEpochMillis, readEpochSeconds} from './time-epoch.ts';
import {likelyWallSeconds} from './time-named-month.ts';
import {ZoneText} from './time-zone-text.ts';

const zone = new ZoneText();

/** What a spelling has told so far. Reused. */
const parts = {epochSeconds: NaN, hasDate: false, hasHour: false, year: NaN, month: 1, day: 1, hour: 0, minute: 0, second: 0, isAfternoon: false, hasHalf: false, nanos: 0, digits: 0, zoneSeconds: NaN};

/** Takes its part of a time at an offset and answers where it ends, or -1. */
type Step = (bytes: Uint8Array, at: number, end: number) => number;

const epochs: Readonly<Record<string, TimeReader>> = {'%s': readEpochSeconds, '%i': readEpochMillis, '%6': readEpochMicros};

/** A reader for times spelled as strptime(3) and lnav spell them, or the specifiers that are not understood. */
export function spelledTime(spelling: string): TimeReader | {readonly unknown: readonly string[]} {
	const epoch = epochs[spelling];
	if (epoch !== undefined) {
		return epoch;
	}

	const pieces = spelling.replaceAll('%T', '%H:%M:%S').replaceAll('%F', '%Y-%m-%d').replaceAll('%D', '%m/%d/%y').match(/%.|[^%]/gsv) ?? [];
	const unknown = pieces.filter(piece => piece.length > 1 && steps[piece] === undefined);
	if (unknown.length > 0) {
		return {unknown};
	}

	const written = pieces.map(piece => steps[piece] ?? literal(piece));
	return (bytes, start, end, into) => {
		clearParts();
		let at = start;
		for (const step of written) {
			at = step(bytes, at, end);
			if (at < 0) {
				return false;
			}
		}

		give(into);
		into.end = at;
		return true;
	};
}

function clearParts(): void {
	Object.assign(parts, {epochSeconds: NaN, hasDate: false, hasHour: false, year: NaN, month: 1, day: 1, hour: 0, minute: 0, second: 0, isAfternoon: false, hasHalf: false, nanos: 0, digits: 0, zoneSeconds: NaN});
}

function give(into: Stamp): void {
	if (!Number.isNaN(parts.epochSeconds)) {
		into.set(parts.epochSeconds, parts.nanos, parts.digits);
		return;
	}

	const hour = parts.hasHalf ? (parts.hour % 12) + (parts.isAfternoon ? 12 : 0) : parts.hour;
	const ofDay = wallSeconds(0, hour, parts.minute, parts.second);
	const {year, month, day} = parts;
	if (!parts.hasDate) {
		into.setWall(latestWall(ofDay, into), parts.zoneSeconds, parts);
		return;
	}

	const wall = Number.isNaN(year) ? likelyWallSeconds(month, day, ofDay, into.clock) : wallSeconds(dayNumber(year, month, day), 0, 0, 0) + ofDay;
	into.setWall(wall, parts.zoneSeconds, parts);
}

const daySeconds = 86_400;
const hourSeconds = 3600;

/** The last moment with that time of day, or of the hour where no hour is told, that is not after the source's last change. */
function latestWall(ofDay: number, {clock}: Stamp): number {
	const period = parts.hasHour ? daySeconds : hourSeconds;
	const modified = Math.floor(clock.hints.modifiedMs / 1000);
	return modified - ((((modified - ofDay) % period) + period) % period);
}

/** One blank in a spelling stands for any number of them, as in strptime. */
function literal(text: string): Step {
	const code = text.charCodeAt(0);
	if (code === ascii.space) {
		return (bytes, at, end) => {
			let next = at;
			while (next < end && bytes[next] === ascii.space) {
				next++;
			}

			return next;
		};
	}

	return (bytes, at, end) => at < end && bytes[at] === code ? at + 1 : -1;
}

type NumberPart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** Up to `most` digits, perhaps behind a blank. */
const number = (part: NumberPart, most: number): Step => (bytes, start, end) => {
	const at = bytes[start] === ascii.space ? start + 1 : start;
	let next = at;
	while (next < end && next < at + most && isDigit(bytes[next])) {
		next++;
	}

	parts[part] = next === at ? NaN : digitsAt(bytes, at, next - at);
	parts.hasDate ||= part === 'month' || part === 'day';
	parts.hasHour ||= part === 'hour';
	return next === at ? -1 : next;
};

const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A name in full or its first three letters. */
const name = (names: readonly string[], found: (index: number) => void): Step => (bytes, at, end) => {
	const word = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 9))).toLowerCase();
	const index = names.findIndex(each => word.startsWith(each.slice(0, 3)));
	if (index === -1) {
		return -1;
	}

	found(index);
	return at + (word.startsWith(names[index]!) ? names[index]!.length : 3);
};

function takeMonth(index: number): void {
	parts.month = index + 1;
	parts.hasDate = true;
}

/** Digits of a fraction, whose mark stands in the spelling. */
const fractionDigits: Step = (bytes, at, end) => {
	if (!isDigit(bytes[at])) {
		return -1;
	}

	let next = at;
	let scale = 100_000_000;
	for (; next < end && isDigit(bytes[next]); next++) {
		parts.nanos += next - at < 9 ? (bytes[next]! - ascii.zero) * scale : 0;
		scale /= 10;
	}

	parts.digits = Math.min(next - at, 9);
	return next;
};

const half: Step = (bytes, at) => {
	const letter = (bytes[at] ?? 0) | 0x20;
	parts.hasHalf = true;
	parts.isAfternoon = letter === 0x70;
	return (letter === 0x61 || letter === 0x70) && ((bytes[at + 1] ?? 0) | 0x20) === 0x6D ? at + 2 : -1;
};

const zoneStep: Step = (bytes, at, end) => {
	zone.read(bytes, at, end);
	parts.zoneSeconds = zone.seconds;
	return zone.end === at ? -1 : zone.end;
};

const steps: Readonly<Record<string, Step>> = {
	'%Y': number('year', 4), '%y': (bytes, at, end) => twoDigitYear(number('year', 2)(bytes, at, end)), '%m': number('month', 2), '%d': number('day', 2), '%e': number('day', 2),
	'%H': number('hour', 2), '%k': number('hour', 2), '%I': number('hour', 2), '%l': number('hour', 2), '%M': number('minute', 2), '%S': number('second', 2),
	'%b': name(monthNames, takeMonth), '%B': name(monthNames, takeMonth),
	'%a': name(dayNames, () => undefined), '%A': name(dayNames, () => undefined), '%p': half, '%z': zoneStep, '%Z': zoneStep,
	'%s': epochSeconds, '%f': fractionDigits, '%L': fractionDigits, '%N': fractionDigits, '%%': literal('%'),
};

function epochSeconds(bytes: Uint8Array, at: number, end: number): number {
	let next = at;
	while (next < end && isDigit(bytes[next])) {
		next++;
	}

	parts.epochSeconds = next === at ? NaN : digitsAt(bytes, at, next - at);
	return next === at ? -1 : next;
}

/** POSIX: 69 to 99 are of the last century. */
function twoDigitYear(end: number): number {
	parts.year += parts.year < 69 ? 2000 : 1900;
	return end;
}
