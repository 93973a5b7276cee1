import type {ActionId} from '../domain/actions.ts';
import type {Category} from '../domain/category.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {Result} from '../domain/result.ts';
import type {Severity} from '../domain/severity.ts';
import type {GenerationId, SourceId} from '../domain/source.ts';
import type {Instant} from '../domain/time.ts';

/** An event's number in the engine, in order of arrival. Stable for the whole run. */
export type EventId = number;

/** Where a search matched, in UTF-16 units of the named text of the row. */
export type HitRange = {readonly field: 'message' | 'user' | 'devices' | 'action' | 'host'; readonly start: number; readonly end: number};

/** One visible row. These exist only for rows about to be shown or exported; the store keeps columns. */
export type EventRow = {
	readonly id: EventId;
	readonly kind: 'event' | 'gap';
	readonly time: Instant;
	/** Minutes that the clock which wrote the record was ahead of UTC, where its text shows. */
	readonly writtenOffsetMinutes?: number;
	/** True where the record carries no usable time and stands at its neighbour's. */
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
	/** Where in `message` the part begins that action and user do not say already, in UTF-16 units. */
	readonly briefFrom: number;
	/** What the record names beside its action and its user, where a row has no room for the message; empty where it names nothing. Cut to `longestMessage`. */
	readonly gist: Foreign;
	/** True for a line whose end has not been written yet. */
	readonly isProvisional: boolean;
	/** True for a line that was written to a file after it had been rotated away. */
	readonly isLate: boolean;
	readonly isHit: boolean;
	/** The query does not show it: it is there as a neighbour of a hit. */
	readonly isContext?: true;
	/** Events between this row and the one before it that are not shown. */
	readonly hiddenBefore?: number;
	readonly hits: readonly HitRange[];
	/** Notes that people wrote on it. */
	readonly noteCount?: number;
	/** For a note: the event it is on. `absent`: not among what was read; `sought`: not all has been read yet. */
	readonly about?: EventId | 'absent' | 'sought';
};

/** A note as its event shows it; `event` is its own row on the timeline. */
export type NoteOnEvent = {readonly event: EventId; readonly author: Foreign; readonly text: Foreign; readonly written: Foreign};

export type Field = {readonly name: string; readonly value: Foreign};

export type EventDetails = {
	readonly row: EventRow;
	/** The record's own word for its severity. */
	readonly severityWord: Foreign | undefined;
	/** Groups that its devices belong to. */
	readonly groups: readonly Foreign[];
	readonly sourcePath: Foreign;
	/** Where the generation lay when first seen. */
	readonly generationPath: Foreign;
	/** Every field of the record under the names listed in the README; one name may occur more than once. */
	readonly fields: readonly Field[];
	readonly message: Foreign;
	/** The record's bytes without the final newline; undefined when they were let go, with the reason. */
	readonly raw: Uint8Array | undefined;
	readonly rawMissing: string | undefined;
	readonly notes?: readonly NoteOnEvent[];
	/** For a note: the event it is on, cut short. */
	readonly aboutRow?: EventRow;
};
