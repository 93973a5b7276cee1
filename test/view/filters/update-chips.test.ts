import test from 'ava';
import fc from 'fast-check';
import {chipsRow} from '../../../source/view/filters/chips-row.ts';
import {chipsShown} from '../../../source/view/filters/chips-shown.ts';
import type {PersonIntent} from '../../../source/view/intents.ts';
import type {ViewState} from '../../../source/view/view-state.ts';
import {anIntent} from '../any-intent.ts';
import {after, answered, freshState, lived} from '../states.ts';

const toChips: PersonIntent = {type: 'go-to-pane', pane: 'chips'};
const toggle: PersonIntent = {type: 'toggle-chip'};
const toggleAll: PersonIntent = {type: 'toggle-all-chips'};

const labels = (state: ViewState) => chipsShown(state).map(({label, isOff}) => `${isOff ? 'off ' : ''}${label('UTC')}`);

/** Two filters: one action shown, one user hidden. */
const filtered = async () => lived(await answered(freshState()), [{type: 'move', by: -1}, {type: 'include'}, {type: 'choose-column', by: 1}, {type: 'exclude'}]);

test('a filter switched off hides nothing, and its chip stays where it is', async t => {
	const state = await filtered();
	const off = await lived(state, [toChips, toggle]);
	t.deepEqual(labels(state), ['action Console upgraded', 'user not (none)']);
	t.deepEqual(labels(off), ['off action Console upgraded', 'user not (none)']);
	t.deepEqual(Object.keys(off.query.facets), ['user']);
	t.is(off.pane, 'chips');
	t.deepEqual(labels(after(off, toggle)), labels(state));
	t.deepEqual(after(off, toggle).query, state.query);
});

test('until they are counted, no count of other filters stands beside the chips', async t => {
	const countOf = (state: ViewState) => /(?:\.{3}|\d) of \d+/v.exec(chipsRow(state, state.look).map(({text}) => text).join(''))?.[0];
	const state = await filtered();
	const asked = after(state, {type: 'undo-query'});
	t.is(countOf(state), '0 of 21');
	t.is(countOf(asked), '... of 21');
	t.is(countOf(await answered(asked)), '1 of 21');
});

test('all filters go off with one key and come back with it', async t => {
	const state = await filtered();
	const off = await lived(state, [toggleAll]);
	t.deepEqual(off.query, {facets: {}});
	t.is(off.timeline.page?.matchedEvents, 21);
	t.deepEqual(after(off, toggleAll).query, state.query);
});

test('undo knows what was off', async t => {
	const off = after(await filtered(), toChips, toggle);
	const removed = after(off, {type: 'clear-filters'});
	t.deepEqual(labels(removed), []);
	t.deepEqual(labels(after(removed, {type: 'undo-query'})), labels(off));
});

test('a filter that is off can be removed', async t => {
	const off = after(await filtered(), toChips, toggle);
	t.deepEqual(labels(after(off, {type: 'remove-chip'})), ['user not (none)']);
});

test('a value chosen again is on, and no second chip rests', async t => {
	const off = await lived(await filtered(), [toggleAll]);
	const again = after(off, {type: 'choose-column', by: -1}, {type: 'include'});
	t.is(labels(again).filter(label => label.includes('action')).length, 1);
	t.true(labels(again).some(label => label.startsWith('action')));
});

test('a way back leads through every query, those that undo left behind too', async t => {
	const plain = await answered(freshState());
	const first = await lived(plain, [{type: 'move', by: -1}, {type: 'include'}]);
	const second = await lived(first, [{type: 'undo-query'}, {type: 'choose-column', by: 1}, {type: 'exclude'}]);
	const back = await lived(second, [{type: 'go-to-visit', by: -1}]);
	const backTwice = await lived(back, [{type: 'go-to-visit', by: -1}]);
	t.deepEqual(back.query, plain.query);
	t.deepEqual(backTwice.query, first.query);
	t.regex(after(backTwice, {type: 'go-to-visit', by: -1}).notice!, /first filters/v);
	t.deepEqual(after(backTwice, {type: 'go-to-visit', by: 1}, {type: 'go-to-visit', by: 1}).query, second.query);
	t.deepEqual(after(backTwice, {type: 'undo-query'}).query, back.query);
});

test('a query come back to stands where it was left', async t => {
	const there = await lived(await answered(freshState()), [{type: 'move', by: -9}]);
	const away = await lived(there, [{type: 'include'}, {type: 'go-to-first'}]);
	const back = await lived(away, [{type: 'go-to-visit', by: -1}]);
	t.is(back.timeline.selectedIndex, there.timeline.selectedIndex);
	t.is(back.timeline.selectedLine, there.timeline.selectedLine);
});

test('whatever is done, what is on and what is off are never the same filter, and every chip is one of the two', async t => {
	const start = await filtered();
	fc.assert(fc.property(fc.array(anIntent, {maxLength: 30}), intents => {
		const state = after(start, ...intents);
		const keys = chipsShown(state).map(({key}) => key);
		t.is(new Set(keys).size, keys.length);
		t.deepEqual(state.visits.all[state.visits.at]?.filters, {query: state.query, resting: state.resting});
	}));
});
