import type {DeviceMap} from '../domain/device-map.ts';
import type {Anchor, Change, EventDetails, EventId, EventRow, FacetsAnswer, FindAnswer, FindRequest, Health, Histogram, OpenAnswer, Page} from '../engine/engine.ts';
import type {SavedView} from '../query/built-in-views.ts';
import type {FacetField, Query} from '../query/query.ts';
import type {Errand} from './errands.ts';
import type {ColumnName, SeenCells} from './timeline/columns.ts';
import type {CompletionState} from './boxes/completion.ts';
import type {Stance} from './filters/filters.ts';
import {lineBoxes, type LineState} from './boxes/line.ts';
import type {Look} from './drawing/span.ts';
import type {SummaryState} from './summary/summary-state.ts';
import type {WritingState} from './boxes/writing.ts';
import type {TimeState} from './histogram/time-state.ts';
import type {Visits} from './filters/visits.ts';
import type {ThemeName} from './theme-names.ts';
import type {Unanswered} from './asking/unanswered.ts';
import type {Zone} from './drawing/zoned-time.ts';

export type Size = {readonly columns: number; readonly rows: number};

/** In the order of Tab, and of the keys 1 to 5. */
export const panes = ['filters', 'timeline', 'details', 'chips', 'histogram'] as const;

export type Pane = (typeof panes)[number];

/** The box that keys are typed into; in between, keys are commands. */
export const textBoxes = ['search', 'narrow', ...lineBoxes] as const;

export type TextBox = (typeof textBoxes)[number];

/** Columns of the timeline whose value can be made a filter. */
export type FilterColumn = 'severity' | 'action' | 'type' | 'user' | 'device' | 'source' | 'host';

export type TimelineState = {
	/** The newest row stays selected, at the bottom. */
	readonly isFollowing: boolean;
	/** Which row is selected, in words that stay true while rows arrive. */
	readonly anchor: Anchor;
	/** Where that row stands in the filtered timeline, as far as known. */
	readonly selectedIndex: number;
	/** On which line of the pane the selected row lies. */
	readonly selectedLine: number;
	readonly column: FilterColumn;
	readonly page: Page | undefined;
	/** Of all pages so far: a column that got narrower again would make rows jump to and fro. */
	readonly seenCells: SeenCells;
	/** Events shown when following stopped; what came since is "new". */
	readonly pausedAtCount: number | undefined;
};

export type Narrowing = {
	readonly field: FacetField;
	readonly text: string;
	/** Enter was pressed before the list was narrowed; `stance`: and a filter key after it. */
	readonly awaited?: {readonly stance?: Stance};
};

export type SidebarState = {
	/** The key of the item under the cursor; the item may come and go. */
	readonly cursor: string;
	readonly narrow: Narrowing | undefined;
	readonly facets: FacetsAnswer | undefined;
	/** What one of the lists of `facets` was narrowed by when they were counted. */
	readonly narrowedBy: Narrowing | undefined;
};

export type DetailsState = {
	readonly isOpen: boolean;
	readonly cursor: number;
	readonly isHex: boolean;
	readonly answer: EventDetails | undefined;
	/** How many events share a column with that one, in the order of its pivots. */
	readonly related: {readonly event: EventId; readonly counts: readonly number[]} | undefined;
	/** The nearest login before that event. */
	readonly lastLogin: {readonly event: EventId; readonly login: EventRow | undefined} | undefined;
};

/** All columns in the order of the list, shown or not. */
export type ColumnChooser = {readonly names: readonly ColumnName[]; readonly cursor: number};

/** Where the timeline stood, to come back to. */
export type Place = Pick<TimelineState, 'isFollowing' | 'anchor' | 'selectedIndex' | 'selectedLine' | 'pausedAtCount'>;

export type SearchState = {
	readonly text: string;
	/** Letters in order are enough, among the newest events alone. */
	readonly isFuzzy: boolean;
	/** Counts up with every walk, so that an answer to an earlier one is known as stale. */
	readonly serial: number;
	readonly from: FindRequest['from'];
	readonly direction: FindRequest['direction'];
	/** The first answer goes to its hit; not where the person went elsewhere before it came. */
	readonly isGoing: boolean;
	readonly answer: FindAnswer | undefined;
	/** The answer to what was typed before: it stands until the new one comes or is late. */
	readonly before: FindAnswer | undefined;
	/** The walk whose answer takes so long that it is to be said. */
	readonly lateSerial: number | undefined;
	/** The walk that `answer` belongs to; while a newer one is under way the old numbers stay on screen. */
	readonly answeredSerial: number | undefined;
	readonly origin: Place;
};

