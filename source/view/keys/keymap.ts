import {mostFuzzyEvents} from '../../domain/limits.ts';
import {chipsOf} from '../filters/chips.ts';
import {chipsShown} from '../filters/chips-shown.ts';
import {noFuzzyFilter} from '../search/fuzzy-reach.ts';
import type {PersonIntent, TerminalIntent} from '../intents.ts';
import {grouped} from '../drawing/numbers.ts';
import {ranges} from '../histogram/ranges.ts';
import {type Pane, type TextBox, textBoxes, type ViewState} from '../view-state.ts';
import {writingBoxes} from '../boxes/writing.ts';

/** Where keys go: a pane, a text box, a page, the list of columns, or the choice of a time span. */
export type KeyPlace = Pane | TextBox | 'help' | 'summary' | 'logs' | 'spans' | 'columns';

export type KeyIntent = PersonIntent | TerminalIntent;

export type KeyRow = {
	/** As the terminal names them; the first one is shown. */
	readonly keys: readonly [string, ...string[]];
	readonly when: readonly KeyPlace[];
	readonly intent: KeyIntent;
	readonly help: string;
	/** At most two words for the key bar; without them the key is not shown there. */
	readonly bar?: string;
	/** The same for narrow screens. */
	readonly narrowBar?: string;
	/** Why the key does nothing at the moment; undefined when it works. */
	readonly off?: (state: ViewState) => string | undefined;
};

/** Panes with lines of their own. Home and End stay within them, so that reading on never moves the timeline. */
const lists = ['filters', 'details', 'chips'] as const;
const listPanes = ['timeline', ...lists] as const;
/** On the histogram digits choose time spans, and Home and End go to bars. */
const anyPane = [...listPanes, 'histogram'] as const;
const pages = ['help', 'summary', 'logs'] as const;
const anywhere = [...anyPane, ...textBoxes, ...pages, 'columns'] as const;
const fields = ['timeline', 'details'] as const;

const offWithoutFilters = (state: ViewState) => chipsShown(state).length === 0 ? 'no filter is active: nothing is hidden' : undefined;
const offWithoutHidden = ({query, opened}: ViewState) => chipsOf(query, opened.sources).length === 0 ? 'no filter is active: everything around a hit is shown' : undefined;
const offWithoutEvents = ({timeline: {page}}: ViewState) => page?.lastMicros === undefined ? 'there are no events yet' : undefined;
const offWithoutSaving = (state: ViewState) => state.savingOff ?? offWithoutFilters(state);
const offWithoutSearch = ({search}: ViewState) => search === undefined ? 'no search is active: / opens the search' : undefined;
const offWithoutExactSearch = (state: ViewState) => state.search?.isFuzzy ? noFuzzyFilter : offWithoutSearch(state);

