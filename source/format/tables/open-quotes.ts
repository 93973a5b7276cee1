import {ascii} from '../bytes/byte-text.ts';
import {hasOpenQuote} from '../intake/line-text.ts';

/** Tells of lines one below the other whether a quote of comma-separated values is open at their end. Where the next quote stands is found out once for all lines before it: most have none. */
export class OpenQuotes {
	#next = 0;

	/** Turns to other bytes. */
	begin(): void {
		this.#next = -1;
	}

	/** Whether the line has quotes at all. */
	areIn(bytes: Uint8Array, start: number, end: number): boolean {
		if (this.#next < start) {
			const next = bytes.indexOf(ascii.quote, start);
			this.#next = next === -1 ? bytes.length : next;
		}

		return this.#next < end;
	}

	isOpenAt(bytes: Uint8Array, start: number, end: number): boolean {
		return this.areIn(bytes, start, end) && hasOpenQuote(bytes, this.#next, end);
	}
}
