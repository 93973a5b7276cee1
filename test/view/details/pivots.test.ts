import test from 'ava';
import {foreignText} from '../../../source/domain/foreign.ts';
import {detailLines} from '../../../source/view/details/details-lines.ts';
import {layoutOf} from '../../../source/view/layout.ts';
import {wantedRequests} from '../../../source/view/asking/requests.ts';
import {selectedRow, type ViewState} from '../../../source/view/view-state.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {after, answered, freshState, lived} from '../states.ts';

const engine = inMemoryEngine([
	{time: '2026-03-03T09:00:00Z', action: 'login', user: 'dana', devices: ['10.2.1.14'], message: 'one', fields: {correlationId: 'c-1'}},
	{time: '2026-03-03T09:00:01Z', action: 'logout', user: 'dana', message: 'two correlationId=c-1'},
	{time: '2026-03-03T09:00:02Z', action: 'alert-raised', severity: 'alert', devices: ['10.2.1.14', '10.2.1.15'], message: 'three'},
]);

const relatedLines = (state: ViewState) => detailLines(state, layoutOf(state).detailsColumns).filter(({pivot}) => pivot !== undefined);

const textsOf = (state: ViewState) => relatedLines(state).map(({spans}) => spans.map(({text}) => text).join('').replaceAll(/ +/g, ' '));

/** The details of the first event, with everything they ask answered. */
async function opened(): Promise<ViewState> {
	const open = await lived(await answered(freshState(), engine), [{type: 'go-to-first'}, {type: 'open-details'}], engine);
	return answered(open, engine);
}

test('below the fields stands what else there is of the same user, device and story', async t => {
	t.deepEqual(textsOf(await opened()), ['events with user dana 2', 'events with 10.2.1.14 2', 'events that name dana ', 'events with the same correlationId ']);
});

test('whoever a record names, as the one who acted or the one it was done to, leads to all that names him', async t => {
	const reset = inMemoryEngine([{time: '2026-03-03T09:00:00Z', action: 'password-reset', message: 'Password reset: userName=dana "d" s', fields: {userName: 'dana "d" s', target: 'x'}}]);
	const open = await lived(await answered(freshState(), reset), [{type: 'open-details'}], reset);
	const [pivot] = relatedLines(await answered(open, reset)).flatMap(line => line.pivot ?? []);
	t.is(pivot?.title, foreignText('events that name dana "d" s'));
	t.deepEqual(pivot?.query, {facets: {}, keywords: [String.raw`"dana \"d\" s"`]});
});

test('Enter on one shows these events, whatever was hidden before; u comes back', async t => {
	const filtered = await lived(await opened(), [{type: 'go-to-pane', pane: 'timeline'}, {type: 'include'}, {type: 'go-to-pane', pane: 'details'}], engine);
	const state = await answered(filtered, engine);
	const all = detailLines(state, layoutOf(state).detailsColumns);
	const line = all.findIndex(({pivot}) => pivot?.title.includes('10.2.1.14'));
	const shown = await lived(state, [{type: 'move', by: line}, {type: 'show-related'}], engine);
	t.is(shown.timeline.page?.matchedEvents, 2);
	t.is(shown.pane, 'timeline');
	t.deepEqual(after(shown, {type: 'undo-query'}).query, filtered.query);
});

/** The texts of the line that the cursor of the details stands on. */
const lineUnder = (state: ViewState) => detailLines(state, layoutOf(state).detailsColumns)[state.details.cursor]!.spans.map(({text}) => text).join('').replaceAll(/ +/gv, ' ');

for (const [name, field, line] of [
	['a field goes to the line that leads to the events which share it', 'device', /events with 10\.2\.1\.14/v],
	['a field that nothing else shares goes to the first of these lines', 'time', /events with user dana/v],
] as const) {
	test(`Enter on ${name}, and shows nothing else yet`, async t => {
		const state = await opened();
		const at = detailLines(state, layoutOf(state).detailsColumns).findIndex(({entry}) => entry?.name === field);
		const there = after(state, {type: 'move', by: at}, {type: 'show-related'});
		t.regex(lineUnder(there), line);
		t.is(there.query, state.query);
		t.regex(there.notice ?? '', /Enter again/v);
	});
}

