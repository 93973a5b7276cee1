import {ascii, nextByte} from '../bytes/byte-text.ts';
import {digitsAt} from '../bytes/digits.ts';
import type {ReaderKit} from '../format.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import type {CsvCells} from '../tables/csv-cells.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';

/**
When a record of PAN-OS was made. Since version 10 the same time stands in a later cell once more, with milliseconds and a zone: `2026-03-03T08:50:12.437-07:00`.
How many cells lie before it hangs on the version, so that the clock on the wall tells which it is. Firewalls of older versions, and records that have none,
write 1970 there.
*/
export class PanOsTime {
	readonly #preciseStamp: Stamp;
	readonly #cells: CsvCells;
	/** Whether its times are spelled as they mostly are, and are no more than two. */
	#isUsual = true;
	readonly stamp: Stamp;
	/** Told aside: from where its time lies to the other cell that was looked at, which is the seconds alone where it lies before, and none of the same moment where it lies behind. */
	readonly line: LineTime;

	constructor({hints}: ReaderKit, cells: CsvCells, freeRuns: (bytes: Uint8Array, start: number) => FreeNumberRuns) {
		this.stamp = new Stamp(hints);
		this.#preciseStamp = new Stamp(hints);
		this.#cells = cells;
		this.line = new LineTime(this.stamp, (bytes, start, end) => this.#readAgain(bytes, start, end), {freeRuns});
	}

	/** The same of another line, which has the same cells. */
	#readAgain(bytes: Uint8Array, start: number, lineEnd: number): boolean {
		const {aside} = this.line;
		const seconds = start + Math.min(aside, 0);
		if (digitsAt(bytes, seconds, yearDigits) === 0 || !readIsoTime(bytes, seconds, seconds + wholeSeconds, this.stamp)) {
			return false;
		}

		const isSame = aside !== 0 && this.#isSameClock(bytes, start + Math.max(aside, 0));
		return aside < 0 ? isSame && readIsoTime(bytes, start, endOfCell(bytes, start, lineEnd), this.stamp) : !isSame;
	}

	#isSameClock(bytes: Uint8Array, start: number): boolean {
		return readIsoTime(bytes, start, start + wholeSeconds, this.#preciseStamp) && Math.abs(this.#preciseStamp.micros - this.stamp.micros) <= mostApartMicros;
	}

	#mayBePrecise(bytes: Uint8Array, cell: number): boolean {
		const start = this.#cells.starts[cell]!;
		return bytes[start + dateBytes] === letterT && this.#cells.ends[cell]! - start > wholeSeconds;
	}

	#readMaybe(bytes: Uint8Array, cell: number, seconds: number): void {
		const start = this.#cells.starts[cell]!;
		const end = this.#cells.ends[cell]!;
		const distance = start - this.#cells.starts[seconds]!;
		this.#isUsual &&= this.line.aside === 0 && bytes[end] !== ascii.quote;
		this.line.aside = distance;
		if (!this.#isSameClock(bytes, start) || !readIsoTime(bytes, start, end, this.stamp)) {
			return;
		}

		this.line.take(start, this.stamp.end);
		this.line.aside = -distance;
	}

	/** Reads the seconds, which stand in that cell; false where they do not. A line in which they are spelled in another way is not known. */
	readSeconds(bytes: Uint8Array, cell: number): boolean {
		const start = this.#cells.starts[cell]!;
		if (!readIsoTime(bytes, start, this.#cells.ends[cell]!, this.stamp)) {
			return false;
		}

		this.line.take(start, start + wholeSeconds);
		this.line.aside = 0;
		this.#isUsual = this.stamp.end === this.line.end;
		return true;
	}

	/** Reads what stands in a later cell than the seconds. A line with two cells that might be it is not known. */
	readPrecise(bytes: Uint8Array, seconds: number): void {
		for (let cell = this.#cells.count - 1; cell > seconds && this.line.aside >= 0; cell--) {
			if (this.#mayBePrecise(bytes, cell)) {
				this.#readMaybe(bytes, cell, seconds);
			}
		}

		if (!this.#isUsual) {
			this.line.forget();
		}
	}
}

const endOfCell = (bytes: Uint8Array, start: number, end: number): number => {
	const comma = nextByte(bytes, ascii.comma, start, end);
	return comma < 0 ? end : comma;
};

/** `2026-03-03T08:50:12`, and the parts of it that are looked at. */
const wholeSeconds = 19;
const dateBytes = 10;
const yearDigits = 4;
const letterT = 0x54;

/** Both are told in the same breath. */
const mostApartMicros = 10_000_000;
