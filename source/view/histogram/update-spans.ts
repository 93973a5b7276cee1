import {without} from '../filters/filters.ts';
import {changeQuery, noticed} from '../filters/update-query.ts';
import {selectedRow, type ViewState} from '../view-state.ts';
import {dateAndClock} from '../drawing/zoned-time.ts';
import {nextRange, type Range, ranges} from './ranges.ts';

/** Waits for a digit, and says which span is shown at present. */
export function openSpans(state: ViewState): ViewState {
	return noticed({...state, isChoosingSpan: true}, `now: ${spanShown(state)}; 1-5 count back from the newest event, b from the selected one`);
}

/** Shows the last `micros` before the newest event; undefined shows all times. */
export function showLast(state: ViewState, micros: number | undefined): ViewState {
	return showSpan(state, ranges.find(range => range.micros === micros));
}

/** Shows the next wider span, or all times after the widest; the choice stays open. */
export function showNextSpan(state: ViewState): ViewState {
	const {lastMicros} = state.timeline.page ?? {};
	return lastMicros === undefined ? state : {...showSpan(state, nextRange(state.query, lastMicros)), isChoosingSpan: true};
}

/** How far before an event to look for what led to it. */
const beforeMicros = 10 * 60e6;

/** Shows what led to the selected event, which is the last one shown. */
export function showBefore(state: ViewState): ViewState {
	const row = selectedRow(state);
	return row === undefined
		? noticed(state, 'no event is selected')
		: noticed({...changeQuery(state, {...state.query, sinceMicros: row.time.micros - beforeMicros, untilMicros: row.time.micros + 1}), chosenSpan: undefined}, 'the 10 minutes up to the selected event; u goes back');
}

function showSpan(state: ViewState, span: Range | undefined): ViewState {
	const lastMicros = state.timeline.page?.lastMicros;
	const bare = without(without(state.query, 'sinceMicros'), 'untilMicros');
	if (span === undefined || lastMicros === undefined) {
		return noticed({...changeQuery(state, bare), chosenSpan: undefined}, 'all times');
	}

	const sinceMicros = lastMicros - span.micros;
	const changed = changeQuery(state, {...bare, sinceMicros});
	return noticed({...changed, chosenSpan: {title: span.title, sinceMicros}}, `the last ${span.title} before the newest event`);
}

function spanShown({query: {sinceMicros, untilMicros}, chosenSpan, zone}: ViewState): string {
	if (sinceMicros === undefined && untilMicros === undefined) {
		return 'all times';
	}

	if (untilMicros === undefined && chosenSpan?.sinceMicros === sinceMicros) {
		return `the last ${chosenSpan!.title}`;
	}

	return [
		...(sinceMicros === undefined ? [] : [`since ${dateAndClock(sinceMicros, zone)}`]),
		...(untilMicros === undefined ? [] : [`until ${dateAndClock(untilMicros, zone)}`]),
	].join(' ');
}
