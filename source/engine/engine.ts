import type {ActionId} from '../domain/actions.ts';
import type {Category} from '../domain/category.ts';
import type {Fault} from '../domain/fault.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {Result} from '../domain/result.ts';
import type {Severity} from '../domain/severity.ts';
import type {GenerationId, SourceDescription, SourceId, SourceStatus} from '../domain/source.ts';
import type {Instant} from '../domain/time.ts';
import type {FacetField, Query} from '../query/query.ts';

/**
The one port through which everything on screen, and every headless run, is asked.

`local/` answers it from files on this machine; a distributed engine may answer it later. Requests and answers are plain values that can be
sent between threads or machines. No caller may depend on which one answers.
*/
export type Engine = {
	/** Starts reading; answers as soon as the sources are known, long before all is read. */
	open(request: OpenRequest): Promise<OpenAnswer>;
	/** A window of the filtered timeline. */
	page(request: PageRequest): Promise<Page>;
	/** Values of the asked fields with the count each would give, the field's own filter ignored. */
	facets(request: FacetsRequest): Promise<FacetsAnswer>;
	/** Filtered events over time. */
	histogram(request: HistogramRequest): Promise<Histogram>;
	/** Walks and counts the hits of a search among the filtered events. A newer find replaces one still running. */
	find(request: FindRequest): Promise<FindAnswer>;
	/** Everything one event says, with its raw bytes. */
	details(request: DetailsRequest): Promise<EventDetails | undefined>;
	/** Streams events to `onBatch`, awaiting it, so that a slow reader slows the engine instead of filling memory. */
	tail(request: TailRequest, onBatch: (batch: readonly EventDetails[]) => Promise<void> | void): Promise<void>;
	/** How every source is doing, and what went wrong. */
	health(): Promise<Health>;
	/** Called when events or health changed, at most about 20 times a second. Returns how to stop. */
	onChange(listener: (change: Change) => void): () => void;
	close(): Promise<void>;
};

/** An event's number in the engine, in order of arrival. Stable for the whole run. */
export type EventId = number;

export type SourceOptions = {
	/** IANA name or offset such as `+02:00` for times without a zone; UTC when absent. */
	readonly zone?: string;
	/** Added to every time of the source, milliseconds. */
	readonly clockOffsetMs?: number;
	readonly yearHint?: number;
	/** Name of the format to use for every record. */
	readonly format?: string;
};

export type OpenRequest = {
	/** Files, folders and glob patterns. */
	readonly paths: readonly string[];
	/** False: read what is there and stop. */
	readonly isFollowing: boolean;
	/** For all sources, unless `perSource` has the path. */
	readonly options: SourceOptions;
	readonly perSource?: Readonly<Record<string, SourceOptions>>;
	/** Text of user-given audit layouts (YAML or JSON), already read from its file. */
	readonly layoutsText?: string;
};

export type OpenAnswer = {readonly sources: readonly SourceDescription[]; readonly faults: readonly Fault[]};

/** `rowIndex` counts rows of the filtered timeline, gap rows included, from 0 at the oldest. */
export type Anchor =
	| {readonly at: 'newest'}
	| {readonly at: 'oldest'}
	/** Falls to the nearest row in time where the query does not show that event. */
	| {readonly at: 'event'; readonly event: EventId}
	| {readonly at: 'time'; readonly micros: number}
	| {readonly at: 'index'; readonly rowIndex: number};

export type PageRequest = {
	readonly query: Query;
	readonly anchor: Anchor;
	/** Rows before and after the anchor's own row; the engine shifts the window to stay inside the timeline. */
	readonly before: number;
	readonly after: number;
	/** When given, rows say whether and where they match. */
	readonly search?: string;
	/** Messages are cut to this many characters; their full length is told. */
	readonly longestMessage: number;
};

export type Page = {
	readonly revision: number;
	/** Events known to the engine, gaps not counted. */
	readonly totalEvents: number;
	/** Events the query shows, gaps not counted. */
	readonly matchedEvents: number;
	/** Rows of the filtered timeline, gaps counted. */
	readonly totalRows: number;
	/** Row index of `rows[0]` and of the anchor. */
	readonly firstIndex: number;
	readonly anchorIndex: number;
	readonly rows: readonly EventRow[];
	/** First and last time among all events, undefined while there are none. */
	readonly firstMicros: number | undefined;
	readonly lastMicros: number | undefined;
	/** A keyword or search that cannot be read: the query without it was answered. */
	readonly trouble?: SearchTrouble;
};

/** Why search text cannot be read. `column` counts characters from 0. */
export type SearchTrouble = {readonly sentence: string; readonly column: number};

/** Where a search matched, in UTF-16 units of the named text of the row. */
export type HitRange = {readonly field: 'message' | 'user' | 'devices' | 'action' | 'host'; readonly start: number; readonly end: number};

