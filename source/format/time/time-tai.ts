import {bytesOf, isWordAt} from '../bytes/byte-text.ts';
import {hexDigit} from '../json/json-text.ts';
import type {TimeReader} from './stamp.ts';

/** `@400000004c91b044077a9e94`: TAI64N, as multilog and s6-log label their lines (cr.yp.to/libtai/tai64.html). */
export const readTaiTime: TimeReader = (bytes, start, end, into) => {
	const isLabel = start + labelBytes <= end && isWordAt(bytes, start, end, head);
	const seconds = isLabel ? hexNumber(bytes, start + head.length) : NaN;
	const nanos = isLabel ? hexNumber(bytes, start + head.length + halfBytes) : NaN;
	if (Number.isNaN(seconds) || !(nanos < 1e9)) {
		return false;
	}

	into.set(seconds - leapSeconds, nanos, 9);
	into.end = start + labelBytes;
	return true;
};

/** The label of 1970 is 2 to the 62nd, and no time before 2106 changes its upper half. */
const head = bytesOf('@40000000');
const halfBytes = 8;
const labelBytes = head.length + (2 * halfBytes);

/** What writers add to the seconds of their clock, whatever leap seconds there have been since. */
const leapSeconds = 10;

/** The number that eight hex digits spell; NaN where one is none. */
function hexNumber(bytes: Uint8Array, start: number): number {
	let value = 0;
	for (let at = start; at < start + halfBytes; at++) {
		const digit = hexDigit(bytes[at]!);
		value = digit < 0 ? NaN : (value * 16) + digit;
	}

	return value;
}
