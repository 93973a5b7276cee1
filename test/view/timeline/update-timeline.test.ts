import test from 'ava';
import {layoutOf} from '../../../source/view/layout.ts';
import {goToEvent, newSincePause} from '../../../source/view/timeline/update-timeline.ts';
import {rowAt, selectedRow, type ViewState} from '../../../source/view/view-state.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {applianceEngine} from '../appliance.ts';
import {after, answered, freshState, lived, pageAsk} from '../states.ts';

const lines = (count: number, from = 0) => Array.from({length: count}, (_, at) => ({
	time: new Date(Date.UTC(2026, 2, 3, 8, 0, from + at)).toISOString(),
	action: 'login' as const,
	user: `user-${from + at}`,
	message: `line ${from + at}`,
}));

const selectedMessage = (state: ViewState) => selectedRow(state)?.message as string | undefined;

test('at the start the newest event is selected and followed', async t => {
	const state = await answered(freshState());
	t.true(state.timeline.isFollowing);
	t.is(selectedMessage(state), 'Invalid user oracle from 10.20.0.99 port 41002');
});

test('while following, new events take the selection with them', async t => {
	const engine = inMemoryEngine(lines(50));
	const before = await answered(freshState({opened: engine.opened}), engine);
	engine.add(...lines(1, 50));
	t.is(selectedMessage(await answered(before, engine)), 'line 50');
});

test('scrolled back, nothing pulls forward, and what came since is counted', async t => {
	const engine = inMemoryEngine(lines(50));
	const paused = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'move', by: -3}], engine);
	engine.add(...lines(7, 50));
	const later = await answered(paused, engine);
	t.is(selectedMessage(later), 'line 46');
	t.is(later.timeline.selectedLine, paused.timeline.selectedLine);
	t.is(newSincePause(later.timeline), 7);
});

test('an event gone to is seen amid its neighbours; one that is in sight already moves nothing', async t => {
	const engine = inMemoryEngine(lines(50));
	const state = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'move', by: 0}], engine);
	const {timelineRows} = layoutOf(state);
	const idOf = (index: number) => rowAt(state.timeline, index)!.id;
	const far = goToEvent(state, idOf(10));
	t.is(selectedMessage(far), 'line 10');
	t.is(far.timeline.selectedLine, Math.floor(timelineRows / 2));
	const near = goToEvent(state, idOf(47));
	t.is(near.timeline.selectedLine, state.timeline.selectedLine - 2);
});

for (const [name, intent] of [['its details are opened', {type: 'open-details'}], ['what stands around it is asked for', {type: 'next-context'}], ['it is marked', {type: 'toggle-mark'}]] as const) {
	test(`where a filter hides the selected event another stands in for it; once ${name} the place is its own`, async t => {
		const engine = inMemoryEngine(lines(50));
		const paused = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'move', by: -3}], engine);
		const filtered = await lived(paused, [{type: 'show-query', query: {facets: {}, keywords: ['user:user-12']}}], engine);
		t.is(selectedMessage(filtered), 'line 12');
		t.is(selectedMessage(await lived(filtered, [{type: 'clear-filters'}], engine)), 'line 46');
		const looked = await lived(filtered, [intent], engine);
		t.is(selectedMessage(looked), 'line 12');
		t.is(selectedMessage(await lived(looked, [{type: 'clear-filters'}], engine)), 'line 12');
	});
}

test('rows that arrive in front move the index, not the selection', async t => {
	const engine = inMemoryEngine(lines(50, 100));
	const paused = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'move', by: -3}], engine);
	engine.add(...lines(20));
	const later = await answered(paused, engine);
	t.is(selectedMessage(later), selectedMessage(paused));
	t.is(later.timeline.selectedIndex, paused.timeline.selectedIndex + 20);
});

test('the end key follows again, and nothing is new any more', async t => {
	const engine = inMemoryEngine(lines(50));
	const paused = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'go-to-first'}], engine);
	engine.add(...lines(5, 50));
	const again = await lived(await answered(paused, engine), [{type: 'follow-newest'}], engine);
	t.is(selectedMessage(paused), 'line 0');
	t.is(selectedMessage(again), 'line 54');
	t.is(newSincePause(again.timeline), 0);
});

