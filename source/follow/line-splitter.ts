const newline = 0x0A;
const noBytes = new Uint8Array(0);

/** Whole lines and where they begin. `bytes` is valid until the next call. */
type GiveLines = (offsetBytes: number, bytes: Uint8Array) => void;

/** Longest unfinished line kept in memory while its end is awaited: 256 MB is past any line, and short of harm. */
export const longestUnfinishedBytes = 256 * 1024 * 1024;

/**
Cuts a stream of bytes after its last newline and keeps the rest for the next bytes.
The rest is kept as the pieces in which it came, so that a line of 10 MB in small writes costs no repeated copying.
*/
export class LineSplitter {
	#pieces: Uint8Array[] = [];
	#restBytes = 0;

	/** Length of the line whose newline has not come yet. */
	get restBytes(): number {
		return this.#restBytes;
	}

	/** Takes the bytes lying at `offsetBytes`, which must follow the bytes taken before. */
	push(offsetBytes: number, bytes: Uint8Array, give: GiveLines): void {
		const end = bytes.lastIndexOf(newline) + 1;
		if (end === 0) {
			this.#keep(bytes);
			return;
		}

		const start = this.#restBytes === 0 ? 0 : this.#finishRest(offsetBytes, bytes, give);
		if (start < end) {
			give(offsetBytes + start, bytes.subarray(start, end));
		}

		this.#keep(bytes.subarray(end));
	}

	/** The unfinished line so far. */
	rest(): Uint8Array {
		if (this.#pieces.length > 1) {
			this.#pieces = [Buffer.concat(this.#pieces)];
		}

		return this.#pieces[0] ?? noBytes;
	}

	dropRest(): void {
		this.#pieces = [];
		this.#restBytes = 0;
	}

	/** Gives the kept line with its end from `bytes`; returns where the next line starts. */
	#finishRest(offsetBytes: number, bytes: Uint8Array, give: GiveLines): number {
		const end = bytes.indexOf(newline) + 1;
		const startBytes = offsetBytes - this.#restBytes;
		this.#keep(bytes.subarray(0, end));
		const line = this.rest();
		this.dropRest();
		give(startBytes, line);
		return end;
	}

	/** The read buffer is used again, so what is kept is copied. */
	#keep(bytes: Uint8Array): void {
		if (bytes.length === 0) {
			return;
		}

		this.#pieces.push([...bytes]);
		this.#restBytes += bytes.length;
	}
}
