import type {EventDraft} from '../../domain/event-draft.ts';
import type {Stamp, TimeReader} from '../time/stamp.ts';
import type {FreeNumberRuns} from './free-numbers.ts';

/** Asked of a reader right after it read a line; cold. Undefined where the line is not to be remembered. */
type FreeRuns = (bytes: Uint8Array, start: number, end: number) => FreeNumberRuns | undefined;

type Kept = {
	/** Without it all of a line is text. */
	readonly freeRuns?: FreeRuns;
	/** Of a reader that looks for times anywhere: whether a line from `start` to `end` has none, where one like it has none. */
	readonly isTimeless?: (bytes: Uint8Array, start: number, end: number) => boolean;
	/** Whether the runs may have free strings. */
	readonly hasStrings?: true;
	/** Of a reader that keeps something from one line to the next: what it keeps at first. */
	readonly state?: number;
};

/**
The part of a line that a reader must see anew in each of those that are alike but for their numbers: when it was. Kept by readers whose other answers
hang on the words of a line, and on what a number is nowhere.
*/
export class LineTime {
	readonly #stamp: Stamp;
	readonly #read: TimeReader;
	readonly #kept: Kept;
	/** Where it lay in the line read last; its end is its start in a line without one. */
	start = 0;
	end = 0;
	/** Whether the runs may have free strings. */
	readonly hasStrings: boolean;
	/** Whether the line read last may be remembered. */
	isTaken = false;
	/** What the reader keeps from one line to the next: two lines alike are read alike only where it is the same. */
	state: number;
	/** What the reader tells of the line read last besides its columns, such as what joins it to others or how it is laid out: told again of lines that are alike. */
	aside = 0;

	/** `read` is who the reader itself asks first. */
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

	/** Says where the time of the line read now lies. */
	take(start: number, end: number): void {
		this.start = start;
		this.end = end;
		this.isTaken = end > start;
	}

	/** The line read now has no time, and would have none with other numbers; where `isTimeless` is to be asked whether it is so, it begins at `start`. */
	takeNone(start = this.start): void {
		this.start = start;
		this.end = start;
		this.isTaken = true;
	}

	/** The line read now is not to be remembered. */
	forget(): void {
		this.isTaken = false;
	}

	/** Where in the line read last numbers may be any other; undefined where it is not to be remembered. */
	freeRuns(bytes: Uint8Array, start: number, end: number): FreeNumberRuns | undefined {
		const {freeRuns} = this.#kept;
		return freeRuns === undefined ? {texts: [{start, end}], values: []} : freeRuns(bytes, start, end);
	}

	/** Reads the time at `start` into the draft; false where no usable one ends at `end`. */
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

/** Does what reads something else than the next line: what readers keep from one line to the next stays what it is. */
export function withStatesKept<Told>(readers: ReadonlyArray<{readonly time?: LineTime}>, work: () => Told): Told {
	const times = readers.flatMap(({time}) => time ?? []);
	const states = times.map(({state}) => state);
	const told = work();
	for (const [index, time] of times.entries()) {
		time.state = states[index]!;
	}

	return told;
}
