import {Buffer} from 'node:buffer';

export const newline = 0x0A;
const noBytes = new Uint8Array(0);

/** Receives whole lines and where the first begins; `bytes` is valid during the call. */
export type GiveLines = (offsetBytes: number, bytes: Uint8Array) => void;

/** The longest unfinished line that is kept in memory until its end comes: longer than any real line, and short enough to be joined and shown. */
export const longestUnfinishedBytes = 64 * 1024 * 1024;

/**
Cuts a stream of bytes after its last newline and keeps the rest for the next bytes.
The rest is kept as the pieces in which it came, so that a line of 10 MB in small writes costs no repeated copying.
*/
export class LineSplitter {
	#pieces: Uint8Array[] = [];
	/** How much was dropped of a line that grew too long and has not ended yet. */
	#letGoBytes = 0;
	/** Length of the line whose newline has not come yet. */
	restBytes = 0;

	/** Takes the bytes lying at `offsetBytes`, which must follow the bytes taken before. */
	push(offsetBytes: number, bytes: Uint8Array, give: GiveLines): void {
		const end = bytes.lastIndexOf(newline) + 1;
		if (end === 0) {
			this.keep(bytes);
			return;
		}

		let start = 0;
		if (this.restBytes > 0) {
			start = bytes.indexOf(newline) + 1;
			const lineOffsetBytes = offsetBytes - this.restBytes;
			this.keep(bytes.subarray(0, start));
			give(lineOffsetBytes, this.takeRest());
		}

		if (start < end) {
			give(offsetBytes + start, bytes.subarray(start, end));
		}

		this.keep(bytes.subarray(end));
	}

	/** The unfinished line so far. */
	rest(): Uint8Array {
		if (this.#pieces.length > 1) {
			this.#pieces = [Buffer.concat(this.#pieces)];
		}

		return this.#pieces[0] ?? noBytes;
	}

	/** Returns the unfinished line and forgets it. */
	takeRest(): Uint8Array {
		const rest = this.rest();
		this.#pieces = [];
		this.restBytes = 0;
		return rest;
	}

	/** Forgets the unfinished line without joining it, since it may be too long for that. The rest of it, up to its newline, is skipped. */
	letGoOfRest(): void {
		this.#letGoBytes += this.restBytes;
		this.#pieces = [];
		this.restBytes = 0;
	}

	/** How many of the next bytes still belong to a line that was dropped. */
	passOver(bytes: Uint8Array): number {
		if (this.#letGoBytes === 0) {
			return 0;
		}

		const end = bytes.indexOf(newline) + 1;
		const passedBytes = end === 0 ? bytes.length : end;
		this.#letGoBytes += passedBytes;
		return passedBytes;
	}

	/** The length of a dropped line that has ended now; 0 if there was none. */
	takeLetGo(): number {
		const letGoBytes = this.#letGoBytes;
		this.#letGoBytes = 0;
		return letGoBytes;
	}

	/** Adds to the unfinished line. The bytes are copied because the read buffer will be reused. */
	keep(bytes: Uint8Array): void {
		if (bytes.length === 0) {
			return;
		}

		this.#pieces.push(new Uint8Array(bytes));
		this.restBytes += bytes.length;
	}
}
