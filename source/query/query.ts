import type {Foreign} from '../domain/foreign.ts';
import type {NamedSeverity} from '../domain/severity.ts';

/** The fields offered as filters, in the order of the sidebar. */
export const facetFields = ['category', 'action', 'type', 'user', 'group', 'device', 'source', 'host', 'result', 'format'] as const;

export type FacetField = (typeof facetFields)[number];

/** Values as the event carries them (action ids, category names, source paths; for `group` the names of the device map); '' stands for "the record names none". */
export type FacetFilter = {readonly include: readonly Foreign[]; readonly exclude: readonly Foreign[]};

/**
What is asked of a timeline: one plain value that can be sent, kept and compared.

AND across kinds, OR inside an include list, exclude wins, several keywords are AND. Gap events pass every filter, so that none can hide a loss.
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
	/** Each a text in the search box's language that an event must match. Its grammar is in `search-term.ts`. */
	readonly keywords?: readonly string[];
};

/** Hides nothing. */
export const everything: Query = {facets: {}};
