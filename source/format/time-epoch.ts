import {ascii, isDigit} from './byte-text.ts';
import {Fraction} from './digits.ts';
import type {TimeReader} from './stamp.ts';

const fraction = new Fraction();

/** How many whole digits an epoch time has tells its unit: seconds have 10 from 2001 until 2286, and each unit three more. */
const scales: ReadonlyMap<number, {readonly perSecond: number; readonly digits: number}> = new Map([
	[9, {perSecond: 1, digits: 0}],
	[10, {perSecond: 1, digits: 0}],
	[12, {perSecond: 1e3, digits: 3}],
	[13, {perSecond: 1e3, digits: 3}],
	[15, {perSecond: 1e6, digits: 6}],
	[16, {perSecond: 1e6, digits: 6}],
	[18, {perSecond: 1e9, digits: 9}],
	[19, {perSecond: 1e9, digits: 9}],
]);

/** Seconds (with or without a fraction), milliseconds, microseconds or nanoseconds since 1970, told apart by their length. */
export const readEpochTime: TimeReader = (bytes, start, end, into) => {
	let at = start;
	while (at < end && at < start + 20 && isDigit(bytes[at])) {
		at++;
	}

	const scale = scales.get(at - start);
	if (scale === undefined) {
		return false;
	}

	const secondsEnd = at - scale.digits;
	const seconds = wholeNumber(bytes, start, secondsEnd);
	fraction.read(bytes, at, end);
	const hasFraction = scale.digits === 0 && fraction.digits > 0;
	const nanos = hasFraction ? fraction.nanos : wholeNumber(bytes, secondsEnd, at) * (1e9 / scale.perSecond);
	into.set(seconds, nanos, hasFraction ? fraction.digits : scale.digits);
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
		while (at < end && isDigit(bytes[at])) {
			at++;
		}

		if (at === start) {
			return false;
		}

		fraction.read(bytes, at, end);
		const units = at - start > mostDigits + 1 ? NaN : wholeNumber(bytes, start, at);
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
