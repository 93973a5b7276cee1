import {foreignText} from '../domain/foreign.ts';
import {inQuotes, isVisible, quotedValue} from '../text/quoted-value.ts';
import {printExactTime} from './exact-times.ts';
import {facetFields, type FacetField, type Query} from './query.ts';

/** The query as one line of visible text, which `parseQueryLine` reads back as the same query, on any machine. */
export function printQueryLine(query: Query): string {
	const {sinceMicros, untilMicros, severityAtLeast, userOperations, keywords} = query;
	return [
		...(sinceMicros === undefined ? [] : [`since=${printExactTime(sinceMicros)}`]),
		...(untilMicros === undefined ? [] : [`until=${printExactTime(untilMicros)}`]),
		...(severityAtLeast === undefined ? [] : [`severity=${severityAtLeast}`]),
		...(userOperations === undefined ? [] : [`user-operations=${userOperations}`]),
		...facetFields.flatMap(field => printFacet(query, field)),
		...(keywords === undefined ? [] : [printKeywords(keywords)]),
	].join(' ');
}

function printFacet({facets}: Query, field: FacetField): string[] {
	const {include, exclude} = facets[field] ?? {include: [], exclude: []};
	return [...include.map(value => `${field}=${quotedValue(value)}`), ...exclude.map(value => `${field}!=${quotedValue(value)}`)];
}

/** Last and bare where that is the same to read back: search text has quotes and backslashes of its own. */
function printKeywords(keywords: string): string {
	return isVisible(keywords) && keywords.trim() === keywords ? `text: ${keywords}` : `text=${inQuotes(foreignText(keywords))}`;
}
