import type {SourceHealth} from '../engine/engine.ts';
import {faultsOf, faultWords} from './logs/fault-words.ts';
import {fuzzyReach} from './search/fuzzy-reach.ts';
import {lineBox, saidAboveBox} from './boxes/line-box.ts';
import type {PaneLine} from './drawing/pane-line.ts';
import {counted, grouped} from './drawing/numbers.ts';
import {rowZone} from './timeline/row-zone.ts';
import {chosenItem} from './filters/sidebar-items.ts';
import {sentenceRows} from './drawing/sentence-rows.ts';
import {isTroubled, sourceSentence} from './logs/source-words.ts';
import {blank, cell, type Look, type Role, row, type Span, widthOf} from './drawing/span.ts';
import {barPosition, timeSentence} from './histogram/time-words.ts';
import {typedCells} from './boxes/typed-text.ts';
import {type SearchState, selectedRow, type ViewState} from './view-state.ts';
import {isUnanswered, unansweredSentence} from './asking/unanswered.ts';
import {zonedTime} from './drawing/zoned-time.ts';

/** Rows of what is to be said that the status line alone has no room for: they stand above it, so that reason and way out can be read. */
export function rowsAboveStatus(state: ViewState, look: Look): Span[][] {
	const {search, line, errand, size: {columns}} = state;
	const said = saidAboveBox(state);
	if (said !== undefined) {
		return sentenceRows(said.sentence, {columns, role: said.role}, look).map(spans => row(look, columns, spans));
	}

	if (line !== undefined || errand !== undefined) {
		return [];
	}

	const saying = sayingOf(state);
	const isLong = saying !== undefined && (isSearchShown(state) ? !isBeside(search!, saying, columns) : saying.sentence.length >= columns);
	const rows = isLong ? sentenceRows(saying.sentence, {columns, role: saying.role}, look) : [];
	return (isSearchShown(state) ? rows : rows.slice(0, -1)).map(spans => row(look, columns, spans));
}

/** The box that is open; else what is being done; else the search while there is one; else the answer to the last key; else what is wrong; else where one is. */
export function statusLine(state: ViewState, look: Look): PaneLine {
	const {size: {columns}, search, line} = state;
	if (line !== undefined) {
		return lineBox(state, line, look);
	}

	if (state.errand !== undefined) {
		return {spans: row(look, columns, cell(` ${state.errandProgress ?? (state.errand.type === 'export' ? 'exporting' : 'saving')}, Esc stops`, look, {role: 'busy'}))};
	}

	if (search !== undefined && isSearchShown(state)) {
		return searchLine(state, search, look);
	}

	const right = position(state, look);
	const saying = sayingOf(state);
	if (saying !== undefined) {
		return {spans: row(look, columns, sentenceRows(saying.sentence, {columns, role: saying.role}, look).at(-1)!, right)};
	}

	const fault = faultSentence(state);
	const left = fault === undefined ? [] : cell(` ${fault}`, look, {role: 'trouble', widthCells: columns - widthOf(right) - 1});
	return {spans: row(look, columns, left, right)};
}

const isSearchShown = ({search, pane}: ViewState): boolean => search !== undefined && pane !== 'histogram';

type Saying = {readonly sentence: string; readonly role: Role};

/** The answer to the last key; else what is wrong with the search, or what the engine could not answer; else what the cursor stands on. */
function sayingOf(state: ViewState): Saying | undefined {
	if (state.notice !== undefined) {
		return {sentence: state.notice, role: 'key'};
	}

	const wrong = searchTrouble(state) ?? unansweredSentence(state);
	if (wrong !== undefined) {
		return {sentence: wrong, role: 'trouble'};
	}

	const sentence = isSearchShown(state) ? undefined : underCursor(state) ?? explanation(state);
	return sentence === undefined ? undefined : {sentence, role: 'key'};
}

function searchTrouble(state: ViewState): string | undefined {
	const trouble = isSearchShown(state) ? state.search?.answer?.trouble : undefined;
	return trouble && `column ${trouble.column + 1}: ${trouble.sentence}`;
}

/** Room for what was typed, or its end, whatever stands beside it. */
const leastSearchCells = 8;

const prompt = ' / ';

