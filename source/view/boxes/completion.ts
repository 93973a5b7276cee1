import {type Foreign, foreignText} from '../../domain/foreign.ts';
import type {FacetValue} from '../../engine/engine.ts';
import type {FacetField} from '../../query/query.ts';
import {quotedValue} from '../../text/quoted-value.ts';
import {facetFields} from '../filters/facet-fields.ts';
import {keyword} from '../filters/keyword.ts';
import type {ViewState} from '../view-state.ts';

/** One way in which Tab can complete the end of the text in a box. */
export type Completion = {
	readonly title: Foreign;
	/** How many events have it, where that is known. */
	readonly count: number | undefined;
	/** The whole text of the box afterwards. */
	readonly text: string;
};

/** A field's value that is being typed; `head` is the text before that filter. */
export type OpenValue = {readonly field: FacetField; readonly sign: string; readonly typed: string; readonly head: string};

/** Values that the engine found for what is typed so far. */
export type CompletionState = {readonly field: FacetField; readonly typed: string; readonly values: readonly FacetValue[]};

/** All completions of the end of the text. The filter line also completes the names of filters and their fixed words. */
export function completionsOf(state: ViewState): Completion[] {
	const value = openValue(state);
	const text = state.textBox === 'query' ? state.line?.text ?? '' : '';
	const fitting = value === undefined ? [...wordCompletions(text), ...nameCompletions(text, state.line?.names ?? [])] : valueCompletions(state, value);
	const offered = fitting.filter(completion => completion.text.trimEnd() !== text);
	return offered.length === 0 ? slipCorrections(text) : offered;
}

/** A colon was typed where the equals sign belongs: the line means nothing like that, so Enter takes the correction as Tab does. */
export const isColonSlip = ({textBox, line}: ViewState): boolean => textBox === 'query' && slipCorrections(line?.text ?? '').length > 0;

/** The value that is being typed in the search box or the filter line. */
export function openValue({textBox, line, search}: ViewState): OpenValue | undefined {
	if (textBox === 'query') {
		const text = line?.text ?? '';
		return valueAtEnd(text, /(?:^|\s)(?<field>[a-z]+)(?<sign>!?=)"?(?<typed>[^\s"]*)$/v) ?? valueAfterColon(text);
	}

	return textBox === 'search' && search?.isFuzzy === false ? valueAtEnd(search.text, /(?:^|\s)(?<sign>-?)(?<field>[a-z]+):=?"?(?<typed>[^\s"]*)$/v) : undefined;
}

/** The filter name that is being typed in the filter line; undefined inside a value or behind `text:`. */
export function openName(text: string): string | undefined {
	return isInText(text) || /"[^"]*$/v.test(text.replaceAll(/"[^"]*"/gv, '')) ? undefined : /(?:^|\s)(?<name>[\-a-z]*)$/v.exec(text)?.groups?.name;
}

/** The names that a filter can begin with. */
export const filterNames: readonly string[] = [...facetFields.map(({field}) => field), 'severity', 'user-operations', 'since', 'until', 'text'];

/** A colon typed out of habit counts as the equals sign it should be; behind `text:` it belongs to the search. */
function valueAfterColon(text: string): OpenValue | undefined {
	const open = isInText(text) ? undefined : valueAtEnd(text, /(?:^|\s)(?<field>[a-z]+):"?(?<typed>[^\s"]*)$/v);
	return open && {...open, sign: '='};
}

const isInText = (text: string): boolean => /(?:^|\s)text:/v.test(text);

function valueAtEnd(text: string, pattern: RegExp): OpenValue | undefined {
	const found = pattern.exec(text);
	const {field = '', sign = '', typed = ''} = found?.groups ?? {};
	const row = facetFields.find(each => each.field === field);
	if (found === null || row === undefined) {
		return undefined;
	}

	const headLength = found.index + (/^\s/v.test(found[0]) ? 1 : 0);
	return {field: row.field, sign, typed, head: text.slice(0, headLength)};
}

function valueCompletions({textBox, completion}: ViewState, {field, sign, typed, head}: OpenValue): Completion[] {
	const values = completion?.field === field && completion.typed === typed ? completion.values : [];
	return values.filter(({value}) => value !== '').map(({value, count}) => ({
		title: value,
		count,
		text: `${head}${textBox === 'query' ? `${field}${sign}${quotedValue(value)}` : keyword(field, value, sign === '-' ? 'exclude' : 'include')} `,
	}));
}

/** Filters with a fixed set of values. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {severity: ['alert', 'notice', 'info'], 'user-operations': ['exact', 'human']};

function wordCompletions(text: string): Completion[] {
	const {head = '', name = '', typed = ''} = /^(?<head>.*?)(?<name>severity|user-operations)[:=](?<typed>[a-z]*)$/v.exec(text)?.groups ?? {};
	return (wordsOf[name] ?? []).filter(word => word.startsWith(typed)).map(word => ({title: foreignText(word), count: undefined, text: `${head}${name}=${word} `}));
}

/** The same text with an equals sign, where a colon follows the name of a filter. */
function slipCorrections(text: string): Completion[] {
	const {head = '', name = '', value = ''} = /^(?<head>(?:.*\s)?)(?<name>[\-a-z]+):(?<value>\S*)$/v.exec(text)?.groups ?? {};
	const isSlip = name !== 'text' && filterNames.includes(name) && !isInText(text);
	return isSlip ? [{title: foreignText(`${name}=${value}`), count: undefined, text: `${head}${name}=${value}`}] : [];
}

function nameCompletions(text: string, names: readonly string[]): Completion[] {
	const typed = openName(text);
	return typed === undefined || typed === ''
		? []
		: names.map(name => ({title: foreignText(name === 'text' ? 'text:' : `${name}=`), count: undefined, text: `${text.slice(0, text.length - typed.length)}${name === 'text' ? 'text: ' : `${name}=`}`}));
}
