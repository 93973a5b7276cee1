import type {SearchTrouble} from '../query/parse-search.ts';
import type {Query} from '../query/query.ts';
import type {EventId, EventRow} from './event-row.ts';

/** A row of the filtered timeline. `rowIndex` counts its rows, gaps included, from 0 at the oldest. */
export type Anchor =
	| {readonly at: 'newest'}
	| {readonly at: 'oldest'}
	/** Means the nearest row in time where the query does not show that event. */
	| {readonly at: 'event'; readonly event: EventId}
	| {readonly at: 'time'; readonly micros: number}
	| {readonly at: 'index'; readonly rowIndex: number};

export type PageRequest = {
	readonly query: Query;
	readonly anchor: Anchor;
	/** Rows before and after the anchor's own row; the engine shifts the window to stay inside the timeline. */
	readonly before: number;
	readonly after: number;
	/** Makes rows say whether and where they match. */
	readonly search?: string;
	/** The search is fuzzy: letters in order, among the newest rows. */
	readonly isFuzzy?: true;
	/** Show this many rows before and after each hit in spite of the query; without a search, around each event that the query shows. */
	readonly context?: number;
	/** Messages are cut to this many characters; `messageLength` tells their full length. */
	readonly longestMessage: number;
};

export type Page = {
	readonly revision: number;
	/** Everything had been read when this was answered, so the first event and the event at a time are final. */
	readonly isCaughtUp: boolean;
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
	/** The number of rows shown only as neighbours of a hit, or the most hits that context is given for if there were more; undefined if no context was asked for. */
	readonly context?: {readonly rows: number} | {readonly mostHits: number};
	/** A keyword or search that could not be read; the answer ignores it. */
	readonly trouble?: SearchTrouble;
};

export type DetailsRequest = {readonly event: EventId};

export type TailRequest = {
	readonly query: Query;
	/** 'time': waits until everything is read, gives the events in timeline order, and ends. 'arrival': gives the events of each source in order as they arrive, until aborted. */
	readonly order: 'time' | 'arrival';
	/** The most events per batch; fewer where records are long. */
	readonly batch: number;
	/**
	What each event has besides its row, by default everything. 'raw' leaves message, fields and the record's own words empty, which saves parsing the record;
	'message' gives only the message.
	*/
	readonly wants?: 'raw' | 'message' | 'everything';
	/** With 'arrival': only events from this number on. */
	readonly from?: EventId;
	readonly signal?: AbortSignal;
};
