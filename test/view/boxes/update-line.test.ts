import test from 'ava';
import {foreignText} from '../../../source/domain/foreign.ts';
import {interpreterFor} from '../../../source/run/interpreter.ts';
import {answerFrom} from '../../../source/view/asking/engine-answers.ts';
import {frameOf} from '../../../source/view/frame.ts';
import {interpreted} from '../../../source/view/interpreter.ts';
import {saidAboveBox} from '../../../source/view/boxes/line-box.ts';
import {selectedRow, type ViewState} from '../../../source/view/view-state.ts';
import {zonedTime} from '../../../source/view/drawing/zoned-time.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {applianceEvents, applianceSources} from '../appliance.ts';
import {after, answered, freshState, pageAsk} from '../states.ts';

const interpreter = interpreterFor({nowMs: () => Date.parse('2026-03-03T09:10:00Z')});

const open = (state: ViewState, box: 'time' | 'query') => interpreted(after(state, {type: 'open-line', box}), interpreter);

const typed = (state: ViewState, text: string) => interpreted(after(state, {type: 'type-text', text}), interpreter);

const clockOf = (state: ViewState) => zonedTime(selectedRow(state)!.time.micros, 'UTC').clock;

/** The state after Enter on what was typed into the box. */
const asked = async (state: ViewState, box: 'time' | 'query', text: string) => {
	const ready = typed(open(state, box), text);
	return answered(after(ready, {type: 'accept-text'}));
};

test('a time typed is gone to on Enter, and following stops', async t => {
	const before = await answered(freshState());
	const state = typed(open(before, 'time'), '09:06:10');
	t.true(state.timeline.isFollowing);
	const there = await answered(after(state, {type: 'accept-text'}));
	t.is(clockOf(there), '09:06:15');
	t.like(there, {textBox: undefined, line: undefined, pane: 'timeline'});
	t.false(there.timeline.isFollowing);
});

test('a time before or after everything is the first or the newest event', async t => {
	const state = await answered(freshState());
	t.is(clockOf(await asked(state, 'time', '2020-01-01')), '08:50:12');
	t.is(clockOf(await asked(state, 'time', '2030-01-01')), '09:09:12');
});

