import {foreignText} from '../domain/foreign.ts';
import {inQuotes, isVisible, quotedValue} from '../text/quoted-value.ts';
import {printExactTime} from './exact-times.ts';
import {termTexts} from './parse-search.ts';
import {facetFields, type FacetField, noFilter, type Query} from './query.ts';

/** The query as one line of visible text, which `parseQueryLine` reads back as the same query on any machine. */
export function printQueryLine(query: Query): string {
	const {sinceMicros, untilMicros, severityAtLeast, userOperations, keywords} = query;
	return [
		...(sinceMicros === undefined ? [] : [`since=${printExactTime(sinceMicros)}`]),
		...(untilMicros === undefined ? [] : [`until=${printExactTime(untilMicros)}`]),
		...(severityAtLeast === undefined ? [] : [`severity=${severityAtLeast}`]),
		...(userOperations === undefined ? [] : [`user-operations=${userOperations}`]),
		...facetFields.flatMap(field => printFacet(query, field)),
		...printKeywords(keywords ?? []),
	].join(' ');
}

function printFacet({facets}: Query, field: FacetField): string[] {
	const {include, exclude} = facets[field] ?? noFilter;
	return [...include.map(value => `${field}=${quotedValue(value)}`), ...exclude.map(value => `${field}!=${quotedValue(value)}`)];
}

/** Search text comes last, unquoted if it reads back the same, because it has quotes and backslashes of its own. */
function printKeywords(keywords: readonly string[]): string[] {
	const terms = keywords.flatMap(text => termTexts(text));
	const joined = terms.join(' ');
	const read = termTexts(joined);
	const isSame = read.length === terms.length && isVisible(joined) && read.every((text, at) => text === terms[at]);
	return isSame && terms.length > 0 ? [`text: ${joined}`] : terms.map(text => `text=${inQuotes(foreignText(text))}`);
}
