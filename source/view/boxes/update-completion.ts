import type {FacetsAnswer} from '../../engine/engine.ts';
import {clampIndex} from '../drawing/numbers.ts';
import type {AskOf} from '../asking/requests.ts';
import {typeSearch} from '../search/update-search.ts';
import type {ViewState} from '../view-state.ts';
import {typeLine} from './update-line.ts';
import {completionsOf, openValue} from './completion.ts';

/** Tab: completes the text with the chosen line of the list, or the first; in an export's name it goes to the next form. */
export function completeText(state: ViewState): ViewState {
	if (state.line?.reading?.type === 'file') {
		return {...typeLine(state, state.line.reading.inNextForm), edition: state.edition + 1};
	}

	const completions = completionsOf(state);
	const chosen = completions[clampIndex(state.line?.cursor ?? 0, completions.length)];
	if (chosen === undefined) {
		return state;
	}

	const typed = state.textBox === 'search' ? typeSearch(state, chosen.text) : typeLine(state, chosen.text);
	return {...typed, edition: state.edition + 1};
}

/** Takes values for completion, unless something else is being typed by now. */
export function valuesAnswered(state: ViewState, ask: AskOf<'values'>, answer: FacetsAnswer): ViewState {
	const [wanted] = ask.request.fields;
	const open = openValue(state);
	const isStale = wanted === undefined || open?.field !== wanted.field || open.typed !== (wanted.narrow ?? '');
	return isStale ? state : {...state, completion: {field: open.field, typed: open.typed, values: answer.facets[0]?.values ?? []}};
}
