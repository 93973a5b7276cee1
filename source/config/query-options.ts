import {isBrokenNetwork} from '../domain/address-range.ts';
import {actions} from '../domain/actions.ts';
import {foreignText, type Foreign} from '../domain/foreign.ts';
import type {NamedSeverity} from '../domain/severity.ts';
import {actionNamed, actionNames} from '../query/action-names.ts';
import {everything, type FacetField, type FacetFilter, type Query} from '../query/query.ts';
import {termTexts} from '../query/parse-search.ts';
import {parseQueryLine} from '../query/query-line.ts';
import {nearestWord} from '../query/nearest-word.ts';
import {lastGiven, optionRows, type Given, type OptionName} from './options.ts';
import {parseTime, type Clock} from './parse-times.ts';
import {complaints, type Complaints, type Reading} from './reading.ts';

/** The options of each facet. */
const facetOptions = [
	{field: 'category', include: 'category', exclude: 'not-category'},
	{field: 'action', include: 'action', exclude: 'not-action'},
	{field: 'type', include: 'type', exclude: 'not-type'},
	{field: 'user', include: 'user', exclude: 'not-user'},
	{field: 'group', include: 'group', exclude: 'not-group'},
	{field: 'device', include: 'device', exclude: 'not-device'},
	{field: 'source', include: 'source', exclude: 'not-source'},
	{field: 'host', include: 'host', exclude: 'not-host'},
	{field: 'result', include: 'result', exclude: 'not-result'},
	{field: 'format', include: 'format-is', exclude: 'not-format-is'},
] as const satisfies ReadonlyArray<{readonly field: FacetField; readonly include: OptionName; readonly exclude: OptionName}>;

/** The query that the options ask for. `formats` are the names of the known formats. */
export function readQuery(given: Given, clock: Clock, formats: readonly string[]): Reading<Query> {
	const said = complaints();
	const line = readLine(given, clock, said);
	const query: Query = {
		...line,
		...readRange(given, clock, said),
		...readSeverity(given, said),
		...readUserOperations(given, said),
		...readKeywords(given, line),
		facets: joined(line.facets, readFacets(given, formats, said)),
	};
	return said.first === undefined ? {value: query} : {trouble: said.first};
}

/** The value of an option with a fixed list of words, spelled as in the list. */
export function readWord(name: OptionName, typed: string): Reading<string> {
	return oneOf(typed, `--${name}`, optionRows.find(row => row.name === name)!.words!);
}

/** The query of all `--query` lines together: the last single value counts, lists are joined. */
function readLine(given: Given, clock: Clock, said: Complaints): Query {
	let query = everything;
	for (const line of given.query ?? []) {
		const parsed = parseQueryLine(line, text => parseTime(text, clock));
		if (parsed.type === 'trouble') {
			said.take({trouble: `--query, column ${parsed.trouble.column + 1}: ${parsed.trouble.sentence}`});
		} else {
			query = {...query, ...parsed.query, ...keywordsOf([query, parsed.query]), facets: joined(query.facets, parsed.query.facets)};
		}
	}

	return query;
}

function keywordsOf(queries: ReadonlyArray<Pick<Query, 'keywords'>>): Pick<Query, 'keywords'> {
	const keywords = queries.flatMap(query => query.keywords ?? []);
	return keywords.length === 0 ? {} : {keywords};
}

function readKeywords(given: Given, line: Query): Pick<Query, 'keywords'> {
	return keywordsOf([line, {keywords: (given.search ?? []).flatMap(text => termTexts(text))}]);
}

function joined(one: Query['facets'], other: Query['facets']): Query['facets'] {
	const facets: Partial<Record<FacetField, FacetFilter>> = {...one};
	for (const {field} of facetOptions) {
		const [before, added] = [one[field], other[field]];
		if (before !== undefined && added !== undefined) {
			facets[field] = {include: [...before.include, ...added.include], exclude: [...before.exclude, ...added.exclude]};
		} else if (added !== undefined) {
			facets[field] = added;
		}
	}

	return facets;
}

