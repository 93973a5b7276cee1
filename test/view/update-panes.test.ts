import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import {everything} from '../../source/query/query.ts';
import {chipsOf} from '../../source/view/filters/chips.ts';
import {detailLines} from '../../source/view/details/details-lines.ts';
import {facetFields} from '../../source/view/filters/facet-fields.ts';
import {undoQuery} from '../../source/view/filters/update-query.ts';
import {isFromSummary} from '../../source/view/summary/update-summary.ts';
import type {ViewIntent} from '../../source/view/intents.ts';
import {meaningOf} from '../../source/view/keys/key-meaning.ts';
import {layoutOf, openPanes} from '../../source/view/layout.ts';
import {chosenItem, sidebarItems} from '../../source/view/filters/sidebar-items.ts';
import type {ViewState} from '../../source/view/view-state.ts';
import {anIntent} from './any-intent.ts';
import {applianceEngine} from './appliance.ts';
import {after, answered, freshState, lived} from './states.ts';

const titlesOf = (state: ViewState) => sidebarItems(state).map(({title}) => title);

const chosenTitle = (state: ViewState) => chosenItem(state)?.title;

async function atValue(title: string): Promise<ViewState> {
	let state = after(await answered(freshState()), {type: 'go-to-pane', pane: 'filters'});
	while (chosenTitle(state) !== title) {
		state = after(state, {type: 'move', by: 1});
	}

	return state;
}

test('the sidebar offers user operations first, then severity, then the fields in their order', async t => {
	const headings = sidebarItems(await answered(freshState())).filter(({type}) => type !== 'value' && type !== 'narrow').map(({title}) => title);
	t.deepEqual(headings.slice(0, 6), ['User operations', 'Done by people', 'Severity', 'alerts only', 'and notices', 'all events']);
	// No map of devices was given, so that there are no groups to offer.
	t.deepEqual(headings.slice(6), facetFields.map(({title}) => title).filter(title => title !== 'Device group'));
});

test('counts are what choosing would give', async t => {
	const state = await answered(freshState());
	const counts = new Map(sidebarItems(state).map(({key, count}) => [key, count]));
	const chosen = await lived(await atValue('dana.admin'), [{type: 'include'}]);
	t.is(counts.get('severity:notice'), 12);
	t.is(counts.get('user=dana.admin'), chosen.timeline.page?.matchedEvents);
});

test('a value is included, and again let go', async t => {
	const included = await lived(await atValue('Login'), [{type: 'include'}]);
	const again = await lived(included, [{type: 'include'}]);
	t.is(included.timeline.page?.matchedEvents, 5);
	t.is(again.timeline.page?.matchedEvents, 21);
	t.is(chosenTitle(again), 'Login');
});

test('severity has three steps and cannot be excluded', async t => {
	const alerts = await lived(await atValue('alerts only'), [{type: 'include'}]);
	t.is(alerts.timeline.page?.matchedEvents, 4);
	t.is(after(alerts, {type: 'exclude'}).query, alerts.query);
	const all = await lived(alerts, [{type: 'move', by: 2}, {type: 'include'}]);
	t.deepEqual(all.query, {facets: {}});
});

test('a filter stays in the list even when its value is not among the most frequent', async t => {
	const engine = applianceEngine(Array.from({length: 60}, (_, at) => ({time: '2026-03-03T09:20:00Z', user: `robot-${at % 6}`, message: 'Login'})));
	const excluded = after(await answered(freshState(), engine), {type: 'move', by: -60}, {type: 'choose-column', by: 1});
	const state = await lived(await answered(excluded, engine), [{type: 'exclude'}], engine);
	t.true(sidebarItems(state).some(({stance}) => stance === 'exclude'));
});

test('typing narrows a list, Enter goes to the best value left, Esc shows all again', async t => {
	const typing = await lived(await atValue('dana.admin'), [{type: 'open-narrow'}, {type: 'type-text', text: 'ora'}]);
	t.true(titlesOf(typing).includes('oracle'));
	t.false(titlesOf(typing).includes('dana.admin'));
	t.is(chosenTitle(after(typing, {type: 'accept-text'})), 'oracle');
	const left = await lived(typing, [{type: 'cancel'}]);
	t.true(titlesOf(left).includes('dana.admin'));
	t.is(left.textBox, undefined);
});

