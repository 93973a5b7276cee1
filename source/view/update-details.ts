import {detailLines} from './details-lines.ts';
import {layoutOf} from './layout.ts';
import {clampIndex} from './numbers.ts';
import {noticed} from './update-query.ts';
import {pauseHere} from './update-timeline.ts';
import type {DetailsState, ViewState} from './view-state.ts';

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

/** The raw record in the other form, and the cursor on it: it may lie far below. */
export function toggleHex(state: ViewState): ViewState {
	const toggled = withDetails(state, {isHex: !state.details.isHex});
	const rawAt = linesOf(toggled).findIndex(({isRawTitle}) => isRawTitle);
	return rawAt === -1 ? toggled : withDetails(toggled, {cursor: rawAt});
}

const linesOf = (state: ViewState) => detailLines(state, layoutOf(state).detailsColumns);

function withDetails(state: ViewState, details: Partial<DetailsState>): ViewState {
	return {...state, details: {...state.details, ...details}};
}
