import test from 'ava';
import {frameOf} from '../../../source/view/frame.ts';
import {noFuzzyFilter} from '../../../source/view/search/fuzzy-reach.ts';
import {meaningOf} from '../../../source/view/keys/key-meaning.ts';
import {update} from '../../../source/view/update.ts';
import {selectedRow, type ViewState} from '../../../source/view/view-state.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {applianceEngine} from '../appliance.ts';
import {after, answered, freshState, lived} from '../states.ts';

const selectedMessage = (state: ViewState) => selectedRow(state)?.message as string | undefined;

async function searching(text: string): Promise<ViewState> {
	return lived(await answered(freshState()), [{type: 'open-search'}, {type: 'type-text', text}]);
}

test('typing walks to the newest hit', async t => {
	const state = await searching('password');
	t.is(selectedMessage(state), 'Password reset: userName=support');
	t.is(state.search?.answer?.hits, 3);
	t.is(state.search?.answer?.hit?.number, 3);
});

test('n and N walk the hits and go round at the ends', async t => {
	const found = await lived(await searching('password'), [{type: 'accept-text'}]);
	const before = await lived(found, [{type: 'previous-hit'}]);
	const round = await lived(found, [{type: 'next-hit'}]);
	t.is(before.search?.answer?.hit?.number, 2);
	t.is(selectedMessage(before), 'Password reset: userName=dana.admin');
	t.is(round.search?.answer?.hit?.number, 1);
	t.true(round.search?.answer?.hit?.hasWrapped);
});

/** Here a word of the message takes the place of a severity: this engine knows no fields. */
const threeAlerts = () => inMemoryEngine([1, 2, 3, 4, 5, 6].map(at => ({time: `2026-03-03T09:00:0${at}Z`, message: at % 2 === 0 ? `alert ${at}` : `event ${at}`})));

test('. and , walk the alerts from where one is, whatever was searched for before', async t => {
	const engine = threeAlerts();
	const walked = async (state: ViewState, direction: 'next' | 'previous') => lived(state, [{type: 'walk-alerts', direction}], engine);
	const from = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'open-search'}, {type: 'type-text', text: 'event 3'}, {type: 'accept-text'}, {type: 'open-details'}], engine);
	const next = await walked(from, 'next');
	t.is(selectedMessage(next), 'alert 4');
	t.is(next.pane, 'details');
	t.deepEqual([next.search?.answer?.hits, next.search?.answer?.hit?.number], [3, 2]);
	t.is(selectedMessage(await walked(next, 'next')), 'alert 6');
	t.is(selectedMessage(await walked(next, 'previous')), 'alert 2');
	t.is(selectedMessage(await lived(next, [{type: 'next-hit'}], engine)), 'alert 6');
});

test('of alerts that a filter hides none is walked to', async t => {
	const engine = threeAlerts();
	const state = await answered(freshState({opened: engine.opened, query: {facets: {}, keywords: ['alert 4']}}), engine);
	const walked = await lived(state, [{type: 'walk-alerts', direction: 'previous'}], engine);
	t.is(walked.search?.answer?.hits, 1);
	t.is(selectedMessage(walked), 'alert 4');
});

const statusRow = (state: ViewState): string => frameOf(state).rows.at(-2)!.input!.after.map(({text}) => text as string).join('').trim();

test('while an answer is no more than under way, what was said of the search before stands; once it is late, that is said', async t => {
	const found = await searching('pass');
	t.is(statusRow(found), 'case: any  hit 3 of 3');
	const typed = after(found, {type: 'type-text', text: 'passw'});
	t.is(statusRow(typed), 'case: any  hit 3 of 3');
	t.is(statusRow(after(typed, {type: 'late', slot: 'find', serial: found.search!.serial})), 'case: any  hit 3 of 3', 'an answer to other words is late');
	const late = after(typed, {type: 'late', slot: 'find', serial: typed.search!.serial});
	t.is(statusRow(late), 'searching...');
	t.is(statusRow(await answered(late)), 'case: any  hit 3 of 3');
	t.is(statusRow(after(late, {type: 'type-text', text: 'passwo'})), 'case: any  hit 3 of 3');
});

test('of a first search nothing is said until its answer comes or is late', t => {
	const typed = after(freshState(), {type: 'open-search'}, {type: 'type-text', text: 'p'});
	t.is(statusRow(typed), '');
	t.is(statusRow(after(typed, {type: 'late', slot: 'find', serial: typed.search!.serial})), 'searching...');
});

test('an answer that is there is not late any more', async t => {
	const found = await searching('pass');
	t.is(update(found, {type: 'late', slot: 'find', serial: found.search!.serial}), found);
});

test('Esc in the box is back where one was, following and all', async t => {
	const left = await lived(await searching('password'), [{type: 'cancel'}]);
	t.is(left.search, undefined);
	t.true(left.timeline.isFollowing);
	t.is(selectedMessage(left), 'Invalid user oracle from 10.20.0.99 port 41002');
});

test('Enter keeps the place and the hits; Esc then only takes the marks away', async t => {
	const kept = await lived(await searching('password'), [{type: 'accept-text'}]);
	const ended = await lived(kept, [{type: 'cancel'}]);
	t.is(kept.textBox, undefined);
	t.is(ended.search, undefined);
	t.is(selectedMessage(ended), selectedMessage(kept));
});

