import {isBrokenNetwork} from '../domain/address-range.ts';
import {actions} from '../domain/actions.ts';
import {categories} from '../domain/category.ts';
import {type Foreign, foreignText} from '../domain/foreign.ts';
import {results} from '../domain/result.ts';
import {type NamedSeverity, severities} from '../domain/severity.ts';
import {actionNamed, actionNames} from './action-names.ts';
import type {TimeReader} from './exact-times.ts';
import {nearestWord} from './nearest-word.ts';
import {type FacetField, facetFields, type FacetFilter, noFilter, type Query} from './query.ts';

/** What one filter of a query line does to the query. */
export type Change = (query: Query) => Query;

export type WrittenFilter = {readonly name: string; readonly value: Foreign; readonly isNegated: boolean; readonly readTime: TimeReader};

/** The change that a filter makes, or why it cannot be read. */
export function changeFor(filter: WrittenFilter): Change | string {
	const {name, isNegated} = filter;
	const field = facetFields.find(each => each === name);
	if (field !== undefined) {
		return facetChange(field, filter);
	}

	if (name === 'text') {
		return 'text has no opposite; write text: -word';
	}

	return isNegated ? `${name} has no opposite; write ${name}=` : singleFilters[name as SingleName](filter);
}

const singleFilters = {
	since: ({value, readTime}) => timeChange('sinceMicros', readTime(value)),
	until: ({value, readTime}) => timeChange('untilMicros', readTime(value)),
	severity({value}) {
		const word = wordAmong(namedSeverities, value);
		return word === undefined ? `severity is one of ${namedSeverities.join(', ')}` : query => ({...query, severityAtLeast: word});
	},
	'user-operations'({value}) {
		const word = wordAmong(meanings, value);
		return word === undefined ? `user-operations is one of ${meanings.join(', ')}` : query => ({...query, userOperations: word});
	},
} as const satisfies Readonly<Record<string, (filter: WrittenFilter) => Change | string>>;

type SingleName = keyof typeof singleFilters;

const namedSeverities = severities.filter((word): word is NamedSeverity => word !== 'none');
const meanings = ['exact', 'human'] as const;

/** All names of filters except `text`. */
export const filterNames: readonly string[] = [...Object.keys(singleFilters), ...facetFields];

export const isTimeName = (name: string): boolean => name === 'since' || name === 'until';

function timeChange(part: 'sinceMicros' | 'untilMicros', time: ReturnType<TimeReader>): Change | string {
	return 'trouble' in time ? time.trouble : query => ({...query, [part]: time.value});
}

function facetChange(field: FacetField, {value: typed, isNegated}: WrittenFilter): Change | string {
	const value = typed === '' ? typed : valueOf(field, typed);
	if (value === undefined) {
		return `there is no ${field} '${typed}'${wayOut(field, typed)}`;
	}

	return ({facets, ...rest}) => {
		const {include, exclude} = facets[field] ?? noFilter;
		const filter: FacetFilter = isNegated ? {include, exclude: [...exclude, value]} : {include: [...include, value], exclude};
		return {...rest, facets: {...facets, [field]: filter}};
	};
}

/** Fields with a fixed set of values, in which a typing mistake would silently match nothing. */
const closedLists: Readonly<Partial<Record<FacetField, readonly string[]>>> = {category: categories, result: results.filter(word => word !== 'none')};

function wayOut(field: FacetField, typed: string): string {
	const known = closedLists[field];
	if (/[,\|]/v.test(typed)) {
		return `; each value has a filter of its own: ${typed.split(/[,\|]/v).filter(value => value !== '').map(value => `${field}=${value}`).join(' ')}`;
	}

	if (field === 'device') {
		return '; a network is written like 10.2.0.0/16 or fd00::/8';
	}

	const near = nearestWord(typed, known ?? actions.flatMap(({id}) => actionNames(id)));
	return near === undefined ? (known === undefined ? '' : `; there are ${known.join(', ')}`) : `; did you mean '${near}'?`;
}

/** The value as events carry it; actions can be given by any of their names. */
function valueOf(field: FacetField, typed: Foreign): Foreign | undefined {
	switch (field) {
		case 'action': {
			const id = actionNamed(typed);
			return id === undefined || id === 'none' ? undefined : foreignText(id);
		}

		case 'category':
		case 'result': {
			const word = wordAmong(closedLists[field]!, typed);
			return word === undefined ? undefined : foreignText(word);
		}

		case 'device': {
			return isBrokenNetwork(typed) ? undefined : typed;
		}

		case 'type':
		case 'user':
		case 'group':
		case 'source':
		case 'host':
		case 'format': {
			return typed;
		}
	}
}

function wordAmong<Word extends string>(words: readonly Word[], typed: string): Word | undefined {
	return words.find(word => word === typed.toLowerCase());
}
