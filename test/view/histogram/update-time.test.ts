import test from 'ava';
import {binRange} from '../../../source/view/histogram/histogram-bins.ts';
import type {PersonIntent} from '../../../source/view/intents.ts';
import {meaningOf} from '../../../source/view/keys/key-meaning.ts';
import {cursorBin} from '../../../source/view/histogram/time-pane.ts';
import {barPosition, timeSentence} from '../../../source/view/histogram/time-words.ts';
import type {ViewState} from '../../../source/view/view-state.ts';
import {applianceEngine} from '../appliance.ts';
import {after, answered, freshState, lived} from '../states.ts';

const onHistogram: PersonIntent = {type: 'go-to-pane', pane: 'histogram'};
const left = (by: number): PersonIntent => ({type: 'move-bar', by: -by});
const begin: PersonIntent = {type: 'begin-range'};
const end: PersonIntent = {type: 'end-range'};
const step: PersonIntent = {type: 'step-range'};
const show: PersonIntent = {type: 'show-range'};

const entered = async (...first: readonly PersonIntent[]) => lived(await answered(freshState()), [...first, onHistogram]);
const binOf = (state: ViewState) => cursorBin(state, state.histogram!);

test('while following the cursor begins on the newest bar, else on that of the selected event', async t => {
	t.is(binOf(await entered()), 77);
	t.is(binOf(await entered({type: 'go-to-first'})), 0);
});

test('the cursor goes from bar to bar and stops at the ends', async t => {
	const state = await entered();
	const binAfter = (...intents: readonly PersonIntent[]) => binOf(after(state, ...intents));
	t.is(binAfter(left(3)), 74);
	t.is(binAfter(left(Infinity), left(1)), 0);
	t.is(binAfter(left(Infinity), {type: 'move-bar', by: Infinity}), 77);
});

test('Enter shows the bar under the cursor as a filter of time, and one undo takes it back', async t => {
	const state = await entered();
	const {fromMicros, toMicros} = binRange(state.histogram!, 75);
	const shown = await lived(state, [left(2), show]);
	t.like(shown.query, {sinceMicros: fromMicros, untilMicros: toMicros});
	t.is(shown.pane, 'timeline');
	t.is(shown.timeline.page?.matchedEvents, state.histogram!.counts[75]);
	t.deepEqual(after(shown, {type: 'undo-query'}).query, {facets: {}});
});

for (const [name, intents] of [
	['begin, then end', [left(9), begin, {type: 'move-bar', by: 4}, end]],
	['end, then begin', [left(5), end, left(4), begin]],
	['Space twice to the right', [left(9), step, {type: 'move-bar', by: 4}, step]],
	['begin, and the cursor for the end', [left(9), begin, {type: 'move-bar', by: 4}]],
] as const) {
	test(`a range is chosen by ${name}`, async t => {
		const state = await entered();
		const shown = after(state, ...intents, show);
		t.like(shown.query, {sinceMicros: binRange(state.histogram!, 68).fromMicros, untilMicros: binRange(state.histogram!, 72).toMicros});
	});
}

test('an end before the begin makes the begin void', async t => {
	const state = after(await entered(), left(5), begin, left(5), end);
	t.is(state.time.beginMicros, undefined);
	t.not(state.time.endMicros, undefined);
});

test('zooming keeps the cursor where it is on the screen, and back out it is all of the time', async t => {
	const state = await lived(await entered(), [left(20)]);
	const zoomed = await lived(state, [{type: 'zoom', by: 'in'}]);
	t.is(binOf(zoomed), binOf(state));
	t.is(zoomed.histogram!.toMicros - zoomed.histogram!.fromMicros, Math.round((state.histogram!.toMicros - state.histogram!.fromMicros) / 2));
	const out = await lived(zoomed, [{type: 'zoom', by: 'out'}]);
	t.is(out.time.window, undefined);
	t.deepEqual(out.histogram, state.histogram);
});

test('zoomed in, the cursor goes on beyond the edge', async t => {
	const zoomed = await lived(await entered(), [left(20), {type: 'zoom', by: 'in'}, {type: 'zoom', by: 'in'}]);
	const further = await lived(zoomed, [left(Infinity), left(1)]);
	t.true(further.histogram!.fromMicros < zoomed.histogram!.fromMicros);
});

