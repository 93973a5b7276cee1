import {type Foreign, foreignText} from '../domain/foreign.ts';
import {escape} from '../text/escape.ts';
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
	return [...include.map(value => `${field}=${printValue(value)}`), ...exclude.map(value => `${field}!=${printValue(value)}`)];
}

function printValue(value: Foreign): string {
	return /^[^\s"\\]+$/v.test(value) && isVisible(value) ? value : quoted(value);
}

/** Last and bare where that is the same to read back: search text has quotes and backslashes of its own. */
function printKeywords(keywords: string): string {
	return isVisible(keywords) && keywords.trim() === keywords ? `text: ${keywords}` : `text=${quoted(foreignText(keywords))}`;
}

/** True where the text, backslashes aside, is shown as itself. */
const isVisible = (text: string): boolean => text.split('\\').every(part => escape(foreignText(part)) as string === part);

const quoted = (text: Foreign): string => `"${escape(text).replaceAll('"', String.raw`\"`)}"`;
