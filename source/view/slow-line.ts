import type {ViewState} from './view-state.ts';

/** Over a very slow line the way to send less is said once, where there is one and where it can be seen. */
export function onSlowLine(state: ViewState): ViewState {
	const {isSlowLineSaid, isSidebarOpen, pane} = state;
	const isNews = !isSlowLineSaid && isSidebarOpen && canBeTold(state);
	const way = pane === 'filters' ? 'f shuts' : 'f, f shut';
	return isNews ? {...state, isSlowLineSaid: true, notice: `a slow line: ${way} the filters, and less is sent`} : state;
}

/** No box, no page and no older words stand where it would be said. */
const canBeTold = ({textBox, helpTop, summary, logs, notice}: ViewState): boolean =>
	textBox === undefined && helpTop === undefined && !summary.isOpen && !logs.isOpen && notice === undefined;
