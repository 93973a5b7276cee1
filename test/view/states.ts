import {answerFrom} from '../../source/view/asking/engine-answers.ts';
import type {PersonIntent, ViewIntent} from '../../source/view/intents.ts';
import {type AskOf, wantedRequests} from '../../source/view/asking/requests.ts';
import {update} from '../../source/view/update.ts';
import {startingState, type StartingPoint} from '../../source/view/starting-state.ts';
import type {ViewState} from '../../source/view/view-state.ts';
import {applianceEngine} from './appliance.ts';

/** A state over the appliance's sources, before anything was answered. */
export function freshState(start: Partial<StartingPoint> = {}): ViewState {
	return startingState({size: {columns: 80, rows: 24}, look: {isUnicode: true, hasColours: true}, opened: applianceEngine().opened, ...start});
}

/** The state after what the person wanted, one after the other. */
export function after(state: ViewState, ...intents: readonly ViewIntent[]): ViewState {
	let next = state;
	for (const intent of intents) {
		next = update(next, intent);
	}

	return next;
}

/** The state with everything it asks answered by the twin in memory. */
export async function answered(state: ViewState, engine = applianceEngine()): Promise<ViewState> {
	let next = state;
	for (const ask of wantedRequests(state)) {
		// eslint-disable-next-line no-await-in-loop -- answers arrive one after the other
		next = update(next, await answerFrom(engine, ask));
	}

	return next;
}

/** Each intent, with every answer it leads to, before the next. */
export async function lived(state: ViewState, intents: readonly PersonIntent[], engine = applianceEngine()): Promise<ViewState> {
	const [first, ...rest] = intents;
	return first === undefined ? state : lived(await answered(update(state, first), engine), rest, engine);
}

/** The question for a page that the state asks. */
export function pageAsk(state: ViewState): AskOf<'page'> {
	const ask = wantedRequests(state).find(wanted => wanted.slot === 'page');
	return ask!;
}
