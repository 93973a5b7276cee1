import type {EventDraft} from '../../domain/event-draft.ts';
import type {SourceHints} from '../format.ts';
import {Clock} from './clock.ts';

/** What comes first in a date such as `03/04/2026`. */
export type SlashOrder = 'day-first' | 'month-first';

/** One time as read from a record. Reused for every record; `end` is the offset after the last byte of the time. */
export class Stamp {
	/** Of the source whose times are read. */
	readonly clock: Clock;
	micros = NaN;
	nanos = 0;
	digits = 0;
	end = 0;
	/** As a date of the source has proven. */
	slashOrder: SlashOrder | undefined = undefined;

	constructor(hints: SourceHints) {
		this.clock = new Clock(hints);
	}

	/** Sets the instant from the seconds of the source's own clock, or of the zone that the record names. */
	setWall(wallSeconds: number, zoneSeconds: number, {nanos, digits}: {readonly nanos: number; readonly digits: number}): void {
		this.set(Number.isNaN(zoneSeconds) ? this.clock.utcSeconds(wallSeconds) : wallSeconds - zoneSeconds, nanos, digits);
	}

	/** Sets the instant from UTC seconds and a fraction of `digits` digits already counted in nanoseconds. Times outside 1970..2255 are unusable. */
	set(utcSeconds: number, fractionNanos: number, digits: number): void {
		const wholeMicros = Math.floor(fractionNanos / 1000);
		const micros = (utcSeconds * 1e6) + wholeMicros + this.clock.shiftMicros;
		this.micros = micros >= 0 && micros <= Number.MAX_SAFE_INTEGER ? micros : NaN;
		this.nanos = fractionNanos - (wholeMicros * 1000);
		this.digits = digits;
	}

	/** Adds the nanoseconds within the second, where a record tells them apart from the seconds. A number that no second has room for is none: the second is all that is known then. */
	addNanos(fractionNanos: number, digits = 9): void {
		if (!Number.isSafeInteger(fractionNanos) || fractionNanos < 0 || fractionNanos >= 1e9) {
			return;
		}

		const wholeMicros = Math.floor(fractionNanos / 1000);
		this.micros += wholeMicros;
		this.nanos = fractionNanos - (wholeMicros * 1000);
		this.digits = digits;
	}

	/** Gives the time to a draft; one that is written but unusable is a fault of the record. */
	giveTo(draft: EventDraft): void {
		draft.timeMicros = this.micros;
		draft.timeNanos = this.nanos;
		draft.timeDigits = this.digits;
		if (Number.isNaN(this.micros)) {
			draft.fault = 'time-unusable';
		}
	}
}

/** Reads a time that begins at `start`. False where none does; a time that no clock can hold is true with NaN in `micros`. */
export type TimeReader = (bytes: Uint8Array, start: number, end: number, into: Stamp) => boolean;
