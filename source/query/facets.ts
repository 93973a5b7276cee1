import type {Foreign} from '../domain/foreign.ts';
import {type Severity, severities} from '../domain/severity.ts';
import type {CodedColumn, TimelineColumns} from './coded-columns.ts';
import {canMeanMany, meantBy} from './listed-values.ts';
import type {FacetField, Query} from './query.ts';
import {valuesLike} from './suggest.ts';
import type {Tally} from './tally.ts';

export type WantedFacet = {readonly field: FacetField; readonly limit: number; readonly narrow?: string};

export type CountedValue = {readonly value: Foreign; readonly count: number};

export type CountedFacet = {readonly field: FacetField; readonly values: readonly CountedValue[]; readonly distinct: number};

/** The values of a field, most frequent first. A value that the query filters on is listed even with no events, so that the filter can be removed; a range of addresses counts the events that name any of them. */
export function countFacet({field, limit, narrow = ''}: WantedFacet, {tally, columns, query}: {readonly tally: Tally; readonly columns: TimelineColumns; readonly query: Query}): CountedFacet {
	const counts = countsByValue(columns[field], tally.countsOf(field));
	const {include = [], exclude = []} = query.facets[field] ?? {};
	for (const value of [...include, ...exclude]) {
		counts.set(value, canMeanMany(field, value) ? countWhere(columns[field], tally.countsOf(field), meantBy(field, [value])) : counts.get(value) ?? 0);
	}

	const fitting = narrow === '' ? counts : new Map(valuesLike(narrow, counts.keys().toArray()).keys().map(value => [value, counts.get(value)!]));
	return {field, values: mostFrequent(fitting, limit), distinct: fitting.size};
}

/** The events of each severity, ignoring the query's own severity. */
export function countSeverities(tally: Tally): Record<Severity, number> {
	const counts = tally.countsOf('severity');
	return Object.fromEntries(severities.map((severity, code) => [severity, counts[code] ?? 0])) as Record<Severity, number>;
}

function countsByValue(column: CodedColumn, counts: Uint32Array): Map<Foreign, number> {
	const byValue = new Map<Foreign, number>();
	for (let code = 0; code < counts.length; code++) {
		const count = counts[code]!;
		if (count === 0) {
			continue;
		}

		for (const value of column.valuesOf(code)) {
			byValue.set(value, (byValue.get(value) ?? 0) + count);
		}
	}

	return byValue;
}

/** An event that names several of the values counts once. */
function countWhere(column: CodedColumn, counts: Uint32Array, isMeant: (value: Foreign) => boolean): number {
	let sum = 0;
	for (let code = 0; code < counts.length; code++) {
		sum += counts[code]! > 0 && column.valuesOf(code).some(value => isMeant(value)) ? counts[code]! : 0;
	}

	return sum;
}

/** The first `limit` in their order: a log may name tens of thousands of users, and ordering them all for the few that are listed holds up who waits for rows. */
function mostFrequent(counts: ReadonlyMap<Foreign, number>, limit: number): readonly CountedValue[] {
	if (limit >= counts.size) {
		return Array.from(counts, ([value, count]) => ({value, count})).toSorted(mostFrequentFirst);
	}

	const first: CountedValue[] = [];
	for (const [value, count] of counts) {
		const last = first[limit - 1];
		if (last !== undefined && (count < last.count || mostFrequentFirst({value, count}, last) > 0)) {
			continue;
		}

		const place = first.findIndex(each => mostFrequentFirst({value, count}, each) < 0);
		first.splice(place === -1 ? first.length : place, 0, {value, count});
		first.length = Math.min(first.length, limit);
	}

	return first;
}

function mostFrequentFirst(first: CountedValue, second: CountedValue): number {
	return (second.count - first.count) || (first.value < second.value ? -1 : 1);
}
