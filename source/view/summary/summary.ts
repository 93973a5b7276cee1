import {isNarrowScreen} from '../drawing/narrow.ts';
import {clampIndex, counted, shownOf} from '../drawing/numbers.ts';
import {choiceLine, filledPane, topAround} from '../drawing/page-lines.ts';
import type {PaneLine, PaneSize} from '../drawing/pane-line.ts';
import {sentenceRows} from '../drawing/sentence-rows.ts';
import {cell, type Look, row, type Span} from '../drawing/span.ts';
import {isUnanswered, unansweredSentence} from '../asking/unanswered.ts';
import type {ViewState} from '../view-state.ts';
import {summaryLines} from './summary-lines.ts';

/** A page that counts who did what how often; Enter shows the events of a line. */
export function summaryPane(state: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	const lines = summaryLines(state);
	const standing = standingRows(state, columns, look).slice(0, rows - 1);
	const room = rows - 1 - standing.length;
	const chosen = chosenLine(state);
	const isAtStart = state.summary.cursor === 0 && chosen < room;
	const top = isAtStart ? 0 : topAround(chosen, room, lines.length);
	const shown = lines.slice(top, top + room).map(({spans}, at) => choiceLine(spans, {isChosen: top + at === chosen}, columns, look));
	const head = title(state, {columns, inSight: shownOf(top, shown.length, lines.length)}, look);
	return filledPane([head, ...standing, ...shown].map(spans => ({spans})), {columns, rows});
}

/** Shown instead of an answer, or above an old one. */
function standingRows(state: ViewState, columns: number, look: Look): Span[][] {
	const {answer} = state.summary;
	if (isUnanswered(state, 'summary')) {
		return sentenceRows(unansweredSentence(state)!, {columns, role: 'trouble'}, look).map(spans => row(look, columns, spans));
	}

	return answer === undefined ? [row(look, columns, cell('   counting...', look, {role: 'quiet'}))] : [];
}

function title({summary: {scope, answer}}: ViewState, {columns, inSight}: {readonly columns: number; readonly inSight: string}, look: Look): Span[] {
	const count = answer === undefined ? '' : `, ${counted(answer.matchedEvents, 'event')}`;
	const what = scope === 'all' ? 'everything' : (isNarrowScreen(columns) ? 'as filtered' : 'what the filters show');
	return row(look, columns, [...cell(' SUMMARY ', look, {role: 'focus'}), ...cell(`${what}${count}`, look)], cell(` ${inSight} `, look, {role: 'quiet'}));
}

/** The index among all lines of the one under the cursor, which counts only lines that lead somewhere. */
function chosenLine(state: ViewState): number {
	const leading = summaryLines(state).flatMap(({leadsTo}, at) => leadsTo === undefined ? [] : [at]);
	return leading[clampIndex(state.summary.cursor, leading.length)] ?? -1;
}
