import type {Foreign} from '../../domain/foreign.ts';
import {layoutOf} from '../layout.ts';
import {clampIndex} from '../drawing/numbers.ts';
import {nextStart} from '../next-start.ts';
import {noticed} from '../filters/update-query.ts';
import {pauseHere} from '../timeline/update-timeline.ts';
import type {DetailsState, ViewState} from '../view-state.ts';
import {detailLines} from './details-lines.ts';

/** Opens the details and gives them the keys; the timeline stops, so that what is read stays. */
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

/** To the fields, the related events or the raw record: the next of them, or back. */
export function moveToDetailPart(state: ViewState, by: 1 | -1): ViewState {
	const lines = linesOf(state);
	const starts = lines.keys().filter(at => lines[at]!.begins !== undefined).toArray();
	const cursor = clampIndex(state.details.cursor, lines.length);
	return withDetails(state, {cursor: nextStart(starts, cursor, by) ?? cursor});
}

/** To the line that leads to the events which share the value, or to the first of its kind: Enter shows them from there. */
export function goToRelated(state: ViewState, value: Foreign | undefined): ViewState {
	const lines = linesOf(state);
	const same = value === undefined ? -1 : lines.findIndex(({pivot}) => pivot?.value === value);
	const at = same === -1 ? lines.findIndex(({begins}) => begins === 'related') : same;
	return at === -1
		? noticed(state, 'nothing in this record ties other events to it')
		: noticed(withDetails(state, {cursor: at}), 'Enter again shows these events; Left goes back to the fields');
}

/** The raw record in the other form, and the cursor on it: it may lie far below. */
export function toggleHex(state: ViewState): ViewState {
	const toggled = withDetails(state, {isHex: !state.details.isHex});
	const rawAt = linesOf(toggled).findIndex(({begins}) => begins === 'raw');
	return rawAt === -1 ? toggled : withDetails(toggled, {cursor: rawAt});
}

const linesOf = (state: ViewState) => detailLines(state, layoutOf(state).detailsColumns);

function withDetails(state: ViewState, details: Partial<DetailsState>): ViewState {
	return {...state, details: {...state.details, ...details}};
}
