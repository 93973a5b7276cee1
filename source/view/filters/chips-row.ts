import {isNarrowScreen} from '../drawing/narrow.ts';
import {contextWords} from '../timeline/context-words.ts';
import {glyphsFor} from '../drawing/glyphs.ts';
import {grouped} from '../drawing/numbers.ts';
import {blank, cell, clip, type Look, type Role, row, type Span, widthOf} from '../drawing/span.ts';
import type {ViewState} from '../view-state.ts';
import {chipsShown, type ShownChip} from './chips-shown.ts';

/** Every filter as a chip (with `off:` where it is switched off), and how many events they let through. Without filters it says so. */
export function chipsRow(state: ViewState, look: Look): Span[] {
	const {size: {columns}} = state;
	const chips = chipsShown(state);
	if (chips.length === 0) {
		return row(look, columns, cell(' no filters: everything is shown', look, {role: 'quiet'}));
	}

	const right = countOf(state, look);
	const drawn = chips.map((chip, at) => chipSpans(state, chip, at === state.chipCursor && state.pane === 'chips', look));
	return row(look, columns, fitted(drawn, state, columns - widthOf(right) - 1, look), right);
}

function chipSpans({zone, size: {columns}}: ViewState, chip: ShownChip, isChosen: boolean, look: Look): Span[] {
	const {selected, remove} = glyphsFor(look);
	const words = `${chip.isOff ? 'off: ' : ''}${chip.label(zone, isNarrowScreen(columns))}`;
	return cell(`${isChosen ? selected : ' '}${words} ${remove} `, look, {role: roleOf(chip), ground: isChosen ? 'selected' : 'plain'});
}

function roleOf({isOff, isExclusion}: ShownChip): Role {
	if (isOff) {
		return 'quiet';
	}

	return isExclusion ? 'exclude' : 'chip';
}

/** Until the engine has answered, the page is that of the filters before, and its count would stand beside filters it does not belong to. */
function countOf(state: ViewState, look: Look): Span[] {
	const {page, pageFor} = state.timeline;
	const context = contextWords(state);
	const around = context === undefined ? [] : cell(` ${context} `, look, {role: 'paused'});
	const whole = isNarrowScreen(state.size.columns) ? 'shown' : `of ${grouped(page?.totalEvents ?? 0)}`;
	const shown = page !== undefined && pageFor?.querySerial === state.querySerial ? grouped(page.matchedEvents) : '...';
	return page === undefined ? around : [...around, ...cell(` ${shown} ${whole} `, look, {role: 'number'})];
}

/** As many chips as fit, the chosen one among them, and the number of those left out. */
function fitted(chips: readonly Span[][], {pane, chipCursor}: ViewState, widthCells: number, look: Look): Span[] {
	const chipCells = widthOf(chips.flat()) <= widthCells || chips.length === 1 ? widthCells : widthCells - moreCells;
	const first = pane === 'chips' ? firstInSight(chips, chipCursor, chipCells) : 0;
	const shown: Span[] = [];
	let at = first;
	while (at < chips.length && (at === first || widthOf(shown) + widthOf(chips[at]!) <= chipCells)) {
		shown.push(...chips[at]!);
		at++;
	}

	const hidden = chips.length - (at - first);
	const kept = clip(look, shown, chipCells);
	return [...kept, ...(hidden > 0 ? cell(` +${hidden} more`, look, {role: 'chip'}) : blank(0))];
}

/** ` +12 more` */
const moreCells = 9;

function firstInSight(chips: readonly Span[][], chosen: number, widthCells: number): number {
	let first = chosen;
	let takenCells = widthOf(chips[chosen] ?? []);
	while (first > 0 && takenCells + widthOf(chips[first - 1]!) <= widthCells) {
		first--;
		takenCells += widthOf(chips[first]!);
	}

	return first;
}
