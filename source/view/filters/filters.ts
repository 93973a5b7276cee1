import type {Foreign} from '../../domain/foreign.ts';
import type {NamedSeverity} from '../../domain/severity.ts';
import type {FacetField, FacetFilter, Query} from '../../query/query.ts';

/** Whether a filter shows only the events with a value, or hides them. */
export type Stance = 'include' | 'exclude';

/** The query that hides nothing. Spelled out here as well as in `query/query.ts`, of which the view may import only types. */
export const everything: Query = {facets: {}};

/** Whether the query includes or excludes a value; undefined where it does neither. */
export function stanceOn({facets}: Query, field: FacetField, value: Foreign): Stance | undefined {
	if (facets[field]?.exclude.includes(value)) {
		return 'exclude';
	}

	return facets[field]?.include.includes(value) ? 'include' : undefined;
}

/** The query with the value included or excluded; without a filter on it where it already was. A value is never included and excluded at once. */
export function toggleValue(query: Query, field: FacetField, value: Foreign, stance: Stance): Query {
	return stanceOn(query, field, value) === stance ? withoutValue(query, field, value) : withValue(query, field, value, stance);
}

/** The query with the value included or excluded. */
export function withValue(query: Query, field: FacetField, value: Foreign, stance: Stance): Query {
	const bare = withoutValue(query, field, value);
	const filter = bare.facets[field] ?? noFilter;
	return {...bare, facets: {...bare.facets, [field]: {...filter, [stance]: [...filter[stance], value]}}};
}

/** The query without a filter on that value. A field without filters is left out, so that equal queries compare equal. */
export function withoutValue(query: Query, field: FacetField, value: Foreign): Query {
	const {include, exclude} = query.facets[field] ?? noFilter;
	const {[field]: _dropped, ...others} = query.facets;
	const kept: FacetFilter = {include: include.filter(other => other !== value), exclude: exclude.filter(other => other !== value)};
	const isEmpty = kept.include.length + kept.exclude.length === 0;
	return {...query, facets: isEmpty ? others : {...others, [field]: kept}};
}

/** Sets the lowest severity shown; the same one again, or undefined, shows all. */
export function toggleSeverity(query: Query, severity: NamedSeverity | undefined): Query {
	const {severityAtLeast, ...rest} = query;
	return severity === undefined || severityAtLeast === severity ? rest : {...rest, severityAtLeast: severity};
}

export function toggleUserOperations(query: Query, meaning: 'exact' | 'human'): Query {
	const {userOperations, ...rest} = query;
	return userOperations === meaning ? rest : {...rest, userOperations: meaning};
}

/** Adds a keyword that events must match, unless it is there already. */
export function withKeyword(query: Query, text: string): Query {
	const bare = withoutKeyword(query, text);
	return {...bare, keywords: [...bare.keywords ?? [], text.trim()]};
}

export function withoutKeyword(query: Query, text: string): Query {
	const {keywords = [], ...rest} = query;
	const kept = keywords.filter(other => other !== text.trim());
	return kept.length === 0 ? rest : {...rest, keywords: kept};
}

/** The query without one of its single-valued parts. */
export function without(query: Query, part: 'sinceMicros' | 'untilMicros' | 'severityAtLeast' | 'userOperations'): Query {
	const {[part]: _dropped, ...rest} = query;
	return rest;
}

/** The filter of a field that nobody filters by. */
export const noFilter: FacetFilter = {include: [], exclude: []};
