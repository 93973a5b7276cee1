/** Rows without a time at the head of a file that wait for the first time in it. A header is a few lines; a file with more is one without times. */
const mostWaitingRows = 4096;

export type BorrowedTime = {readonly micros: number; readonly nanos: number};

const noRows: readonly number[] = [];

/**
The time that a record without one borrows: its neighbour's above in the same generation, else the last of the generation before,
else (at the head of a first file) the neighbour's below, as soon as that is known.
*/
export class GenerationClock {
	readonly #before: GenerationClock | undefined;
	#hasOwnTime = false;
	/** Rows that stand at a guessed time. */
	#waitingRows: number[] = [];
	readonly time: {micros: number; nanos: number};

	/** `fallbackMicros`: when the file was last changed, for files that hold no time at all. */
	constructor(before: GenerationClock | undefined, fallbackMicros: number) {
		this.#before = before;
		this.time = {micros: fallbackMicros, nanos: 0};
	}

	/** True while no record of this generation or of one before it has told a time. */
	get isGuess(): boolean {
		return !this.#hasOwnTime && (this.#before?.isGuess ?? true);
	}

	/** What a row that has no time stands at. */
	borrow(row: number): BorrowedTime {
		if (this.#hasOwnTime) {
			return this.time;
		}

		if (this.isGuess && this.#waitingRows.length < mostWaitingRows) {
			this.#waitingRows.push(row);
		}

		return this.isGuess ? this.time : this.#before!.borrow(row);
	}

	/** The row has found a time of its own. */
	stopWaiting(row: number): void {
		this.#waitingRows = this.#waitingRows.filter(waiting => waiting !== row);
	}

	/** Notes a record's own time. Answers the rows that can now borrow it instead of their guess. Hot. */
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
