import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../../source/domain/foreign.ts';
import {frameOf} from '../../../source/view/frame.ts';
import {meaningOf} from '../../../source/view/keys/key-meaning.ts';
import {summaryChoices} from '../../../source/view/summary/summary-lines.ts';
import {selectedRow, type ViewState} from '../../../source/view/view-state.ts';
import {inMemoryEngine, type MemoryEngine} from '../../in-memory-engine.ts';
import {anIntent} from '../any-intent.ts';
import {applianceEngine, hostileEvents} from '../appliance.ts';
import {after, answered, freshState, lived} from '../states.ts';

const opened = async (start: ViewState = freshState()) => lived(await answered(start), [{type: 'open-summary'}]);

const withQuery = (keyword: string): ViewState => freshState({query: {facets: {}, keywords: [keyword]}});

/** The line that begins with these values, and the state with the cursor on it. */
function onLine(state: ViewState, title: string, ...values: readonly string[]): ViewState {
	const at = summaryChoices(state).findIndex(({section, group}) => section.title === title && values.every((value, index) => group.values[index] === value));
	return after(state, {type: 'move', by: at});
}

/** Follows every line that counts events. */
async function holdCounts(t: ExecutionContext, state: ViewState, engine: MemoryEngine): Promise<void> {
	const choices = summaryChoices(state).filter(({section}) => section.wanted.of === 'events');
	t.true(choices.length > 0);
	for (const [at, {section, group}] of choices.entries()) {
		// eslint-disable-next-line no-await-in-loop -- one line after the other
		const shown = await lived(state, [{type: 'move', by: at}, {type: 'follow-summary'}], engine);
		t.is(shown.timeline.page?.matchedEvents, group.count, `${section.title}: ${group.values.join(' ')}`);
	}
}

test('every line leads to as many events as it counts', async t => {
	const state = await opened();
	t.true(summaryChoices(state).length > 15);
	await holdCounts(t, state, applianceEngine());
});

/** Filters that are on already when the summary is opened. */
for (const [name, query] of [
	['a device', {facets: {device: {include: [foreignText('10.2.1.14')], exclude: []}}}],
	['a device left out', {facets: {device: {include: [], exclude: [foreignText('10.2.1.40')]}}}],
	['an action', {facets: {action: {include: [foreignText('login')], exclude: []}}}],
	['an action left out', {facets: {action: {include: [], exclude: [foreignText('login-failed')]}}}],
] as const) {
	test(`with a filter on ${name} every line still leads to as many events as it counts`, async t => {
		await holdCounts(t, await opened(freshState({query})), applianceEngine());
	});
}

test('an hour leads to its own logins, on whichever day', async t => {
	const engine = inMemoryEngine(['02T08:10', '02T08:50', '02T09:20', '03T08:05', '03T08:55', '04T08:30'].map(time => ({time: `2026-03-${time}:00Z`, action: 'login', user: 'ann', message: 'Login: user=ann'})));
	const state = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'open-summary'}], engine);
	t.deepEqual(summaryChoices(state).filter(({section}) => section.title.startsWith('Logins by hour')).map(({group}) => `${group.values[0]!} ${group.count}`), ['2026-03-02 08 2', '2026-03-02 09 1', '2026-03-03 08 2', '2026-03-04 08 1']);
	await holdCounts(t, state, engine);
});

const signIns = ([['01', 'ann', '10.0.0.1'], ['02', 'bob', '10.0.0.2'], ['03', 'ann', '10.0.0.1'], ['04', 'eve', '10.0.0.9'], ['05', 'eve', '10.0.0.1'], ['06', 'bob', '10.0.0.7']] as const)
	.map(([day, user, device]) => ({time: `2026-03-${day}T08:00:00Z`, action: 'login' as const, user, devices: [device], message: 'Login'}));

for (const [name, query, users, devices] of [
	['of all times the newest stand first', {facets: {}}, ['eve', 'bob', 'ann'], ['10.0.0.7', '10.0.0.9', '10.0.0.2', '10.0.0.1']],
	['since a time only those that never came before it', {facets: {}, sinceMicros: Date.UTC(2026, 2, 3) * 1000}, ['eve'], ['10.0.0.7', '10.0.0.9']],
	['between two times also', {facets: {}, sinceMicros: Date.UTC(2026, 2, 3) * 1000, untilMicros: Date.UTC(2026, 2, 5) * 1000}, ['eve'], ['10.0.0.9']],
	['and of those that the other filters show', {facets: {user: {include: [foreignText('eve')], exclude: []}}, sinceMicros: Date.UTC(2026, 2, 3) * 1000}, ['eve'], ['10.0.0.1', '10.0.0.9']],
] as const) {
	test(`new users and devices: ${name}`, async t => {
		const engine = inMemoryEngine(signIns);
		const state = await lived(await answered(freshState({opened: engine.opened, query}), engine), [{type: 'open-summary'}], engine);
		const listed = (title: string) => summaryChoices(state).filter(({section}) => section.title.startsWith(title)).map(({group}) => group.values[0] as string);
		t.deepEqual(listed('New users'), users);
		t.deepEqual(listed('New devices'), devices);
		await holdCounts(t, state, engine);
	});
}

