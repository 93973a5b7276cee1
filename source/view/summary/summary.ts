import {glyphsFor} from '../drawing/glyphs.ts';
import {clamp, clampIndex, counted, shownOf} from '../drawing/numbers.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {sentenceRows} from '../drawing/sentence-rows.ts';
import {blank, cell, type Look, row, type Span} from '../drawing/span.ts';
import {isUnanswered, unansweredSentence} from '../asking/unanswered.ts';
import type {ViewState} from '../view-state.ts';
import {summaryLines} from './summary-lines.ts';

/** Who did what how often, as a page of its own; the line under the cursor leads to its events. */
export function summaryPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	const lines = summaryLines(state);
	const standing = standingRows(state, columns, look).slice(0, rows - 1);
	const room = rows - 1 - standing.length;
	const chosen = chosenLine(state);
	const top = clamp(chosen - Math.floor(room / 2), 0, Math.max(0, lines.length - room));
	const shown = lines.slice(top, top + room).map(({spans}, at) => lineOf(spans, top + at === chosen, columns, look));
	return [title(state, {columns, inSight: shownOf(top, shown.length, lines.length)}, look), ...standing, ...shown, ...Array.from({length: room - shown.length}, () => blank(columns))].map(spans => ({spans}));
}

/** What stands in the place of an answer, or above an old one. */
function standingRows(state: ViewState, columns: number, look: Look): Span[][] {
	const {answer} = state.summary;
	if (isUnanswered(state, 'summary')) {
		return sentenceRows(unansweredSentence(state)!, {columns, role: 'trouble'}, look).map(spans => row(look, columns, spans));
	}

	return answer === undefined ? [row(look, columns, cell('   counting...', look, {role: 'quiet'}))] : [];
}

/** Below this width every word counts. */
const narrowBelowColumns = 60;

function title({summary: {scope, answer}}: ViewState, {columns, inSight}: {readonly columns: number; readonly inSight: string}, look: Look): Span[] {
	const count = answer === undefined ? '' : `, ${counted(answer.matchedEvents, 'event')}`;
	const what = scope === 'all' ? 'everything' : (columns < narrowBelowColumns ? 'as filtered' : 'what the filters show');
	return row(look, columns, [...cell(' SUMMARY ', look, {role: 'focus'}), ...cell(`${what}${count}`, look)], cell(` ${inSight} `, look, {role: 'quiet'}));
}

/** Of all lines, the one under the cursor; the cursor counts only those that lead somewhere. */
function chosenLine(state: ViewState): number {
	const leading = summaryLines(state).flatMap(({leadsTo}, at) => leadsTo === undefined ? [] : [at]);
	return leading[clampIndex(state.summary.cursor, leading.length)] ?? -1;
}

function lineOf(spans: readonly Span[], isChosen: boolean, columns: number, look: Look): Span[] {
	const line = row(look, columns, [...cell(isChosen ? glyphsFor(look).selected : ' ', look, {role: 'focus'}), ...spans]);
	return isChosen ? line.map(span => ({...span, ground: 'selected'})) : line;
}
