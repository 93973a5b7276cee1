import {ascii, bytesOf, type Run} from '../bytes/byte-text.ts';
import {isWord} from '../bytes/word-table.ts';

/** The parts between bars at the head of an alert in CEF or LEEF. Reused. */
export class BarredHeader {
	readonly #count: number;
	/** CEF escapes a bar inside a part; LEEF knows no escape. */
	readonly #isEscaped: boolean;
	readonly starts: Int32Array;
	readonly ends: Int32Array;

	constructor(count: number, {isEscaped}: {readonly isEscaped: boolean}) {
		this.#count = count;
		this.#isEscaped = isEscaped;
		this.starts = new Int32Array(count);
		this.ends = new Int32Array(count);
	}

	/** Answers the offset after the last part's bar, or -1 where there are too few. */
	read(bytes: Uint8Array, start: number, end: number): number {
		let part = 0;
		this.starts[0] = start;
		for (let at = start; at < end; at++) {
			if (this.#isEscaped && bytes[at] === ascii.backslash) {
				at++;
			} else if (bytes[at] === ascii.pipe) {
				this.ends[part++] = at;
				if (part === this.#count) {
					return at + 1;
				}

				this.starts[part] = at + 1;
			}
		}

		return -1;
	}

	/** Where the part lies that may be the number of an event of Windows': undefined where somebody else's device speaks. */
	windowsEvent(bytes: Uint8Array, {vendor, signature}: {readonly vendor: number; readonly signature: number}): Run | undefined {
		return isWord(bytes, this.starts[vendor]!, this.ends[vendor]!, microsoft) ? {start: this.starts[signature]!, end: this.ends[signature]!} : undefined;
	}
}

const microsoft = bytesOf('microsoft');
