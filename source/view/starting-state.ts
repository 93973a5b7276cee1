import type {DeviceMap} from '../domain/device-map.ts';
import type {OpenAnswer} from '../engine/engine.ts';
import type {SavedView} from '../query/built-in-views.ts';
import type {Query} from '../query/query.ts';
import type {ColumnName} from './timeline/columns.ts';
import {everything} from './filters/filters.ts';
import type {Look} from './drawing/span.ts';
import {closedSummary} from './summary/summary-state.ts';
import {lookIn, type ThemeName} from './theme-names.ts';
import {wholeTime} from './histogram/time-state.ts';
import type {Size, ViewState} from './view-state.ts';
import {visitsFrom} from './filters/visits.ts';
import {nothingWritten, type WritingState} from './boxes/writing.ts';
import type {Zone} from './drawing/zoned-time.ts';

export type StartingPoint = {
	readonly size: Size;
	readonly look: Look;
	/** Undefined while the engine opens the logs; the answer comes as an intent. */
	readonly opened: OpenAnswer | undefined;
	readonly deviceTitles?: DeviceMap['titles'];
	readonly lookedFor?: readonly string[];
	readonly zones?: readonly Zone[];
	readonly query?: Query;
	readonly columnNames?: readonly ColumnName[] | undefined;
	readonly themeName?: ThemeName;
	readonly ownViews?: readonly SavedView[];
	readonly builtInViews?: readonly SavedView[];
	readonly savingOff?: string | undefined;
	/** A sentence to show before the first key. */
	readonly notice?: string | undefined;
	readonly writing?: WritingState;
};

const nothingOpened: OpenAnswer = {sources: [], faults: []};

/** Narrower screens start with the sidebar closed. */
const sidebarOpensAtColumns = 80;

/** The state before the engine's first answer: no search, nothing remembered, following. */
export function startingState({size, look, opened, deviceTitles = [], lookedFor = [], zones = ['UTC'], query = everything, columnNames, themeName = 'default', ownViews = [], builtInViews = [], savingOff, notice, writing = nothingWritten}: StartingPoint): ViewState {
	return {
		size,
		look: lookIn(themeName, look),
		canShowColours: look.hasColours,
		opened: opened ?? nothingOpened,
		isOpening: opened === undefined,
		deviceTitles,
		lookedFor,
		zones,
		zone: zones[0] ?? 'UTC',
		isOwnZone: false,
		query,
		resting: everything,
		querySerial: 0,
		pastQueries: [],
		futureQueries: [],
		visits: visitsFrom({query, resting: everything}),
		pane: 'timeline',
		textBox: undefined,
		line: undefined,
		completion: undefined,
		edition: 0,
		helpTop: undefined,
		columnNames,
		themeName,
		ownViews,
		builtInViews,
		savingOff,
		columnChooser: undefined,
		isWrapped: false,
		isSidebarOpen: size.columns >= sidebarOpensAtColumns,
		timeline: {isFollowing: true, anchor: {at: 'newest'}, selectedIndex: 0, selectedLine: 0, column: 'action', page: undefined, pageFor: undefined, seenCells: {}, pausedAtCount: undefined},
		sidebar: {cursor: 'user-operations:exact', narrow: undefined, facets: undefined, narrowedBy: undefined},
		chipCursor: 0,
		details: {isOpen: false, cursor: 0, isHex: false, answer: undefined, related: undefined, lastLogin: undefined},
		search: undefined,
		contextLines: 0,
		marks: [],
		writing,
		summary: closedSummary,
		logs: {isOpen: false, cursor: 0},
		errand: undefined,
		errandSerial: 0,
		errandProgress: undefined,
		change: undefined,
		histogram: undefined,
		time: wholeTime,
		isChoosingSpan: false,
		chosenSpan: undefined,
		health: undefined,
		eventsAtSlowLink: undefined,
		isSlowLink: false,
		isSlowLinkSaid: false,
		unanswered: [],
		notice,
	};
}
