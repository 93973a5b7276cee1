import {EventDraft} from '../../domain/event-draft.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {ascii} from '../bytes/byte-text.ts';
import type {Intake, IntakeSink, RecordFacts, SourceHints} from '../format.ts';
import {plainTextRow} from '../formats.ts';
import {OpenReaders, type ReaderOptions} from '../open-readers.ts';
import {EventRanges} from './event-ranges.ts';
import {HeldBeginnings} from './held-beginnings.ts';
import {type HeldKind, HeldRecords} from './held-records.ts';
import {tellDamage, tellNoText, tellFaults, tellGap, tellLineEnds} from './intake-faults.ts';
import {joinedToNone} from './joins.ts';
import {LineCut} from './line-cut.ts';
import {canOpenJson, textEnd, textStart} from './line-text.ts';
import {isClosing, isWholeList} from './whole-line.ts';

export type IntakeOptions = ReaderOptions;

/** Opens the way from the bytes of one generation to events. */
export function openIntake(hints: SourceHints, options: IntakeOptions, sink: IntakeSink): Intake {
	return new LineIntake(hints, options, sink);
}

class LineIntake implements Intake {
	readonly #sink: IntakeSink;
	readonly #readers: OpenReaders;
	readonly #draft = new EventDraft();
	readonly #held: HeldRecords;
	readonly #ranges: EventRanges;
	readonly #beginnings = new HeldBeginnings();
	readonly #cut = new LineCut();
	/** The format of the event given on last, to which following lines may belong. */
	#lastFormat = plainTextRow;
	readonly linesPerFormat: readonly number[];

