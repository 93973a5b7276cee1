import {Buffer} from 'node:buffer';

export const newline = 0x0A;
const noBytes = new Uint8Array(0);

/** Receives whole lines and where the first begins; `bytes` is valid during the call. */
export type GiveLines = (offsetBytes: number, bytes: Uint8Array) => void;

/** Longest unfinished line kept in memory while its end is awaited: past any line, and little enough to be put together and shown. */
export const longestUnfinishedBytes = 64 * 1024 * 1024;

/**
Cuts a stream of bytes after its last newline and keeps the rest for the next bytes.
The rest is kept as the pieces in which it came, so that a line of 10 MB in small writes costs no repeated copying.
*/
export class LineSplitter {
	#pieces: Uint8Array[] = [];
	/** What was let go of a line that grew too long; its end has not come yet. */
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

	/** The unfinished line, which is kept no longer. */
	takeRest(): Uint8Array {
		const rest = this.rest();
		this.#pieces = [];
		this.restBytes = 0;
		return rest;
	}

	/** Keeps the unfinished line no longer, unseen: it may be too long to be put together. What comes of it until its newline is passed over. */
	letGoOfRest(): void {
		this.#letGoBytes += this.restBytes;
		this.#pieces = [];
		this.restBytes = 0;
	}

	/** How many of these bytes, the next ones, still belong to a line that was let go. */
	passOver(bytes: Uint8Array): number {
		if (this.#letGoBytes === 0) {
			return 0;
		}

		const end = bytes.indexOf(newline) + 1;
		const passedBytes = end === 0 ? bytes.length : end;
		this.#letGoBytes += passedBytes;
		return passedBytes;
	}

	/** The length of a line that was let go, which is over now; 0: there was none. */
	takeLetGo(): number {
		const letGoBytes = this.#letGoBytes;
		this.#letGoBytes = 0;
		return letGoBytes;
	}

	/** Adds to the unfinished line. The read buffer is used again, so the bytes are copied. */
	keep(bytes: Uint8Array): void {
		if (bytes.length === 0) {
			return;
		}

		this.#pieces.push(new Uint8Array(bytes));
		this.restBytes += bytes.length;
	}
}
