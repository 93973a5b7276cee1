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

/** What events can be gathered by; `hour` is an hour of one day, `2026-03-03 09`. */
export type GroupField = 'user' | 'action' | 'type' | 'device' | 'source' | 'hour';

export type GroupsWanted = {
	/** Of two the first has few values. An event with several devices is in the group of each. */
	readonly by: readonly [GroupField] | readonly ['user' | 'action', GroupField];
	readonly of: 'events' | 'gaps';
	/** Only events with one of these actions. */
	readonly actions?: readonly ActionId[];
	readonly category?: Category;
	readonly severity?: Severity;
	/** Only groups that no event before the query's time is of, whatever of its other filters they pass; those that came last first. Without a time: all, in that order. */
	readonly isNew?: true;
	/** Groups of which nothing is named ('') are left out. */
	readonly isNamed?: true;
	/** Largest first, at most so many. */
	readonly limit: number;
};

export type GroupsRequest = {
	readonly query: Query;
	readonly wanted: readonly GroupsWanted[];
	/** Whose hours are meant. */
	readonly zone: string;
};

export type Group = {
	/** One for each field of `by`; '' stands for "the record names none". */
	readonly values: readonly Foreign[];
	readonly count: number;
	readonly firstMicros: number;
	readonly lastMicros: number;
};

export type GroupsAnswer = {
	readonly revision: number;
	/** Events that the query shows, gaps not counted. */
	readonly matchedEvents: number;
	/** In the order asked for; `distinct` counts the groups there are, listed or not. */
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
	/** Its words are letters in order, looked for among the newest `mostFuzzyEvents` rows of the filtered timeline. */
	readonly isFuzzy?: true;
	/** As the page that the strip stands beside was asked for. */
	readonly context?: number;
	/** Where to walk from; the hit at or after (before) it is answered. 'newest' starts at the end. */
	readonly from: {readonly at: 'newest'} | {readonly at: 'event'; readonly event: EventId};
	/** 'here' answers the hit at the anchor itself or the next older one; where there is none, the nearest newer one. */
	readonly direction: 'here' | 'next' | 'previous';
	/** A search through very many events is answered before it has counted all: with the hit walked to where it lies near, and how far it has come. Asked again, it says more. */
	readonly isEarly?: true;
};

export type FindAnswer = {
	readonly revision: number;
	/** Hits among the filtered events. */
	readonly hits: number;
	/** False when the search was stopped before it had seen everything, and `trouble` says why; or while it goes on, and `searchedShare` says how far it is. */
	readonly isComplete: boolean;
	/** How much has been searched, 0 to 1, while a search goes on. */
	readonly searchedShare?: number;
	/** The hit walked to, counted from 1 at the oldest once all before it are counted. Wraps round at the ends. */
	readonly hit?: {readonly event: EventId; readonly number: number | undefined; readonly hasWrapped: boolean};
	/** How the search was read; undefined where it could not be, and for a fuzzy one. */
	readonly rule?: SearchRule;
	/** Hits per bucket of the filtered timeline by row, for the strip beside the pane. */
	readonly strip: readonly number[];
	readonly trouble?: SearchTrouble;
};
