import type {EventDraft} from '../domain/event-draft.ts';
import type {Fault} from '../domain/fault.ts';
import type {Field} from '../domain/field.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {AuditLayout} from './appliance/audit-layouts.ts';
import type {EntryFields} from './journald/entry-fields.ts';
import type {JsonMembers} from './json/json-members.ts';
import type {LineMemory} from './line-memory/line-memory.ts';
import type {LineTime} from './line-memory/line-time.ts';

/** What is known about a source before its first record. */
export type SourceHints = {
	/** Offset for times that carry no zone; UTC when absent. IANA name or `+02:00`. */
	readonly zone: string | undefined;
	readonly clockOffsetMs: number;
	readonly yearHint: number | undefined;
	/** Last change of the generation, milliseconds since the epoch: dates without a year lie at or before it. */
	modifiedMs: number;
	/** True while an old record is read again: its time then tells nothing of the order of the file. */
	isLookingBack?: boolean;
	/** Set when dates without a year turned out to fit no one year before `modifiedMs`. */
	hasYearGoneBack?: boolean;
};

/**
One log format: one file in the folder of its kind and one row in `formats.ts`.

`open` makes a reader for one generation, because some formats carry state from line to line (a header line, the year). It is called when a line of that
generation is first asked about.
*/
export type Format = {
	/** As `stats`, exports and `--format` name it: kebab-case. */
	readonly name: string;
	/** As help and README name it. */
	readonly title: string;
	/** How the bytes fall into records. */
	readonly framing: Framing;
	/** Asked only where the user named it: whoever writes a log must not be able to pass for it. */
	readonly isOnlyWhenNamed?: true;
	/** It takes whatever has a certain shape, so that formats which know what the record means are asked first. */
	readonly isGeneric?: true;
	/** Its lines say so little of whose they are that formats which the user brought are asked first, as before those of one shape. */
	readonly givesWay?: true;
	/** The names of those whose records it would take as well. They are asked first even where this one leads; among objects the order of the table always holds. */
	readonly after?: readonly string[];
	/** Every first byte that its records may have, as characters: lines that begin otherwise are never asked about. Any byte when absent; records in JSON begin with a brace or blanks. */
	readonly heads?: string;
	/** Bytes of `line-marks.ts` each of which every record of its has somewhere: lines that lack one are never asked about. */
	readonly marks?: string;
	/** Whether it takes a line may hang on what a number in it is; without it that is so of lines under a heading alone, whose columns may be numbers. */
	readonly hangsOnNumbers?: boolean;
	/** Names of which each of its records has those of one list, whatever else it has: JSON objects that lack them are never asked about. Capitals do not matter. */
	readonly members?: ReadonlyArray<readonly string[]>;
	/** Of the user's formats in JSON: names that its definition speaks of. Of those that may take an object, the one that speaks of most of its names is asked. */
	readonly speaksOf?: readonly string[];
	/** Of the user's formats: whether it is meant for logs at that path; for any when absent. */
	readonly isMeantFor?: (path: Foreign) => boolean;
	/** Some of its lines name the columns of those after them: its reader takes them in by `readHeader`, and is asked about no record before the first of them. */
	readonly hasHeaders?: boolean;
	/** Such lines only stand before its records (what `ausearch` puts between events), which are its own without them too. */
	readonly hasRecordsWithoutHeaders?: boolean;
	/** Every first byte that such lines may have: they are offered to it before any format is asked for a record. */
	readonly headerHeads?: string;
	/** Where any other byte may begin such a line: first bytes that begin none. */
	readonly noHeaderHeads?: string;
	open(kit: ReaderKit): FormatReader;
};

/** What a reader works with. */
export type ReaderKit = {
	readonly hints: SourceHints;
	/** The members of the record at hand, shared by all JSON formats, so that the record is scanned once however many are asked. */
	readonly json: JsonMembers;
	/** The fields of the journal entry at hand: its end is found by walking through them. */
	readonly entry: EntryFields;
	/** Layouts of the console audit log, the user's own first. */
	readonly layouts: readonly AuditLayout[];
	/** Remembers lines of all logs. */
	readonly memory?: LineMemory | undefined;
};

/**
'line': a record is a line, and lines for which `continues` answers true belong to the record above.
'json': a record is a JSON object: one a line, or an element of an array, or of the list in a page object, however it is laid out.
'csv': a record ends at a newline outside quotes (RFC 4180).
'entry': a record is several lines up to an empty one, and a value may hold newlines (a journal export).
*/
export type Framing = 'line' | 'json' | 'csv' | 'entry';

