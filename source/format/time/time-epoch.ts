import {ascii, isDigit} from '../bytes/byte-text.ts';
import {Fraction} from '../bytes/digits.ts';
import type {TimeReader} from './stamp.ts';

const fraction = new Fraction();

/** How many whole digits an epoch time has tells how many of them lie below the second: seconds have 10 digits from 2001 until 2286, and each unit three more. */
const belowSecond = new Int8Array(21).fill(-1);
for (const [whole, below] of [[9, 0], [10, 0], [12, 3], [13, 3], [15, 6], [16, 6], [18, 9], [19, 9]] as const) {
	belowSecond[whole] = below;
}

/** Nanoseconds of a unit with 0, 3, 6 and 9 digits below the second. */
const nanosOfUnit = [1e9, 1e6, 1e3, 1] as const;

/** Seconds (with or without a fraction), milliseconds, microseconds or nanoseconds since 1970, told apart by their length. */
export const readEpochTime: TimeReader = (bytes, start, end, into) => {
	let at = start;
	let whole = 0;
	while (at < end && at < start + 20 && isDigit(bytes[at])) {
		whole = (whole * 10) + (bytes[at]! - ascii.zero);
		at++;
	}

	const below = belowSecond[at - start]!;
	if (below < 0) {
		return false;
	}

	// Of more digits a double may not hold all.
	const secondsEnd = at - below;
	const seconds = below === 0 ? whole : wholeNumber(bytes, start, secondsEnd);
	fraction.read(bytes, at, end);
	const hasFraction = below === 0 && fraction.digits > 0;
	const nanos = hasFraction ? fraction.nanos : wholeNumber(bytes, secondsEnd, at) * nanosOfUnit[below / 3]!;
	into.set(seconds, nanos, hasFraction ? fraction.digits : below);
	into.end = hasFraction ? fraction.end : at;
	return true;
};

/** Seconds since 1970 of any length, with or without a fraction, where the format itself says that the unit is seconds. */
export const readEpochSeconds = epochReader(0);

/** Milliseconds since 1970, where the format itself says so. */
export const readEpochMillis = epochReader(3);

/** Microseconds since 1970, where the format itself says so. */
export const readEpochMicros = epochReader(6);

/** Most digits of a number that a double holds exactly. */
const mostDigits = 15;

function epochReader(unitDigits: 0 | 3 | 6): TimeReader {
	const perSecond = 10 ** unitDigits;
	const nanosPerUnit = 1e9 / perSecond;
	return (bytes, start, end, into) => {
		let at = start;
		let whole = 0;
		while (at < end && isDigit(bytes[at])) {
			whole = (whole * 10) + (bytes[at]! - ascii.zero);
			at++;
		}

		if (at === start) {
			return false;
		}

		fraction.read(bytes, at, end);
		const units = at - start > mostDigits + 1 ? NaN : whole;
		const seconds = Math.floor(units / perSecond);
		const nanos = ((units - (seconds * perSecond)) * nanosPerUnit) + Math.floor(fraction.nanos / perSecond);
		into.set(seconds, nanos, Math.min(unitDigits + fraction.digits, 9));
		into.end = fraction.end;
		return true;
	};
}

/** The number that digits spell; exact as far as a double is. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
	let value = 0;
	for (let at = start; at < end; at++) {
		value = (value * 10) + (bytes[at]! - ascii.zero);
	}

	return value;
}
