import {ascii, isDigit} from './byte-text.ts';

/** The number that `count` digits at `at` spell, or -1 where one of them is no digit. */
export function digitsAt(bytes: Uint8Array, at: number, count: number): number {
	let value = 0;
	for (let index = at; index < at + count; index++) {
		const digit = bytes[index]! - ascii.zero;
		if (!(digit >= 0 && digit <= 9)) {
			return -1;
		}

		value = (value * 10) + digit;
	}

	return value;
}

/** The number that two digits at `at` spell, or -1 where one of them is no digit. What dates and times consist of: written out, it takes half the time of a loop. */
export function pairAt(bytes: Uint8Array, at: number): number {
	const tens = bytes[at]! - ascii.zero;
	const ones = bytes[at + 1]! - ascii.zero;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? (tens * 10) + ones : -1;
}

/** The same of the four digits of a year. */
export function yearAt(bytes: Uint8Array, at: number): number {
	const century = pairAt(bytes, at);
	const year = pairAt(bytes, at + 2);
	return century < 0 || year < 0 ? -1 : (century * 100) + year;
}

/** The fraction of a second that begins with `.` or `,` at `start`: its nanoseconds (cut, not rounded), its digits and where it ends. Reused. */
export class Fraction {
	nanos = 0;
	digits = 0;
	end = 0;

	#readDigits(bytes: Uint8Array, start: number, end: number): void {
		const keptEnd = Math.min(end, start + mostFractionDigits);
		let value = 0;
		let at = start;
		while (at < keptEnd && isDigit(bytes[at])) {
			value = (value * 10) + bytes[at]! - ascii.zero;
			at++;
		}

		this.digits = at - start;
		this.nanos = value * nanosOfLastDigit[this.digits]!;
		while (at < end && isDigit(bytes[at])) {
			at++;
		}

		this.end = at;
	}

	/** Whoever writes hours without a leading zero writes milliseconds so: `0:0:7:4` is four of them. */
	#takeAsMillis(): void {
		const missing = Math.max(0, millisDigits - this.digits);
		this.nanos /= 10 ** missing;
		this.digits += missing;
	}

	read(bytes: Uint8Array, start: number, end: number): void {
		const mark = bytes[start];
		this.nanos = 0;
		this.digits = 0;
		this.end = start;
		if (start + 1 < end && (mark === ascii.dot || (mark === ascii.comma && !isColumn(bytes, start + 1))) && isDigit(bytes[start + 1])) {
			this.#readDigits(bytes, start + 1, end);
		}
	}

	/** The same, where some write a colon before the digits. */
	readBehindColon(bytes: Uint8Array, start: number, end: number): void {
		this.read(bytes, start, end);
		if (bytes[start] !== ascii.colon || start + 1 >= end || !isDigit(bytes[start + 1])) {
			return;
		}

		this.#readDigits(bytes, start + 1, end);
		this.#takeAsMillis();
	}
}

/** Behind a comma a longer number is the next column of a table. */
const isColumn = (bytes: Uint8Array, start: number): boolean => isDigit(bytes[start + mostFractionDigits]) && digitsAt(bytes, start, mostFractionDigits) >= 0;

const millisDigits = 3;

/** Further digits are cut. */
const mostFractionDigits = 9;

/** Nanoseconds that one unit of the last digit stands for, by the number of digits. */
const nanosOfLastDigit = [1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 100, 10, 1] as const;