test('what is typed ahead of the list chooses from the list as it was asked for, not as it stood there', async t => {
	const before = await atValue('dana.admin');
	const ahead = after(before, {type: 'open-narrow'}, {type: 'type-text', text: 'ora'}, {type: 'accept-text'});
	t.deepEqual(after(ahead, {type: 'include'}).query, before.query);
	t.is(chosenTitle(await answered(ahead)), 'oracle');
	for (const stance of ['include', 'exclude'] as const) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {query, sidebar} = await answered(after(ahead, {type: stance}));
		t.deepEqual(query.facets.user, {include: [], exclude: [], [stance]: [foreignText('oracle')]});
		t.is(sidebar.narrow?.awaited, undefined);
	}
});

test('whoever goes elsewhere before the list was narrowed is not called back, and where no value is left all are shown again', async t => {
	const before = await atValue('dana.admin');
	const gone = await answered(after(before, {type: 'open-narrow'}, {type: 'type-text', text: 'ora'}, {type: 'accept-text'}, {type: 'include'}, {type: 'move', by: -Infinity}));
	t.is(chosenTitle(gone), 'User operations');
	t.deepEqual(gone.query, before.query);
	t.is(gone.sidebar.narrow?.awaited, undefined);
	const none = await answered(after(before, {type: 'open-narrow'}, {type: 'type-text', text: 'qzqzq'}, {type: 'accept-text'}, {type: 'include'}));
	t.is(none.sidebar.narrow, undefined);
	t.deepEqual(none.query, before.query);
});

test('the next value of a list is looked for anew', async t => {
	const chosen = await lived(await atValue('dana.admin'), [{type: 'open-narrow'}, {type: 'type-text', text: 'ora'}, {type: 'accept-text'}, {type: 'include'}]);
	const again = await lived(chosen, [{type: 'open-narrow'}, {type: 'type-text', text: 'dana'}, {type: 'accept-text'}]);
	t.is(chosenTitle(again), 'dana.admin');
});

test('lists are walked by their first lines, and backwards first to that of one\'s own', async t => {
	const state = await answered(freshState());
	const firsts = sidebarItems(state).filter((_, at, items) => at === 0 || items[at - 1]!.type === 'heading').map(({title}) => title);
	const walked = firsts.map((_, steps) => chosenTitle(after(state, {type: 'move', by: -Infinity}, ...Array.from({length: steps}, () => ({type: 'move-part', by: 1} as const)))));
	t.deepEqual(walked, firsts);
	const inSecond = after(state, {type: 'go-to-pane', pane: 'filters'}, {type: 'move', by: -Infinity}, {type: 'move-part', by: 1}, {type: 'move', by: 1});
	t.deepEqual([1, 2, 3].map(steps => chosenTitle(after(inSecond, ...Array.from({length: steps}, () => ({type: 'move-part', by: -1} as const))))), [firsts[1], firsts[0], firsts[0]]);
});

test('Tab goes through the panes that are open, and round', async t => {
	const state = await lived(await answered(freshState()), [{type: 'move', by: -1}, {type: 'include'}, {type: 'open-details'}]);
	t.deepEqual(openPanes(state), ['filters', 'timeline', 'details', 'chips', 'histogram']);
	const walked = [1, 1, 1, 1, 1].map((by, at) => after(state, ...Array.from({length: at + 1}, () => ({type: 'next-pane', by} as const))).pane);
	t.deepEqual(walked, ['chips', 'histogram', 'filters', 'timeline', 'details']);
});

test('the last chip, once removed, gives the keys back', async t => {
	const state = await lived(await answered(freshState()), [{type: 'move', by: -1}, {type: 'include'}, {type: 'go-to-pane', pane: 'chips'}]);
	const removed = after(state, {type: 'remove-chip'});
	t.deepEqual(removed.query, {facets: {}});
	t.is(removed.pane, 'timeline');
});

test('filters are undone and redone', async t => {
	const state = await lived(await answered(freshState()), [{type: 'move', by: -1}, {type: 'include'}, {type: 'next-range'}]);
	const undone = after(state, {type: 'undo-query'}, {type: 'undo-query'});
	t.deepEqual(undone.query, {facets: {}});
	t.deepEqual(after(undone, {type: 'redo-query'}, {type: 'redo-query'}).query, state.query);
});

