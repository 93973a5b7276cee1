import {afterSpaces} from '../bytes/byte-text.ts';

/** ` AM` or ` PM` after a time, capitals or not. Reused. */
export class HalfOfDay {
	#isTold = false;
	#isAfternoon = false;
	/** Where it ends; where the time ends if there is none. */
	end = 0;

	read(bytes: Uint8Array, start: number, end: number): void {
		const at = afterSpaces(bytes, start, end);
		const letter = (bytes[at] ?? 0) | 0x20;
		this.#isAfternoon = letter === 0x70;
		this.#isTold = at + 1 < end && (letter === 0x61 || letter === 0x70) && (bytes[at + 1]! | 0x20) === 0x6D;
		this.end = this.#isTold ? at + 2 : start;
	}

	/** True of a clock of twelve hours. */
	get isTold(): boolean {
		return this.#isTold;
	}

	/** The hour of the day that a written hour means. */
	hour(written: number): number {
		return this.#isTold ? (written % 12) + (this.#isAfternoon ? 12 : 0) : written;
	}
}
