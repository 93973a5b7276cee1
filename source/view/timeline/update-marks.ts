import {counted} from '../drawing/numbers.ts';
import {noticed} from '../filters/update-query.ts';
import {type Mark, selectedRow, type ViewState} from '../view-state.ts';
import {goToEvent, pauseHere} from './update-timeline.ts';

/** Marks the selected event, or removes its mark. The timeline stops following, so that the event stays in sight. */
export function toggleMark(state: ViewState): ViewState {
	const row = selectedRow(state);
	if (row === undefined) {
		return noticed(state, 'there is no event to mark');
	}

	const others = state.marks.filter(({event}) => event !== row.id);
	const isMarked = others.length < state.marks.length;
	const marks = isMarked ? others : [...others, {event: row.id, micros: row.time.micros}].toSorted(inTime);
	return noticed({...pauseHere(state), marks}, `${isMarked ? 'mark removed' : 'marked'}; ${counted(marks.length, 'mark')}, ' goes to the next`);
}

/** Goes to the next mark after the selected event; after the last one, to the first. */
export function goToNextMark(state: ViewState): ViewState {
	const row = selectedRow(state);
	const here: Mark = {event: row?.id ?? -1, micros: row?.time.micros ?? -Infinity};
	const next = state.marks.find(mark => inTime(mark, here) > 0) ?? state.marks[0];
	return next === undefined ? state : goToEvent({...state, pane: 'timeline'}, next.event);
}

/** The order of rows in the timeline. */
function inTime(one: Mark, other: Mark): number {
	return one.micros - other.micros || one.event - other.event;
}
