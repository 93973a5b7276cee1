import type {Foreign} from '../../domain/foreign.ts';
import {layoutOf} from '../layout.ts';
import {clampIndex} from '../drawing/numbers.ts';
import {nextStart} from '../next-start.ts';
import {noticed} from '../filters/update-query.ts';
import {pauseHere} from '../timeline/update-timeline.ts';
import type {DetailsState, ViewState} from '../view-state.ts';
import {detailLines} from './details-lines.ts';

/** Opens the details and moves the focus to them. The timeline stops following, so that the event stays. */
export function openDetails(state: ViewState): ViewState {
	if (state.timeline.page === undefined || state.timeline.page.totalRows === 0) {
		return noticed(state, 'there is no event to open');
	}

	const stopped = pauseHere(state);
	return withDetails({...stopped, pane: 'details'}, {isOpen: true});
}

export function moveInDetails(state: ViewState, by: number): ViewState {
	return withDetails(state, {cursor: clampIndex(state.details.cursor + by, linesOf(state).length)});
}

/** To the next part (fields, related events, raw record), or back. */
export function moveToDetailPart(state: ViewState, by: 1 | -1): ViewState {
	const lines = linesOf(state);
	const starts = lines.keys().filter(at => lines[at]!.begins !== undefined).toArray();
	const cursor = clampIndex(state.details.cursor, lines.length);
	return withDetails(state, {cursor: nextStart(starts, cursor, by) ?? cursor});
}

/** To the line that leads to events with the same value, or to the first related line; Enter there shows them. */
export function goToRelated(state: ViewState, value: Foreign | undefined): ViewState {
	const lines = linesOf(state);
	const same = value === undefined ? -1 : lines.findIndex(({pivot}) => pivot?.value === value);
	const at = same === -1 ? lines.findIndex(({begins}) => begins === 'related') : same;
	return at === -1
		? noticed(state, 'nothing in this record relates it to other events')
		: noticed(withDetails(state, {cursor: at}), 'Enter again shows these events; Left goes back to the fields');
}

/** Shows the raw record in hexadecimal, or as text again, and moves the cursor to it, because it may be far below. */
export function toggleHex(state: ViewState): ViewState {
	const toggled = withDetails(state, {isHex: !state.details.isHex});
	const rawAt = linesOf(toggled).findIndex(({begins}) => begins === 'raw');
	return rawAt === -1 ? toggled : withDetails(toggled, {cursor: rawAt});
}

const linesOf = (state: ViewState) => detailLines(state, layoutOf(state).detailsColumns);

function withDetails(state: ViewState, details: Partial<DetailsState>): ViewState {
	return {...state, details: {...state.details, ...details}};
}
