import type {SearchTrouble} from '../query/parse-search.ts';
import type {Query} from '../query/query.ts';
import type {EventId, EventRow} from './event-row.ts';

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
	/** The search is fuzzy: letters in order, among the newest rows shown. */
	readonly isFuzzy?: true;
	/** So many rows before and after each hit of the search are shown whatever the query says; without a search around each event that the query shows. */
	readonly context?: number;
	/** Messages are cut to this many characters; their full length is told. */
	readonly longestMessage: number;
};

export type Page = {
	readonly revision: number;
	/** All that was there had been read when this was asked: what lies at a time, or first, will lie there still. */
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
	/** Rows that are there only as neighbours of a hit; undefined where none were asked for, or there were more hits than `mostHits` allows. */
	readonly context?: {readonly rows: number} | {readonly mostHits: number};
	/** A keyword or search that cannot be read: the query without it was answered. */
	readonly trouble?: SearchTrouble;
};

export type DetailsRequest = {readonly event: EventId};

export type TailRequest = {
	readonly query: Query;
	/** 'time': everything read so far has been read, then timeline order, then the end. 'arrival': each source in its own order as lines arrive, for ever. */
	readonly order: 'time' | 'arrival';
	/** Events given on together, at most; fewer where records are long. */
	readonly batch: number;
	/**
	What is told of each event beside its row: everything by default. 'raw' leaves message, fields and the record's own words empty, which spares reading
	the record; 'message' tells the message and nothing else.
	*/
	readonly wants?: 'raw' | 'message' | 'everything';
	/** In the order of arrival: only events from this number on. */
	readonly from?: EventId;
	readonly signal?: AbortSignal;
};
