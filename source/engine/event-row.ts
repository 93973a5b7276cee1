import type {ActionId} from '../domain/actions.ts';
import type {Category} from '../domain/category.ts';
import type {Field} from '../domain/field.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {Result} from '../domain/result.ts';
import type {Severity} from '../domain/severity.ts';
import type {GenerationId, SourceId} from '../domain/source.ts';
import type {Instant} from '../domain/time.ts';

/** The number of an event in the engine, in order of arrival; it never changes. */
export type EventId = number;

/** Where a search matched, in UTF-16 code units of the named text of the row. */
export type HitRange = {readonly field: 'message' | 'user' | 'devices' | 'action' | 'host'; readonly start: number; readonly end: number};

/** One row of the timeline. Made only for rows to be shown or exported; the store keeps columns. */
export type EventRow = {
	readonly id: EventId;
	readonly kind: 'event' | 'gap';
	readonly time: Instant;
	/** The minutes that the record's clock was ahead of UTC, where the record says so. */
	readonly writtenOffsetMinutes?: number;
	/** The record has no usable time and was given its neighbour's. */
	readonly isTimeBorrowed: boolean;
	readonly severity: Severity;
	readonly category: Category;
	readonly action: ActionId;
	readonly result: Result;
	/** The source's own word for what happened. */
	readonly type: Foreign | undefined;
	readonly user: Foreign | undefined;
	readonly devices: readonly Foreign[];
	readonly host: Foreign | undefined;
	readonly source: SourceId;
	readonly generation: GenerationId;
	readonly generationOrdinal: number;
	readonly offsetBytes: number;
	readonly lengthBytes: number;
	readonly format: string;
	/** The record's text after its header; for a gap, the sentence. Cut to `longestMessage`. */
	readonly message: Foreign;
	readonly messageLength: number;
	/** Where in `message` the part begins that action and user do not already say, in UTF-16 code units. */
	readonly briefFrom: number;
	/** What the record names besides action and user, for rows without room for the message; may be empty. Cut to `longestMessage`. */
	readonly gist: Foreign;
	/** The end of the line has not been written yet. */
	readonly isProvisional: boolean;
	/** The line was written to a file after that had been rotated away. */
	readonly isLate: boolean;
	readonly isHit: boolean;
	/** The query hides it; it is shown as a neighbour of a hit. */
	readonly isContext?: true;
	/** How many events between this row and the one before are not shown. */
	readonly hiddenBefore?: number;
	readonly hits: readonly HitRange[];
	/** The number of notes on it. */
	readonly noteCount?: number;
	/** For a note: the event it is on; `absent` if that was not read, `sought` while reading goes on. */
	readonly about?: EventId | 'absent' | 'sought';
};

/** A note as its event shows it; `event` is the note's own row. */
export type NoteOnEvent = {readonly event: EventId; readonly author: Foreign; readonly text: Foreign; readonly written: Foreign};

export type EventDetails = {
	readonly row: EventRow;
	/** The record's own word for its severity. */
	readonly severityWord: Foreign | undefined;
	/** The groups that its devices belong to. */
	readonly groups: readonly Foreign[];
	readonly sourcePath: Foreign;
	/** The generation's path when first seen. */
	readonly generationPath: Foreign;
	/** Every field of the record under the names listed in the README; one name may occur more than once. */
	readonly fields: readonly Field[];
	readonly message: Foreign;
	/** The record's bytes without the final newline; undefined if they are no longer available, and `rawMissing` says why. */
	readonly raw: Uint8Array | undefined;
	readonly rawMissing: string | undefined;
	readonly notes?: readonly NoteOnEvent[];
	/** For a note: the event it is on, cut short. */
	readonly aboutRow?: EventRow;
};