export type FormatReader = {
	/**
	Reads the columns of the record `bytes[start, end)` (no newline at its end) into `draft`, which the caller has cleared.
	False when the record is not of this format: the draft is then as it was. Hot: allocates nothing where it can be helped.
	*/
	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean;
	/** Of plain text: reads what `read` left out, once it is sure that the line is an event by itself and no more of the one above. */
	finish?(bytes: Uint8Array, start: number, end: number, draft: EventDraft): void;
	/** Whether `finish` was not asked about the line at hand when it was read. */
	readonly isUnfinished?: boolean;
	/** Of a reader whose answers to a line hang on its words and on no number but its time: lines that are alike but for their numbers are then read once. Also of one whose answers hang on lines before: what it keeps of them. */
	readonly time?: LineTime;
	/** True when the line cannot begin a record and belongs to the one above (a stack trace). */
	continues?(bytes: Uint8Array, start: number, end: number): boolean;
	/** Takes in a line that names the columns of the records after it. Such a line is no event: its bytes go with the record below. */
	readHeader?(bytes: Uint8Array, start: number, end: number): boolean;
	/** Whether `readHeader` would take the line, without taking it in. */
	isHeader?(bytes: Uint8Array, start: number, end: number): boolean;
	/** Records with the same key are one event (the serial of a Linux audit record); 0 means none. Called after `read`. */
	joinKey?(): number;
	/** Among joined records the columns come from the one that weighs most; asked after `read`. */
	joinWeight?(): number;
	/** Two records of one key and one weight are two events: only the stages of one operation are joined, its start with its end. */
	readonly hasStages?: boolean;
	/** After `read`: a sentence where the record shows that others before it are missing. Asked once a record. */
	missing?(): string | undefined;
	/** The same, when no more records will come. */
	missingAtEnd?(): string | undefined;
	/** Everything the record says; cold. `bytes` is the whole record as `read` saw it, joined lines included. */
	describe(bytes: Uint8Array): RecordFacts;
	/** Its message alone, where that is cheaper; read for every record that is printed as a line. */
	message?(bytes: Uint8Array): Foreign;
};

/** What one record says, for details and exports. */
export type RecordFacts = {
	/** The record's text after its header. */
	readonly message: Foreign;
	/** Where in `message` the part begins that the action does not say already, in UTF-16 units; 0 when absent. */
	readonly briefFrom?: number;
	readonly severityWord: Foreign | undefined;
	/** A name may occur more than once. */
	readonly fields: readonly Field[];
};

/**
What an intake gives on. Rows are numbers that the sink chooses.

Of a generation that is read in lines, every byte but the newline between two events lies in exactly one event: carriage returns, gaps of NULs
(with the event behind them, whose line they begin), byte order marks, empty lines (with the event above; at the head, with the one below) and lines that name columns (with the event below). Only what
stands around the objects of a JSON list or page belongs to none.
*/
export type IntakeSink = {
	/** A new event; the draft is valid only during the call. `format` is the row number in the table of formats. */
	add(event: IntakeEvent): number;
	/** More bytes belong to the event: its record now spans `lengthBytes` from its offset. With a draft, its columns are replaced (never its time). */
	extend(row: number, lengthBytes: number, draft: EventDraft | undefined): void;
	/** Bytes elsewhere in the same generation belong to the event too (interleaved audit records). */
	attach(row: number, offsetBytes: number, lengthBytes: number, draft: EventDraft | undefined): void;
	/** The format itself says that records are missing here (a serial gap). One sentence. */
	missing(sentence: string): void;
	fault(type: Fault['type'], sentence: string): void;
};

export type IntakeEvent = {
	readonly draft: EventDraft;
	readonly format: number;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
	readonly isProvisional: boolean;
};

/** Turns the bytes of one generation into events: framing, recognition, reading, joining. */
export type Intake = {
	/** Whole lines, the first at `offsetBytes` of the generation. Bytes are valid only during the call. */
	push(bytes: Uint8Array, offsetBytes: number): void;
	/** A line without its end; a later `push` or `end` from the same offset replaces the event. True where it is over all the same: its events are settled, and it is not to be given again. */
	provisional(bytes: Uint8Array, offsetBytes: number): boolean;
	/** No more will come; `rest` is a last line without newline. */
	end(rest: Uint8Array, offsetBytes: number): void;
	/** True while lines are held that are records only together with lines to come. */
	readonly isHolding: boolean;
	/** Everything the record says, by the reader that understood it. `bytes` is the whole of an event as the sink was told of it. */
	describe(format: number, bytes: Uint8Array): RecordFacts;
	/** The message of `describe`, and no more. */
	message(format: number, bytes: Uint8Array): Foreign;
	/** Lines per format so far, by row number in the table of formats. */
	readonly linesPerFormat: readonly number[];
};
