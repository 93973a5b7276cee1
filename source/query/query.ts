import type {Foreign} from '../domain/foreign.ts';
import type {NamedSeverity} from '../domain/severity.ts';

/** The fields offered as filters, in the order of the sidebar. */
export const facetFields = ['category', 'action', 'type', 'user', 'group', 'device', 'source', 'host', 'result', 'format'] as const;

export type FacetField = (typeof facetFields)[number];

/** Values as events carry them: action ids, category names, source paths, names of device groups. '' means that the record names none. */
export type FacetFilter = {readonly include: readonly Foreign[]; readonly exclude: readonly Foreign[]};

/**
Which events of a timeline to show: one plain value that can be sent, kept and compared.

AND across kinds, OR within an include list, exclude wins, several keywords are AND. Holes pass every filter, so that none can hide a loss.
*/
export type Query = {
	/** Microseconds since the epoch; events at or after it. */
	readonly sinceMicros?: number;
	/** Microseconds since the epoch; events before it. */
	readonly untilMicros?: number;
	/** Cumulative: 'notice' means notices and alerts. */
	readonly severityAtLeast?: NamedSeverity;
	/** 'exact': what the product itself logs as a user operation. 'human': everything a person did (category user-operation). */
	readonly userOperations?: 'exact' | 'human';
	readonly facets: Readonly<Partial<Record<FacetField, FacetFilter>>>;
	/** Texts in the search box's language (see `search-term.ts`), all of which an event must match. */
	readonly keywords?: readonly string[];
};

/** The query that hides nothing. */
export const everything: Query = {facets: {}};

/** The filter of a field that nobody filters by. */
export const noFilter: FacetFilter = {include: [], exclude: []};
