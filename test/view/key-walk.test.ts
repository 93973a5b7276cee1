import test from 'ava';
import {isTerminalIntent, type PersonIntent} from '../../source/view/intents.ts';
import {meaningOf} from '../../source/view/keys/key-meaning.ts';
import {keymap, type KeyPlace} from '../../source/view/keys/keymap.ts';
import {update} from '../../source/view/update.ts';
import type {Pane, ViewState} from '../../source/view/view-state.ts';
import {after, answered, freshState, lived} from './states.ts';

/** In the middle of the timeline, with a filter on and one undone, a mark, a search, the details read and the sidebar counted. */
async function busy(): Promise<ViewState> {
	return lived(await answered(freshState({zones: ['UTC', '+05:30'], savingOff: undefined})), [
		{type: 'move', by: -6},
		{type: 'toggle-mark'},
		{type: 'move', by: -1},
		{type: 'open-search'},
		{type: 'type-text', text: 'user'},
		{type: 'accept-text'},
		{type: 'since-here'},
		{type: 'undo-query'},
		{type: 'go-to-first'},
		{type: 'move', by: 2},
		{type: 'since-here'},
		{type: 'move', by: 12},
		{type: 'until-here'},
		{type: 'move', by: -8},
		{type: 'exclude'},
		{type: 'move', by: 3},
		{type: 'open-details'},
		{type: 'move', by: 2},
	]);
}

const inPane = (pane: Pane): PersonIntent[] => [{type: 'go-to-pane', pane}];

/** How one comes to each place from there. */
const ways: ReadonlyArray<readonly [KeyPlace, readonly PersonIntent[]]> = [
	['timeline', inPane('timeline')],
	['filters', [...inPane('filters'), {type: 'move', by: 4}]],
	['details', inPane('details')],
	['chips', [...inPane('chips'), {type: 'move', by: 1}]],
	['histogram', [...inPane('histogram'), {type: 'move-bar', by: -5}, {type: 'zoom', by: 'in'}]],
	['spans', [{type: 'open-spans'}]],
	['columns', [{type: 'open-columns'}, {type: 'move', by: 2}]],
	['summary', [{type: 'open-summary'}, {type: 'move', by: 2}]],
	['logs', [{type: 'open-logs'}, {type: 'move', by: 1}]],
	['help', [{type: 'toggle-help'}, {type: 'move', by: 2}]],
];

for (const [place, way] of ways) {
	test(`in ${place} every key of the table changes the screen, or says why not`, async t => {
		const state = await lived(await busy(), way);
		const keys = keymap.filter(({when}) => when.includes(place)).flatMap(row => row.keys);
		t.deepEqual([...new Set(keys)].filter(key => isDead(state, key)), []);
	});

	test(`in ${place} a key of another place, or of none, says so`, async t => {
		const state = await lived(await busy(), way);
		const dead = ['x', 't', 'a', 'd', 'Q', '7', 'f9'].filter(key => isDead(state, key));
		t.deepEqual(dead, []);
	});
}

function isDead(state: ViewState, key: string): boolean {
	const meaning = meaningOf(state, key);
	if (meaning === undefined) {
		return true;
	}

	if (isTerminalIntent(meaning) || meaning.type === 'refused') {
		return meaning.type === 'refused' && meaning.reason === '';
	}

	const next = update(state, meaning);
	return next.notice === undefined && JSON.stringify({...next, notice: 0}) === JSON.stringify({...state, notice: 0});
}

test('a key pressed in the help leaves it and does what the help says of it; q and Esc only leave', async t => {
	const helped = after(await answered(freshState()), {type: 'toggle-help'});
	const pressed = (key: string): ViewState => update(helped, meaningOf(helped, key) as PersonIntent);
	t.like(pressed('/'), {helpTop: undefined, textBox: 'search'});
	t.like(pressed('enter'), {helpTop: undefined, pane: 'details'});
	t.like(pressed('q'), {helpTop: undefined, textBox: undefined, pane: 'timeline'});
	t.like(pressed('escape'), {helpTop: undefined, pane: 'timeline'});
	t.like(pressed('down'), {helpTop: 1});
});

test('q in the summary and in the list of columns goes back, and ends the program only on the panes', async t => {
	const state = await answered(freshState());
	t.deepEqual(meaningOf(after(state, {type: 'open-summary'}), 'q'), {type: 'cancel'});
	t.deepEqual(meaningOf(after(state, {type: 'open-columns'}), 'q'), {type: 'cancel'});
	t.deepEqual(meaningOf(state, 'q'), {type: 'quit'});
});

test('a page down is as long as what is in sight, less a line', async t => {
	const helped = after(await answered(freshState()), {type: 'toggle-help'}, {type: 'move-pages', by: 1});
	t.is(helped.helpTop, 20);
	const end = after(helped, {type: 'move', by: Infinity});
	t.true(after(end, {type: 'move', by: -1}).helpTop! < end.helpTop!);
	t.deepEqual(after(end, {type: 'move-pages', by: 1}).helpTop, end.helpTop);
});