test('logs with alerts stand in the order in which those began', async t => {
	const event = (second: number, source: number, severity: 'alert' | 'info') => ({time: `2026-03-03T08:00:0${second}Z`, source, severity, message: 'Failed'});
	const engine = inMemoryEngine([event(1, 0, 'info'), event(2, 1, 'alert'), event(3, 0, 'alert'), event(4, 0, 'alert')], {sources: ['/x/a.log', '/x/b.log']});
	const state = await lived(await answered(freshState({opened: engine.opened}), engine), [{type: 'open-summary'}], engine);
	const alerts = summaryChoices(state).filter(({section}) => section.title.startsWith('Alerts by log')).map(({group}) => group.count);
	t.deepEqual(alerts, [1, 2]);
	await holdCounts(t, state, engine);
});

test('Right and Left go from section to section, past those without lines', async t => {
	const state = await opened();
	const titleAt = (at: ViewState) => summaryChoices(at)[at.summary.cursor]!.section.title;
	const titles = [...new Set(summaryChoices(state).map(({section}) => section.title))];
	const walked = titles.map((_, steps) => after(state, ...titles.slice(0, steps).map(() => ({type: 'move-part', by: 1} as const))));
	t.deepEqual(walked.map(at => titleAt(at)), titles);
	t.deepEqual(walked.slice(1).map(at => titleAt(after(at, {type: 'move-part', by: -1}))), titles.slice(0, -1));
});

test('logins that failed are not counted with those that did not', async t => {
	const state = await opened();
	const byUser = summaryChoices(state).filter(({section}) => section.title === 'Logins by user').map(({group}) => group.values[1]!);
	t.deepEqual(new Set(byUser), new Set([foreignText('login'), foreignText('login-failed')]));
});

test('a line that changes its place while the log grows keeps the cursor', async t => {
	const engine = applianceEngine();
	const summary = await lived(await answered(freshState(), engine), [{type: 'open-summary'}], engine);
	const state = onLine(summary, 'Logins by user', 'support');
	const {cursor} = state.summary;
	engine.add(...Array.from({length: 9}, () => ({time: '2026-03-03T09:20:00Z', action: 'login', user: 'support', message: 'Login: user=support'} as const)));
	const later = await answered(state, engine);
	t.not(later.summary.cursor, cursor);
	t.deepEqual(summaryChoices(later)[later.summary.cursor]?.group.values, [foreignText('support'), foreignText('login')]);
});

test('a hole leads to its log, around its time', async t => {
	const state = await opened();
	const there = await lived(onLine(state, 'Logs with holes'), [{type: 'follow-summary'}]);
	t.true(there.timeline.page?.rows.some(({kind}) => kind === 'gap'));
});

for (const intent of [{type: 'cancel'}, {type: 'undo-query'}] as const) {
	test(`${intent.type} comes back to the line that one left, and to the filters of before`, async t => {
		const state = onLine(await opened(withQuery('login')), 'Logins by user', 'support');
		const there = await lived(state, [{type: 'follow-summary'}]);
		t.false(there.summary.isOpen);
		t.deepEqual(there.query.facets.user?.include, [foreignText('support')]);
		const back = after(there, intent);
		t.true(back.summary.isOpen);
		t.is(back.summary.cursor, state.summary.cursor);
		t.deepEqual(back.query, state.query);
	});
}

test('a line leads to its newest event and stays there whatever filters go then; back on the summary the timeline is where it was', async t => {
	const state = onLine(await opened(), 'Resets, users, rules', 'exclusion-created');
	const there = await lived(state, [{type: 'follow-summary'}]);
	const newest = selectedRow(there)!;
	t.is(newest.action, 'exclusion-created');
	t.false(there.timeline.isFollowing);
	t.is(selectedRow(await lived(there, [{type: 'clear-filters'}]))?.id, newest.id);
	const back = await lived(there, [{type: 'cancel'}, {type: 'cancel'}]);
	t.deepEqual([back.summary.isOpen, back.timeline.isFollowing], [false, true]);
});

