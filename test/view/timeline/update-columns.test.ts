import test from 'ava';
import fc from 'fast-check';
import {meaningOf} from '../../../source/view/keys/key-meaning.ts';
import type {PersonIntent} from '../../../source/view/intents.ts';
import {paneLines, timelineColumns} from '../../../source/view/timeline/pane-lines.ts';
import type {Size, ViewState} from '../../../source/view/view-state.ts';
import {viewportOf} from '../../../source/view/timeline/viewport.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {after, answered, freshState, lived} from '../states.ts';

const wide = () => freshState({size: {columns: 200, rows: 40}});
const shown = (state: ViewState) => timelineColumns(state).map(({name}) => name).join(' ');

test('the list opens with the columns on screen in their order, the others below', async t => {
	const state = after(await answered(freshState()), {type: 'open-columns'});
	t.deepEqual(state.columnChooser?.names, ['time', 'severity', 'action', 'user', 'message', 'device', 'source', 'host', 'type']);
	t.is(meaningOf(state, 'space')?.type, 'toggle-column');
	t.is(meaningOf(state, 'j')?.type, 'move');
	t.is(shown(after(state, {type: 'cancel'})), 'time severity action user message');
});

test('a column is hidden and shown again, and moved', async t => {
	const state = after(await answered(wide()), {type: 'open-columns'}, {type: 'move', by: 3}, {type: 'toggle-column'});
	t.is(shown(state), 'time severity action device source host message');
	t.is(shown(after(state, {type: 'toggle-column'})), 'time severity action user device source host message');
	t.is(shown(after(state, {type: 'move', by: -3}, {type: 'move-column', by: 1})), 'severity time action device source host message');
	t.is(shown(after(state, {type: 'columns-by-width'})), 'time severity action user device source host message');
});

test('the last column stays', async t => {
	const state = after(await answered(freshState({columnNames: ['message']})), {type: 'open-columns'}, {type: 'toggle-column'});
	t.is(shown(state), 'message');
	t.is(state.notice, 'at least one column has to stay');
});

test('filter keys never act on a column that is not shown', async t => {
	const hidden = after(await answered(freshState({columnNames: ['time', 'action', 'user']})), {type: 'move', by: -1}, {type: 'open-columns'}, {type: 'move', by: 1}, {type: 'toggle-column'});
	t.is(hidden.timeline.column, 'user');
	const none = after(await answered(freshState({columnNames: ['time', 'message']})), {type: 'move', by: -1}, {type: 'include'});
	t.deepEqual(none.query, {facets: {}});
	t.regex(none.notice ?? '', /no column on screen can be filtered/v);
});

const usual: Size = {columns: 80, rows: 24};

const words = 'pam_unix(sshd:session): session opened for user support(uid=1001) by (uid=0) ';

/** Messages of none to many lines, over two days. */
const longEngine = inMemoryEngine(Array.from({length: 60}, (_, at) => ({
	time: new Date(Date.UTC(2026, 2, 3, 20, at * 7)).toISOString(),
	user: `u${at}`,
	message: `${at} ${words.repeat(at % 9)}`,
})));

const longState = async (size: Size) => answered(freshState({opened: longEngine.opened, size}), longEngine);

/** Rows whose head is on screen. */
function rowsInSight(state: ViewState): number[] {
	const {selectedIndex, selectedLine, isFollowing} = state.timeline;
	const height = state.size.rows - 6;
	return viewportOf(paneLines(state), selectedIndex, isFollowing ? height - 1 : selectedLine, height).lines.flatMap(line => line.type === 'row' ? [line.index] : []);
}

test('wrapped, a message stands whole on lines of its own, and the selected row is in sight with all of them', async t => {
	const state = await lived(await longState(usual), [{type: 'toggle-wrap'}], longEngine);
	const lines = paneLines(state);
	const of57 = lines.filter(line => 'index' in line && line.index === 57);
	const text = of57.flatMap(line => line.type === 'rest' ? line.message.map(span => span.text) : []).join('');
	t.is(text.trim(), `57 ${words.repeat(3)}`.trim());
	t.true(rowsInSight(state).includes(59));
});

for (const isWrapped of [false, true]) {
	test(`paging ${isWrapped ? 'over wrapped rows' : 'past dividers'} shows every row on the way down, and on the way up`, async t => {
		const start: PersonIntent[] = isWrapped ? [{type: 'toggle-wrap'}] : [];
		for (const [first, by] of [[{type: 'go-to-first'}, 1], [{type: 'follow-newest'}, -1]] as const) {
			// eslint-disable-next-line no-await-in-loop -- one walk after the other
			let state = await lived(await longState(usual), [...start, first], longEngine);
			const seen = new Set(rowsInSight(state));
			for (let page = 0; page < 60; page++) {
				// eslint-disable-next-line no-await-in-loop -- page by page
				state = await lived(state, [{type: 'move-pages', by}], longEngine);
				for (const row of rowsInSight(state)) {
					seen.add(row);
				}
			}

			t.deepEqual([...seen].toSorted((one, other) => one - other), Array.from({length: 60}, (_, at) => at));
		}
	});
}

const aStep = fc.constantFrom<PersonIntent>({type: 'move', by: -1}, {type: 'move', by: 3}, {type: 'move-pages', by: 1}, {type: 'move-pages', by: -1}, {type: 'move-pages', by: 0.5}, {type: 'toggle-wrap'}, {type: 'go-to-first'});
const someSteps = fc.array(aStep, {maxLength: 8});

test('wherever one goes at whatever size, the selected row is in sight', async t => {
	await fc.assert(fc.asyncProperty(fc.integer({min: 60, max: 200}), fc.integer({min: 16, max: 39}), someSteps, async (columns, rows, intents) => {
		const state = await lived(await longState({columns, rows}), intents, longEngine);
		t.true(rowsInSight(state).includes(state.timeline.selectedIndex));
	}), {numRuns: 60});
});