function readRange(given: Given, clock: Clock, said: Complaints): Pick<Query, 'sinceMicros' | 'untilMicros'> {
	const [since, until] = (['since', 'until'] as const).map(name => {
		const text = lastGiven(given, name);
		return text === undefined ? undefined : said.take(parseTime(text, clock));
	});
	if (since !== undefined && until !== undefined && since >= until) {
		said.take({trouble: '--since is not before --until: no event lies between them'});
	}

	return {...(since !== undefined && {sinceMicros: since}), ...(until !== undefined && {untilMicros: until})};
}

function readSeverity(given: Given, said: Complaints): Pick<Query, 'severityAtLeast'> {
	const text = lastGiven(given, 'severity');
	const word = text === undefined ? undefined : said.take(readWord('severity', text));
	return word === undefined ? {} : {severityAtLeast: word as NamedSeverity};
}

function readUserOperations(given: Given, said: Complaints): Pick<Query, 'userOperations'> {
	const text = lastGiven(given, 'user-operations');
	const word = text === undefined ? undefined : said.take(readWord('user-operations', text));
	return word === undefined ? {} : {userOperations: word as 'human' | 'exact'};
}

function readFacets(given: Given, formats: readonly string[], said: Complaints): Query['facets'] {
	const facets: Partial<Record<FacetField, FacetFilter>> = {};
	for (const {field, include, exclude} of facetOptions) {
		const valuesOf = (name: OptionName) => (given[name] ?? []).flatMap(typed => said.take(readFacetValue(name, field, typed, formats)) ?? []);
		const filter = {include: valuesOf(include), exclude: valuesOf(exclude)};
		if (filter.include.length > 0 || filter.exclude.length > 0) {
			facets[field] = filter;
		}
	}

	return facets;
}

function readFacetValue(name: OptionName, field: FacetField, typed: string, formats: readonly string[]): Reading<Foreign> {
	const reading = typed === '' && !alwaysNamed.has(field) ? {value: typed} : readNamed(name, field, typed, formats);
	return 'value' in reading ? {value: foreignText(reading.value)} : reading;
}

/** Fields that every event has; of the others the empty text stands for events without one. */
const alwaysNamed: ReadonlySet<FacetField> = new Set(['category', 'format']);

function readNamed(name: OptionName, field: FacetField, typed: string, formats: readonly string[]): Reading<string> {
	switch (field) {
		case 'action': {
			return readAction(name, typed);
		}

		case 'format': {
			return oneOf(typed, `--${name}`, formats);
		}

		case 'category':
		case 'result': {
			return readWord(name, typed);
		}

		case 'device': {
			return isBrokenNetwork(typed) ? {trouble: `--${name}: '${typed}' is not a network; write it like 10.2.0.0/16 or fd00::/8`} : {value: typed};
		}

		case 'type':
		case 'user':
		case 'group':
		case 'source':
		case 'host': {
			return {value: typed};
		}
	}
}

function readAction(name: OptionName, typed: string): Reading<string> {
	const id = actionNamed(typed);
	return id === undefined || id === 'none' ? unknown(typed, `--${name}`, everyActionName, actionIds) : {value: id};
}

const actionIds = actions.map(({id}) => id).filter(id => id !== 'none');
const everyActionName = actionIds.flatMap(id => actionNames(id));

function oneOf(typed: string, option: string, words: readonly string[]): Reading<string> {
	const word = words.find(each => each === typed.toLowerCase());
	return word === undefined ? unknown(typed, option, words) : {value: word};
}

/** `told`: the words to name where none is near, when there are other spellings of them. */
function unknown(typed: string, option: string, words: readonly string[], told = words): {readonly trouble: string} {
	const near = nearestWord(typed, words);
	return {trouble: `${option} does not know '${typed}'; ${near === undefined ? `it takes ${told.join(', ')}` : `did you mean '${near}'?`}`};
}
