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

/** The boxes that text is typed into. While none is open, keys are commands. */
export const textBoxes = ['search', 'narrow', ...lineBoxes] as const;

export type TextBox = (typeof textBoxes)[number];

/** Columns of the timeline that can be filtered by. */
export type FilterColumn = 'severity' | 'action' | 'type' | 'user' | 'device' | 'source' | 'host';

export type TimelineState = {
	/** The newest row stays selected, at the bottom. */
	readonly isFollowing: boolean;
	/** Which row is selected, in terms that stay true while rows arrive. */
	readonly anchor: Anchor;
	/** The index of that row in the filtered timeline, as far as known. */
	readonly selectedIndex: number;
	/** The line of the pane that the selected row is on. */
	readonly selectedLine: number;
	readonly column: FilterColumn;
	readonly page: Page | undefined;
	/** What the page was asked for: while a place or a query is still being loaded, they are others. */
	readonly pageFor: {readonly anchor: Anchor; readonly querySerial: number} | undefined;
	/** Over all pages so far: columns that shrank again would make the rows jump. */
	readonly seenCells: SeenCells;
	/** The number of events shown when following stopped; those since are "new". */
	readonly pausedAtCount: number | undefined;
};

export type Narrowing = {
	readonly field: FacetField;
	readonly text: string;
	/** Enter was pressed before the narrowed list arrived; `stance` if a filter key followed. */
	readonly awaited?: {readonly stance?: Stance};
};

export type SidebarState = {
	/** The key of the item under the cursor; the item may come and go. */
	readonly cursor: string;
	readonly narrow: Narrowing | undefined;
	readonly facets: FacetsAnswer | undefined;
	/** What `facets` was narrowed by when it was counted. */
	readonly narrowedBy: Narrowing | undefined;
};

export type DetailsState = {
	readonly isOpen: boolean;
	readonly cursor: number;
	readonly isHex: boolean;
	readonly answer: EventDetails | undefined;
	/** The counts of related events, in the order of the event's pivots. */
	readonly related: {readonly event: EventId; readonly counts: readonly number[]} | undefined;
	/** The nearest login before that event. */
	readonly lastLogin: {readonly event: EventId; readonly login: EventRow | undefined} | undefined;
};

/** The open list of columns: all of them, shown or not. */
export type ColumnChooser = {readonly names: readonly ColumnName[]; readonly cursor: number};

/** A place of the timeline to come back to. */
export type Place = Pick<TimelineState, 'isFollowing' | 'anchor' | 'selectedIndex' | 'selectedLine' | 'pausedAtCount'>;

export type SearchState = {
	readonly text: string;
	/** Fuzzy: letters in order are enough, and only the newest events are searched. */
	readonly isFuzzy: boolean;
	/** Counts up with every search and every step to another hit; an answer with an older serial is stale. */
	readonly serial: number;
	readonly from: FindRequest['from'];
	readonly direction: FindRequest['direction'];
	/** The first answer goes to its hit, unless the person went elsewhere before it came. */
	readonly isGoing: boolean;
	readonly answer: FindAnswer | undefined;
	/** The answer to the text typed before, shown until the new one comes or is late. */
	readonly before: FindAnswer | undefined;
	/** The serial whose answer takes so long that the screen says so. */
	readonly lateSerial: number | undefined;
	/** The serial that `answer` belongs to; the old numbers stay on screen while a newer one is under way. */
	readonly answeredSerial: number | undefined;
	readonly origin: Place;
};

/** A marked event; its time orders the marks even when the event is not loaded. */
export type Mark = {readonly event: EventId; readonly micros: number};

/** The filters that are on (`query`) and those that are switched off (`resting`). */
export type Filters = Pick<ViewState, 'query' | 'resting'>;

export type ViewState = {
	readonly size: Size;
	/** Without colours where the theme has none. */
	readonly look: Look;
	readonly canShowColours: boolean;
	readonly opened: OpenAnswer;
	/** The engine has not said yet which logs there are. */
	readonly isOpening: boolean;
	readonly deviceTitles: DeviceMap['titles'];
	/** The places that were searched for logs, for the page that says none was found. */
	readonly lookedFor: readonly string[];
	/** The zones that the zone key steps through; the first one is used at the start. */
	readonly zones: readonly Zone[];
	readonly zone: Zone;
	/** Each event is shown in the zone its record was written in, all other times in `zone`. */
	readonly isOwnZone: boolean;
	readonly query: Query;
	/** The filters that are switched off: they have chips but hide nothing. */
	readonly resting: Query;
	/** Counts up with every change of the query; an answer with an older serial is stale. */
	readonly querySerial: number;
	readonly pastQueries: readonly Filters[];
	readonly futureQueries: readonly Filters[];
	readonly visits: Visits;
	readonly pane: Pane;
	readonly textBox: TextBox | undefined;
	readonly line: LineState | undefined;
	/** The engine's suggestions for the value being typed. */
	readonly completion: CompletionState | undefined;
	/** Counts up when the text of a box changes other than by typing, which moves its cursor to the end. */
	readonly edition: number;
	readonly helpTop: number | undefined;
	readonly isSidebarOpen: boolean;
	/** The columns that the person chose, in their order; undefined lets the width decide. */
	readonly columnNames: readonly ColumnName[] | undefined;
	readonly themeName: ThemeName;
	readonly ownViews: readonly SavedView[];
	readonly builtInViews: readonly SavedView[];
	/** Why nothing can be saved. */
	readonly savingOff: string | undefined;
	readonly columnChooser: ColumnChooser | undefined;
	/** Messages longer than their column continue on lines below. */
	readonly isWrapped: boolean;
	readonly timeline: TimelineState;
	readonly sidebar: SidebarState;
	readonly chipCursor: number;
	readonly details: DetailsState;
	readonly search: SearchState | undefined;
	/** The number of rows shown around each hit in spite of the filters. */
	readonly contextLines: number;
	/** In time order. */
	readonly marks: readonly Mark[];
	readonly writing: WritingState;
	readonly summary: SummaryState;
	/** The page of the logs, and its chosen entry. */
	readonly logs: {readonly isOpen: boolean; readonly cursor: number};
	/** Work on the disk that is under way, and how far it is. */
	readonly errand: Errand | undefined;
	readonly errandSerial: number;
	readonly errandProgress: string | undefined;
	readonly change: Change | undefined;
	readonly histogram: Histogram | undefined;
	readonly time: TimeState;
	/** A digit is awaited that says how far back to show. */
	readonly isChoosingSpan: boolean;
	/** The time span that a digit chose last; it counts while the query still begins at `sinceMicros`. */
	readonly chosenSpan: {readonly title: string; readonly sinceMicros: number} | undefined;
	readonly health: Health | undefined;
	/** How many events there were when the logs were read and the link was known to be very slow. */
	readonly eventsAtSlowLink: number | undefined;
	/** The link is very slow. */
	readonly isSlowLink: boolean;
	/** The notice about a very slow link was shown. */
	readonly isSlowLinkSaid: boolean;
	/** Requests that the engine failed to answer. */
	readonly unanswered: readonly Unanswered[];
	/** A sentence about the last key, such as why it did nothing. */
	readonly notice: string | undefined;
};

/** The present place, to come back to. */
export const placeOf = ({isFollowing, anchor, selectedIndex, selectedLine, pausedAtCount}: TimelineState): Place => ({isFollowing, anchor, selectedIndex, selectedLine, pausedAtCount});

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
