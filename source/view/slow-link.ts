import {isReading} from './reading.ts';
import type {ViewState} from './view-state.ts';

/**
Over a very slow link the sidebar is closed once the logs grow, because redrawing its counts is most of what a new event sends, and the key that opens it again is named.
Beside logs that rest it stays: shutting it would send the whole timeline again, wider. This happens once, so that the screen does not flap, and never while somebody is
using the sidebar: then only the key is named.
*/
export function onSlowLink(before: ViewState): ViewState {
	const state = known(before);
	return isGrowing(state) ? withSidebarShut(state) : state;
}

function known(state: ViewState): ViewState {
	const eventsAtSlowLink = state.eventsAtSlowLink ?? (isReading(state) ? undefined : state.change?.totalEvents);
	return state.isSlowLink && eventsAtSlowLink === state.eventsAtSlowLink ? state : {...state, isSlowLink: true, eventsAtSlowLink};
}

const isGrowing = ({change, eventsAtSlowLink}: ViewState): boolean => eventsAtSlowLink !== undefined && (change?.totalEvents ?? 0) > eventsAtSlowLink;

function withSidebarShut(state: ViewState): ViewState {
	const {isSlowLinkSaid, isSidebarOpen, pane} = state;
	if (isSlowLinkSaid || !isSidebarOpen || !canBeTold(state)) {
		return state;
	}

	return pane === 'filters'
		? {...state, isSlowLinkSaid: true, notice: 'a slow link: f shuts the filters, and less is sent'}
		: {...state, isSlowLinkSaid: true, isSidebarOpen: false, notice: 'a slow link: the filters are shut to send less; f opens them'};
}

/** Nothing else occupies the place where it would be said. */
const canBeTold = ({textBox, helpTop, summary, logs, notice}: ViewState): boolean =>
	textBox === undefined && helpTop === undefined && !summary.isOpen && !logs.isOpen && notice === undefined;
