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

/** The fraction of a second that begins with `.` or `,` at `start`: its nanoseconds (cut, not rounded), its digits and where it ends. Reused. */
export class Fraction {
	nanos = 0;
	digits = 0;
	end = 0;

	read(bytes: Uint8Array, start: number, end: number): void {
		const mark = bytes[start];
		this.nanos = 0;
		this.digits = 0;
		this.end = start;
		// Behind a comma a longer number is the next column of a table.
		if ((mark === ascii.dot || (mark === ascii.comma && !isDigit(bytes[start + 10]))) && isDigit(bytes[start + 1])) {
			this.readDigits(bytes, start + 1, end);
		}
	}

	/** The same, for digits that begin at `start` behind whatever mark. */
	readDigits(bytes: Uint8Array, start: number, end: number): void {
		this.nanos = 0;
		this.digits = 0;
		let at = start;
		let scale = 100_000_000;
		for (; at < end && isDigit(bytes[at]); at++) {
			if (!(this.digits < 9)) {
				continue;
			}

			this.nanos += (bytes[at]! - ascii.zero) * scale;
			scale /= 10;
			this.digits++;
		}

		this.end = at;
	}
}
