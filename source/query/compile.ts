import {type Foreign, foreignText} from '../domain/foreign.ts';
import {severityCode} from '../domain/severity.ts';
import {actionNamed} from './action-names.ts';
import type {TimelineColumns} from './coded-columns.ts';
import {compileTerms, type TextTerm} from './compile-terms.ts';
import {Condition, everyFailure, failBit} from './condition.ts';
import {meantBy} from './listed-values.ts';
import {parseSearch, type SearchTrouble} from './parse-search.ts';
import {type FacetField, type FacetFilter, facetFields, type Query} from './query.ts';

/** The product's own formats, whose user operations are the "exact" ones. */
export const productFormats: readonly string[] = ['console-audit', 'sensor-timeline'];

export type CompiledQuery = {
	readonly sinceMicros: number;
	readonly untilMicros: number;
	readonly conditions: readonly Condition[];
	/** What a hole fails: nothing for filters, so that none can hide a loss; searches do not find holes. */
	readonly gapFailure: number;
	/** The terms that can be decided only by reading the records. */
	readonly textTerms: readonly TextTerm[];
	/** A keyword that cannot be read; the query was compiled without it. */
	readonly trouble: SearchTrouble | undefined;
};

/** A query compiled to lookup tables over the columns. `search` is further search text that must match. */
export function compileQuery(query: Query, columns: TimelineColumns, search = ''): CompiledQuery {
	const parsedTexts = [...query.keywords ?? [], search].map(text => parseSearch(text));
	const terms = parsedTexts.flatMap(parsed => parsed.type === 'terms' ? parsed.terms : []);
	const {conditions, textTerms} = compileTerms(terms, columns);
	return {
		sinceMicros: query.sinceMicros ?? -Infinity,
		untilMicros: query.untilMicros ?? Infinity,
		conditions: [...facetConditions(query, columns), ...severityCondition(query, columns), ...operationConditions(query, columns), ...conditions],
		gapFailure: search === '' ? failBit.gap : everyFailure,
		textTerms,
		trouble: parsedTexts.find(parsed => parsed.type === 'trouble')?.trouble,
	};
}

function facetConditions({facets}: Query, columns: TimelineColumns): Condition[] {
	return facetFields.flatMap(field => {
		const filter = facets[field];
		return filter === undefined || filter.include.length + filter.exclude.length === 0
			? []
			: [new Condition(columns[field], failBit[field], wantedBy(field, field === 'action' ? withActionIds(filter) : filter))];
	});
}

/** OR within the include list; a single excluded value hides the event. */
function wantedBy(field: FacetField, {include, exclude}: FacetFilter): (values: readonly Foreign[]) => boolean {
	const isIncluded = meantBy(field, include);
	const isExcluded = meantBy(field, exclude);
	return values => (include.length === 0 || values.some(value => isIncluded(value))) && values.every(value => !isExcluded(value));
}

/** An action can be named by its title or by the console's own words. */
function withActionIds({include, exclude}: FacetFilter): FacetFilter {
	const idOf = (name: Foreign) => foreignText(actionNamed(name) ?? name);
	return {include: include.map(name => idOf(name)), exclude: exclude.map(name => idOf(name))};
}

function severityCondition({severityAtLeast}: Query, columns: TimelineColumns): Condition[] {
	if (severityAtLeast === undefined) {
		return [];
	}

	const codeOf: Readonly<Record<string, number>> = severityCode;
	return [new Condition(columns.severity, failBit.severity, ([value]) => (codeOf[value!] ?? 0) >= severityCode[severityAtLeast])];
}

function operationConditions({userOperations}: Query, columns: TimelineColumns): Condition[] {
	if (userOperations === undefined) {
		return [];
	}

	const byPerson = new Condition(columns.category, failBit.userOperations, ([category]) => category === 'user-operation');
	const byProduct = new Condition(columns.format, failBit.userOperations, ([format]) => productFormats.includes(format!));
	return userOperations === 'human' ? [byPerson] : [byPerson, byProduct];
}
