import type {ViewState} from '../view-state.ts';
import {type Slot, wantedRequests} from './requests.ts';

/** A question that the engine has not answered, and why. It is asked again by itself. */
export type Unanswered = {readonly slot: Slot; readonly serial: number; readonly reason: string};

/** The newest word on a question takes the place of the one before. */
export function withUnanswered(state: ViewState, {slot, serial, reason}: Unanswered): ViewState {
	return {...state, unanswered: [...state.unanswered.filter(each => each.slot !== slot), {slot, serial, reason}]};
}

/** The engine has answered a question of this kind. */
export function withAnswered(state: ViewState, slot: Slot): ViewState {
	return state.unanswered.some(each => each.slot === slot) ? {...state, unanswered: state.unanswered.filter(each => each.slot !== slot)} : state;
}

/** What is still asked and has no answer. What nobody asks any more needs none. */
function unansweredNow(state: ViewState): readonly Unanswered[] {
	if (state.unanswered.length === 0) {
		return [];
	}

	const wanted = wantedRequests(state);
	return state.unanswered.filter(({slot, serial}) => wanted.some(ask => ask.slot === slot && ask.serial === serial));
}

export const isUnanswered = (state: ViewState, slot: Slot): boolean => unansweredNow(state).some(each => each.slot === slot);

/** What stands on the screen meanwhile is an answer to an earlier question: that is said with the reason. */
export function unansweredSentence(state: ViewState): string | undefined {
	const [first] = unansweredNow(state);
	if (first === undefined) {
		return undefined;
	}

	const isRowOld = isUnanswered(state, 'page') && state.timeline.page !== undefined;
	return `The engine could not answer: ${first.reason}. It is asked again by itself${isRowOld ? '; the rows are those of before' : ''}.`;
}
