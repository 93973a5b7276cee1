import type {SourceHints} from '../format.ts';
import {yearOf} from './calendar.ts';
import {DoubledHour} from './doubled-hour.ts';

/** Zones change their offset only at whole quarters of an hour since 1970, so that one question a quarter is enough. */
const quarterSeconds = 900;
const daySeconds = 86_400;
const halfYearMonths = 6;
const halfYearSeconds = 182 * daySeconds;

/** Turns the wall-clock seconds of one source into UTC. */
export class Clock {
	readonly #offsetAt: (utcSeconds: number) => number;
	readonly #isFixed: boolean;
	readonly #offsets = new Map<number, Offsets>();
	#lastQuarter = NaN;
	#lastOffset = 0;
	/** Of a quarter that occurs twice, the offset of its second pass; NaN of any other. */
	#laterOffset = NaN;
	readonly #pass = new DoubledHour();
	#yearsPassed = 0;
	#lastMonth = 6;
	#lastYearless = NaN;
	#lastLatestMs = NaN;
	#lastLatestYear = NaN;
	readonly hints: SourceHints;
	/** Added to every time of the source. */
	readonly shiftMicros: number;

	constructor(hints: SourceHints) {
		this.hints = hints;
		this.shiftMicros = hints.clockOffsetMs * 1000;
		const fixed = fixedOffset(hints.zone);
		this.#isFixed = fixed !== undefined;
		this.#offsetAt = fixed === undefined ? zoneOffset(hints.zone!) : () => fixed;
		this.#lastOffset = fixed ?? 0;
	}

	#rememberedOffsets(quarter: number): Offsets {
		const known = this.#offsets.get(quarter);
		if (known !== undefined || Number.isNaN(quarter)) {
			return known ?? noOffsets;
		}

		const offsets = wallOffsets(this.#offsetAt, quarter * quarterSeconds);
		this.#offsets.set(quarter, offsets);
		return offsets;
	}

	/** UTC seconds of a wall-clock second without a zone. Hot: asks the zone once a quarter of an hour of log time. */
	utcSeconds(wallSeconds: number): number {
		if (this.#isFixed) {
			return wallSeconds - this.#lastOffset;
		}

		const quarter = Math.floor(wallSeconds / quarterSeconds);
		if (quarter !== this.#lastQuarter) {
			const {first, second} = this.#rememberedOffsets(quarter);
			this.#lastOffset = first;
			this.#laterOffset = second;
			this.#lastQuarter = quarter;
		}

		const isLater = !Number.isNaN(this.#laterOffset) && this.#pass.isSecond(wallSeconds, this.hints.isLookingBack === true);
		return wallSeconds - (isLater ? this.#laterOffset : this.#lastOffset);
	}

	/** The year in which a record may lie at the latest: that of `latestMs`. Asked for every line, and a file rarely changes its answer. */
	latestYear(latestMs: number): number {
		if (latestMs !== this.#lastLatestMs) {
			this.#lastLatestMs = latestMs;
			this.#lastLatestYear = yearOf(latestMs);
		}

		return this.#lastLatestYear;
	}

	/**
	Takes in a time whose year the file's last change told. No line comes half a year late: where one lies so far back, the calendar went on and the year did
	not, as when a log of last winter is copied in autumn and its copy's time is that of copying.
	*/
	noteYearless(wallSeconds: number): void {
		if (this.hints.isLookingBack) {
			return;
		}

		if (this.#lastYearless - wallSeconds > halfYearSeconds) {
			this.hints.hasYearGoneBack = true;
		}

		this.#lastYearless = wallSeconds;
	}

	/**
	The year of a month in a record without a year, counted from the hinted year of the source's first such record:
	when December is followed by January a year has passed, and when January by December the line came late.
	*/
	hintedYear(hint: number, month: number): number {
		if (this.hints.isLookingBack) {
			return hint + this.#yearsPassed;
		}

		if (this.#lastMonth - month > halfYearMonths) {
			this.#yearsPassed++;
		} else if (month - this.#lastMonth > halfYearMonths && this.#yearsPassed > 0) {
			this.#yearsPassed--;
		}

		this.#lastMonth = month;
		return hint + this.#yearsPassed;
	}
}

/** The offsets in force at a wall-clock second. `second` is NaN unless the second occurs twice. */
type Offsets = {readonly first: number; readonly second: number};

const noOffsets: Offsets = {first: 0, second: NaN};

/** One that is skipped is read with the offset before it. */
function wallOffsets(offsetAt: (utcSeconds: number) => number, wallSeconds: number): Offsets {
	const before = offsetAt(wallSeconds - daySeconds);
	const after = offsetAt(wallSeconds + daySeconds);
	const isBeforeRight = offsetAt(wallSeconds - before) === before;
	const isAfterRight = offsetAt(wallSeconds - after) === after;
	return {first: isBeforeRight || !isAfterRight ? before : after, second: isBeforeRight && isAfterRight && after !== before ? after : NaN};
}

/** Seconds east of UTC for no zone, `UTC` and `+02:00`; undefined for a name. */
function fixedOffset(zone: string | undefined): number | undefined {
	if (zone === undefined || ['UTC', 'Z'].includes(zone)) {
		return 0;
	}

	if (!/^[+\-]\d{2}:?\d{2}$/v.test(zone)) {
		return undefined;
	}

	const seconds = (Number(zone.slice(1, 3)) * 3600) + (Number(zone.slice(-2)) * 60);
	return zone.startsWith('-') ? -seconds : seconds;
}

/** Asks the time zone database through `Intl`: some microseconds a question. */
function zoneOffset(zone: string): (utcSeconds: number) => number {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
	});
	return utcSeconds => {
		const parts = Object.fromEntries(format.formatToParts(utcSeconds * 1000).map(({type, value}) => [type, Number(value)]));
		return (Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second) / 1000) - utcSeconds;
	};
}