/** All keys. Help, key bar, palette and README are generated from this table; of two rows that fit, the first counts. */
export const keymap: readonly KeyRow[] = [
	// In a text box all other keys are text.
	{keys: ['enter'], when: ['search', 'narrow'], intent: {type: 'accept-text'}, bar: 'done', help: 'Close the box, keep the hits'},
	{keys: ['enter'], when: ['time'], intent: {type: 'accept-text'}, bar: 'go', help: 'Go to that time'},
	{keys: ['enter'], when: ['query'], intent: {type: 'accept-text'}, bar: 'show', help: 'Apply these filters'},
	{keys: ['enter'], when: ['palette'], intent: {type: 'accept-text'}, bar: 'do it', help: 'Run the selected entry'},
	{keys: ['tab'], when: ['query'], intent: {type: 'complete-text'}, bar: 'complete', help: 'Complete the name or value being typed'},
	{keys: ['tab'], when: ['search'], intent: {type: 'complete-text'}, help: 'Complete the value after user:, device: and the like'},
	{keys: ['down'], when: ['query'], intent: {type: 'move-choice', by: 1}, help: 'Next entry of the list'},
	{keys: ['up'], when: ['query'], intent: {type: 'move-choice', by: -1}, help: 'Previous entry of the list'},
	{keys: ['enter'], when: ['save'], intent: {type: 'accept-text'}, bar: 'save', help: 'Save the current filters under this name'},
	{keys: ['enter'], when: ['rename'], intent: {type: 'accept-text'}, bar: 'rename', help: 'Rename the view'},
	{keys: ['enter'], when: ['export'], intent: {type: 'accept-text'}, bar: 'write', help: 'Write the filtered events to this file'},
	{keys: ['tab'], when: ['export'], intent: {type: 'complete-text'}, bar: 'other form', help: 'Next form: CSV, JSON Lines, text, raw records'},
	{keys: ['enter'], when: writingBoxes, intent: {type: 'accept-text'}, bar: 'go on', help: 'Next question; after the last one, save'},
	{keys: ['escape'], when: textBoxes, intent: {type: 'cancel'}, bar: 'back', help: 'Close the box and go back'},
	{keys: ['down', 'tab'], when: ['palette'], intent: {type: 'move-choice', by: 1}, bar: 'next', help: 'Next entry of the list'},
	{keys: ['up', 'shift+tab'], when: ['palette'], intent: {type: 'move-choice', by: -1}, bar: 'previous', help: 'Previous entry of the list'},
	{keys: ['ctrl+u'], when: textBoxes, intent: {type: 'erase-text', what: 'all'}, help: 'Clear the box'},
	{keys: ['ctrl+w'], when: textBoxes, intent: {type: 'erase-text', what: 'word'}, help: 'Delete the last word'},
	{keys: ['down', 'f3'], when: ['search'], intent: {type: 'next-hit'}, bar: 'next hit', help: 'Next hit while typing'},
	{keys: ['up'], when: ['search'], intent: {type: 'previous-hit'}, bar: 'previous hit', help: 'Previous hit while typing'},
	{keys: ['ctrl+k'], when: ['search'], intent: {type: 'keep-hits'}, bar: 'only hits', help: 'Turn the search into a filter: show only its hits', off: offWithoutExactSearch},
	{keys: ['ctrl+t'], when: ['search'], intent: {type: 'toggle-fuzzy'}, bar: 'fuzzy', help: `Fuzzy: letters in order, newest ${grouped(mostFuzzyEvents)} events shown; again: exact`},

	{keys: ['enter'], when: ['timeline'], intent: {type: 'open-details'}, bar: 'details', help: 'Details of the selected event'},
	{keys: ['enter', 'space', '+'], when: ['filters'], intent: {type: 'include'}, bar: 'choose', help: 'Show only this value; again: all values'},
	{keys: ['-'], when: ['filters'], intent: {type: 'exclude'}, bar: 'exclude', help: 'Hide this value; again: show it'},
	{keys: ['right', 'l'], when: ['filters'], intent: {type: 'move-part', by: 1}, bar: 'next list', help: 'First line of the next list'},
	{keys: ['left', 'h'], when: ['filters'], intent: {type: 'move-part', by: -1}, help: 'First line of this list, then of the previous one'},
	{keys: ['t'], when: ['filters'], intent: {type: 'open-narrow'}, bar: 'type to find', help: 'Type a few letters to narrow this list'},
	{keys: ['+', '='], when: fields, intent: {type: 'include'}, bar: 'include', help: 'Show only events with this value'},
	{keys: ['-'], when: fields, intent: {type: 'exclude'}, bar: 'exclude', help: 'Hide events with this value'},
	{keys: ['left', 'h'], when: ['timeline'], intent: {type: 'choose-column', by: -1}, help: 'Choose the column that + and - act on'},
	{keys: ['right', 'l'], when: ['timeline'], intent: {type: 'choose-column', by: 1}, help: 'Choose the column that + and - act on'},
	{keys: ['enter'], when: ['details'], intent: {type: 'show-related'}, bar: 'related', help: 'Go to the related events; again: show them; u goes back'},
	{keys: ['x'], when: ['details'], intent: {type: 'toggle-hex'}, bar: 'hex', help: 'Show the raw record in hexadecimal'},
	{keys: ['right', 'l'], when: ['details'], intent: {type: 'move-part', by: 1}, bar: 'next part', help: 'Next part: fields, related events, raw record'},
	{keys: ['left', 'h'], when: ['details'], intent: {type: 'move-part', by: -1}, help: 'Start of this part, then the previous part'},
	{keys: ['backspace', 'delete'], when: ['chips'], intent: {type: 'remove-chip'}, bar: 'remove', help: 'Remove this filter'},
	{keys: ['space'], when: ['chips'], intent: {type: 'toggle-chip'}, bar: 'off, on', help: 'Turn this filter off; again: on'},
	{keys: ['left', 'h'], when: ['chips'], intent: {type: 'move', by: -1}, help: 'Previous filter'},
	{keys: ['right', 'l'], when: ['chips'], intent: {type: 'move', by: 1}, bar: 'next', help: 'Next filter'},

	{keys: ['enter'], when: ['summary'], intent: {type: 'follow-summary'}, bar: 'its events', help: 'Show the events of this line; Esc or u goes back'},
	{keys: ['right', 'l'], when: ['summary'], intent: {type: 'move-part', by: 1}, bar: 'next section', narrowBar: 'next', help: 'First line of the next section'},
	{keys: ['left', 'h'], when: ['summary'], intent: {type: 'move-part', by: -1}, help: 'First line of this section, then of the previous one'},
	{keys: ['tab'], when: ['summary'], intent: {type: 'change-summary-scope'}, bar: 'filtered / all', help: 'Count the filtered events, or all events'},
	{keys: ['escape', 'q', 'S'], when: ['summary'], intent: {type: 'cancel'}, help: 'Back to the timeline'},
	{keys: ['enter'], when: ['logs'], intent: {type: 'follow-log'}, bar: 'its events', help: 'Show only the events of this log; u goes back'},
	{keys: ['escape', 'q', 'L'], when: ['logs'], intent: {type: 'cancel'}, help: 'Back to the timeline'},
	{keys: ['enter'], when: ['histogram'], intent: {type: 'show-range'}, bar: 'show range', narrowBar: 'show', help: 'Show only the selected range, or the bar under the cursor'},
	{keys: ['space'], when: ['histogram'], intent: {type: 'step-range'}, bar: 'from, to', help: 'Start of the range; again: its end'},
	{keys: ['['], when: ['histogram'], intent: {type: 'begin-range'}, help: 'Start the range at this bar'},
	{keys: [']'], when: ['histogram'], intent: {type: 'end-range'}, help: 'End the range at this bar'},
	{keys: ['+', '='], when: ['histogram'], intent: {type: 'zoom', by: 'in'}, bar: 'zoom in', narrowBar: 'in', help: 'Zoom in around the cursor'},
	{keys: ['-'], when: ['histogram'], intent: {type: 'zoom', by: 'out'}, bar: 'out', help: 'Zoom out'},
	{keys: ['left', 'h'], when: ['histogram'], intent: {type: 'move-bar', by: -1}, help: 'Previous bar'},
	{keys: ['right', 'l'], when: ['histogram'], intent: {type: 'move-bar', by: 1}, help: 'Next bar'},
	{keys: ['home', 'g'], when: ['histogram'], intent: {type: 'move-bar', by: -Infinity}, help: 'First bar'},
	{keys: ['end', 'G'], when: ['histogram'], intent: {type: 'move-bar', by: Infinity}, help: 'Last bar'},
	...ranges.map(({key, title, bar, narrowBar, micros}): KeyRow => ({keys: [key], when: ['spans', 'histogram'], intent: {type: 'show-last', micros}, bar, narrowBar, help: `Last ${title} before the newest event`, off: offWithoutEvents})),
	{keys: ['0'], when: ['spans', 'histogram'], intent: {type: 'show-last', micros: undefined}, bar: 'all', help: 'All times'},
	{keys: ['b'], when: ['spans'], intent: {type: 'show-before'}, bar: 'before', narrowBar: 'bef.', help: 'The 10 minutes up to the selected event'},
	{keys: ['r'], when: ['spans'], intent: {type: 'next-range'}, bar: 'wider', help: 'Next wider span'},
	{keys: ['escape'], when: ['spans'], intent: {type: 'close-spans'}, help: 'Keep the current time span'},

	{keys: ['space', 'enter', '+'], when: ['columns'], intent: {type: 'toggle-column'}, bar: 'on, off', help: 'Show this column; again: hide it'},
	{keys: ['<', 'shift+left', 'left'], when: ['columns'], intent: {type: 'move-column', by: -1}, bar: 'left', help: 'Move the column to the left'},
	{keys: ['>', 'shift+right', 'right'], when: ['columns'], intent: {type: 'move-column', by: 1}, bar: 'right', help: 'Move the column to the right'},
	{keys: ['backspace'], when: ['columns'], intent: {type: 'columns-by-width'}, bar: 'by width', help: 'As many columns as fit the width'},
	{keys: ['escape', 'q', 'o'], when: ['columns'], intent: {type: 'cancel'}, help: 'Close the list of columns'},

	{keys: ['/', 'ctrl+f'], when: anyPane, intent: {type: 'open-search'}, bar: 'search', help: 'Search everything, rotated files included'},
	{keys: ['n', 'f3'], when: anyPane, intent: {type: 'next-hit'}, help: 'Next hit', off: offWithoutSearch},
	{keys: ['N', 'shift+f3'], when: anyPane, intent: {type: 'previous-hit'}, help: 'Previous hit', off: offWithoutSearch},
	{keys: ['.'], when: anyPane, intent: {type: 'walk-alerts', direction: 'next'}, help: 'Next alert'},
	{keys: [','], when: anyPane, intent: {type: 'walk-alerts', direction: 'previous'}, help: 'Previous alert'},
	{keys: ['&'], when: anyPane, intent: {type: 'keep-hits'}, help: 'Turn the search into a filter: show only its hits', off: offWithoutExactSearch},
	{keys: ['C'], when: anyPane, intent: {type: 'next-context'}, help: 'Show 3, 10 or no rows around each hit, hidden ones too', off: offWithoutHidden},
	{keys: ['f', 'f4'], when: anyPane, intent: {type: 'toggle-sidebar'}, bar: 'filters', help: 'Filters: open, focus, close'},
	{keys: ['e'], when: anyPane, intent: {type: 'open-line', box: 'export'}, bar: 'export', help: 'Export the filtered events as CSV, JSON Lines or text', off: ({errand}) => errand === undefined ? undefined : 'an export is being written: Esc stops it'},
	{keys: ['a'], when: fields, intent: {type: 'write-note'}, help: 'Write a note on this event, into your notes file'},
	{keys: ['A'], when: anyPane, intent: {type: 'create-event'}, help: 'Add an event by hand: time, type, device, text, author'},
	{keys: ['S'], when: anyPane, intent: {type: 'open-summary'}, help: 'Summary: who did what and how often, logins, devices, holes'},
	{keys: ['L'], when: anyPane, intent: {type: 'open-logs'}, help: 'Logs: the state, format and problems of each'},
	{keys: ['c'], when: anyPane, intent: {type: 'clear-filters'}, help: 'Remove all filters', off: offWithoutFilters},
	{keys: ['!'], when: anyPane, intent: {type: 'toggle-all-chips'}, help: 'Turn all filters off; again: on', off: offWithoutFilters},
	{keys: ['u'], when: anyPane, intent: {type: 'undo-query'}, help: 'Undo the last change of filters'},
	{keys: ['U'], when: anyPane, intent: {type: 'redo-query'}, help: 'Redo the change that was undone'},
	{keys: ['<'], when: anyPane, intent: {type: 'go-to-visit', by: -1}, help: 'Back through the filters used in this session'},
	{keys: ['>'], when: anyPane, intent: {type: 'go-to-visit', by: 1}, help: 'Forward through them'},
	{keys: [':'], when: anyPane, intent: {type: 'open-line', box: 'palette'}, bar: 'commands', help: 'Find anything by name: views, commands, sources, columns, zones, themes'},
	{keys: ['s'], when: anyPane, intent: {type: 'open-line', box: 'save'}, help: 'Save the current filters as a view; : renames and removes views', off: offWithoutSaving},
	{keys: ['Y'], when: anyPane, intent: {type: 'open-line', box: 'query'}, help: 'All filters as one line: to copy, edit or paste'},
	{keys: ['m'], when: fields, intent: {type: 'toggle-mark'}, help: 'Mark this event; again: remove the mark'},
	{keys: ['\''], when: anyPane, intent: {type: 'next-mark'}, help: 'Next marked event', off: ({marks}) => marks.length === 0 ? 'nothing is marked: m marks the selected event' : undefined},
	{keys: ['['], when: fields, intent: {type: 'since-here'}, help: 'Show events from this one on'},
	{keys: [']'], when: fields, intent: {type: 'until-here'}, help: 'Show events up to this one'},
	{keys: ['r'], when: anyPane, intent: {type: 'open-spans'}, help: 'Choose a time span before the newest or the selected event', off: offWithoutEvents},
	{keys: ['@', 'T'], when: anyPane, intent: {type: 'open-line', box: 'time'}, help: 'Go to a time: 10:15, -3h, yesterday 14:00'},
	{keys: ['z'], when: anyPane, intent: {type: 'next-zone'}, help: 'Time zone: UTC, local, or as written in each event'},

	{keys: ['o'], when: anyPane, intent: {type: 'open-columns'}, help: 'Columns: show, hide, reorder'},
	{keys: ['w'], when: anyPane, intent: {type: 'toggle-wrap'}, help: 'Wrap long messages: on, off'},

	{keys: ['up', 'k'], when: [...anyPane, ...pages, 'columns'], intent: {type: 'move', by: -1}, help: 'Line up'},
	{keys: ['down', 'j'], when: [...anyPane, ...pages, 'columns'], intent: {type: 'move', by: 1}, help: 'Line down'},
	{keys: ['pageup', 'b'], when: [...anyPane, ...pages], intent: {type: 'move-pages', by: -1}, help: 'Page up'},
	{keys: ['pagedown', 'space'], when: [...anyPane, ...pages], intent: {type: 'move-pages', by: 1}, help: 'Page down'},
	{keys: ['ctrl+u'], when: [...anyPane, ...pages], intent: {type: 'move-pages', by: -0.5}, help: 'Half a page up'},
	{keys: ['ctrl+d'], when: [...anyPane, ...pages], intent: {type: 'move-pages', by: 0.5}, help: 'Half a page down'},
	{keys: ['g', 'home'], when: pages, intent: {type: 'move', by: -Infinity}, help: 'First line'},
	{keys: ['G', 'end'], when: pages, intent: {type: 'move', by: Infinity}, help: 'Last line'},
	{keys: ['home'], when: lists, intent: {type: 'move', by: -Infinity}, help: 'First line of the pane'},
	{keys: ['end'], when: lists, intent: {type: 'move', by: Infinity}, help: 'Last line of the pane'},
	{keys: ['g', 'home'], when: ['timeline'], intent: {type: 'go-to-first'}, help: 'First event'},
	{keys: ['G', 'end'], when: ['timeline'], intent: {type: 'follow-newest'}, help: 'Newest event, and follow'},
	{keys: ['g'], when: lists, intent: {type: 'go-to-first'}, help: 'First event'},
	{keys: ['G'], when: lists, intent: {type: 'follow-newest'}, help: 'Newest event, and follow'},
	{keys: ['F'], when: anyPane, intent: {type: 'toggle-follow'}, help: 'Follow new events: on, off'},

	{keys: ['tab'], when: anyPane, intent: {type: 'next-pane', by: 1}, bar: 'pane', help: 'Next pane'},
	{keys: ['shift+tab'], when: anyPane, intent: {type: 'next-pane', by: -1}, help: 'Previous pane'},
	{keys: ['1'], when: listPanes, intent: {type: 'go-to-pane', pane: 'filters'}, help: 'Filters'},
	{keys: ['2'], when: listPanes, intent: {type: 'go-to-pane', pane: 'timeline'}, help: 'Timeline'},
	{keys: ['3'], when: listPanes, intent: {type: 'go-to-pane', pane: 'details'}, help: 'Details'},
	{keys: ['4'], when: listPanes, intent: {type: 'go-to-pane', pane: 'chips'}, help: 'Active filters', off: offWithoutFilters},
	{keys: ['5'], when: listPanes, intent: {type: 'go-to-pane', pane: 'histogram'}, help: 'Histogram: choose a range, zoom'},
	{keys: ['escape'], when: anyPane, intent: {type: 'cancel'}, help: 'Back: close what was opened last'},

	{keys: ['?', 'f1'], when: [...anyPane, ...pages, 'columns'], intent: {type: 'toggle-help'}, help: 'This help'},
	{keys: ['escape', 'q'], when: ['help'], intent: {type: 'cancel'}, help: 'Close the help'},
	{keys: ['ctrl+l'], when: anywhere, intent: {type: 'repaint'}, help: 'Redraw the screen'},
	{keys: ['ctrl+z'], when: anywhere, intent: {type: 'suspend'}, help: 'Suspend; fg resumes'},
	{keys: ['q'], when: anyPane, intent: {type: 'quit'}, help: 'Quit'},
	{keys: ['ctrl+c'], when: anywhere, intent: {type: 'quit'}, help: 'Quit, also from a text box'},
];

const keyTitles = new Map([
	['up', 'Up'],
	['down', 'Down'],
	['left', 'Left'],
	['right', 'Right'],
	['home', 'Home'],
	['end', 'End'],
	['pageup', 'PgUp'],
	['pagedown', 'PgDn'],
	['enter', 'Enter'],
	['escape', 'Esc'],
	['backspace', 'Backspace'],
	['delete', 'Del'],
	['tab', 'Tab'],
	['space', 'Space'],
]);

/** `ctrl+f` as `Ctrl+F`, `pageup` as `PgUp`; a letter stays as it is typed. */
export function keyTitle(key: string): string {
	const [, modifiers = '', name = key] = /^(?<modifiers>(?:(?:ctrl|alt|shift)\+)*)(?<name>.+)$/v.exec(key) ?? [];
	const title = keyTitles.get(name) ?? (modifiers === '' && name.length === 1 ? name : name.toUpperCase());
	return modifiers.replaceAll(/[a-z]+/gv, word => word[0]!.toUpperCase() + word.slice(1)) + title;
}
