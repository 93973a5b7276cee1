import {isUnanswered} from '../asking/unanswered.ts';
import type {KeyIntent} from '../keys/keymap.ts';
import type {ViewState} from '../view-state.ts';
import {isSameAnchor} from './anchors.ts';

/** What acts on the selected row, or begins at it. */
const rowIntents: ReadonlySet<KeyIntent['type']> = new Set([
	...(['include', 'exclude', 'since-here', 'until-here', 'toggle-mark', 'write-note', 'show-before', 'next-context', 'next-hit', 'previous-hit', 'walk-alerts'] as const),
	...(['show-range', 'step-range', 'begin-range', 'end-range', 'move-bar', 'zoom'] as const),
]);

const moveIntents: ReadonlySet<KeyIntent['type']> = new Set(['move', 'move-pages']);

/** What moves within the summary, or goes to the events of a line. */
const summaryIntents: ReadonlySet<KeyIntent['type']> = new Set([...moveIntents, 'move-part', 'follow-summary']);

/** Whether a key that was typed ahead has to wait: it acts on a row that was gone to but is not loaded yet, and would act on the one before or on none. */
export function isBeforeItsRow(state: ViewState, {type}: {readonly type: string}): boolean {
	return state.summary.isOpen ? isBeforeSummary(state, type) : isBeforeEvent(state, type);
}

function isBeforeSummary(state: ViewState, type: string): boolean {
	return summaryIntents.has(type as KeyIntent['type']) && state.summary.answer === undefined && !isUnanswered(state, 'summary');
}

function isBeforeEvent(state: ViewState, type: string): boolean {
	const isMove = moveIntents.has(type as KeyIntent['type']);
	// Where a row is known by its index, moves add up: nobody who holds a key down waits for rows that he passes.
	const isCounted = isMove && ['index', 'oldest', 'newest'].includes(state.timeline.anchor.at);
	return (isMove || rowIntents.has(type as KeyIntent['type'])) && (isGoing(state) || (!isCounted && isPlaceComing(state)));
}

/** A search is on its way to a hit. Once the screen says that it takes long, nothing waits for it. */
function isGoing({search}: ViewState): boolean {
	return search !== undefined && search.text.trim() !== '' && search.isGoing && search.answeredSerial !== search.serial && search.lateSerial !== search.serial;
}

function isPlaceComing(state: ViewState): boolean {
	return !state.isOpening && !isUnanswered(state, 'page') && !isPlaceLoaded(state);
}

/** Whether the page shows the place that the timeline was sent to. */
export function isPlaceLoaded({querySerial, timeline: {anchor, page, pageFor}}: ViewState): boolean {
	const isThere = anchor.at === 'event' && page?.rows.some(({id}) => id === anchor.event);
	return pageFor?.querySerial === querySerial && (isThere === true || isSameAnchor(anchor, pageFor.anchor));
}
