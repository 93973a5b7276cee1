import {ascii} from '../bytes/byte-text.ts';
import {HeldLines} from './held-lines.ts';
import {isStructure} from './line-text.ts';
import {beforeGap} from './nul-gaps.ts';

/** Who is given what comes of lines that were held. */
export type HeldTaker = {
	/** A record, or a line by itself, of those held; `end` may lie behind its newline. */
	readonly record: (bytes: Uint8Array, start: number, end: number, base: number) => void;
	/** Lines that were held as one record are none. */
	readonly damage: () => void;
};

/** What lines may be only together. */
export type HeldKind = 'json' | 'csv' | 'entry' | 'markup';

/** Gives the records on that lie over several lines, and the lines themselves where they turn out to be none. */
export class HeldRecords {
	readonly #lines = new HeldLines();
	readonly #taker: HeldTaker;

	constructor(taker: HeldTaker) {
		this.#taker = taker;
	}

	get isHolding(): boolean {
		return this.#lines.isHolding;
	}

	get isHoldingJson(): boolean {
		return this.#lines.isHoldingJson;
	}

	/** Lines from here on may be JSON laid out over lines, cells with newlines in quotes, an entry of a journal export, or Windows' events in XML. */
	open(what: HeldKind): void {
		switch (what) {
			case 'json': {
				this.#lines.openJson();
				break;
			}

			case 'csv': {
				this.#lines.openCsv();
				break;
			}

			case 'entry': {
				this.#lines.openEntry();
				break;
			}

			case 'markup': {
				this.#lines.openMarkup();
				break;
			}
		}
	}

	/** Adds to those held the line at `start`, and where it may those below it; gives on the records that end. Answers the offset behind what was taken. */
	add(bytes: Uint8Array, start: number, base: number): number {
		const end = endOfLines(bytes, start, this.#lines.isHoldingJson ? start + blockBytes : start);
		const step = this.#lines.add(bytes.subarray(start, end), base + start);
		for (const {start: from, end: to} of step.records) {
			this.#taker.record(this.#lines.bytes, from, to, this.#lines.offset);
		}

		this.#lines.drop();
		if (step.isDamaged) {
			this.letGo();
		}

		return start + step.takenBytes;
	}

	/** What was held is not what it seemed, or no more will come: its lines, up to the offset `until`, are records of their own. */
	letGo(): void {
		const {hasGiven} = this.#lines;
		const {bytes, length, offset} = this.#lines.release();
		let isFault = false;
		for (let start = 0; start < length;) {
			const found = bytes.indexOf(ascii.newline, start);
			const newline = found === -1 || found > length ? length : found;
			const lineEnd = beforeGap(bytes, start, newline);
			if (!(hasGiven && isStructure(bytes, start, lineEnd))) {
				this.#taker.record(bytes, start, lineEnd, offset);
				isFault = true;
			}

			start = lineEnd === newline ? newline + 1 : lineEnd;
		}

		if (isFault) {
			this.#taker.damage();
		}
	}
}

/** So many bytes are looked at in one go: more would be copied in vain where objects lie one below the other. */
const blockBytes = 4096;

/** The end of the line that has the byte at `from`, its newline included. */
function endOfLines(bytes: Uint8Array, start: number, from: number): number {
	const newline = bytes.indexOf(ascii.newline, Math.max(start, from));
	return newline === -1 ? bytes.length : newline + 1;
}