test('until the events of a line come, those of the timeline before it are not drawn', async t => {
	const leaving = after(onLine(await opened(), 'Logins by user', 'support'), {type: 'follow-summary'});
	t.regex(pictureOf(leaving), /reading\.\.\./);
	t.notRegex(pictureOf(leaving), /\d\d:\d\d:\d\d/);
	const there = await answered(leaving);
	t.is(there.timeline.page?.matchedEvents, 1);
});

test('after another filter Esc is what it always was', async t => {
	const there = await lived(await opened(), [{type: 'follow-summary'}, {type: 'until-here'}, {type: 'cancel'}]);
	t.false(there.summary.isOpen);
});

test('it counts what the filters show, or everything, and says which', async t => {
	const state = await opened(withQuery('svc-backup'));
	t.is(state.summary.answer?.matchedEvents, 2);
	t.regex(pictureOf(state), /SUMMARY what the filters show, 2 events/);
	const all = await lived(state, [{type: 'change-summary-scope'}]);
	t.regex(pictureOf(all), /SUMMARY everything, 21 events/);
	const there = await lived(onLine(all, 'Logins by user', 'support'), [{type: 'follow-summary'}]);
	t.is(there.query.keywords, undefined);
});

test('an answer to the scope of before changes nothing', async t => {
	const state = await opened();
	const late = {type: 'summary-answered' as const, ask: {slot: 'summary' as const, serial: state.summary.serial, request: {query: {facets: {}}, wanted: [], zone: 'UTC'}}, answer: state.summary.answer!};
	t.is(after(state, {type: 'change-summary-scope'}, late).summary.answer, undefined);
});

test('the summary has its own keys, and Esc leaves it', async t => {
	const state = await opened();
	t.deepEqual(meaningOf(state, 'enter'), {type: 'follow-summary'});
	t.is(meaningOf(state, 'e')?.type, 'refused');
	t.false(after(state, {type: 'cancel'}).summary.isOpen);
});

test('an empty log has an empty summary, in words', async t => {
	const state = await lived(freshState({query: {facets: {user: {include: [foreignText('nobody')], exclude: []}}}}), [{type: 'open-summary'}], applianceEngine());
	t.regex(pictureOf(state), /no user operations/);
	t.notThrows(() => after(state, {type: 'follow-summary'}));
});

const pictureOf = (state: ViewState): string => frameOf(state).rows.map(({spans}) => spans.map(({text}) => text).join('')).join('\n');

test('whatever was done before, a line of the summary leads to as many events as it counts', async t => {
	const engine = applianceEngine(hostileEvents);
	await fc.assert(fc.asyncProperty(fc.array(anIntent, {maxLength: 8}), fc.nat(), fc.boolean(), async (intents, nth, isAll) => {
		const done = await lived(await answered(freshState({opened: engine.opened}), engine), [...intents, ...wayBack, {type: 'open-summary'}], engine);
		const state = isAll ? await lived(done, [{type: 'change-summary-scope'}], engine) : done;
		const choices = summaryChoices(state);
		fc.pre(choices.length > 0);
		const {section, group} = choices[nth % choices.length]!;
		fc.pre(section.wanted.of === 'events');
		const shown = await lived(state, [{type: 'move', by: nth % choices.length}, {type: 'follow-summary'}], engine);
		t.is(shown.timeline.page?.matchedEvents, group.count, `${section.title}: ${group.values.join(' ')}`);
	}), {numRuns: 120});
});

/** Out of whatever was opened. */
const wayBack = Array.from({length: 6}, () => ({type: 'cancel'} as const));

test('the line under the cursor is in sight below the sentence that the engine could not answer', async t => {
	const asked = after(await opened(), {type: 'move', by: Infinity});
	const {serial} = asked.summary;
	const failed = after(asked, {type: 'unanswered', slot: 'summary', serial, reason: 'no answer for 20 s'});
	const rows = frameOf(failed).rows.map(({spans}) => spans.map(({text}) => text).join(''));
	t.true(rows.some(row => row.includes('could not answer')));
	t.true(frameOf(failed).rows.some(({spans}) => spans.some(({ground}) => ground === 'selected')));
});

test('it opens at its beginning, though its first lines lead nowhere', async t => {
	const engine = inMemoryEngine([{time: '2026-03-03T09:00:00Z', action: 'device-updated', devices: ['10.2.1.3'], message: 'updated'}]);
	const state = await opened(await answered(freshState({size: {columns: 80, rows: 14}}), engine));
	const rows = frameOf(await answered(state, engine)).rows.map(({spans}) => spans.map(({text}) => text).join('').trim());
	t.is(rows[2], 'Resets, users, rules');
	t.true(rows.some(row => row.startsWith('▸')));
});