test('only while it has the keys the histogram shows a part of the time', async t => {
	const whole = await entered();
	const zoomed = await lived(whole, [left(20), {type: 'zoom', by: 'in'}]);
	const away = await lived(zoomed, [{type: 'next-pane', by: 1}]);
	t.notDeepEqual(zoomed.histogram, whole.histogram);
	t.deepEqual(away.histogram, whole.histogram);
});

test('zooming ends at bars of a millisecond', async t => {
	let state = await entered();
	for (let at = 0; at < 30; at++) {
		// eslint-disable-next-line no-await-in-loop -- each step needs the histogram of the one before
		state = await lived(state, [{type: 'zoom', by: 'in'}]);
	}

	t.is(state.notice, 'already zoomed in as far as possible: one millisecond per bar');
	t.true(state.histogram!.toMicros - state.histogram!.fromMicros >= 78 * 1000);
});

test('Esc takes the ends back, then the zoom, then leaves', async t => {
	const state = await lived(await entered(), [left(20), {type: 'zoom', by: 'in'}, begin]);
	const [once, twice, thrice] = [1, 2, 3].map(times => after(state, ...Array.from({length: times}, () => ({type: 'cancel'} as const))));
	t.is(once!.time.beginMicros, undefined);
	t.is(twice!.time.window, undefined);
	t.is(twice!.pane, 'histogram');
	t.is(thrice!.pane, 'timeline');
});

test('with no events there is nothing to choose, and it is said; before the bars were counted nobody knows', t => {
	const empty = {...freshState(), histogram: {revision: 0, fromMicros: 0, toMicros: 0, counts: [], notices: [], alerts: [], gaps: []}};
	t.is(after(freshState(), onHistogram, show).notice, 'the bars are still being counted');
	t.is(after(empty, onHistogram, show).notice, 'there are no events yet');
});

for (const [key, micros] of [['1', 60e6], ['2', 300e6], ['3', 3600e6], ['4', 12 * 3600e6], ['5', 24 * 3600e6], ['0', undefined]] as const) {
	test(`on the histogram, and after r, the digit ${key} shows a span`, async t => {
		const ready = await answered(freshState());
		t.deepEqual(meaningOf(after(ready, onHistogram), key), {type: 'show-last', micros});
		t.deepEqual(meaningOf(after(ready, {type: 'open-spans'}), key), {type: 'show-last', micros});
	});
}

test('the choice of a span waits for a digit; another key does what it always does', async t => {
	const choosing = after(await answered(freshState()), {type: 'open-spans'});
	t.is(meaningOf(choosing, 'r')?.type, 'next-range');
	t.is(meaningOf(choosing, 'escape')?.type, 'close-spans');
	t.is(meaningOf(choosing, 'down')?.type, 'move');
	t.false(after(choosing, {type: 'move', by: 1}).isChoosingSpan);
	t.true(after(choosing, {type: 'next-range'}).isChoosingSpan);
});

test('which span is on is said where the next one is chosen', async t => {
	const ready = await answered(freshState());
	t.regex(after(ready, {type: 'open-spans'}).notice!, /^now: all times;/v);
	t.regex(after(ready, {type: 'show-last', micros: 300e6}, {type: 'open-spans'}).notice!, /^now: the last 5 minutes;/v);
	t.regex(after(ready, {type: 'move', by: 0}, {type: 'since-here'}, {type: 'open-spans'}).notice!, /^now: since 2026-03-03 09:09:12;/v);
});

test('while a range is chosen the bars stand still whatever arrives, so that it is counted to the end', async t => {
	const engine = applianceEngine();
	const choosing = await lived(await answered(freshState(), engine), [onHistogram, left(20), begin], engine);
	engine.add({time: '2026-03-03T11:00:00Z', action: 'login', user: 'support', message: 'Login: user=support'});
	const later = await lived(choosing, [{type: 'move-bar', by: 4}, end], engine);
	t.deepEqual(later.histogram!.toMicros, choosing.histogram!.toMicros);
	t.notRegex(barPosition(later, later.histogram!), /zoomed/v);
	t.regex(timeSentence(later, later.histogram!), /: \d+ events?/v);
	const freed = await lived(later, [{type: 'cancel'}], engine);
	t.true(freed.histogram!.toMicros > choosing.histogram!.toMicros);
});