test('Enter pressed before the rows around the hit have come opens the hit', async t => {
	const engine = applianceEngine();
	const typed = after(await answered(freshState(), engine), {type: 'open-search'}, {type: 'type-text', text: 'password'});
	const ask = {slot: 'find', serial: typed.search!.serial, request: {query: typed.query, search: 'password', from: {at: 'newest'}, direction: 'here'}} as const;
	const answer = await engine.find(ask.request);
	const shown = {...typed, timeline: {...typed.timeline, page: {...typed.timeline.page!, rows: typed.timeline.page!.rows.filter(({id}) => id !== answer.hit!.event)}}};
	const opened = after(shown, {type: 'find-answered', ask, answer}, {type: 'accept-text'}, {type: 'open-details'});
	t.deepEqual(opened.timeline.anchor, {at: 'event', event: answer.hit!.event});
});

for (const box of [{type: 'open-search'}, {type: 'open-line', box: 'query'}] as const) {
	test(`what is too long for a box is cut, and said (${box.type})`, async t => {
		const typed = await lived(await answered(freshState(), applianceEngine()), [box, {type: 'type-text', text: 'x'.repeat(5000)}], applianceEngine());
		t.is((typed.search?.text ?? typed.line?.text)?.length, 4000);
		t.true(frameOf(typed).rows.some(({spans}) => spans.map(({text}) => text).join('').includes('a box holds 4,000 characters: the rest was left out')));
	});
}

test('a search left again over a followed log shows the newest event, also of what came meanwhile', async t => {
	const typing = await answered(after(freshState(), {type: 'open-search'}));
	const left = after(typing, {type: 'cancel'});
	t.true(left.timeline.isFollowing);
	t.is(selectedRow(left)?.id, typing.timeline.page!.rows.at(-1)!.id);
});

test('an empty search is none', async t => {
	t.is(after(await searching(' '), {type: 'accept-text'}).search, undefined);
});

test('an answer to what was typed before is not walked to', async t => {
	const engine = applianceEngine();
	const state = await searching('password');
	const typedOn = after(state, {type: 'type-text', text: 'password c'});
	const ask = {slot: 'find', serial: state.search!.serial, request: {query: state.query, search: 'login', from: {at: 'newest'}, direction: 'here'}} as const;
	t.is(after(typedOn, {type: 'find-answered', ask, answer: await engine.find(ask.request)}), typedOn);
});

for (const [where, intent, is] of [
	['to the newest event', {type: 'follow-newest'}, (state: ViewState) => state.timeline.isFollowing],
	['to the first event', {type: 'go-to-first'}, (state: ViewState) => state.timeline.selectedIndex === 0],
] as const) {
	test(`who goes ${where} while a search still looks is not taken to its first hit`, async t => {
		const gone = after(await answered(freshState()), {type: 'open-search'}, {type: 'type-text', text: 'password'}, {type: 'accept-text'}, intent);
		const found = await answered(gone);
		t.is(found.search?.answer?.hits, 3);
		t.true(is(found));
		const walked = await lived(found, [{type: 'next-hit'}]);
		t.regex(selectedMessage(walked)!, /[Pp]assword/v, 'n walks on from there');
	});
}

test('more hits that arrive are counted without moving anybody', async t => {
	const engine = applianceEngine();
	const start = await answered(freshState(), engine);
	const found = await lived(start, [{type: 'open-search'}, {type: 'type-text', text: 'password'}, {type: 'accept-text'}], engine);
	engine.add({time: '2026-03-03T09:10:00Z', action: 'password-reset', message: 'Password reset: userName=cyberx'});
	const later = await answered(found, engine);
	t.is(later.search?.answer?.hits, 4);
	t.is(later.search?.answer?.hit?.number, 3);
	t.is(selectedMessage(later), selectedMessage(found));
});

test('the search becomes a filter', async t => {
	const kept = await lived(await searching('dana'), [{type: 'keep-hits'}]);
	t.deepEqual(kept.query.keywords, ['dana']);
	t.is(kept.search, undefined);
	t.is(kept.timeline.page?.matchedEvents, 3);
});

test('a changed filter counts the hits anew', async t => {
	const found = await lived(await searching('dana'), [{type: 'accept-text'}, {type: 'include'}]);
	t.deepEqual(found.query.facets.action?.include as readonly string[] | undefined, ['password-reset']);
	t.is(found.search?.answer?.hits, 1);
});

test('a fuzzy search walks to what the letters fit, and says so to the engine', async t => {
	const state = await lived(await searching('psrd spt'), [{type: 'toggle-fuzzy'}]);
	t.is(selectedMessage(state), 'Password reset: userName=support');
	t.true((state.search?.answer?.hits ?? 0) > 0);
	const exact = await lived(state, [{type: 'toggle-fuzzy'}]);
	t.is(exact.search?.answer?.hits, 0);
});

test('a fuzzy search never becomes a filter', async t => {
	const fuzzy = await lived(await searching('dana'), [{type: 'toggle-fuzzy'}]);
	const kept = after(fuzzy, {type: 'keep-hits'});
	t.is(kept.query, fuzzy.query);
	t.is(kept.search, fuzzy.search);
	t.is(kept.notice, noFuzzyFilter);
	for (const [key, place] of [['ctrl+k', fuzzy], ['&', {...fuzzy, textBox: undefined}]] as const) {
		t.deepEqual(meaningOf(place, key), {type: 'refused', reason: noFuzzyFilter});
	}
});