/** One visible row. These exist only for rows about to be shown or exported; the store keeps columns. */
export type EventRow = {
	readonly id: EventId;
	readonly kind: 'event' | 'gap';
	readonly time: Instant;
	/** True where the record carries no usable time and stands at its neighbour's. */
	readonly isTimeBorrowed: boolean;
	readonly severity: Severity;
	readonly category: Category;
	readonly action: ActionId;
	readonly result: Result;
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
	/** True for a line whose end has not been written yet. */
	readonly isProvisional: boolean;
	/** True for a line that was written to a file after it had been rotated away. */
	readonly isLate: boolean;
	readonly isHit: boolean;
	readonly hits: readonly HitRange[];
};

export type Field = {readonly name: string; readonly value: Foreign};

export type EventDetails = {
	readonly row: EventRow;
	/** The record's own word for its severity. */
	readonly severityWord: Foreign | undefined;
	readonly sourcePath: Foreign;
	/** Where the generation lay when first seen. */
	readonly generationPath: Foreign;
	/** Every field of the record under the names listed in the README; one name may occur more than once. */
	readonly fields: readonly Field[];
	readonly message: Foreign;
	/** The record's bytes without the final newline; undefined when they were let go, with the reason. */
	readonly raw: Uint8Array | undefined;
	readonly rawMissing: string | undefined;
};

export type FacetsRequest = {
	readonly query: Query;
	readonly fields: readonly FacetWanted[];
};

export type FacetWanted = {
	readonly field: FacetField;
	/** Most frequent first, at most so many. */
	readonly limit: number;
	/** Fuzzy narrowing of the values, as typed. */
	readonly narrow?: string;
};

export type FacetValue = {readonly value: Foreign; readonly count: number};

export type FacetAnswer = {
	readonly field: FacetField;
	readonly values: readonly FacetValue[];
	/** Distinct values that fit `narrow`, shown or not. */
	readonly distinct: number;
};

export type FacetsAnswer = {
	readonly revision: number;
	readonly facets: readonly FacetAnswer[];
	/** Events of each severity, the query's own severity ignored. */
	readonly severities: Readonly<Record<Severity, number>>;
	/** Events that the User Operations toggle would show, itself ignored. */
	readonly userOperations: {readonly exact: number; readonly human: number};
};

export type HistogramRequest = {
	readonly query: Query;
	readonly buckets: number;
	/** Microseconds; by default the range of the filtered events. */
	readonly range?: {readonly fromMicros: number; readonly toMicros: number};
};

export type Histogram = {
	readonly revision: number;
	readonly fromMicros: number;
	readonly toMicros: number;
	/** Events per bucket; `alerts` and `notices` are parts of `counts`. */
	readonly counts: readonly number[];
	readonly notices: readonly number[];
	readonly alerts: readonly number[];
	/** Gap rows per bucket. */
	readonly gaps: readonly number[];
};

export type FindRequest = {
	readonly query: Query;
	readonly search: string;
	/** Where to walk from; the hit at or after (before) it is answered. 'newest' starts at the end. */
	readonly from: {readonly at: 'newest'} | {readonly at: 'event'; readonly event: EventId};
	/** 'here' answers the hit at the anchor itself or the next older one. */
	readonly direction: 'here' | 'next' | 'previous';
};

export type FindAnswer = {
	readonly revision: number;
	/** Hits among the filtered events. */
	readonly hits: number;
	/** False when the search was stopped before it had seen everything; `trouble` says why. */
	readonly isComplete: boolean;
	/** The hit walked to, counted from 1 at the oldest. Wraps round at the ends. */
	readonly hit?: {readonly event: EventId; readonly number: number; readonly hasWrapped: boolean};
	/** Hits per bucket of the filtered timeline by row, for the strip beside the pane. */
	readonly strip: readonly number[];
	readonly trouble?: SearchTrouble;
};

export type DetailsRequest = {readonly event: EventId};

export type TailRequest = {
	readonly query: Query;
	/** 'time': everything read so far has been read, then timeline order, then the end. 'arrival': each source in its own order as lines arrive, for ever. */
	readonly order: 'time' | 'arrival';
	readonly batch: number;
	readonly signal?: AbortSignal;
};

export type FormatShare = {
	readonly format: string;
	/** Lines this format understood. */
	readonly lines: number;
};

export type SourceHealth = SourceStatus & {
	readonly description: SourceDescription;
	readonly events: number;
	readonly formats: readonly FormatShare[];
	/** Share of lines, 0..1, that the leading format of the source understood. */
	readonly confidence: number;
	/** Lines that only the plain-text format took. */
	readonly unparsedLines: number;
};

export type FaultCount = {readonly fault: Fault; readonly count: number};

export type Health = {
	readonly revision: number;
	readonly sources: readonly SourceHealth[];
	/** Alike faults are one row with a count; the newest last. */
	readonly faults: readonly FaultCount[];
	/** True when every source has been read to its present end. */
	readonly isCaughtUp: boolean;
	/** Bytes read and bytes known, for "READING 43 %". */
	readonly readBytes: number;
	readonly totalBytes: number;
	/** Rough memory held by columns and retained bytes. */
	readonly heldBytes: number;
};

export type Change = {readonly revision: number; readonly totalEvents: number; readonly isCaughtUp: boolean};