test('a time gone to, and the first event, are found again while older events are still being read', async t => {
	const readSoFar = inMemoryEngine(applianceEvents.slice(-3), {sources: applianceSources});
	readSoFar.reading(40);
	const reading = {...await answered(freshState(), readSoFar), change: {revision: 1, totalEvents: 3, isCaughtUp: false}};
	const timeTyped = typed(open(reading, 'time'), '09:06:10');
	for (const [asks, clock] of [
		[after(timeTyped, {type: 'accept-text'}), '09:06:15'],
		[after(reading, {type: 'go-to-first'}), '08:50:12'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const jumped = await answered(asks, readSoFar);
		t.is(clockOf(jumped), '09:08:02');
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const overtaken = await answered({...asks, change: {revision: 2, totalEvents: applianceEvents.length, isCaughtUp: true}}, readSoFar);
		t.is(overtaken.timeline.anchor.at, asks.timeline.anchor.at);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const whole = await answered({...jumped, change: {revision: 2, totalEvents: applianceEvents.length, isCaughtUp: true}});
		t.is(clockOf(whole), clock);
		t.is(whole.timeline.anchor.at, 'event');
	}
});

test('an answer still on its way when a place is gone to does not take that place', async t => {
	const before = await answered(freshState());
	const earlier = pageAsk(before);
	const late = await answerFrom(inMemoryEngine(applianceEvents, {sources: applianceSources}), earlier);
	for (const [asks, clock] of [
		[after(typed(open(before, 'time'), '09:06:10'), {type: 'accept-text'}), '09:06:15'],
		[after(before, {type: 'go-to-first'}), '08:50:12'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const there = await answered(after(asks, late));
		t.is(clockOf(there), clock);
	}
});

test('while the text means nothing Enter stays in the box; Esc leaves, and nothing has changed', async t => {
	const before = await answered(freshState());
	const wrong = typed(open(before, 'time'), 'yesterday banana');
	t.is(after(wrong, {type: 'accept-text'}).textBox, 'time');
	t.is(wrong.line?.reading?.type, 'trouble');
	t.deepEqual(after(wrong, {type: 'cancel'}), before);
});

test('an empty box is left by Enter', async t => {
	const before = await answered(freshState());
	t.deepEqual(after(open(before, 'time'), {type: 'accept-text'}), before);
});

test('the box for the filters opens with the present ones in it', async t => {
	const state = await answered(freshState({query: {severityAtLeast: 'notice', facets: {user: {include: [foreignText('dana s')], exclude: []}}}}));
	t.is(open(state, 'query').line?.text, 'severity=notice user="dana s"');
});

test('a line pasted over is the query, and u goes back', async t => {
	const before = await answered(freshState());
	const shown = await asked(before, 'query', 'severity=alert text: PLC');
	t.deepEqual(shown.query, {severityAtLeast: 'alert', facets: {}, keywords: ['PLC']});
	t.deepEqual(after(shown, {type: 'undo-query'}).query, before.query);
});

test('an emptied line removes all filters', async t => {
	const state = await answered(freshState({query: {severityAtLeast: 'alert', facets: {}}}));
	const shown = await asked(state, 'query', '');
	t.deepEqual(shown.query, {facets: {}});
});

for (const [text, what, left] of [
	['/home/dana/events.csv', 'word', '/home/dana/'],
	['/home/dana/', 'word', '/home/'],
	['password reset', 'word', 'password '],
	['x', 'word', ''],
	['/home/dana/events.csv', 'all', ''],
] as const) {
	test(`of '${text}' erasing ${what === 'all' ? 'everything' : 'the last word'} leaves '${left}'`, t => {
		const full = after(freshState(), {type: 'open-line', box: 'time'}, {type: 'type-text', text});
		const erased = after(full, {type: 'erase-text', what});
		t.is(erased.line?.text, left);
		t.not(erased.edition, full.edition);
	});
}

test('of a time that comes twice the box says which is meant and how the other is written', async t => {
	const state = await answered(freshState({zones: ['Europe/Berlin']}));
	const saidOf = (text: string) => {
		const box = open(state, 'time');
		return saidAboveBox(typed(box, text))?.sentence ?? '';
	};

	for (const [text, said] of [
		['2026-10-25 02:30', /02:30:00 comes twice; this is the second, \+01:00; 'first' or '\+02:00' behind it is the other/v],
		['2026-10-25 02:30 first', /comes twice; this is the first, \+02:00; 'second' or '\+01:00'/v],
	] as const) {
		t.regex(saidOf(text), said);
	}

	t.is(saidOf('2026-10-25 03:30'), '');
});

test('an event written by hand beside one of a time that comes twice lies in the same hour', async t => {
	const first = inMemoryEngine([{time: '2026-10-25T00:30:00Z', action: 'login', message: 'Login'}]);
	const state = await answered(freshState({opened: first.opened, zones: ['Europe/Berlin'], writing: {path: './notes.jsonl', author: foreignText('dana'), draft: undefined}}), first);
	const opened = interpreted(after(state, {type: 'create-event'}), interpreter);
	t.deepEqual(opened.line?.reading, {type: 'time', micros: Date.parse('2026-10-25T00:30:00Z') * 1000});
});

test('which time is meant stands beside the box, or above it where the screen is narrow', async t => {
	const meant = async (columns: number) => {
		const box = open(await answered(freshState({size: {columns, rows: 24}})), 'time');
		return frameOf(typed(box, 'yesterday 14:00')).rows.map(({spans, input}) => [...spans, ...input?.after ?? []].map(({text}) => text).join('')).filter(text => text.includes('Mon 2026-03-02 14:00:00 UTC')).length;
	};

	t.deepEqual(await Promise.all([40, 60, 80].map(async columns => meant(columns))), [1, 1, 1]);
});
