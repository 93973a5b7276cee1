import type {Foreign} from '../../domain/foreign.ts';
import {ascii} from '../bytes/byte-text.ts';
import type {Intake, IntakeSink, RecordFacts, SourceHints} from '../format.ts';
import {OpenReaders, type ReaderOptions} from '../open-readers.ts';
import {HeldBeginnings} from './held-beginnings.ts';
import {type HeldKind, HeldRecords} from './held-records.ts';
import {tellDamage, tellNoText, tellGap, tellLineEnds, tellYears} from './intake-faults.ts';
import {LineCut} from './line-cut.ts';
import {textEnd, textStart} from './line-text.ts';
import {RecordEvents} from './record-events.ts';
import {isClosing, isWholeList} from './whole-line.ts';

export type IntakeOptions = ReaderOptions;

/** Opens the way from the bytes of one generation to events. */
export function openIntake(hints: SourceHints, options: IntakeOptions, sink: IntakeSink): Intake {
	return new LineIntake(hints, options, sink);
}

/** Cuts bytes into lines and records, and holds the lines that are a record only together. */
class LineIntake implements Intake {
	readonly #sink: IntakeSink;
	readonly #hints: SourceHints;
	readonly #readers: OpenReaders;
	readonly #events: RecordEvents;
	readonly #held: HeldRecords;
	readonly #beginnings = new HeldBeginnings();
	readonly #cut = new LineCut();
	readonly linesPerFormat: readonly number[];

	constructor(hints: SourceHints, options: IntakeOptions, sink: IntakeSink) {
		this.#sink = sink;
		this.#hints = hints;
		this.#readers = new OpenReaders(hints, options);
		this.linesPerFormat = this.#readers.linesPerFormat;
		this.#events = new RecordEvents(this.#readers, sink);
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
		this.#events.turnTo(base + lineStart, base + lineEnd, base + nextStart);
		if (bytes[lineStart] === 0) {
			tellGap(this.#sink, bytes, lineStart, lineEnd);
		}

		if (end === start) {
			this.#events.empty();
			return nextStart;
		}

		const begun = this.#beginnings.of(bytes, start, end, this.#readers.isCsv);
		if (begun === undefined) {
			return this.#events.line(bytes, start, end, base) ? this.#hold('json', bytes, start, base) : nextStart;
		}

		return this.#hold(begun, bytes, lineStart, base);
	}

	#hold(what: HeldKind, bytes: Uint8Array, start: number, base: number): number {
		this.#held.open(what);
		return this.#held.add(bytes, start, base);
	}

	/** A record of several lines, or a line by itself among those held; `end` may lie behind its newline. */
	#heldRecord(bytes: Uint8Array, lineStart: number, end: number, base: number): void {
		const start = textStart(bytes, lineStart, end);
		const textTo = textEnd(bytes, start, end);
		this.#events.turnTo(base + lineStart, base + (end > lineStart && bytes[end - 1] === ascii.newline ? end - 1 : end));
		if (textTo === start) {
			this.#events.empty();
		} else {
			this.#events.record(bytes, start, textTo);
		}
	}

	get isHolding(): boolean {
		return this.#held.isHolding;
	}

	push(bytes: Uint8Array, offsetBytes: number): void {
		if (offsetBytes === 0) {
			tellNoText(this.#sink, bytes);
		}

		this.#cut.begin(bytes);
		this.#beginnings.begin(this.#cut.searched);
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

		tellYears(this.#sink, this.#hints);
	}

	provisional(bytes: Uint8Array, offsetBytes: number): boolean {
		const start = textStart(bytes, 0, bytes.length);
		const end = textEnd(bytes, start, bytes.length);
		if (this.#held.isHoldingJson ? isClosing(bytes) : isWholeList(bytes.subarray(start, end))) {
			this.push(bytes, offsetBytes);
			return true;
		}

		if (end > start && !this.#held.isHolding) {
			this.#events.guess(bytes, start, end, offsetBytes);
		}

		return false;
	}

	end(rest: Uint8Array, offsetBytes: number): void {
		if (offsetBytes === 0) {
			tellLineEnds(this.#sink, rest);
		}

		this.push(rest, offsetBytes);
		this.#held.letGo();
		this.#events.giveKept();
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