/** An event to come back to; its time orders the marks, loaded or not. */
export type Mark = {readonly event: EventId; readonly micros: number};

/** What is asked of the timeline, and what is switched off. */
export type Filters = Pick<ViewState, 'query' | 'resting'>;

export type ViewState = {
	readonly size: Size;
	/** As the theme has it: without colours where it uses none. */
	readonly look: Look;
	readonly canShowColours: boolean;
	readonly opened: OpenAnswer;
	/** Until the engine has said which logs there are, none of them is missing. */
	readonly isOpening: boolean;
	readonly deviceTitles: DeviceMap['titles'];
	/** Places that were searched for logs, for the screen that says none was found. */
	readonly lookedFor: readonly string[];
	/** Zones that the zone key walks through; the first is shown at the start. */
	readonly zones: readonly Zone[];
	readonly zone: Zone;
	/** Each event is shown in the zone its record was written in; all else in `zone`. */
	readonly isOwnZone: boolean;
	readonly query: Query;
	/** Filters that are switched off for a moment: their chips stand beside the others and hide nothing. */
	readonly resting: Query;
	/** Counts up with every change of the query, so that an answer to an earlier one is known as stale. */
	readonly querySerial: number;
	readonly pastQueries: readonly Filters[];
	readonly futureQueries: readonly Filters[];
	readonly visits: Visits;
	readonly pane: Pane;
	readonly textBox: TextBox | undefined;
	readonly line: LineState | undefined;
	/** What the engine named for the value being typed. */
	readonly completion: CompletionState | undefined;
	/** Counts up when the text of a box was changed other than by typing: its cursor goes to the end. */
	readonly edition: number;
	readonly helpTop: number | undefined;
	readonly isSidebarOpen: boolean;
	/** Columns that somebody chose, in their order; undefined lets the width decide. */
	readonly columnNames: readonly ColumnName[] | undefined;
	readonly themeName: ThemeName;
	readonly ownViews: readonly SavedView[];
	readonly builtInViews: readonly SavedView[];
	/** Why nothing can be saved. */
	readonly savingOff: string | undefined;
	readonly columnChooser: ColumnChooser | undefined;
	/** Messages longer than their column go on below. */
	readonly isWrapped: boolean;
	readonly timeline: TimelineState;
	readonly sidebar: SidebarState;
	readonly chipCursor: number;
	readonly details: DetailsState;
	readonly search: SearchState | undefined;
	/** Rows shown around each hit whatever the filters say; 0 for none. */
	readonly contextLines: number;
	/** In the order of time. */
	readonly marks: readonly Mark[];
	readonly writing: WritingState;
	readonly summary: SummaryState;
	/** The page of the logs that are read, and which of its entries is chosen. */
	readonly logs: {readonly isOpen: boolean; readonly cursor: number};
	/** What is being done at the edge, and how far it is. */
	readonly errand: Errand | undefined;
	readonly errandSerial: number;
	readonly errandProgress: string | undefined;
	readonly change: Change | undefined;
	readonly histogram: Histogram | undefined;
	readonly time: TimeState;
	/** While a digit is waited for that says how far back to show. */
	readonly isChoosingSpan: boolean;
	/** The span that a digit chose last, while nothing else has changed where the query begins. */
	readonly chosenSpan: {readonly title: string; readonly sinceMicros: number} | undefined;
	readonly health: Health | undefined;
	/** How to send less over a very slow line was said. */
	readonly isSlowLineSaid: boolean;
	/** Questions that the engine has not answered. */
	readonly unanswered: readonly Unanswered[];
	/** One sentence about the last key, such as why it did nothing. */
	readonly notice: string | undefined;
};

/** The loaded row at an index of the filtered timeline. */
export function rowAt({page}: TimelineState, index: number) {
	return page?.rows[index - page.firstIndex];
}

/** The selected row, when it is loaded. */
export function selectedRow({timeline}: ViewState) {
	return rowAt(timeline, timeline.selectedIndex);
}

/** The selected event's id, when its row is loaded. */
export function selectedEvent(state: ViewState): EventId | undefined {
	return selectedRow(state)?.id;
}
