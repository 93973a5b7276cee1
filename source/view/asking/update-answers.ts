import type {Anchor, EventDetails, Page} from '../../engine/engine.ts';
import {isSameAnchor} from '../timeline/anchors.ts';
import type {ArrivalIntent, ViewIntent} from '../intents.ts';
import {clamp} from '../drawing/numbers.ts';
import {errandTold} from '../update-errand.ts';
import {facetsAnswered} from '../filters/narrowing.ts';
import {withSeen} from '../timeline/seen-cells.ts';
import {withLogKept} from '../logs/update-logs.ts';
import {valuesAnswered} from '../boxes/update-completion.ts';
import {withColumnInSight} from '../timeline/update-columns.ts';
import {findAnswered, findIsLate} from '../search/update-search.ts';
import {summaryAnswered} from '../summary/update-summary.ts';
import {onSlowLink} from '../slow-link.ts';
import {healthAnswered} from '../update-sources.ts';
import {withTimeline} from '../timeline/update-timeline.ts';
import {selectedEvent, type TimelineState, type ViewState} from '../view-state.ts';
import {withAnswered, withUnanswered} from './unanswered.ts';
import type {Ask, AskOf} from './requests.ts';

/** The state after something arrived from outside. */
export function arrived(before: ViewState, intent: ArrivalIntent): ViewState {
	const state = 'ask' in intent ? withAnswered(before, intent.ask.slot) : before;
	return (arrivals[intent.type] as (state: ViewState, intent: ArrivalIntent) => ViewState)(state, intent);
}

/** Whether an intent comes from outside rather than from the person at the keyboard. */
export const isArrival = (intent: ViewIntent): intent is ArrivalIntent => Object.hasOwn(arrivals, intent.type);

type Arrivals = {readonly [Type in ArrivalIntent['type']]: (state: ViewState, intent: Extract<ArrivalIntent, {type: Type}>) => ViewState};

/** Answers to requests that are no longer current change nothing. */
const arrivals: Arrivals = {
	resized: (state, {size}) => withColumnInSight({...state, size}),
	refused: (state, {reason}) => ({...state, notice: reason}),
	'link-crawls': onSlowLink,
	unanswered: withUnanswered,
	late: (state, {slot, serial}) => slot === 'find' ? findIsLate(state, serial) : state,
	'zone-found': (state, {zone}) => ({...state, zones: [...new Set([...state.zones, zone])]}),
	'errand-told': (state, {serial, news}) => errandTold(state, serial, news),
	opened: (state, {answer}) => ({...state, opened: answer, isOpening: false}),
	changed: (state, {change}) => ({...state, change}),
	'page-answered': (state, {ask, answer}) => isOfQuery(state, ask) ? pageAnswered(state, ask, answer) : state,
	'facets-answered': (state, {ask, answer}) => isOfQuery(state, ask) ? facetsAnswered(state, ask, answer) : state,
	'histogram-answered': (state, {ask, answer}) => isOfQuery(state, ask) ? {...state, histogram: answer} : state,
	'summary-answered': (state, {ask, answer}) => summaryAnswered(state, ask.serial, answer),
	'find-answered': (state, {ask, answer}) => findAnswered(state, ask, answer),
	'details-answered': (state, {ask, answer}) => ask.serial === selectedEvent(state) ? detailsAnswered(state, answer) : state,
	'related-answered': (state, {ask, answer}) => ({...state, details: {...state.details, related: {event: ask.serial, counts: answer}}}),
	'last-login-answered': (state, {ask, answer}) => ({...state, details: {...state.details, lastLogin: {event: ask.serial, login: answer}}}),
	'values-answered': (state, {ask, answer}) => valuesAnswered(state, ask, answer),
	'health-answered': (state, {answer}) => withLogKept(state, healthAnswered(state, answer)),
};

/** Whether the filters are still those that were asked about. */
const isOfQuery = ({querySerial}: ViewState, {serial}: Ask): boolean => serial === querySerial;

function pageAnswered(state: ViewState, ask: AskOf<'page'>, page: Page): ViewState {
	const {timeline} = state;
	const selectedIndex = indexIn(timeline, ask, page);
	const event = page.rows[selectedIndex - page.firstIndex]?.id;
	const isPinned = !timeline.isFollowing && event !== undefined && isToBePinned(timeline.anchor, ask, page);
	return withColumnInSight(withTimeline(state, {
		page,
		pageFor: {anchor: ask.request.anchor, querySerial: ask.serial},
		seenCells: withSeen(state, page),
		selectedIndex,
		pausedAtCount: timeline.isFollowing ? undefined : timeline.pausedAtCount ?? page.matchedEvents,
		// Once the event is known it keeps the place, because rows may still arrive before it.
		...(isPinned && {anchor: {at: 'event', event}}),
	}));
}

/**
Whether the place stays with the event found for it. While logs are still being read, "the first event" and "the event at a time" are only those read so far and must be
looked up again. The page itself says whether reading is over, because that news may arrive before an older answer. An answer to an earlier request is not pinned either:
it shows the place that was left, not the one being gone to.
*/
function isToBePinned(anchor: Anchor, ask: AskOf<'page'>, {isCaughtUp}: Page): boolean {
	switch (anchor.at) {
		case 'event': {
			return false;
		}

		case 'time':
		case 'oldest': {
			return isCaughtUp && isSameAnchor(anchor, ask.request.anchor);
		}

		case 'newest':
		case 'index': {
			return true;
		}
	}
}

/** The index of the selected row in a page that may have been requested around another row. */
function indexIn({anchor, selectedIndex}: TimelineState, ask: AskOf<'page'>, page: Page): number {
	if (isSameAnchor(anchor, ask.request.anchor)) {
		return page.anchorIndex;
	}

	const at = anchor.at === 'event' ? page.rows.findIndex(({id}) => id === anchor.event) : -1;
	return at < 0 ? clamp(selectedIndex, 0, Math.max(0, page.totalRows - 1)) : page.firstIndex + at;
}

function detailsAnswered(state: ViewState, answer: EventDetails | undefined): ViewState {
	const isSame = state.details.answer?.row.id === answer?.row.id;
	return {...state, details: {...state.details, answer, cursor: isSame ? state.details.cursor : Math.min(state.details.cursor, mostLinesKept)}};
}

/** Going from event to event, the cursor stays on the same field if that is among the first lines (user, device). */
const mostLinesKept = 6;
