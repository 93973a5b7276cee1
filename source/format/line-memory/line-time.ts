import type {EventDraft} from '../../domain/event-draft.ts';
import type {Stamp, TimeReader} from '../time/stamp.ts';
import type {FreeNumberRuns} from './free-numbers.ts';

/** Called right after the reader read a line; cold. Undefined if the line should not be remembered. */
type FreeRuns = (bytes: Uint8Array, start: number, end: number) => FreeNumberRuns | undefined;

type Kept = {
	/** Without this the whole line is text. */
	readonly freeRuns?: FreeRuns;
	/** For a reader that looks for times anywhere in a line: whether the line from `start` to `end` has none, like the similar line before it. */
	readonly isTimeless?: (bytes: Uint8Array, start: number, end: number) => boolean;
	/** Whether the runs may have free strings. */
	readonly hasStrings?: true;
	/** For a reader that keeps state from line to line: its initial state. */
	readonly state?: number;
};

/**
The time of a line: the one part that must be read again in each of the lines that differ only in numbers. For readers whose other results depend on the
words of a line, and nowhere on the value of a number.
*/
export class LineTime {
	readonly #stamp: Stamp;
	readonly #read: TimeReader;
	readonly #kept: Kept;
	/** Where it lay in the line read last. In a line without a time the end is the start. */
	start = 0;
	end = 0;
	/** Whether the runs may have free strings. */
	readonly hasStrings: boolean;
	/** Whether the line read last may be remembered. */
	isTaken = false;
	/** What the reader keeps from line to line: similar lines are read alike only if this is the same. */
	state: number;
	/** What the reader knows of the line read last besides its columns, such as what joins it to others or how it is laid out. It is the same for similar lines. */
	aside = 0;

	/** `read` is the time reader that the reader itself tries first. */
	constructor(stamp: Stamp, read: TimeReader, kept: Kept = {}) {
		this.#stamp = stamp;
		this.#read = read;
		this.#kept = kept;
		this.state = kept.state ?? 0;
		this.hasStrings = kept.hasStrings === true;
	}

	get hasState(): boolean {
		return this.#kept.state !== undefined;
	}

	/** Says where the time lies in the line being read. */
	take(start: number, end: number): void {
		this.start = start;
		this.end = end;
		this.isTaken = end > start;
	}

	/** The line being read has no time, and would have none with other numbers either. For `isTimeless`, which checks that, it begins at `start`. */
	takeNone(start = this.start): void {
		this.start = start;
		this.end = start;
		this.isTaken = true;
	}

	/** The line being read should not be remembered. */
	forget(): void {
		this.isTaken = false;
	}

	/** Where numbers may vary in the line read last; undefined if it should not be remembered. */
	freeRuns(bytes: Uint8Array, start: number, end: number): FreeNumberRuns | undefined {
		const {freeRuns} = this.#kept;
		return freeRuns === undefined ? {texts: [{start, end}], values: []} : freeRuns(bytes, start, end);
	}

	/** Reads the time at `start` into the draft; false if no usable one ends at `end`. */
	giveTo(draft: EventDraft, bytes: Uint8Array, {start, end, lineEnd}: {readonly start: number; readonly end: number; readonly lineEnd: number}): boolean {
		if (end === start) {
			return this.#kept.isTimeless?.(bytes, start, lineEnd) ?? true;
		}

		const stamp = this.#stamp;
		if (!this.#read(bytes, start, lineEnd, stamp) || stamp.end !== end || Number.isNaN(stamp.micros)) {
			return false;
		}

		stamp.giveTo(draft);
		return true;
	}
}

/** Does work that reads something other than the next line, and restores what readers keep from line to line. */
export function withStatesKept<Told>(readers: ReadonlyArray<{readonly time?: LineTime}>, work: () => Told): Told {
	const times = readers.flatMap(({time}) => time ?? []);
	const states = times.map(({state}) => state);
	const told = work();
	for (const [index, time] of times.entries()) {
		time.state = states[index]!;
	}

	return told;
}
