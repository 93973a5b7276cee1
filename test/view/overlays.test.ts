import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {builtInViews} from '../../source/query/built-in-views.ts';
import {interpreterFor} from '../../source/run/interpreter.ts';
import {frameOf} from '../../source/view/frame.ts';
import type {PersonIntent} from '../../source/view/intents.ts';
import {interpreted} from '../../source/view/interpreter.ts';
import type {PaneLine} from '../../source/view/drawing/pane-line.ts';
import type {Size, ViewState} from '../../source/view/view-state.ts';
import {applianceEngine} from './appliance.ts';
import {after, answered, freshState} from './states.ts';

const sizes: readonly Size[] = [
	{columns: 40, rows: 10},
	{columns: 59, rows: 30},
	{columns: 60, rows: 16},
	{columns: 60, rows: 20},
	{columns: 80, rows: 24},
	{columns: 120, rows: 12},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
];

/** What has to be in sight: a row under a cursor, the box that is typed into, or lines that are only read. */
type Sight = 'selected' | 'box' | 'lines';

const openLine = (box: 'time' | 'query' | 'palette' | 'save' | 'export'): PersonIntent => ({type: 'open-line', box});
const typeText = (text: string): PersonIntent => ({type: 'type-text', text});
const longFilters = 'user=dana.admin user=support device!=10.2.1.14 action=login host!=console category=user-operation text: password';

/** Everything that can lie over the panes or take the keys, and how one comes there. */
const overlays: ReadonlyArray<readonly [name: string, sight: Sight, intents: readonly PersonIntent[]]> = [
	['the timeline, scrolled back', 'selected', [{type: 'move', by: -4}]],
	['the filters, at their end', 'selected', [{type: 'go-to-pane', pane: 'filters'}, {type: 'move', by: Infinity}]],
	['the details, at their end', 'selected', [{type: 'move', by: -4}, {type: 'open-details'}, {type: 'move', by: Infinity}]],
	['the record in hexadecimal', 'selected', [{type: 'move', by: -4}, {type: 'open-details'}, {type: 'toggle-hex'}, {type: 'move', by: 3}]],
	['active filters, the last of many', 'selected', [openLine('query'), typeText(longFilters), {type: 'accept-text'}, {type: 'go-to-pane', pane: 'chips'}, {type: 'move', by: Infinity}]],
	['a range on the histogram', 'lines', [{type: 'go-to-pane', pane: 'histogram'}, {type: 'begin-range'}, {type: 'move-bar', by: -5}]],
	['the choice of a span', 'lines', [{type: 'open-spans'}]],
	['the list of columns, at its end', 'selected', [{type: 'open-columns'}, {type: 'move', by: Infinity}]],
	['the summary, at its end', 'selected', [{type: 'open-summary'}, {type: 'move', by: Infinity}]],
	['the page of the logs, at its end', 'selected', [{type: 'open-logs'}, {type: 'move', by: Infinity}]],
	['the help', 'lines', [{type: 'toggle-help'}]],
	['the help, at its end', 'lines', [{type: 'toggle-help'}, {type: 'move', by: Infinity}]],
	['the palette, far down', 'selected', [openLine('palette'), {type: 'move-choice', by: 40}]],
	['removing a view', 'selected', [openLine('palette'), typeText('remove nights'), {type: 'accept-text'}]],
	['renaming a view', 'box', [{type: 'rename-view', name: 'nights'}]],
	['the search', 'box', [{type: 'open-search'}, typeText('password reset')]],
	['a search that is none', 'box', [{type: 'open-search'}, typeText('/(/')]],
	['narrowing a list', 'box', [{type: 'go-to-pane', pane: 'filters'}, {type: 'move', by: 12}, {type: 'open-narrow'}, typeText('log')]],
	['a time', 'box', [openLine('time'), typeText('yesterday 14:00')]],
	['a time that is none', 'box', [openLine('time'), typeText('the day before the flood')]],
	['a long line of filters', 'box', [openLine('query'), typeText(longFilters.repeat(4))]],
	['a line of filters that is none', 'box', [openLine('query'), typeText('user=dana colour=red')]],
	['a name for the filters', 'box', [openLine('query'), typeText(longFilters), {type: 'accept-text'}, openLine('save'), typeText('nights')]],
	['an export', 'box', [openLine('export'), typeText('/a/rather/long/path/to/a/folder/for/evidence/events.csv')]],
	['a note', 'box', [{type: 'move', by: -4}, {type: 'write-note'}, typeText('the cable was pulled by hand')]],
	['an event by hand', 'box', [{type: 'create-event'}]],
];

const interpreter = interpreterFor({nowMs: () => Date.parse('2026-03-03T09:10:00Z'), exportPath: () => 'ledgerline-20260303-091000.csv'});

/** Each intent with all that it leads to before the next. */
async function walked(state: ViewState, intents: readonly PersonIntent[]): Promise<ViewState> {
	let next = state;
	for (const intent of intents) {
		const read = interpreted(after(next, intent), interpreter);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		next = await answered(read);
	}

	return next;
}

const start = (size: Size) => freshState({
	size, builtInViews,
	opened: applianceEngine().opened,
	zones: ['UTC', 'Europe/Berlin'],
	ownViews: [{name: 'nights', line: 'since=-12h action=login'}],
	writing: {path: './notes.jsonl', author: foreignText('dana'), draft: undefined},
});

for (const [name, sight, intents] of overlays) {
	for (const size of sizes) {
		test(`${name} at ${size.columns}x${size.rows}: whole, with its keys, and what is chosen in sight`, async t => {
			const state = await walked(await answered(start(size)), intents);
			const {rows} = frameOf(state);
			const texts = rows.map(line => textOf(line));
			t.is(rows.length, size.rows);
			for (const line of rows) {
				t.is(cellsOf(line), size.columns);
			}

			t.regex(texts[0]!, /^ Ledgerline /v);
			t.regex(texts.at(-1)!, /\S \S/v);
			t.is(rows.filter(({input}) => input !== undefined).length, state.textBox === undefined ? 0 : 1);
			// A ground alone is lost on many serial consoles: a sign stands beside it.
			t.true(sight !== 'selected' || rows.some(line => spansOf(line).some(({ground, text}) => (ground === 'selected' && text.includes('▸')) || ground === 'chosen')), texts.join('\n'));
			t.true(sight !== 'box' || state.textBox !== undefined);
		});
	}
}

const spansOf = ({spans, input}: PaneLine) => [...spans, ...input?.after ?? []];

const textOf = ({spans, input}: PaneLine): string => [...spans.map(({text}) => text), input?.text ?? '', ...input?.after.map(({text}) => text) ?? []].join('');

const cellsOf = (line: PaneLine): number => spansOf(line).reduce((sum, {widthCells}) => sum + widthCells, line.input?.widthCells ?? 0);
