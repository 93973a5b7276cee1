import type {PersonIntent, ViewIntent} from './intents.ts';
import {keyword} from './filters/keyword.ts';
import {arrived, isArrival} from './asking/update-answers.ts';
import {openDetails, toggleHex} from './details/update-details.ts';
import {cancel, goToPane, move, movePages, moveToPart, nextPane} from './update-panes.ts';
import {columnsByWidth, moveColumn, openColumns, toggleColumn} from './timeline/update-columns.ts';
import {filterHere, filterSince, filterUntil, showRelated} from './filters/update-filters.ts';
import {clearFilters, removeChip, toggleAllChips, toggleChip} from './filters/update-chips.ts';
import {isColonSlip} from './boxes/completion.ts';
import {completeText} from './boxes/update-completion.ts';
import {showNextContext} from './timeline/update-context.ts';
import {noticed, changeQuery, redoQuery, undoQuery} from './filters/update-query.ts';
import {leaveLine} from './boxes/update-line.ts';
import {moveInChoices, paletteIntent, showSource, showZone, toggleNamedColumn, useTheme} from './boxes/update-palette.ts';
import {openLine} from './boxes/open-line.ts';
import {openRename, removeView} from './boxes/own-views.ts';
import {followLog, openLogs} from './logs/update-logs.ts';
import {goToNextMark, toggleMark} from './timeline/update-marks.ts';
import {keepHits, openSearch, searchFor, toggleFuzzy, walkAlerts, walkHits} from './search/update-search.ts';
import {toggleSidebar} from './filters/update-sidebar.ts';
import {openSpans, showBefore, showLast, showNextSpan} from './histogram/update-spans.ts';
import {backToSummary, changeSummaryScope, followSummary, isFromSummary, openSummary} from './summary/update-summary.ts';
import {acceptText, eraseText, typeText} from './boxes/update-text.ts';
import {beginRange, endRange, moveBar, showRange, stepRange, zoom} from './histogram/update-time.ts';
import {chooseColumn, followNewest, goToFirst, toggleFollow, toggleWrap} from './timeline/update-timeline.ts';
import {goToVisit} from './filters/update-visits.ts';
import {createEvent, writeNote} from './boxes/update-writing.ts';
import type {ViewState} from './view-state.ts';
import {openNarrow} from './filters/narrowing.ts';

/** The state after an intent. Nothing else changes what the screen shows. */
export function update(state: ViewState, intent: ViewIntent): ViewState {
	return isArrival(intent) ? arrived(state, intent) : wanted(withoutHelp({...state, notice: undefined, isChoosingSpan: false}, intent), intent);
}

/** Intents that act on the open help; all others close it first. */
const helpIntents: ReadonlySet<PersonIntent['type']> = new Set(['move', 'move-pages', 'toggle-help', 'cancel']);

function withoutHelp(state: ViewState, {type}: PersonIntent): ViewState {
	return state.helpTop === undefined || helpIntents.has(type) ? state : {...state, helpTop: undefined};
}

type Updates = {readonly [Type in PersonIntent['type']]: (state: ViewState, intent: Extract<PersonIntent, {type: Type}>) => ViewState};

const updates: Updates = {
	move: (state, {by}) => move(state, by),
	'move-pages': (state, {by}) => movePages(state, by),
	'move-part': (state, {by}) => moveToPart(state, by),
	'go-to-first': goToFirst,
	'follow-newest': followNewest,
	'toggle-follow': toggleFollow,
	'choose-column': (state, {by}) => chooseColumn(state, by),
	'next-pane': (state, {by}) => nextPane(state, by),
	'go-to-pane': (state, {pane}) => goToPane(state, pane),
	'toggle-sidebar': toggleSidebar,
	'open-details': openDetails,
	'toggle-hex': toggleHex,
	'show-related': showRelated,
	'toggle-mark': toggleMark,
	'next-mark': goToNextMark,
	include: state => filterHere(state, 'include'),
	exclude: state => filterHere(state, 'exclude'),
	'remove-chip': removeChip,
	'toggle-chip': toggleChip,
	'toggle-all-chips': toggleAllChips,
	'go-to-visit': (state, {by}) => goToVisit(state, by),
	'clear-filters': clearFilters,
	'undo-query': state => isFromSummary(state) ? backToSummary(state) : undoQuery(state),
	'redo-query': redoQuery,
	'since-here': filterSince,
	'until-here': filterUntil,
	'open-spans': openSpans,
	'close-spans': state => state,
	'next-range': showNextSpan,
	'show-before': showBefore,
	'show-last': (state, {micros}) => showLast(state, micros),
	'move-bar': (state, {by}) => moveBar(state, by),
	'begin-range': beginRange,
	'end-range': endRange,
	'step-range': stepRange,
	'show-range': showRange,
	zoom: (state, {by}) => zoom(state, by),
	'next-zone': nextZone,
	'open-search': openSearch,
	'open-narrow': openNarrow,
	'open-line': (state, {box}) => openLine(state, box),
	'type-text': typeText,
	'accept-text': acceptChosen,
	'erase-text': eraseText,
	'next-hit': state => walkHits(state, 'next'),
	'previous-hit': state => walkHits(state, 'previous'),
	'walk-alerts': (state, {direction}) => walkAlerts(state, direction),
	'toggle-fuzzy': toggleFuzzy,
	'keep-hits': keepHits,
	'next-context': showNextContext,
	'complete-text': completeText,
	'move-choice': (state, {by}) => moveInChoices(state, by),
	'show-query': (state, {query}) => changeQuery(state, query),
	'rename-view': (state, {name}) => openRename(state, name),
	'remove-view': (state, {name}) => removeView(state, name),
	'show-source': (state, {path}) => showSource(state, path),
	'go-to-newest-of': (state, {path}) => searchFor(state, keyword('source', path)),
	'toggle-named-column': (state, {name}) => toggleNamedColumn(state, name),
	'show-zone': (state, {zone}) => showZone(state, zone),
	'use-theme': (state, {name}) => useTheme(state, name),
	'open-columns': openColumns,
	'toggle-column': toggleColumn,
	'move-column': (state, {by}) => moveColumn(state, by),
	'columns-by-width': columnsByWidth,
	'toggle-wrap': toggleWrap,
	'write-note': writeNote,
	'create-event': createEvent,
	'open-summary': openSummary,
	'change-summary-scope': changeSummaryScope,
	'follow-summary': followSummary,
	'open-logs': openLogs,
	'follow-log': followLog,
	'toggle-help': state => ({...state, helpTop: state.helpTop === undefined ? 0 : undefined}),
	cancel,
};

function wanted<Type extends PersonIntent['type']>(state: ViewState, intent: Extract<PersonIntent, {type: Type}>): ViewState {
	return (updates[intent.type] as (state: ViewState, intent: PersonIntent) => ViewState)(state, intent);
}

/** Enter: an entry chosen in the palette acts as if its own key had been pressed. */
function acceptChosen(state: ViewState): ViewState {
	const chosen = paletteIntent(state);
	if (chosen !== undefined) {
		return wanted(chosen.type === 'remove-view' ? state : leaveLine(state), chosen);
	}

	return isColonSlip(state) ? completeText(state) : acceptText(state);
}

function nextZone(state: ViewState): ViewState {
	const [first = 'UTC'] = state.zones;
	const next = state.isOwnZone ? first : state.zones[state.zones.indexOf(state.zone) + 1];
	return next === undefined
		? noticed({...state, zone: first, isOwnZone: true}, `each event in the zone it was written in, where its record shows; all other times in ${first}`)
		: showZone(state, next);
}
