import type {EventDraft} from '../domain/event-draft.ts';
import type {Foreign} from '../domain/foreign.ts';
import {longestLineBytes} from '../domain/limits.ts';
import {auditLayouts, type AuditLayout} from './appliance/audit-layouts.ts';
import type {Format, FormatReader, RecordFacts, SourceHints} from './format.ts';
import {formats as builtIn} from './formats.ts';
import {isEntryHead} from './journald/journal-entry.ts';
import {type Join, joinOf} from './intake/joins.ts';
import type {LineMemory} from './line-memory/line-memory.ts';
import {withStatesKept} from './line-memory/line-time.ts';
import {Readers} from './readers.ts';
import {Recogniser} from './recognise.ts';
import {textOfRecord} from './intake/record-text.ts';

export type ReaderOptions = {
	/** The table of formats, the user's own behind the house's; the house's alone when absent. */
	readonly formats?: readonly Format[];
	/** Remembers lines of all logs, so that those alike are read once; every line is read where it is absent. */
	readonly memory?: LineMemory;
	/** Name of the format to use for every record, instead of finding out. */
	readonly override?: string;
	/** The user's own layouts of the console audit log; they are tried before the known ones. */
	readonly layouts?: readonly AuditLayout[];
};

/** The formats as one generation is read by them: what a line is, and what it says. Formats are told by their row numbers. */
export class OpenReaders {
	readonly #hints: SourceHints;
	readonly #formats: readonly Format[];
	readonly #readers: Readers;
	readonly #headed: HeadedRows;
	/** By row, 1 for formats that take anything of one shape. */
	readonly #generic: Uint8Array;
	readonly #recogniser: Recogniser;
	/** True once a header of comma-separated columns was read: quotes may then span lines. */
	isCsv = false;
	/** Lines per format so far. */
	readonly linesPerFormat: number[];

	constructor(hints: SourceHints, {formats = builtIn, override, layouts = [], memory}: ReaderOptions) {
		this.#hints = hints;
		this.#formats = formats;
		this.#readers = new Readers({formats, hints, layouts: [...layouts, ...auditLayouts], memory: layouts.length === 0 ? memory : undefined});
		this.#headed = headedRowsOf(formats);
		this.#generic = Uint8Array.from(formats, ({isGeneric}) => isGeneric === true ? 1 : 0);
		this.#recogniser = new Recogniser(formats, this.#readers, formats.findIndex(({name}) => name === override));
		this.linesPerFormat = formats.map(() => 0);
	}

	#isTaken(rows: readonly number[], bytes: Uint8Array, start: number, end: number): boolean {
		for (const row of rows) {
			if (this.#readers.at(row).readHeader?.(bytes, start, end) === true) {
				this.isCsv = this.#formats[row]!.framing === 'csv';
				this.#recogniser.open(row);
				this.count(row);
				return true;
			}
		}

