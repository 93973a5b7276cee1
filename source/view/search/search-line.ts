import {isUnanswered} from '../asking/unanswered.ts';
import {typedCells} from '../boxes/typed-text.ts';
import {grouped} from '../drawing/numbers.ts';
import type {PaneLine} from '../drawing/pane-line.ts';
import type {Said} from '../drawing/sentence-rows.ts';
import {cell, type Look, row, type Span, widthOf} from '../drawing/span.ts';
import type {SearchState, ViewState} from '../view-state.ts';
import {fuzzyReach} from './fuzzy-reach.ts';

/** The text of the search, as a box while it is typed, and beside it `said` where that fits, else what the search found. */
export function searchLine(state: ViewState, search: SearchState, said: Said | undefined, look: Look): PaneLine {
	const {textBox, size: {columns}, edition} = state;
	const left = cell(prompt, look, {role: 'key'});
	const right = besideSearch(state, search, said, look);
	const widthCells = Math.max(leastSearchCells, columns - widthOf(left) - widthOf(right));
	const after = row(look, columns - widthOf(left) - widthCells, right);
	return textBox === 'search'
		? {spans: left, input: {box: 'search', text: search.text, widthCells, edition, after}}
		: {spans: [...left, ...cell(search.text, look, {widthCells}), ...after]};
}

function besideSearch(state: ViewState, search: SearchState, said: Said | undefined, look: Look): Span[] {
	const {textBox, size: {columns}} = state;
	if (said !== undefined && isBesideSearch(search, said, columns)) {
		return cell(` ${said.sentence} `, look, {role: said.role});
	}

	const hasOutcome = search.answer?.trouble === undefined && !isUnanswered(state, 'find');
	return [...reach(search, columns, look), ...(hasOutcome ? outcome(search, textBox === 'search', look) : [])];
}

const prompt = ' / ';

/** Whatever stands beside it, the end of the text keeps this much room. */
const leastSearchCells = 8;

/** The search line stands on the status line, except on the histogram, which explains its bars there. */
export const isSearchShown = ({search, pane}: ViewState): boolean => search !== undefined && pane !== 'histogram';

/** What is wrong with the text of the search. */
export function searchTrouble(state: ViewState): string | undefined {
	const trouble = isSearchShown(state) ? state.search?.answer?.trouble : undefined;
	return trouble && `column ${trouble.column + 1}: ${trouble.sentence}`;
}

/** A search that found nothing may have meant another field. */
export function searchAdvice(state: ViewState): string | undefined {
	const answer = isSearchShown(state) ? state.search?.answer : undefined;
	const slip = answer?.hits === 0 && answer.isComplete ? answer.rule?.slip : undefined;
	return slip && `no hits; did you mean ${slip.meant}: in place of ${slip.typed}:?`;
}

/** Whether a sentence fits beside the text of the search. */
export function isBesideSearch({text}: SearchState, {sentence}: Said, columns: number): boolean {
	return prompt.length + Math.max(leastSearchCells, typedCells(text) + 1) + sentence.length + 2 <= columns;
}

/** A fuzzy search looks at the newest events only, which is said as long as it is on. */
function reach({isFuzzy}: SearchState, columns: number, look: Look): Span[] {
	return isFuzzy ? cell(` ${fuzzyReach(columns)} `, look, {role: 'chip'}) : [];
}

/** The number of hits, or while nothing is typed what can be. */
function outcome(search: SearchState, isTyping: boolean, look: Look): Span[] {
	const {text, isFuzzy, answer} = search;
	if (text.trim() === '') {
		return cell(isFuzzy ? ' letters of words, in order ' : ' words "a phrase" /regex/ user:name ', look, {role: 'quiet'});
	}

	return answer === undefined ? soonAnswered(search, look) : answered(answer, isTyping, look);
}

function answered(answer: NonNullable<SearchState['answer']>, isTyping: boolean, look: Look): Span[] {
	const keys = isTyping || answer.hits === 0 ? '' : ' n N ';
	const rule = isTyping ? ruleText(answer) : '';
	return [...cell(rule, look, {role: 'quiet'}), ...cell(` ${hitText(answer)} `, look, {role: answer.hits === 0 ? 'trouble' : 'number'}), ...cell(keys, look, {role: 'key'})];
}

/** Until an answer comes or is late, the words of the last one stay: most come at once, and redrawing costs bytes on a slow link. */
function soonAnswered({serial, lateSerial, before}: SearchState, look: Look): Span[] {
	if (lateSerial === serial) {
		return cell(' searching... ', look, {role: 'quiet'});
	}

	return before === undefined || before.trouble !== undefined ? [] : answered(before, true, look);
}

/** While typing: what capital letters do, which nothing else shows. */
function ruleText({rule}: NonNullable<SearchState['answer']>): string {
	return rule === undefined ? '' : ` ${rule.hasPattern ? 'regex, ' : ''}case: ${rule.isExact ? 'exact, as capitals are typed' : 'any'} `;
}

function hitText({hits, hit, isComplete, searchedShare}: NonNullable<SearchState['answer']>): string {
	if (searchedShare !== undefined) {
		return `${hits === 0 ? 'no hits so far' : 'nearest hit, counting'}: ${Math.floor(searchedShare * 100)}%`;
	}

	if (hits === 0) {
		return isComplete ? 'no hits' : 'no hits so far';
	}

	const total = `${grouped(hits)}${isComplete ? '' : '+'}`;
	return hit?.number === undefined ? `${total} hits` : `hit ${grouped(hit.number)} of ${total}${hit.hasWrapped ? ', from the other end' : ''}`;
}
