import {Buffer} from 'node:buffer';
import {ascii} from '../bytes/byte-text.ts';
import {textEnd, textStart} from './line-text.ts';
import {beforeGap} from './nul-gaps.ts';

const noBytes = Buffer.alloc(0);

/** One line of many: up to its newline, or up to a gap of NULs in its midst. Reused for every line, so that none allocates. */
export class LineCut {
	/** Where the next NUL stands, found out once for all lines before it: nearly no log holds one. */
	#nextNul = -1;
	/** The bytes at hand as a `Buffer`, which finds a byte in a third of the time that a `Uint8Array` takes. */
	searched: Uint8Array = noBytes;
	/** Where it ends, its carriage return included. */
	lineEnd = 0;
	/** Where the next one begins. */
	nextStart = 0;
	/** Its text. */
	start = 0;
	end = 0;

	#endOf(bytes: Uint8Array, lineStart: number, newline: number): number {
		if (this.#nextNul < lineStart) {
			const next = this.searched.indexOf(0, lineStart);
			this.#nextNul = next === -1 ? bytes.length : next;
		}

		return this.#nextNul < newline ? beforeGap(bytes, lineStart, newline) : newline;
	}

	/** Turns to other bytes. */
	begin(bytes: Uint8Array): void {
		this.searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
		this.#nextNul = -1;
	}

	/** Turns to the line at `lineStart` of the bytes turned to. Hot: bench/formats/read-sample.ts. */
	turnTo(bytes: Uint8Array, lineStart: number): void {
		const found = this.searched.indexOf(ascii.newline, lineStart);
		const newline = found === -1 ? bytes.length : found;
		this.lineEnd = this.#endOf(bytes, lineStart, newline);
		this.nextStart = this.lineEnd === newline ? newline + 1 : this.lineEnd;
		this.start = textStart(bytes, lineStart, this.lineEnd);
		this.end = textEnd(bytes, this.start, this.lineEnd);
	}
}
