import {EventDraft} from '../../domain/event-draft.ts';
import {ascii} from '../bytes/byte-text.ts';
import type {IntakeSink} from '../format.ts';
import {plainTextRow} from '../formats.ts';
import type {OpenReaders} from '../open-readers.ts';
import {EventRanges} from './event-ranges.ts';
import {tellFaults} from './intake-faults.ts';
import {joinedToNone} from './joins.ts';
import {canOpenJson} from './line-text.ts';

/** Makes events of lines and records: each is one of its own, goes on with the one above, or is kept for the one below. */
export class RecordEvents {
	readonly #readers: OpenReaders;
	readonly #sink: IntakeSink;
	readonly #draft = new EventDraft();
	readonly #ranges: EventRanges;
	/** The format of the event given on last, to which following lines may belong. */
	#lastFormat = plainTextRow;

	constructor(readers: OpenReaders, sink: IntakeSink) {
		this.#readers = readers;
		this.#sink = sink;
		this.#ranges = new EventRanges(sink, this.#draft);
	}

	/** Gives on what the draft holds, as a new event or as more of the one above. */
	#keep(format: number, bytes: Uint8Array, start: number, end: number): void {
		// A line with a time of its own is an event of its own: only what is surely a continuation disappears into another event.
		const isUnsure = Number.isNaN(this.#draft.timeMicros) && this.#readers.isGeneric(format);
		if (isUnsure && this.#continuesLast(bytes, start, end)) {
			if (format === plainTextRow) {
				this.#readers.leaveText(bytes, start, end, this.#draft);
			}

			this.#extendLast();
			return;
		}

		if (format === plainTextRow && this.#readers.takesHeader(bytes, start, end)) {
			this.#keepForNext('text');
			return;
		}

		this.#finish(format, bytes, start, end);
		this.#readers.count(format);
		tellFaults(this.#sink, this.#draft, end - start);
		this.#add(format);
		this.#lastFormat = format;
	}

	#add(format: number): void {
		if (this.#readers.isAlone(format)) {
			this.#ranges.add(format, joinedToNone);
			return;
		}

		this.#tellMissing(this.#readers.missing(format));
		this.#ranges.add(format, this.#readers.join(format));
	}

	/** Most lines without a time are part of the event above: nobody and no device is looked for in them. */
	#finish(format: number, bytes: Uint8Array, start: number, end: number): void {
		if (format === plainTextRow) {
			this.#readers.finishText(bytes, start, end, this.#draft);
		}
	}

	#continuesLast(bytes: Uint8Array, start: number, end: number): boolean {
		return this.#ranges.canGrowLast() && this.#readers.continues(this.#lastFormat, bytes, start, end);
	}

	#extendLast(): void {
		this.#ranges.growLast();
		this.#readers.count(this.#lastFormat);
	}

	#tellMissing(sentence: string | undefined): void {
		if (sentence !== undefined) {
			this.#sink.missing(sentence);
		}
	}

	/** A file of nothing but empty lines, or of headings, is no single event either. */
	#keepForNext(what: 'text' | 'blank'): void {
		this.#ranges.keepForNext(what);
		if (this.#ranges.isFull) {
			this.giveKept();
		}
	}

	/** Turns to the next line or record. What was kept for it goes with none that begins elsewhere. */
	turnTo(lineStart: number, lineEnd: number, nextStart = lineEnd + 1): void {
		this.#ranges.turnTo(lineStart, lineEnd, nextStart);
		if (!this.#ranges.isLeadStranded) {
			return;
		}

		this.giveKept();
		this.#ranges.turnTo(lineStart, lineEnd, nextStart);
	}

	/** A line by itself: a record, or part of the record above. True where it is none but may begin JSON that is laid out over lines; `base` is the offset of `bytes` in the generation. */
	line(bytes: Uint8Array, start: number, end: number, base: number): boolean {
		if (this.#readers.takesKnownHeader(bytes, start, end)) {
			this.#keepForNext('text');
			return false;
		}

		// No format's record begins with a blank, so an indented line need not be asked about first.
		if (isBlankByte(bytes[start]!) && this.#continuesLast(bytes, start, end)) {
			this.#extendLast();
			return false;
		}

		const format = this.#readers.read(bytes, start, end, this.#draft);
		if (format === plainTextRow && canOpenJson(bytes, start, end)) {
			this.#ranges.keepHead(base + start);
			return true;
		}

		this.#keep(format, bytes, start, end);
		return false;
	}

	/** A whole record of several lines, or a line by itself among those that were held. */
	record(bytes: Uint8Array, start: number, end: number): void {
		this.#keep(this.#readers.read(bytes, start, end, this.#draft), bytes, start, end);
	}

	/** A line without text belongs to the event above, or to the next one. */
	empty(): void {
		if (this.#ranges.canGrowLast()) {
			this.#ranges.growLast();
		} else {
			this.#keepForNext('blank');
		}
	}

	/** What a line that is still being written says so far. */
	guess(bytes: Uint8Array, start: number, end: number, offsetBytes: number): void {
		const format = this.#readers.guess(() => {
			const row = this.#readers.read(bytes, start, end, this.#draft);
			this.#finish(row, bytes, start, end);
			return row;
		});
		this.#ranges.turnTo(offsetBytes, offsetBytes + bytes.length);
		const from = this.#ranges.start;
		this.#sink.add({draft: this.#draft, format, offsetBytes: from, lengthBytes: this.#ranges.end - from, isProvisional: true});
	}

	/** At the end nothing comes below any more: what was kept for the next event goes with the one above, or is one. */
	giveKept(): void {
		if (!this.#ranges.turnToKept()) {
			return;
		}

		if (this.#ranges.canGrowLast()) {
			this.#ranges.growLast();
		} else {
			this.#draft.clear();
			this.#ranges.add(plainTextRow, joinedToNone);
		}
	}
}

const isBlankByte = (byte: number): boolean => byte === ascii.space || byte === ascii.tab;
