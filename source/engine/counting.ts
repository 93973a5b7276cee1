import type {ActionId} from '../domain/actions.ts';
import type {Category} from '../domain/category.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {Severity} from '../domain/severity.ts';
import type {SearchRule} from '../query/case-rule.ts';
import type {SearchTrouble} from '../query/parse-search.ts';
import type {FacetField, Query} from '../query/query.ts';
import type {EventId} from './event-row.ts';

export type FacetsRequest = {
	readonly query: Query;
	readonly fields: readonly FacetWanted[];
};

export type FacetWanted = {
	readonly field: FacetField;
	/** At most this many values, the most frequent first. */
	readonly limit: number;
	/** Fuzzy narrowing of the values, as typed. */
	readonly narrow?: string;
};

export type FacetValue = {readonly value: Foreign; readonly count: number};

export type FacetAnswer = {
	readonly field: FacetField;
	readonly values: readonly FacetValue[];
	/** How many distinct values match `narrow`, listed or not. */
	readonly distinct: number;
};

export type FacetsAnswer = {
	readonly revision: number;
	readonly facets: readonly FacetAnswer[];
	/** Events of each severity, ignoring the query's own severity. */
	readonly severities: Readonly<Record<Severity, number>>;
	/** Events that each kind of user operations would show, ignoring the query's own. */
	readonly userOperations: {readonly exact: number; readonly human: number};
};

/** What events can be grouped by; `hour` is an hour of one day, `2026-03-03 09`. */
export type GroupField = 'user' | 'action' | 'type' | 'device' | 'source' | 'hour';

export type GroupsWanted = {
	/** Of two fields the first has few values. An event with several devices is in the group of each. */
	readonly by: readonly [GroupField] | readonly ['user' | 'action', GroupField];
	readonly of: 'events' | 'gaps';
	/** Only events with one of these actions. */
	readonly actions?: readonly ActionId[];
	readonly category?: Category;
	readonly severity?: Severity;
	/** Only groups that had no event before the query's time, under its other filters; the latest first. Without a time: all groups, in that order. */
	readonly isNew?: true;
	/** Leaves out groups whose values are all empty. */
	readonly isNamed?: true;
	/** Also counts the events of each group by the hour of the day. */
	readonly hasHours?: true;
	/** At most this many groups, the largest first. */
	readonly limit: number;
};

export type GroupsRequest = {
	readonly query: Query;
	readonly wanted: readonly GroupsWanted[];
	/** The zone of all hours. */
	readonly zone: string;
};

export type Group = {
	/** One value for each field of `by`; '' means that the record names none. */
	readonly values: readonly Foreign[];
	readonly count: number;
	readonly firstMicros: number;
	readonly lastMicros: number;
	/** Events by the hour of the day, 0 to 23, where that was wanted. */
	readonly hours?: readonly number[];
};

export type GroupsAnswer = {
	readonly revision: number;
	/** Events that the query shows, gaps not counted. */
	readonly matchedEvents: number;
	/** In the order of `wanted`; `distinct` counts all groups, listed or not. */
	readonly answers: ReadonlyArray<{readonly groups: readonly Group[]; readonly distinct: number}>;
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
	/** The letters of each word need only come in order; searches the newest `mostFuzzyEvents` rows of the filtered timeline. */
	readonly isFuzzy?: true;
	/** The same as in the page's request, so that the strip matches its rows. */
	readonly context?: number;
	/** Where to start. */
	readonly from: {readonly at: 'newest'} | {readonly at: 'event'; readonly event: EventId};
	/** 'here' finds the hit at the start itself or the next older one, or else the nearest newer one. */
	readonly direction: 'here' | 'next' | 'previous';
	/** Answer a long search before it is over, with its progress and with the hit if that has been found. Asking again gives a later answer. */
	readonly isEarly?: true;
};

export type FindAnswer = {
	readonly revision: number;
	/** Hits among the filtered events. */
	readonly hits: number;
	/** False if the search was stopped early (`trouble` says why) or still goes on (`searchedShare` says how far it is). */
	readonly isComplete: boolean;
	/** The share searched so far, 0 to 1, while the search goes on. */
	readonly searchedShare?: number;
	/** The hit that was found; `number` counts from 1 at the oldest, once all before it are counted. The search wraps around at the ends. */
	readonly hit?: {readonly event: EventId; readonly number: number | undefined; readonly hasWrapped: boolean};
	/** How the text was read; undefined for fuzzy searches and where it could not be read. */
	readonly rule?: SearchRule;
	/** Hits per stretch of the filtered timeline's rows, for the strip beside the pane. */
	readonly strip: readonly number[];
	readonly trouble?: SearchTrouble;
};
