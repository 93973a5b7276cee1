import {longestLineBytes} from '../../domain/limits.ts';
import {ascii} from '../bytes/byte-text.ts';
import {EventMarkup} from '../windows/event-markup.ts';
import {EntryWalk} from '../journald/journal-entry.ts';
import {type Found, JsonDocument} from '../json/json-document.ts';
import {hasOpenQuote} from './line-text.ts';

/** What lines did to those held. */
export type HeldStep = {
	/** Records that the lines ended, counted from the start of `bytes`. */
	readonly records: readonly Found[];
	/** How many of the bytes added were taken: what lies behind is not held. */
	readonly takenBytes: number;
	/** True when what is held cannot become records any more. */
	readonly isDamaged: boolean;
};

/** Room for held lines is kept for the next ones up to so many bytes: a log of nothing but open brackets holds anew at every line. */
const keptBytes = 65_536;

/** Lines of one quoted value; a quote that is never closed shall not swallow a log. */
const mostQuotedLines = 200;

/** Lines that are records only together: JSON laid out over lines, comma-separated values with newlines in quotes, entries of a journal export, and Windows' events in XML. */
export class HeldLines {
	#used = 0;
	#lines = 0;
	#document: JsonDocument | undefined;
	#isOpenQuote = false;
	#entry: EntryWalk | undefined;
	#markup: EventMarkup | undefined;
	#kind: 'none' | 'json' | 'csv' | 'entry' | 'markup' = 'none';
	/** True once what is held has given a record: the rest is marks of a list then, not lines of its own. */
	hasGiven = false;
	bytes = new Uint8Array(0);
	length = 0;
	/** Offset of the first held byte in the generation. */
	offset = 0;

	#addJson(from: number): HeldStep {
		const document = this.#document!;
		const records: Found[] = [];
		const walked = document.walk(this.bytes, this.length, records);
		this.#used = records.at(-1)?.end ?? 0;
		this.hasGiven ||= records.length > 0;
		if (walked === 'open') {
			return {records, takenBytes: this.length - from, isDamaged: false};
		}

		if (walked === 'closed') {
			this.length = document.at;
			this.#close();
			return {records, takenBytes: this.length - from, isDamaged: false};
		}

		this.length = walked === 'damaged' ? this.#endOfDamage(document.at, from) : document.at + 1;
		return {records, takenBytes: this.length - from, isDamaged: true};
	}

	/** Damage goes up to the end of its line; a line of which nothing was used may be the beginning of something else, and is not taken. */
	#endOfDamage(at: number, from: number): number {
		const newlineBefore = at === 0 ? -1 : this.bytes.lastIndexOf(ascii.newline, at - 1);
		const lineStart = Math.max(newlineBefore + 1, from);
		const newline = this.bytes.subarray(0, this.length).indexOf(ascii.newline, at);
		const lineEnd = newline === -1 ? this.length : newline + 1;
		return lineStart > this.#used ? lineStart : lineEnd;
	}

	#addCsv(line: Uint8Array): HeldStep {
		this.#isOpenQuote = hasOpenQuote(line, 0, line.length) !== this.#isOpenQuote;
		return this.#isOpenQuote ? {records: [], takenBytes: line.length, isDamaged: this.#lines > mostQuotedLines || this.length > longestLineBytes} : this.#endedWith(line);
	}

	#addEntry(line: Uint8Array): HeldStep {
		const walked = this.#entry!.walk(this.bytes, this.length);
		return walked === 'ended' ? this.#endedWith(line) : {records: [], takenBytes: line.length, isDamaged: walked === 'damaged'};
	}

	#addMarkup(line: Uint8Array): HeldStep {
		const records: Found[] = [];
		const walked = this.#markup!.walk(this.bytes, this.length, records);
		this.#used = records.at(-1)?.end ?? 0;
		this.hasGiven ||= records.length > 0;
		if (walked === 'closed') {
			this.#close();
		}

		return {records, takenBytes: line.length, isDamaged: walked === 'damaged' || walked === 'too-long'};
	}

	/** The line is the last of one record. */
	#endedWith(line: Uint8Array): HeldStep {
		const records = [{start: 0, end: this.length}];
		this.#close();
		return {records, takenBytes: line.length, isDamaged: false};
	}

	#close(): void {
		this.#entry = undefined;
		this.#markup = undefined;
		this.#kind = 'none';
		this.#document = undefined;
		this.#used = 0;
		this.#lines = 0;
	}

	#append(line: Uint8Array): void {
		if (this.length + line.length > this.bytes.length) {
			const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + line.length, 4096));
			larger.set(this.bytes.subarray(0, this.length));
			this.bytes = larger;
		}

		this.bytes.set(line, this.length);
		this.length += line.length;
	}

	get isHolding(): boolean {
		return this.#kind !== 'none';
	}

	openJson(): void {
		this.hasGiven = false;
		this.#document = new JsonDocument();
		this.#kind = 'json';
	}

	openCsv(): void {
		this.hasGiven = false;
		this.#isOpenQuote = false;
		this.#kind = 'csv';
	}

	openEntry(): void {
		this.hasGiven = false;
		this.#entry = new EntryWalk();
		this.#kind = 'entry';
	}

	openMarkup(): void {
		this.hasGiven = false;
		this.#markup = new EventMarkup();
		this.#kind = 'markup';
	}

	/** JSON is taken many lines at once. */
	get isHoldingJson(): boolean {
		return this.#kind === 'json';
	}

	/** Adds the lines, or the line, that lie at `offset` in the generation. */
	add(lines: Uint8Array, offset: number): HeldStep {
		const from = this.length;
		this.offset = from === 0 ? offset : this.offset;
		this.#append(lines);
		this.#lines++;
		switch (this.#kind) {
			case 'csv': {
				return this.#addCsv(lines);
			}

			case 'entry': {
				return this.#addEntry(lines);
			}

			case 'markup': {
				return this.#addMarkup(lines);
			}

			case 'json':
			case 'none': {
				return this.#addJson(from);
			}
		}
	}

	/** Lets the bytes of given records go, and everything when nothing is open. */
	drop(): void {
		if (this.#kind === 'none' || this.#used === 0) {
			this.length = this.#kind === 'none' ? 0 : this.length;
			return;
		}

		this.bytes.copyWithin(0, this.#used, this.length);
		this.length -= this.#used;
		this.offset += this.#used;
		this.#document?.drop(this.#used);
		this.#markup?.drop(this.#used);
		this.#used = 0;
	}

	/** Stops holding and gives back what was held; the bytes are valid until more are added. */
	release(): {readonly bytes: Uint8Array; readonly length: number; readonly offset: number} {
		const {bytes, length, offset} = this;
		this.#close();
		this.bytes = bytes.length > keptBytes ? new Uint8Array(0) : bytes;
		this.length = 0;
		return {bytes, length, offset};
	}
}
