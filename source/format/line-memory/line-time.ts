import type {EventDraft} from '../../domain/event-draft.ts';
import type {Stamp, TimeReader} from '../time/stamp.ts';
import type {FreeNumberRuns} from './free-numbers.ts';

/** Asked of a reader right after it read a line; cold. */
type FreeRuns = (bytes: Uint8Array) => FreeNumberRuns;

/**
The part of a line that a reader must see anew in each of those that are alike but for their numbers: when it was. Kept by readers whose other answers
hang on the words of a line, and on what a number is nowhere.
*/
export class LineTime {
	readonly #stamp: Stamp;
	readonly #read: TimeReader;
	readonly #freeRuns: FreeRuns | undefined;
	/** Where it lay in the line read last; its end is its start where the line is not to be remembered. */
	start = 0;
	end = 0;
	/** What the reader keeps from one line to the next: two lines alike are read alike only where it is the same. */
	state = 0;

	/** `read` is who the reader itself asks first. Without `freeRuns` all of a line is text. */
	constructor(stamp: Stamp, read: TimeReader, freeRuns?: FreeRuns) {
		this.#stamp = stamp;
		this.#read = read;
		this.#freeRuns = freeRuns;
	}

	/** Says where the time of the line read now lies. */
	take(start: number, end: number): void {
		this.start = start;
		this.end = end;
	}

	/** The line read now is not to be remembered. */
	forget(): void {
		this.end = this.start;
	}

	/** Where in the line read last numbers may be any other. */
	freeRuns(bytes: Uint8Array, start: number, end: number): FreeNumberRuns {
		return this.#freeRuns?.(bytes) ?? {texts: [{start, end}], values: []};
	}

	/** Reads the time at `start` into the draft; false where no usable one ends at `end`. */
	giveTo(draft: EventDraft, bytes: Uint8Array, {start, end, lineEnd}: {readonly start: number; readonly end: number; readonly lineEnd: number}): boolean {
		const stamp = this.#stamp;
		if (!this.#read(bytes, start, lineEnd, stamp) || stamp.end !== end || Number.isNaN(stamp.micros)) {
			return false;
		}

		stamp.giveTo(draft);
		return true;
	}
}
