import {complaints, type Reading} from '../config/reading.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {FacetField, FacetFilter, Query} from '../query/query.ts';

/** The query with the values of one field spelled as the engine spells them. An unknown value is trouble, because it would silently match nothing. */
export function withKnownNames(query: Query, field: FacetField, known: (name: Foreign) => Reading<Foreign>): Reading<Query> {
	const filter = query.facets[field];
	if (filter === undefined) {
		return {value: query};
	}

	const said = complaints();
	const namesOf = (names: readonly Foreign[]): Foreign[] => names.flatMap(name => said.take(known(name)) ?? []);
	const named: FacetFilter = {include: namesOf(filter.include), exclude: namesOf(filter.exclude)};
	return said.first === undefined ? {value: {...query, facets: {...query.facets, [field]: named}}} : {trouble: said.first};
}
