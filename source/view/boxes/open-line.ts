import type {ViewState} from '../view-state.ts';
import type {LineBox} from './line.ts';

/** Opens a box on the status line; nothing changes before Enter. */
export function openLine(state: ViewState, box: LineBox): ViewState {
	return {...state, textBox: box, line: {box, text: undefined, reading: undefined}};
}
