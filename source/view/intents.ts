import type {Foreign} from '../domain/foreign.ts';
import type {Change, EventDetails, EventRow, FacetsAnswer, FindAnswer, GroupsAnswer, Health, Histogram, OpenAnswer, Page} from '../engine/engine.ts';
import type {Query} from '../query/query.ts';
import type {ColumnName} from './timeline/columns.ts';
import type {ErrandNews} from './errands.ts';
import type {LineBox} from './boxes/line.ts';
import type {AskOf, Slot} from './asking/requests.ts';
import type {ThemeName} from './theme-names.ts';
import type {Unanswered} from './asking/unanswered.ts';
import type {Pane, Size} from './view-state.ts';
import type {Zone} from './drawing/zoned-time.ts';

/** What the person at the keyboard wants of the screen. */
export type PersonIntent =
	| TimeIntent
	| {readonly type: 'move'; readonly by: number}
	| {readonly type: 'move-pages'; readonly by: number}
	/** To the next list, section or part within the focused pane or page, or back. */
	| {readonly type: 'move-part'; readonly by: -1 | 1}
	| {readonly type: 'go-to-first'}
	| {readonly type: 'follow-newest'}
	| {readonly type: 'toggle-follow'}
	| {readonly type: 'choose-column'; readonly by: number}
	| {readonly type: 'next-pane'; readonly by: number}
	| {readonly type: 'go-to-pane'; readonly pane: Pane}
	| {readonly type: 'toggle-sidebar'}
	| {readonly type: 'open-details'}
	| {readonly type: 'toggle-hex'}
	| {readonly type: 'show-related'}
	| {readonly type: 'toggle-mark'}
	| {readonly type: 'next-mark'}
	| {readonly type: 'include'}
	| {readonly type: 'exclude'}
	| {readonly type: 'remove-chip'}
	| {readonly type: 'toggle-chip'}
	| {readonly type: 'toggle-all-chips'}
	| {readonly type: 'go-to-visit'; readonly by: -1 | 1}
	| {readonly type: 'clear-filters'}
	| {readonly type: 'undo-query'}
	| {readonly type: 'redo-query'}
	| {readonly type: 'since-here'}
	| {readonly type: 'until-here'}
	| {readonly type: 'open-spans'}
	| {readonly type: 'close-spans'}
	/** The minutes before the selected event. */
	| {readonly type: 'show-before'}
	| {readonly type: 'next-range'}
	| {readonly type: 'show-last'; readonly micros: number | undefined}
	| {readonly type: 'next-zone'}
	| {readonly type: 'open-search'}
	| {readonly type: 'open-narrow'}
	| {readonly type: 'open-line'; readonly box: LineBox}
	| {readonly type: 'type-text'; readonly text: string}
	| {readonly type: 'accept-text'}
	/** Erases the last word in the box, or everything. */
	| {readonly type: 'erase-text'; readonly what: 'word' | 'all'}
	| {readonly type: 'next-hit'}
	| {readonly type: 'previous-hit'}
	| {readonly type: 'walk-alerts'; readonly direction: 'next' | 'previous'}
	| {readonly type: 'toggle-fuzzy'}
	| {readonly type: 'keep-hits'}
	| {readonly type: 'next-context'}
	| {readonly type: 'complete-text'}
	| {readonly type: 'move-choice'; readonly by: number}
	| {readonly type: 'show-query'; readonly query: Query}
	| {readonly type: 'rename-view'; readonly name: string}
	| {readonly type: 'remove-view'; readonly name: string}
	| {readonly type: 'show-source'; readonly path: Foreign}
	| {readonly type: 'go-to-newest-of'; readonly path: Foreign}
	| {readonly type: 'toggle-named-column'; readonly name: ColumnName}
	| {readonly type: 'show-zone'; readonly zone: Zone}
	| {readonly type: 'use-theme'; readonly name: ThemeName}
	| {readonly type: 'open-columns'}
	| {readonly type: 'toggle-column'}
	| {readonly type: 'move-column'; readonly by: number}
	| {readonly type: 'columns-by-width'}
	| {readonly type: 'toggle-wrap'}
	| {readonly type: 'write-note'}
	| {readonly type: 'create-event'}
	| {readonly type: 'open-summary'}
	| {readonly type: 'change-summary-scope'}
	| {readonly type: 'follow-summary'}
	| {readonly type: 'open-logs'}
	| {readonly type: 'follow-log'}
	| {readonly type: 'toggle-help'}
	| {readonly type: 'cancel'};

/** What the person wants of the histogram. */
export type TimeIntent =
	| {readonly type: 'move-bar'; readonly by: number}
	| {readonly type: 'begin-range'}
	| {readonly type: 'end-range'}
	| {readonly type: 'step-range'}
	| {readonly type: 'show-range'}
	| {readonly type: 'zoom'; readonly by: 'in' | 'out'};

/** What only the terminal can do. */
export type TerminalIntent = {readonly type: 'quit'} | {readonly type: 'suspend'} | {readonly type: 'repaint'};

const terminalIntents: Readonly<Record<TerminalIntent['type'], true>> = {quit: true, suspend: true, repaint: true};

export function isTerminalIntent(intent: {readonly type: string}): intent is TerminalIntent {
	return Object.hasOwn(terminalIntents, intent.type);
}

/** What arrives from outside: from the terminal, the engine, the disk. */
export type ArrivalIntent =
	| {readonly type: 'resized'; readonly size: Size}
	| {readonly type: 'refused'; readonly reason: string}
	/** The link to the terminal is very slow. */
	| {readonly type: 'link-crawls'}
	/** A request has no answer: it failed or timed out. */
	| ({readonly type: 'unanswered'} & Unanswered)
	/** A request takes so long that the screen has to say that it is under way. */
	| {readonly type: 'late'; readonly slot: Slot; readonly serial: number}
	/** The machine's time zone. Looking it up is too slow for the first frame. */
	| {readonly type: 'zone-found'; readonly zone: Zone}
	| {readonly type: 'errand-told'; readonly serial: number; readonly news: ErrandNews}
	| {readonly type: 'opened'; readonly answer: OpenAnswer}
	| {readonly type: 'changed'; readonly change: Change}
	| {readonly type: 'page-answered'; readonly ask: AskOf<'page'>; readonly answer: Page}
	| {readonly type: 'facets-answered'; readonly ask: AskOf<'facets'>; readonly answer: FacetsAnswer}
	| {readonly type: 'histogram-answered'; readonly ask: AskOf<'histogram'>; readonly answer: Histogram}
	| {readonly type: 'summary-answered'; readonly ask: AskOf<'summary'>; readonly answer: GroupsAnswer}
	| {readonly type: 'find-answered'; readonly ask: AskOf<'find'>; readonly answer: FindAnswer}
	| {readonly type: 'details-answered'; readonly ask: AskOf<'details'>; readonly answer: EventDetails | undefined}
	| {readonly type: 'related-answered'; readonly ask: AskOf<'related'>; readonly answer: readonly number[]}
	| {readonly type: 'last-login-answered'; readonly ask: AskOf<'last-login'>; readonly answer: EventRow | undefined}
	| {readonly type: 'values-answered'; readonly ask: AskOf<'values'>; readonly answer: FacetsAnswer}
	| {readonly type: 'health-answered'; readonly ask: AskOf<'health'>; readonly answer: Health};

export type ViewIntent = PersonIntent | ArrivalIntent;
