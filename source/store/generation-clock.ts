/** The most rows without a time at the head of a file that wait for its first time. A header is a few lines; a file with more has no times at all. */
const mostWaitingRows = 4096;

export type BorrowedTime = {readonly micros: number; readonly nanos: number};

const noRows: readonly number[] = [];

/**
The time that a record without one borrows: that of the record above it in the same generation, or else the last time of the generation before,
or else (at the head of a first file) that of the record below, as soon as it is known.
*/
export class GenerationClock {
	readonly #before: GenerationClock | undefined;
	#hasOwnTime = false;
	/** The rows at a guessed time. */
	#waitingRows: number[] = [];
	readonly time: {micros: number; nanos: number};

	/** `fallbackMicros`: the file's modification time, for files without any times. */
	constructor(before: GenerationClock | undefined, fallbackMicros: number) {
		this.#before = before;
		this.time = {micros: fallbackMicros, nanos: 0};
	}

	/** Whether no record of this generation or an earlier one has had a time yet. */
	get isGuess(): boolean {
		return !this.#hasOwnTime && (this.#before?.isGuess ?? true);
	}

	/** The time given to a row that has none. */
	borrow(row: number): BorrowedTime {
		if (this.#hasOwnTime) {
			return this.time;
		}

		if (this.isGuess && this.#waitingRows.length < mostWaitingRows) {
			this.#waitingRows.push(row);
		}

		return this.isGuess ? this.time : this.#before!.borrow(row);
	}

	/** Notes that the row has got a time of its own. */
	stopWaiting(row: number): void {
		this.#waitingRows = this.#waitingRows.filter(waiting => waiting !== row);
	}

	/** Notes a record's own time. Returns the rows that can now borrow it instead of a guess. Hot. */
	note(micros: number, nanos: number): readonly number[] {
		this.time.micros = micros;
		this.time.nanos = nanos;
		if (this.#hasOwnTime) {
			return noRows;
		}

		this.#hasOwnTime = true;
		const rows = this.#waitingRows;
		this.#waitingRows = [];
		return rows;
	}
}
