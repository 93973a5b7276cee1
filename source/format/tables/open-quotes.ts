import {ascii} from '../bytes/byte-text.ts';
import {hasOpenQuote} from '../intake/line-text.ts';

const noBytes = new Uint8Array(0);

/** Tells of lines one below the other whether a quote of comma-separated values is open at their end. Where the next quote stands is found out once for all lines before it: most have none. */
export class OpenQuotes {
	#bytes: Uint8Array = noBytes;
	#next = 0;

	/** Turns to other bytes; a `Buffer` is searched faster. */
	begin(bytes: Uint8Array): void {
		this.#bytes = bytes;
		this.#next = -1;
	}

	/** Whether the line has quotes at all. */
	areIn(start: number, end: number): boolean {
		if (this.#next < start) {
			const next = this.#bytes.indexOf(ascii.quote, start);
			this.#next = next === -1 ? this.#bytes.length : next;
		}

		return this.#next < end;
	}

	isOpenAt(start: number, end: number): boolean {
		return this.areIn(start, end) && hasOpenQuote(this.#bytes, this.#next, end);
	}
}
