import {noticed} from '../filters/update-query.ts';
import type {ViewState} from '../view-state.ts';
import {pauseHere} from './update-timeline.ts';

/** Rows around each hit that one key walks through. */
const contextSteps = [0, 3, 10] as const;

/** More rows around each hit, then none again; the filters stay as they are, and the place too. */
export function showNextContext(state: ViewState): ViewState {
	const contextLines = contextSteps[(contextSteps.indexOf(state.contextLines as (typeof contextSteps)[number]) + 1) % contextSteps.length]!;
	const around = state.search === undefined ? 'event that the filters show' : 'hit';
	return noticed({...pauseHere(state), contextLines}, contextLines === 0 ? 'only what the filters show' : `${contextLines} rows before and after each ${around}, hidden ones too`);
}
