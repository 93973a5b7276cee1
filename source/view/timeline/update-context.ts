import {noticed} from '../filters/update-query.ts';
import type {ViewState} from '../view-state.ts';
import {pauseHere} from './update-timeline.ts';

/** The numbers of rows around each hit that the key steps through. */
const contextSteps = [0, 3, 10] as const;

/** Shows more rows around each hit, then none again. Filters and place stay as they are. */
export function showNextContext(state: ViewState): ViewState {
	const contextLines = contextSteps[(contextSteps.indexOf(state.contextLines as (typeof contextSteps)[number]) + 1) % contextSteps.length]!;
	const around = state.search === undefined ? 'event that the filters show' : 'hit';
	return noticed({...pauseHere(state), contextLines}, contextLines === 0 ? 'only what the filters show' : `${contextLines} rows before and after each ${around}, hidden ones too`);
}