test('moving far beyond what is loaded arrives where it should', async t => {
	const engine = inMemoryEngine(lines(2000));
	const start = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'go-to-first'}], engine);
	const leapt = after(start, ...Array.from({length: 30}, () => ({type: 'move-pages', by: 1} as const)));
	const arrived = await answered(leapt, engine);
	t.is(leapt.timeline.anchor.at, 'index');
	t.is(selectedMessage(arrived), `line ${leapt.timeline.selectedIndex}`);
	t.is(arrived.timeline.anchor.at, 'event');
});

test('a page up and a page down are the way there and back', async t => {
	const engine = inMemoryEngine(lines(500));
	const start = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'move', by: -200}], engine);
	const back = await lived(start, [{type: 'move-pages', by: -1}, {type: 'move-pages', by: 1}], engine);
	t.is(selectedMessage(back), selectedMessage(start));
});

test('an answer to an earlier query is not shown', async t => {
	const engine = applianceEngine();
	const before = await answered(freshState());
	const ask = pageAsk(before);
	const stale = await engine.page(ask.request);
	const filtered = await lived(before, [{type: 'move', by: -1}, {type: 'include'}]);
	t.is(after(filtered, {type: 'page-answered', ask, answer: stale}).timeline.page, filtered.timeline.page);
});

test('a filter that hides the selected event keeps the place, and taking it back keeps the event', async t => {
	const start = await lived(await answered(freshState()), [{type: 'move', by: -6}]);
	const hidden = await lived(start, [{type: 'exclude'}]);
	const back = await lived(hidden, [{type: 'undo-query'}]);
	t.not(selectedMessage(hidden), selectedMessage(start));
	t.is(selectedMessage(back), selectedMessage(start));
});

test('a filter key while following only stops, because the row under it changes', async t => {
	const state = after(await answered(freshState()), {type: 'exclude'});
	t.deepEqual(state.query, {facets: {}});
	t.false(state.timeline.isFollowing);
	t.truthy(state.notice);
});

for (const [column, moves, field] of [['the action', 0, 'action'], ['the user', 1, 'user']] as const) {
	test(`include acts on the chosen column: ${column}`, async t => {
		const start = await lived(await answered(freshState()), [{type: 'move', by: 0}, ...Array.from({length: moves}, () => ({type: 'choose-column', by: 1} as const))]);
		const {query} = after(start, {type: 'include'});
		t.deepEqual(Object.keys(query.facets), [field]);
	});
}

test('excluding a value that is absent hides the events that name none', async t => {
	const onReset = await lived(await answered(freshState()), [{type: 'move', by: -4}, {type: 'choose-column', by: 1}, {type: 'exclude'}]);
	t.deepEqual(onReset.query.facets.user?.exclude as readonly string[] | undefined, ['']);
	t.true(onReset.timeline.page!.rows.every(({user, kind}) => kind === 'gap' || user !== undefined));
});

test('from here and up to here show the events between, both ends with them', async t => {
	const from = await lived(await answered(freshState()), [{type: 'move', by: -6}, {type: 'since-here'}]);
	const both = await lived(from, [{type: 'move', by: 2}, {type: 'until-here'}]);
	t.is(both.timeline.page?.matchedEvents, 3);
});

test('the range key goes through the spans and ends with all', async t => {
	const spans = ['since', 'since', 'since', 'since', 'since', 'all'];
	let state = await answered(freshState());
	for (const span of spans) {
		state = after(state, {type: 'next-range'});
		t.is(state.query.sinceMicros === undefined ? 'all' : 'since', span);
	}
});

test('a chosen column that a narrower window has no room for is chosen no more', async t => {
	const wide = await answered(freshState({size: {columns: 160, rows: 40}}));
	const onDevice = after(wide, {type: 'move', by: 0}, {type: 'choose-column', by: 2});
	t.is(onDevice.timeline.column, 'device');
	t.is(after(onDevice, {type: 'resized', size: {columns: 80, rows: 24}}).timeline.column, 'action');
});