test('Enter says so where nothing ties other events to the open one', async t => {
	const alone = inMemoryEngine([{time: '2026-03-03T09:00:00Z', message: 'started'}]);
	const open = await lived(await answered(freshState(), alone), [{type: 'open-details'}], alone);
	t.regex(after(open, {type: 'show-related'}).notice ?? '', /nothing in this record/v);
});

test('Right and Left go from the fields to the related events, to the raw record, and back', async t => {
	const state = await opened();
	const steps = [1, 1, 1, -1, -1, -1] as const;
	const intents = steps.map(by => ({type: 'move-part', by} as const));
	const walked = steps.map((_, taken) => after(state, ...intents.slice(0, taken + 1)));
	t.deepEqual(walked.map(at => /^ ?\S+/v.exec(lineUnder(at))?.[0]), ['events', 'raw', 'raw', 'events', 'time', 'time']);
});

test('counts of another event are not shown', async t => {
	const state = await opened();
	const other = await answered(after(state, {type: 'go-to-pane', pane: 'timeline'}, {type: 'move', by: 1}), engine);
	t.deepEqual(textsOf(other).map(text => text.trim()), ['events with user dana', 'events that name dana']);
});

test('the nearest login before is a hint, and Enter goes to it, whatever was hidden', async t => {
	const start = freshState({query: {facets: {}, keywords: ['three']}});
	const state = await answered(await lived(await answered(start, engine), [{type: 'open-details'}], engine), engine);
	const lines = detailLines(state, layoutOf(state).detailsColumns);
	const text = lines.flatMap(({spans}) => spans.map(span => span.text)).join('');
	t.regex(text, /last login before this: 2026-03-03 09:00:00 dana from 10\.2\.1\.14/v);
	t.regex(text, /a hint: the nearest earlier login, not proof/v);
	const hint = lines.findIndex(({leadsTo}) => leadsTo !== undefined);
	const shown = await lived(state, [{type: 'move', by: hint}, {type: 'show-related'}], engine);
	t.is(selectedRow(shown)?.user, foreignText('dana'));
	t.deepEqual(after(shown, {type: 'undo-query'}).query, start.query);
});

test('where the record says who acted, his own last login is told, whoever else logged in since', async t => {
	const logins = inMemoryEngine([
		{time: '2026-03-03T09:00:00Z', action: 'login', user: 'dana', devices: ['10.2.1.14'], message: 'one'},
		{time: '2026-03-03T09:00:01Z', action: 'login', user: 'support', message: 'two'},
		{time: '2026-03-03T09:00:02Z', action: 'device-deleted', user: 'dana', message: 'three'},
		{time: '2026-03-03T09:00:03Z', action: 'device-deleted', user: 'm.ortiz', message: 'four'},
	]);
	const told = async (up: number) => {
		const start = await answered(freshState(), logins);
		const there = await lived(start, [{type: 'open-details'}, {type: 'go-to-pane', pane: 'timeline'}, {type: 'move', by: -up}], logins);
		const open = await answered(there, logins);
		return detailLines(open, layoutOf(open).detailsColumns).flatMap(({spans}) => spans.map(({text}) => text)).join('');
	};

	t.regex(await told(1), /last login of dana before this: 2026-03-03 09:00:00 from 10\.2\.1\.14/v);
	t.notRegex(await told(0), /last login/v);
});

test('while neither the event nor its details are there, nothing is asked about it', async t => {
	const state = after(freshState(), {type: 'go-to-pane', pane: 'timeline'});
	const open = {...state, details: {...state.details, isOpen: true}};
	t.deepEqual(wantedRequests(open).map(({slot}) => slot).filter(slot => slot === 'last-login' || slot === 'related'), []);
	await t.notThrowsAsync(answered(open, engine));
});

test('before the first login there is no hint', async t => {
	const state = await opened();
	t.is(state.details.lastLogin?.login, undefined);
});

test('an event with several devices leads to the events of any of them', async t => {
	const start = await answered(freshState(), engine);
	const state = await answered(await lived(start, [{type: 'open-details'}], engine), engine);
	t.deepEqual(textsOf(state), ['events with 10.2.1.14 2', 'events with 10.2.1.15 1', 'events with any of these devices 2']);
});
