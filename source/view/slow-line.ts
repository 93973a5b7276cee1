import type {ViewState} from './view-state.ts';

/**
Over a very slow line the filters, most of what a followed line sends there, are shut once, and the key that opens them again is said. Never a second time, so
that the screen does not flap, and never under the hands of who is at them: then only the way is said.
*/
export function onSlowLine(state: ViewState): ViewState {
	const {isSlowLineSaid, isSidebarOpen, pane} = state;
	if (isSlowLineSaid || !isSidebarOpen || !canBeTold(state)) {
		return state;
	}

	return pane === 'filters'
		? {...state, isSlowLineSaid: true, notice: 'a slow line: f shuts the filters, and less is sent'}
		: {...state, isSlowLineSaid: true, isSidebarOpen: false, notice: 'a slow line: the filters are shut to send less; f opens them'};
}

/** No box, no page and no older words stand where it would be said. */
const canBeTold = ({textBox, helpTop, summary, logs, notice}: ViewState): boolean =>
	textBox === undefined && helpTop === undefined && !summary.isOpen && !logs.isOpen && notice === undefined;
