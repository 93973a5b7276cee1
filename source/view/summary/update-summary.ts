import type {GroupsAnswer} from '../../engine/engine.ts';
import {clampIndex} from '../drawing/numbers.ts';
import {everything} from '../filters/filters.ts';
import {nextStart} from '../next-start.ts';
import {changeQuery, noticed, undoQuery} from '../filters/update-query.ts';
import {goToTime, withTimeline} from '../timeline/update-timeline.ts';
import {placeOf, type ViewState} from '../view-state.ts';
import {summaryChoices} from './summary-lines.ts';

/** Opens the summary over what the filters show. */
export function openSummary(state: ViewState): ViewState {
	const {summary} = state;
	return {...state, summary: {...summary, isOpen: true, scope: 'filters', cursor: 0, answer: undefined, serial: summary.serial + 1, left: undefined}};
}

export function closeSummary(state: ViewState): ViewState {
	return {...state, summary: {...state.summary, isOpen: false}};
}

/** Counts everything instead of what the filters show, or the other way round. */
export function changeSummaryScope(state: ViewState): ViewState {
	const {summary} = state;
	return {...state, summary: {...summary, scope: summary.scope === 'all' ? 'filters' : 'all', cursor: 0, answer: undefined, serial: summary.serial + 1}};
}

export function moveInSummary(state: ViewState, by: number): ViewState {
	const {summary} = state;
	return {...state, summary: {...summary, cursor: clampIndex(summary.cursor + by, summaryChoices(state).length)}};
}

/** To the first line of the next section, or back, skipping sections without lines. */
export function moveToSection(state: ViewState, by: 1 | -1): ViewState {
	const {summary} = state;
	const choices = summaryChoices(state);
	const starts = choices.keys().filter(at => choices[at]!.section !== choices[at - 1]?.section).toArray();
	return {...state, summary: {...summary, cursor: nextStart(starts, summary.cursor, by) ?? summary.cursor}};
}

/** Takes new counts. Lines are ordered by count and change places while a log grows, so the cursor follows its line: Enter must open the line that was seen. */
export function summaryAnswered(state: ViewState, serial: number, answer: GroupsAnswer): ViewState {
	if (serial !== state.summary.serial) {
		return state;
	}

	const chosen = summaryChoices(state)[state.summary.cursor];
	const answered = {...state, summary: {...state.summary, answer}};
	const at = chosen === undefined ? -1 : summaryChoices(answered).findIndex(line => isSameLine(line, chosen));
	return at === -1 ? answered : {...answered, summary: {...answered.summary, cursor: at}};
}

type SummaryChoice = ReturnType<typeof summaryChoices>[number];

const isSameLine = (one: SummaryChoice, other: SummaryChoice): boolean =>
	one.section === other.section && one.group.values.every((value, at) => value === other.group.values[at]);

/** Goes to the newest event of the line and stays there: whoever then removes the filter wants to see what stood around it. Esc goes back to the summary. */
export function followSummary(state: ViewState): ViewState {
	const {summary, query, timeline} = state;
	const choice = summaryChoices(state)[summary.cursor];
	if (choice === undefined) {
		return state;
	}

	const {section, group} = choice;
	const shown = goToTime(changeQuery(closeSummary(state), section.leadsTo(summary.scope === 'all' ? everything : query, group)), group.lastMicros);
	// The rows that stood below the summary are others: over a slow line they would cross it for nothing.
	const emptied = withTimeline(shown, {page: undefined, pausedAtCount: undefined});
	return noticed({...emptied, summary: {...emptied.summary, left: {querySerial: emptied.querySerial, place: placeOf(timeline)}}}, 'C shows what happened around it; Esc goes back to the summary');
}

/** Whether the timeline shows what a line of the summary led to, with unchanged filters. */
export function isFromSummary({summary, querySerial}: ViewState): boolean {
	return !summary.isOpen && summary.left?.querySerial === querySerial;
}

/** Back to the summary as it was left, with the filters and the place of the timeline as they were. */
export function backToSummary(state: ViewState): ViewState {
	const before = withTimeline(undoQuery(state), state.summary.left?.place ?? {});
	return {...before, summary: {...before.summary, isOpen: true, left: undefined}};
}