test('a field of the open event becomes a filter; any other field becomes a keyword', async t => {
	const open = await lived(await answered(freshState()), [{type: 'move', by: -6}, {type: 'open-details'}]);
	const onField = (field: string) => ({type: 'move', by: detailLines(open, layoutOf(open).detailsColumns).findIndex(({entry}) => entry?.name === field)} as const);
	const onHost = after(open, onField('host'), {type: 'include'});
	t.deepEqual(onHost.query.facets.host?.include as readonly string[] | undefined, ['console']);
	const onSummary = after(open, onField('summary'), {type: 'exclude'});
	t.deepEqual(onSummary.query.keywords, ['-summary:="ALL ALERTS; sensors=all; time=00:00-23:59"']);
});

test('the details follow the selection of the timeline', async t => {
	const open = await lived(await answered(freshState()), [{type: 'open-details'}, {type: 'next-pane', by: -1}, {type: 'move', by: -1}]);
	t.is(open.details.answer?.row.message, foreignText('Management Console Upgrade: file=mc-23.1.bin'));
});

test('Esc closes what was opened last', async t => {
	const open = await lived(await answered(freshState()), [{type: 'open-details'}, {type: 'toggle-help'}]);
	const withoutHelp = after(open, {type: 'cancel'});
	const withoutDetails = after(withoutHelp, {type: 'cancel'});
	t.is(withoutHelp.helpTop, undefined);
	t.true(withoutHelp.details.isOpen);
	t.false(withoutDetails.details.isOpen);
});

/** Help over a text box over a narrowed list, the list itself, the details, a search. */
const mostThingsOpen = 6;

test('from wherever one is, Esc leads back to the timeline alone, with the same filters, or with those before a line of the summary was opened', async t => {
	await fc.assert(fc.asyncProperty(fc.array(anIntent, {maxLength: 10}), async intents => {
		const state = await lived(await answered(freshState()), intents);
		const back = after(state, ...Array.from({length: mostThingsOpen}, () => ({type: 'cancel'} as const)));
		t.like(back, {pane: 'timeline', textBox: undefined, helpTop: undefined, search: undefined, details: {isOpen: false}});
		t.is(back.query, isFromSummary(state) ? undoQuery(state).query : state.query);
	}), {numRuns: 60});
});

for (const key of ['backspace', 'delete']) {
	test(`${key} on a chip removes it, and after the last one the keys are the timeline's`, async t => {
		const state = await lived(await answered(freshState()), [{type: 'move', by: -1}, {type: 'include'}, {type: 'go-to-pane', pane: 'chips'}]);
		t.is(chipsOf(state.query, []).length, 1);
		const meaning = meaningOf(state, key);
		t.deepEqual(meaning, {type: 'remove-chip'});
		const without = after(state, meaning as ViewIntent);
		t.deepEqual(without.query, everything);
		t.is(without.pane, 'timeline');
	});
}

test('Enter on what a list leaves out begins typing', async t => {
	const state = await lived(await atValue('1 more, t to find'), [{type: 'include'}]);
	t.is(state.textBox, 'narrow');
});

test('a field whose name or value the search language must quote is asked for as it is', async t => {
	const engine = applianceEngine([{time: '2026-03-03T09:30:00Z', message: 'x', fields: {'user agent': String.raw`say "hi" \o/`}}]);
	const open = await lived(await answered(freshState(), engine), [{type: 'open-details'}], engine);
	const line = detailLines(open, layoutOf(open).detailsColumns).findIndex(({entry}) => entry?.name === 'user agent');
	t.deepEqual(after(open, {type: 'move', by: line}, {type: 'include'}).query.keywords, [String.raw`"user agent":="say \"hi\" \\o/"`]);
});

test('the hexadecimal record is shown where the cursor is, however far below the fields', async t => {
	const open = await lived(await answered(freshState()), [{type: 'open-details'}, {type: 'move', by: 0}, {type: 'toggle-hex'}]);
	t.true(detailLines(open, layoutOf(open).detailsColumns)[open.details.cursor]!.begins === 'raw');
});