	constructor(hints: SourceHints, options: IntakeOptions, sink: IntakeSink) {
		this.#sink = sink;
		this.#readers = new OpenReaders(hints, options);
		this.linesPerFormat = this.#readers.linesPerFormat;
		this.#ranges = new EventRanges(sink, this.#draft);
		this.#held = new HeldRecords({
			record: (...run) => {
				this.#heldRecord(...run);
			},
			damage() {
				tellDamage(sink);
			},
		});
	}

	/** The line at `lineStart`; `base` is the offset of `bytes` in the generation. Answers the offset behind what was looked at, the line's newline included. */
	#line(bytes: Uint8Array, lineStart: number, base: number): number {
		this.#cut.turnTo(bytes, lineStart);
		const {start, end, lineEnd, nextStart} = this.#cut;
		this.#turnTo(base + lineStart, base + lineEnd, base + nextStart);
		if (bytes[lineStart] === 0) {
			tellGap(this.#sink, bytes, lineStart, lineEnd);
		}

		if (end === start) {
			this.#empty();
			return nextStart;
		}

		const begun = this.#beginnings.of(bytes, start, end, this.#readers.isCsv);
		if (begun === undefined) {
			return this.#text(bytes, start, end, base) ? this.#hold('json', bytes, start, base) : nextStart;
		}

		return this.#hold(begun, bytes, lineStart, base);
	}

	/** Turns to the next line or record. What was kept for it goes with none that begins elsewhere. */
	#turnTo(lineStart: number, lineEnd: number, nextStart = lineEnd + 1): void {
		this.#ranges.turnTo(lineStart, lineEnd, nextStart);
		if (!this.#ranges.isLeadStranded) {
			return;
		}

		this.#giveKept();
		this.#ranges.turnTo(lineStart, lineEnd, nextStart);
	}

	#hold(what: HeldKind, bytes: Uint8Array, start: number, base: number): number {
		this.#held.open(what);
		return this.#held.add(bytes, start, base);
	}

	/** A line by itself: a record, or part of the record above. True where it is none but may begin JSON that is laid out over lines. */
	#text(bytes: Uint8Array, start: number, end: number, base: number): boolean {
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

	/** A line without text belongs to the event above, or to the next one. */
	#empty(): void {
		if (this.#ranges.canGrowLast()) {
			this.#ranges.growLast();
		} else {
			this.#keepForNext('blank');
		}
	}

	/** Gives on what the draft holds, as a new event or as more of the one above. */
	#keep(format: number, bytes: Uint8Array, start: number, end: number): void {
		// A line with a time of its own is an event of its own: only what is surely a continuation disappears into another event.
		const isUnsure = this.#readers.isGeneric(format) && Number.isNaN(this.#draft.timeMicros);
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
		this.#tellMissing(this.#readers.missing(format));
		this.#ranges.add(format, this.#readers.join(format));
		this.#lastFormat = format;
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

	/** A record of several lines, or a line by itself among those held; `end` may lie behind its newline. */
	#heldRecord(bytes: Uint8Array, lineStart: number, end: number, base: number): void {
		const start = textStart(bytes, lineStart, end);
		const textTo = textEnd(bytes, start, end);
		this.#turnTo(base + lineStart, base + (end > lineStart && bytes[end - 1] === ascii.newline ? end - 1 : end));
		if (textTo === start) {
			this.#empty();
		} else {
			this.#keep(this.#readers.read(bytes, start, textTo, this.#draft), bytes, start, textTo);
		}
	}

	/** A file of nothing but empty lines, or of headings, is no single event either. */
	#keepForNext(what: 'text' | 'blank'): void {
		this.#ranges.keepForNext(what);
		if (this.#ranges.isFull) {
			this.#giveKept();
		}
	}

	/** At the end nothing comes below any more: what was kept for the next event goes with the one above, or is one. */
	#giveKept(): void {
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

	/** What the line says so far. */
	#guess(bytes: Uint8Array, start: number, end: number, offsetBytes: number): void {
		const format = this.#readers.read(bytes, start, end, this.#draft);
		this.#finish(format, bytes, start, end);
		this.#ranges.turnTo(offsetBytes, offsetBytes + bytes.length);
		const from = this.#ranges.start;
		this.#sink.add({draft: this.#draft, format, offsetBytes: from, lengthBytes: this.#ranges.end - from, isProvisional: true});
	}

	get isHolding(): boolean {
		return this.#held.isHolding;
	}

	push(bytes: Uint8Array, offsetBytes: number): void {
		if (offsetBytes === 0) {
			tellNoText(this.#sink, bytes);
		}

		this.#beginnings.begin();
		this.#cut.begin(bytes);
		let start = 0;
		while (start < bytes.length) {
			if (this.#held.isHolding) {
				start = this.#held.add(bytes, start, offsetBytes);
				continue;
			}

			const entryEnd = this.#readers.endOfEntry(bytes, start);
			if (entryEnd >= 0) {
				this.#heldRecord(bytes, start, entryEnd, offsetBytes);
				start = entryEnd;
			} else {
				start = this.#line(bytes, start, offsetBytes);
			}
		}
	}

	provisional(bytes: Uint8Array, offsetBytes: number): boolean {
		const start = textStart(bytes, 0, bytes.length);
		const end = textEnd(bytes, start, bytes.length);
		if (this.#held.isHoldingJson ? isClosing(bytes) : isWholeList(bytes.subarray(start, end))) {
			this.push(bytes, offsetBytes);
			return true;
		}

		if (end > start && !this.#held.isHolding) {
			this.#guess(bytes, start, end, offsetBytes);
		}

		return false;
	}

	end(rest: Uint8Array, offsetBytes: number): void {
		if (offsetBytes === 0) {
			tellLineEnds(this.#sink, rest);
		}

		this.push(rest, offsetBytes);
		this.#held.letGo();
		this.#giveKept();
		for (const sentence of this.#readers.missingAtEnd()) {
			this.#sink.missing(sentence);
		}
	}

	describe(format: number, bytes: Uint8Array): RecordFacts {
		return this.#readers.describe(format, bytes);
	}

	message(format: number, bytes: Uint8Array): Foreign {
		return this.#readers.message(format, bytes);
	}
}

const isBlankByte = (byte: number): boolean => byte === ascii.space || byte === ascii.tab;