		return false;
	}

	/** Reads a record once more. */
	#lookBack<Told>(format: number, bytes: Uint8Array, tell: (reader: FormatReader, text: Uint8Array) => Told): Told {
		const reader = this.#readers.at(format);
		this.#readers.forgetRecord();
		this.#hints.isLookingBack = true;
		const told = withStatesKept([reader], () => tell(reader, textOfRecord(bytes, {
			above: (line, start, end) => this.#headed.possible[line[start]!]!.some(row => isHeaderOf(this.#readers.at(row), line, start, end)),
			below: (line, start, end) => isHeaderOf(reader, line, start, end),
		})));
		this.#hints.isLookingBack = false;
		return told;
	}

	/** The format that understands the record, whose columns the draft then holds. Of a line longer than any may be, its beginning counts. */
	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): number {
		this.#readers.forgetRecord();
		const format = this.#recogniser.read(bytes, start, Math.min(end, start + longestLineBytes), draft);
		this.#readers.forgetEntry();
		return format;
	}

	/** Does what reads a line that is not to its end yet: how the next is read hangs on nothing in it. */
	guess(read: () => number): number {
		return withStatesKept(this.#readers.opened, read);
	}

	/** Where the journal entry that begins at `start` ends, its empty line included; -1 where none begins, or not all of it is there. It is to be read next. */
	endOfEntry(bytes: Uint8Array, start: number): number {
		return isEntryHead(bytes, start, bytes.length) ? this.#readers.entry.endFrom(bytes, start) : -1;
	}

	/** Reads what plain text left out of the line that it read last. */
	finishText(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		this.#recogniser.finish(bytes, start, Math.min(end, start + longestLineBytes), draft);
	}

	/** The line that plain text read last is more of the event above. */
	leaveText(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void {
		this.#recogniser.leave(bytes, start, Math.min(end, start + longestLineBytes), draft);
	}

	/** Whether the line names columns for a format that knows it by its first byte; that format has then taken them in. */
	takesKnownHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return this.#isTaken(this.#headed.known[bytes[start]!]!, bytes, start, end);
	}

	/** The same for any format. */
	takesHeader(bytes: Uint8Array, start: number, end: number): boolean {
		return this.#isTaken(this.#headed.possible[bytes[start]!]!, bytes, start, end);
	}

	/** Counts a line for its format. */
	count(format: number): void {
		this.linesPerFormat[format]!++;
		this.#recogniser.count(format);
	}

	/** True when the line cannot begin a record and belongs to the one above, which is of this format. */
	continues(format: number, bytes: Uint8Array, start: number, end: number): boolean {
		return this.#readers.at(format).continues?.(bytes, start, end) === true;
	}

	isGeneric(format: number): boolean {
		return this.#generic[format] === 1;
	}

	/** Whether records of the format belong to no others, and tell of none: `join` and `missing` need not be asked. */
	isAlone(format: number): boolean {
		return this.#readers.isAlone(format);
	}

	/** How the record read last belongs to others. */
	join(format: number): Join {
		return joinOf(this.#readers.at(format));
	}

	/** A sentence where the record read last shows that others before it are missing. */
	missing(format: number): string | undefined {
		return this.#readers.at(format).missing?.();
	}

	/** The same of every format, when no more records will come. */
	missingAtEnd(): readonly string[] {
		return this.#readers.opened.flatMap(reader => reader.missingAtEnd?.() ?? []);
	}

	/** Everything the record says. `bytes` is the whole of an event. */
	describe(format: number, bytes: Uint8Array): RecordFacts {
		return this.#lookBack(format, bytes, (reader, text) => reader.describe(text));
	}

	/** The message of `describe`, and no more. */
	message(format: number, bytes: Uint8Array): Foreign {
		return this.#lookBack(format, bytes, (reader, text) => reader.message?.(text) ?? reader.describe(text).message);
	}
}

const isHeaderOf = (reader: FormatReader, line: Uint8Array, start: number, end: number): boolean => reader.isHeader?.(line, start, end) === true;

/** By the first byte of a line, the rows whose formats know that lines which name columns begin so; and those that may take it for one at all. */
type HeadedRows = {readonly known: ReadonlyArray<readonly number[]>; readonly possible: ReadonlyArray<readonly number[]>};

/** The same for all files that are read by one table. */
const knownHeadedRows = new WeakMap<readonly Format[], HeadedRows>();

function headedRowsOf(formats: readonly Format[]): HeadedRows {
	const known = knownHeadedRows.get(formats) ?? headedRowsByHead(formats);
	knownHeadedRows.set(formats, known);
	return known;
}

function headedRowsByHead(formats: readonly Format[]): HeadedRows {
	const all = formats.keys().filter(row => formats[row]!.hasHeaders).toArray();
	const possible = Array.from({length: 256}, (_, byte) => all.filter(row => canBeginHeader(formats[row]!, String.fromCharCode(byte))));
	return {known: possible.map(rows => rows.filter(row => formats[row]!.headerHeads !== undefined)), possible};
}

const canBeginHeader = ({headerHeads, noHeaderHeads = ''}: Format, byte: string): boolean => headerHeads === undefined ? !noHeaderHeads.includes(byte) : headerHeads.includes(byte);