function isBeside({text}: SearchState, {sentence}: Saying, columns: number): boolean {
	return prompt.length + Math.max(leastSearchCells, typedCells(text) + 1) + sentence.length + 2 <= columns;
}

function searchLine(state: ViewState, search: SearchState, look: Look): PaneLine {
	const {textBox, size: {columns}, edition} = state;
	const left = cell(prompt, look, {role: 'key'});
	const right = besideSearch(state, search, look);
	const widthCells = Math.max(leastSearchCells, columns - widthOf(left) - widthOf(right));
	const after = row(look, columns - widthOf(left) - widthCells, right);
	return textBox === 'search'
		? {spans: left, input: {box: 'search', text: search.text, widthCells, edition, after}}
		: {spans: [...left, ...cell(search.text, look, {widthCells}), ...after]};
}

function besideSearch(state: ViewState, search: SearchState, look: Look): Span[] {
	const {textBox, size: {columns}} = state;
	const saying = sayingOf(state);
	return saying !== undefined && isBeside(search, saying, columns)
		? cell(` ${saying.sentence} `, look, {role: saying.role})
		: [...reach(search, columns, look), ...(search.answer?.trouble === undefined && !isUnanswered(state, 'find') ? outcome(search, textBox === 'search', look) : [])];
}

/** What a fuzzy search does not look at is said as long as it is on. */
function reach({isFuzzy}: SearchState, columns: number, look: Look): Span[] {
	return isFuzzy ? cell(` ${fuzzyReach(columns)} `, look, {role: 'chip'}) : [];
}

/** How many hits, or how to search. */
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

/** Most answers come before anybody has read a word: until one is late, the words of the one before stand, and cost nothing on a slow line. */
function soonAnswered({serial, lateSerial, before}: SearchState, look: Look): Span[] {
	if (lateSerial === serial) {
		return cell(' searching... ', look, {role: 'quiet'});
	}

	return before === undefined || before.trouble !== undefined ? [] : answered(before, true, look);
}

/** While typing: what capitals do, which is seen nowhere else. */
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

/** On the histogram: what the bar under the cursor holds. */
function underCursor(state: ViewState): string | undefined {
	const {pane, histogram} = state;
	return pane === 'histogram' && histogram !== undefined ? timeSentence(state, histogram) : undefined;
}

function explanation(state: ViewState): string | undefined {
	const item = state.pane === 'filters' ? chosenItem(state) : undefined;
	return item?.type === 'user-operations' ? item.explains : undefined;
}

/** The newest fault in its own words, and how many there are beside it; else what a source has to say of itself. */
function faultSentence(state: ViewState): string | undefined {
	const faults = faultsOf(state);
	const newest = faults.at(-1);
	if (newest === undefined) {
		return state.health?.sources.flatMap(source => sentencesOf(source)).at(-1);
	}

	const others = faults.length > 1 ? `and ${counted(faults.length - 1, 'other fault')} (L): ` : '';
	return `${others}${faultWords(newest)}`;
}

/** Why it may be late, and its standing notices. */
function sentencesOf(source: SourceHealth): string[] {
	return [...source.notices.map(notice => `${source.description.name}: ${notice}`), ...(isTroubled(source) ? [sourceSentence(source)] : [])];
}

function position(state: ViewState, look: Look): Span[] {
	const {pane, histogram, timeline: {page, selectedIndex, isFollowing}} = state;
	if (pane === 'histogram' && histogram !== undefined) {
		return cell(` ${barPosition(state, histogram)} `, look, {role: 'quiet'});
	}

	return isFollowing || page === undefined || page.totalRows === 0
		? blank(1)
		: cell(`${ownClock(state)} row ${grouped(selectedIndex + 1)} of ${grouped(page.totalRows)} `, look, {role: 'quiet'});
}

/** The selected row's whole clock, which the column has no room for beside its zone. */
function ownClock(state: ViewState): string {
	const selected = selectedRow(state);
	if (selected === undefined || !state.isOwnZone) {
		return '';
	}

	const zone = rowZone(state, selected);
	return ` ${zonedTime(selected.time.micros, zone).clock} ${zone}${selected.writtenOffsetMinutes === undefined ? ', its own is unknown' : ''} `;
}
