import type {SourceHealth} from '../engine/engine.ts';
import {faultsOf, faultWords} from './logs/fault-words.ts';
import {lineBox, saidAboveBox} from './boxes/line-box.ts';
import type {PaneLine} from './drawing/pane-line.ts';
import {counted, grouped} from './drawing/numbers.ts';
import {rowZone} from './timeline/row-zone.ts';
import {chosenItem} from './filters/sidebar-items.ts';
import {type Said, sentenceRows} from './drawing/sentence-rows.ts';
import {isTroubled, standingSentence} from './logs/source-words.ts';
import {blank, cell, clip, type Look, row, type Span, widthOf} from './drawing/span.ts';
import {barPosition, timeSentence} from './histogram/time-words.ts';
import {isBesideSearch, isSearchShown, searchAdvice, searchLine, searchTrouble} from './search/search-line.ts';
import {selectedRow, type ViewState} from './view-state.ts';
import {unansweredSentence} from './asking/unanswered.ts';
import {zonedTime} from './drawing/zoned-time.ts';

/** The rows above the status line that a long sentence needs, so that the reason and the way out can be read whole. */
export function rowsAboveStatus(state: ViewState, look: Look): Span[][] {
	const {search, line, errand, size: {columns}} = state;
	const aboveBox = saidAboveBox(state);
	if (aboveBox !== undefined) {
		return sentenceRows(aboveBox.sentence, {columns, role: aboveBox.role}, look).map(spans => row(look, columns, spans));
	}

	if (line !== undefined || errand !== undefined) {
		return [];
	}

	const said = saidNow(state);
	const isLong = said !== undefined && (isSearchShown(state) ? !isBesideSearch(search!, said, columns) : said.sentence.length >= columns);
	const rows = isLong ? sentenceRows(said.sentence, {columns, role: said.role}, look) : [];
	return (isSearchShown(state) ? rows : rows.slice(0, -1)).map(spans => row(look, columns, spans));
}

/** Whichever comes first: the open box, work in progress, the search, the answer to the last key, trouble, the position. */
export function statusLine(state: ViewState, look: Look): PaneLine {
	const {size: {columns}, search, line} = state;
	if (line !== undefined) {
		return lineBox(state, line, look);
	}

	if (state.errand !== undefined) {
		return {spans: row(look, columns, cell(` ${state.errandProgress ?? (state.errand.type === 'export' ? 'exporting' : 'saving')}, Esc stops`, look, {role: 'busy'}))};
	}

	if (search !== undefined && isSearchShown(state)) {
		return searchLine(state, search, saidNow(state), look);
	}

	const right = position(state, look);
	const said = saidNow(state);
	if (said !== undefined) {
		return {spans: row(look, columns, sentenceRows(said.sentence, {columns, role: said.role}, look).at(-1)!, right)};
	}

	const fault = faultSentence(state);
	return {spans: row(look, columns, fault === undefined ? [] : faultSpans(fault, columns - widthOf(right) - 1, look), right)};
}

/** A sentence that has no room ends with the key of the page that shows it whole. */
function faultSpans(fault: string, widthCells: number, look: Look): Span[] {
	const whole = cell(` ${fault}`, look, {role: 'trouble'});
	const more = cell(' (L)', look, {role: 'key'});
	return widthOf(whole) <= widthCells || fault.includes(' (L): ') ? clip(look, whole, widthCells) : [...clip(look, whole, widthCells - widthOf(more)), ...more];
}

/** Whichever comes first: the answer to the last key, trouble with the search or the engine, an explanation of what is under the cursor. */
function saidNow(state: ViewState): Said | undefined {
	if (state.notice !== undefined) {
		return {sentence: state.notice, role: 'key'};
	}

	const wrong = searchTrouble(state) ?? unansweredSentence(state);
	if (wrong !== undefined) {
		return {sentence: wrong, role: 'trouble'};
	}

	const sentence = isSearchShown(state) ? searchAdvice(state) : underCursor(state) ?? explanation(state);
	return sentence === undefined ? undefined : {sentence, role: 'key'};
}

/** On the histogram: what the bar under the cursor counts. */
function underCursor(state: ViewState): string | undefined {
	const {pane, histogram} = state;
	return pane === 'histogram' && histogram !== undefined ? timeSentence(state, histogram) : undefined;
}

function explanation(state: ViewState): string | undefined {
	const item = state.pane === 'filters' ? chosenItem(state) : undefined;
	return item?.type === 'user-operations' ? item.explains : undefined;
}

/** The newest fault and the number of others, or else the newest notice of a source. */
function faultSentence(state: ViewState): string | undefined {
	const faults = faultsOf(state);
	const newest = faults.at(-1);
	if (newest === undefined) {
		return standingOf(state.health?.sources ?? []);
	}

	const others = faults.length > 1 ? `and ${counted(faults.length - 1, 'other fault')} (L): ` : '';
	return `${others}${faultWords(newest)}`;
}

/** Of those that have something to say of themselves one that is in trouble, and how many there are beside it. */
function standingOf(sources: readonly SourceHealth[]): string | undefined {
	const standing = sources.filter(source => standingSentence(source) !== undefined);
	const worst = standing.findLast(source => isTroubled(source)) ?? standing.at(-1);
	const others = standing.length > 1 ? `and ${counted(standing.length - 1, 'other log')} (L): ` : '';
	return worst && `${others}${standingSentence(worst)}`;
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

/** The selected row's whole time: with a zone beside each clock the column has no room for it. */
function ownClock(state: ViewState): string {
	const selected = selectedRow(state);
	if (selected === undefined || !state.isOwnZone) {
		return '';
	}

	const zone = rowZone(state, selected);
	return ` ${zonedTime(selected.time.micros, zone).clock} ${zone}${selected.writtenOffsetMinutes === undefined ? ', its own is unknown' : ''} `;
}
