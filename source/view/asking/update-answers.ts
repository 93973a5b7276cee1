import type {Anchor, EventDetails, Page} from '../../engine/engine.ts';
import {isSameAnchor} from '../timeline/anchors.ts';
import type {ArrivalIntent} from '../intents.ts';
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
import {selectedEvent, type Size, type TimelineState, type ViewState} from '../view-state.ts';
import {withAnswered, withUnanswered} from './unanswered.ts';
import type {AskOf} from './requests.ts';

/** The state after something arrived from outside. Answers to requests that are no longer current change nothing. */
export function arrived(before: ViewState, intent: ArrivalIntent): ViewState {
	const state = 'ask' in intent ? withAnswered(before, intent.ask.slot) : before;
	switch (intent.type) {
		case 'resized': {
			return resized(state, intent.size);
		}

		case 'refused': {
			return {...state, notice: intent.reason};
		}

		case 'link-crawls': {
			return onSlowLink(state);
		}

		case 'unanswered': {
			return withUnanswered(state, intent);
		}

		case 'late': {
			return intent.slot === 'find' ? findIsLate(state, intent.serial) : state;
		}

		case 'zone-found': {
			return {...state, zones: [...new Set([...state.zones, intent.zone])]};
		}

		case 'errand-told': {
			return errandTold(state, intent.serial, intent.news);
		}

		case 'opened': {
			return {...state, opened: intent.answer, isOpening: false};
		}

		case 'changed': {
			return {...state, change: intent.change};
		}

		case 'page-answered': {
			return intent.ask.serial === state.querySerial ? pageAnswered(state, intent.ask, intent.answer) : state;
		}

		case 'facets-answered': {
			return intent.ask.serial === state.querySerial ? facetsAnswered(state, intent.ask, intent.answer) : state;
		}

		case 'histogram-answered': {
			return intent.ask.serial === state.querySerial ? {...state, histogram: intent.answer} : state;
		}

		case 'summary-answered': {
			return summaryAnswered(state, intent.ask.serial, intent.answer);
		}

		case 'find-answered': {
			return findAnswered(state, intent.ask, intent.answer);
		}

		case 'details-answered': {
			return intent.ask.serial === selectedEvent(state) ? detailsAnswered(state, intent.answer) : state;
		}

		case 'related-answered': {
			return {...state, details: {...state.details, related: {event: intent.ask.serial, counts: intent.answer}}};
		}

		case 'last-login-answered': {
			return {...state, details: {...state.details, lastLogin: {event: intent.ask.serial, login: intent.answer}}};
		}

		case 'values-answered': {
			return valuesAnswered(state, intent.ask, intent.answer);
		}

		case 'health-answered': {
			return withLogKept(state, healthAnswered(state, intent.answer));
		}
	}
}

function resized(before: ViewState, size: Size): ViewState {
	return withColumnInSight({...before, size});
}

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
