import {type Foreign, foreignText} from '../../domain/foreign.ts';
import type {SourceDescription} from '../../domain/source.ts';
import type {FacetField, Query} from '../../query/query.ts';
import {dateAndClock, type Zone} from '../drawing/zoned-time.ts';
import {facetFields} from './facet-fields.ts';
import {valueTitle} from './facet-values.ts';
import {noFilter, withKeyword, without, withoutKeyword, withoutValue, withValue} from './filters.ts';

/** One filter: its label, and how to add it to a query or remove it. */
export type Chip = {
	readonly key: string;
	/** Times are given in `zone`; a narrow screen leaves out the year. */
	readonly label: (zone: Zone, isNarrow?: boolean) => Foreign;
	readonly isExclusion: boolean;
	readonly added: (query: Query) => Query;
	readonly removed: (query: Query) => Query;
};

/** Everything that hides events, one chip each. No chip means nothing is hidden. */
export function chipsOf(query: Query, sources: readonly SourceDescription[]): Chip[] {
	return [
		...single(query, 'userOperations', value => value === 'exact' ? 'user operations' : 'done by people'),
		...single(query, 'severityAtLeast', value => value === 'alert' ? 'alerts only' : `severity >= ${value}`),
		...single(query, 'sinceMicros', (value, zone, isNarrow) => `since ${instant(value, zone, isNarrow)}`),
		...single(query, 'untilMicros', (value, zone, isNarrow) => `until ${instant(value, zone, isNarrow)}`),
		...facetFields.flatMap(({field}) => valueChips(query, field, sources)),
		...keywordChips(query),
	];
}

/** To the second, because that is where the filter cuts. A narrow screen leaves out the year, which the events in sight nearly always share. */
const instant = (micros: number, zone: Zone, isNarrow: boolean): string => dateAndClock(micros, zone).slice(isNarrow ? '2026-'.length : 0);

type SinglePart = 'sinceMicros' | 'untilMicros' | 'severityAtLeast' | 'userOperations';

function single<Part extends SinglePart>(query: Query, part: Part, label: (value: NonNullable<Query[Part]>, zone: Zone, isNarrow: boolean) => string): Chip[] {
	const value = query[part];
	return value === undefined
		? []
		: [{key: part, label: (zone, isNarrow = false) => foreignText(label(value, zone, isNarrow)), isExclusion: false, added: other => ({...other, [part]: value}), removed: other => without(other, part)}];
}

function valueChips(query: Query, field: FacetField, sources: readonly SourceDescription[]): Chip[] {
	const {include, exclude} = query.facets[field] ?? noFilter;
	const chip = (value: Foreign, isExclusion: boolean): Chip => ({
		key: `${field}=${value}`,
		label: () => foreignText(`${field} ${isExclusion ? 'not ' : ''}${valueTitle(field, value, sources)}`),
		isExclusion,
		added: other => withValue(other, field, value, isExclusion ? 'exclude' : 'include'),
		removed: other => withoutValue(other, field, value),
	});
	// Sorted by value, so that a chip keeps its place when it is switched off and on.
	const excluded = new Set(exclude);
	return [...include, ...exclude].toSorted().map(value => chip(value, excluded.has(value)));
}

/** Sorted by text, for the same reason. */
function keywordChips({keywords = []}: Query): Chip[] {
	return keywords.toSorted().map(text => ({
		key: `text=${text}`,
		label: () => foreignText(`text ${text}`),
		isExclusion: text.startsWith('-'),
		added: other => withKeyword(other, text),
		removed: other => withoutKeyword(other, text),
	}));
}
