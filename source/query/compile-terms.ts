import {addressRange} from '../domain/address-range.ts';
import type {Foreign} from '../domain/foreign.ts';
import {actionNames} from './action-names.ts';
import type {ColumnField, TimelineColumns} from './coded-columns.ts';
import {Condition, failBit} from './condition.ts';
import {isFoundIn, isWanted, type Needle, needleOf, type WantedValue} from './needle.ts';
import type {SearchTerm} from './parse-search.ts';

/** A term that can be decided only by reading the record. */
export type TextTerm = {readonly isNegated: boolean} & (
	/** Anywhere: in the raw record, in its message, or in what the columns show. `shownIn` fails a row whose column does not show it. */
	| {readonly type: 'word'; readonly needle: Needle; readonly shownIn: readonly Condition[]}
	| {readonly type: 'regex'; readonly pattern: string; readonly flags: string}
	| {readonly type: 'raw' | 'message'; readonly needle: Needle; readonly isWhole: boolean}
	/** A field of the record's own. `isOwn`: by this name and no other. */
	| WantedValue & {readonly type: 'field'; readonly name: string; readonly isOwn?: true | undefined}
);

export type CompiledTerms = {readonly conditions: readonly Condition[]; readonly textTerms: readonly TextTerm[]};

/** Splits terms into those that columns can decide and those that need the record's text. */
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

/** Columns whose text a row of the timeline shows, so that plain words are looked for there as well. */
const shownFields = ['action', 'user', 'device', 'host'] as const satisfies readonly ColumnField[];

function columnCondition(term: SearchTerm, columns: TimelineColumns): Condition | undefined {
	if (term.type !== 'field' || term.isOwn === true || !isColumn(term.name, columns)) {
		return undefined;
	}

	const wanted = wantedBy(term);
	const isAny = term.value === '' && !term.isWhole;
	return conditionOn(term.name, columns, text => isAny ? text !== '' : isWanted(wanted, text), term.isNegated);
}

/** The star at the end of a range (`10.2.*`) does not count where the text is looked for in values that are not addresses. */
function wantedBy({value, isWhole, isRange}: SearchTerm & {readonly type: 'field'}): WantedValue {
	return isRange ? {needle: needleOf(isWhole ? value : value.replace(/\*$/v, '')), isWhole, range: addressRange(value)} : {needle: needleOf(value), isWhole};
}

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

	const {name, isOwn} = term;
	const wanted = wantedBy(term);
	return !isOwn && (name === 'raw' || name === 'message') ? {...wanted, type: name, isNegated} : {...wanted, type: 'field', isNegated, name, isOwn};
}

/** `user=dana` can be meant literally, as text of the record, or as a filter on the column, as in other search languages. */
function saidByColumn(text: string, columns: TimelineColumns): readonly Condition[] {
	const {name = '', value = ''} = /^(?<name>[a-z]+)==?(?<value>[^=].*)$/sv.exec(text)?.groups ?? {};
	const wanted = {needle: needleOf(value), isWhole: false, range: addressRange(value)};
	return isColumn(name, columns) ? [conditionOn(name, columns, said => isWanted(wanted, said), false)] : [];
}

const isColumn = (name: string, columns: TimelineColumns): name is ColumnField => Object.hasOwn(columns, name);

function conditionOn(field: ColumnField, columns: TimelineColumns, isFit: (text: string) => boolean, isNegated: boolean): Condition {
	const hasFit = (values: readonly Foreign[]) => values.some(value => textsOf(field, value).some(text => isFit(text)));
	return new Condition(columns[field], failBit.rest, values => hasFit(values) !== isNegated);
}

/** An action is known by its id, its title and the words other logs have for it. */
const textsOf = (field: ColumnField, value: Foreign): readonly string[] => field === 'action' && value !== '' ? actionNames(value) : [value];
