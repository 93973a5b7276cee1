import {type AddressRange, addressRange, isInRange} from '../domain/address-range.ts';
import type {Foreign} from '../domain/foreign.ts';
import {actionNames} from './action-names.ts';
import type {ColumnField, TimelineColumns} from './coded-columns.ts';
import {Condition, failBit} from './condition.ts';
import {isFoundIn, isWholeOf, type Needle, needleOf} from './needle.ts';
import type {SearchTerm} from './parse-search.ts';

/** A term that only the record itself can answer. */
export type TextTerm = {readonly isNegated: boolean} & (
	/** Anywhere: in the raw record, in its message, or in what the columns show. `shownIn` fails a row whose column does not show it. */
	| {readonly type: 'word'; readonly needle: Needle; readonly shownIn: readonly Condition[]}
	| {readonly type: 'regex'; readonly pattern: string; readonly flags: string}
	| {readonly type: 'raw' | 'message'; readonly needle: Needle; readonly isWhole: boolean}
	/** A field of the record's own. `isOwn`: by this name and no other. `range`: the addresses that are meant besides the text itself. */
	| {readonly type: 'field'; readonly name: string; readonly needle: Needle; readonly isWhole: boolean; readonly isOwn?: true | undefined; readonly range?: AddressRange | undefined}
);

export type CompiledTerms = {readonly conditions: readonly Condition[]; readonly textTerms: readonly TextTerm[]};

/** Sorts terms into those that columns answer and those that need the record's text. */
export function compileTerms(terms: readonly SearchTerm[], columns: TimelineColumns): CompiledTerms {
	const conditions: Condition[] = [];
	const textTerms: TextTerm[] = [];
	for (const term of terms) {
		const condition = columnCondition(term, columns);
		if (condition === undefined) {
			textTerms.push(textTerm(term, columns));
		} else {
			conditions.push(condition);
		}
	}

	return {conditions, textTerms};
}

/** Columns whose text stands in a row of the timeline, where a plain word is looked for as well. */
const shownFields = ['action', 'user', 'device', 'host'] as const satisfies readonly ColumnField[];

function columnCondition(term: SearchTerm, columns: TimelineColumns): Condition | undefined {
	if (term.type !== 'field' || term.isOwn === true || !isColumn(term.name, columns)) {
		return undefined;
	}

	const needle = needleOf(term.value);
	const fits = term.isWhole ? isWholeOf : isFoundIn;
	const isAny = term.value === '' && !term.isWhole;
	const range = rangeOf(term);
	return conditionOn(term.name, columns, text => isAny ? text !== '' : fits(needle, text) || isWithin(range, text), term.isNegated);
}

const rangeOf = ({value, isRange}: SearchTerm & {readonly type: 'field'}): AddressRange | undefined => isRange ? addressRange(value) : undefined;

const isWithin = (range: AddressRange | undefined, text: string): boolean => range !== undefined && isInRange(range, text);

function textTerm(term: SearchTerm, columns: TimelineColumns): TextTerm {
	const {isNegated} = term;
	if (term.type === 'regex') {
		return term;
	}

	if (term.type === 'word') {
		const needle = needleOf(term.text);
		const shownIn = shownFields.map(field => conditionOn(field, columns, text => isFoundIn(needle, text), false));
		return {type: 'word', isNegated, needle, shownIn: [...shownIn, ...saidByColumn(term.text, columns)]};
	}

	const {name, isWhole} = term;
	const needle = needleOf(term.value);
	return !term.isOwn && (name === 'raw' || name === 'message') ? {type: name, isNegated, needle, isWhole} : {type: 'field', isNegated, name, needle, isWhole, isOwn: term.isOwn, range: rangeOf(term)};
}

/** `user=dana` may stand in the text as it was typed, or be meant as other searches mean it: then the column says so. */
function saidByColumn(text: string, columns: TimelineColumns): readonly Condition[] {
	const {name = '', value = ''} = /^(?<name>[a-z]+)==?(?<value>[^=].*)$/sv.exec(text)?.groups ?? {};
	const needle = needleOf(value);
	const range = addressRange(value);
	return isColumn(name, columns) ? [conditionOn(name, columns, said => isFoundIn(needle, said) || isWithin(range, said), false)] : [];
}

const isColumn = (name: string, columns: TimelineColumns): name is ColumnField => Object.hasOwn(columns, name);

function conditionOn(field: ColumnField, columns: TimelineColumns, isFit: (text: string) => boolean, isNegated: boolean): Condition {
	const hasFit = (values: readonly Foreign[]) => values.some(value => textsOf(field, value).some(text => isFit(text)));
	return new Condition(columns[field], failBit.rest, values => hasFit(values) !== isNegated);
}

/** An action is known by its id, its title and the words other logs have for it. */
const textsOf = (field: ColumnField, value: Foreign): readonly string[] => field === 'action' && value !== '' ? actionNames(value) : [value];
