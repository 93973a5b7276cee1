import type {ByteRun} from '../../domain/event-draft.ts';
import {ascii} from '../bytes/byte-text.ts';

/** Parts of one line are put together up to here. Nodes cut lines at 16 kB, and no program's line that is read for its columns is as long. */
export const mostTextBytes = 1_048_576;

/** Room for one line is kept for the next up to so many bytes: thousands of logs may be open at once. */
const keptBytes = 65_536;

/** A line of which only parts came yet. Reused for the lines of one stream. */
export class OpenLine {
	/** Its own; 0 while none is open. */
	key = 0;
	/** What came of the line; behind `usedBytes` is room for more. */
	room = new Uint8Array(0);
	usedBytes = 0;
	/** How much had come when it was read last. */
	readBytes = 0;

	#makeRoom(wantedBytes: number): void {
		if (wantedBytes <= this.room.length) {
			return;
		}

		const wider = new Uint8Array(2 * wantedBytes);
		wider.set(this.room.subarray(0, this.usedBytes));
		this.room = wider;
	}

	get isOpen(): boolean {
		return this.key !== 0;
	}

	/** Puts more of the line behind what came, without keeping it: a newline stands behind it as in a log. Answers where it ends. */
	put({bytes, start, end}: ByteRun): number {
		const until = Math.min(this.usedBytes + end - start, mostTextBytes);
		this.#makeRoom(until + 1);
		this.room.set(bytes.subarray(start, start + until - this.usedBytes), this.usedBytes);
		this.room[until] = ascii.newline;
		return until;
	}

	/** Keeps more of the line; `readBytes` is 0 where it was not read with it. */
	keep(text: ByteRun, key: number, readBytes: number): void {
		this.key = key;
		this.usedBytes = this.put(text);
		this.readBytes = readBytes === 0 ? this.readBytes : readBytes;
	}

	/** The line is whole. What was read of it stays in place until the next one. */
	close(): void {
		this.key = 0;
		this.usedBytes = 0;
		this.readBytes = 0;
		this.room = this.room.length > keptBytes ? new Uint8Array(0) : this.room;
	}
}
