import type {ViewState} from '../view-state.ts';
import {type Slot, wantedRequests} from './requests.ts';

/** A request that the engine has not answered, and why. It is retried without a key. */
export type Unanswered = {readonly slot: Slot; readonly serial: number; readonly reason: string};

/** Notes a failure; it replaces an earlier one of the same kind of request. */
export function withUnanswered(state: ViewState, {slot, serial, reason}: Unanswered): ViewState {
	return {...state, unanswered: [...state.unanswered.filter(each => each.slot !== slot), {slot, serial, reason}]};
}

/** Drops the note: the engine has answered a request of this kind. */
export function withAnswered(state: ViewState, slot: Slot): ViewState {
	return state.unanswered.some(each => each.slot === slot) ? {...state, unanswered: state.unanswered.filter(each => each.slot !== slot)} : state;
}

/** The failed requests that the state still needs. */
function unansweredNow(state: ViewState): readonly Unanswered[] {
	if (state.unanswered.length === 0) {
		return [];
	}

	const wanted = wantedRequests(state);
	return state.unanswered.filter(({slot, serial}) => wanted.some(ask => ask.slot === slot && ask.serial === serial));
}

export const isUnanswered = (state: ViewState, slot: Slot): boolean => unansweredNow(state).some(each => each.slot === slot);

/** Why the engine did not answer, and that the rows on screen are old; undefined while all is answered. */
export function unansweredSentence(state: ViewState): string | undefined {
	const [first] = unansweredNow(state);
	if (first === undefined) {
		return undefined;
	}

	const isRowOld = isUnanswered(state, 'page') && state.timeline.page !== undefined;
	return `The engine could not answer: ${first.reason}. It will be asked again${isRowOld ? '; the rows shown are from before' : ''}.`;
}
