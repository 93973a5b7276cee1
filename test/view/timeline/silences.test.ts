import test from 'ava';
import fc from 'fast-check';
import type {ViewIntent} from '../../../source/view/intents.ts';
import {layoutOf} from '../../../source/view/layout.ts';
import {paneLines} from '../../../source/view/timeline/pane-lines.ts';
import {silenceFromMicros} from '../../../source/view/timeline/silences.ts';
import type {ViewState} from '../../../source/view/view-state.ts';
import {viewportOf} from '../../../source/view/timeline/viewport.ts';
import {inMemoryEngine, type MemoryEvent} from '../../in-memory-engine.ts';
import {answered, freshState, lived} from '../states.ts';

const start = Date.UTC(2026, 2, 3, 8);
const minute = 60e6;

for (const [name, events, minutes, silenceMinutes] of [
	['a busy day: ten times the average distance', 1440, 1440, 10],
	['a very busy day: a minute at least', 1_000_000, 1440, 1],
	['a handful in 100 minutes: just over half of them', 4, 100, 51],
	['nothing at all', 0, 0, 1],
] as const) {
	test(`a silence in ${name}`, t => {
		t.is(silenceFromMicros({matchedEvents: events, firstMicros: 0, lastMicros: minutes * minute}, {facets: {}}), silenceMinutes * minute);
	});
}

test('only the time that is shown counts', t => {
	const page = {matchedEvents: 60, firstMicros: 0, lastMicros: 6000 * minute};
	t.is(silenceFromMicros(page, {facets: {}, sinceMicros: 600 * minute, untilMicros: 1200 * minute}), 100 * minute);
});

const eventAt = (minutes: number, user = 'ann'): MemoryEvent => ({time: new Date(start + (minutes * 60_000)).toISOString(), user, action: 'login', message: `at ${minutes}`});
const regular = Array.from({length: 30}, (_, at) => eventAt(at));

test('a silence of everything is told from one of what the filters show, with how much they hide', async t => {
	const engine = inMemoryEngine([...regular, eventAt(76), eventAt(77), eventAt(90, 'eve'), eventAt(124)]);
	const opened = freshState({opened: engine.opened, size: {columns: 80, rows: 60}});
	const all = await lived(await answered(opened, engine), [{type: 'go-to-first'}], engine);
	t.deepEqual(silencesOf(all), ['47 min of silence']);
	const filtered = await answered({...all, query: {facets: {user: {include: [], exclude: ['eve' as never]}}}, querySerial: 9}, engine);
	t.deepEqual(silencesOf(filtered), ['47 min of silence', 'nothing shown for 47 min: 1 event hidden']);
});

test('a hole is no silence', async t => {
	const [hole, last] = [eventAt(60), eventAt(90)];
	const engine = inMemoryEngine([...regular, {...hole, kind: 'gap', message: '~52 kB missed'}, last]);
	const state = await answered(freshState({opened: engine.opened}), engine);
	t.deepEqual(silencesOf(state), []);
});

const nearOrFar = [fc.integer({min: 0, max: 40}), fc.integer({min: 0, max: 9000})];
const someTimes = fc.array(fc.record({minutes: fc.oneof(...nearOrFar), user: fc.constantFrom('ann', 'eve', 'bob')}), {minLength: 1, maxLength: 70});

test('walked page by page over days, silences and rows around hits, every row is seen once down and once up', async t => {
	const scene = fc.record({events: someTimes, context: fc.constantFrom(0, 3), isWrapped: fc.boolean(), isFiltered: fc.boolean(), rows: fc.integer({min: 10, max: 30})});
	await fc.assert(fc.asyncProperty(scene, async ({events, context, isWrapped, isFiltered, rows}) => {
		const engine = inMemoryEngine(events.map(({minutes, user}) => eventAt(minutes, user)));
		const query = {facets: isFiltered ? {user: {include: ['eve' as never], exclude: []}} : {}};
		const opened = {...freshState({opened: engine.opened, size: {columns: 80, rows}, query}), contextLines: context, isWrapped};
		const first = await lived(await answered(opened, engine), [{type: 'go-to-first'}], engine);
		const down = await walked(first, 1, engine);
		const up = await walked(down.at(-1)!, -1, engine);
		const total = first.timeline.page!.totalRows;
		const wanted = Array.from({length: total}, (_, index) => index);
		t.deepEqual(seen(down), wanted);
		t.deepEqual(seen(up), wanted);
	}), {numRuns: 40});
});

async function walked(state: ViewState, by: 1 | -1, engine: ReturnType<typeof inMemoryEngine>): Promise<ViewState[]> {
	const states = [state];
	for (let at = 0; at < 80; at++) {
		// eslint-disable-next-line no-await-in-loop -- one page after the other
		states.push(await lived(states.at(-1)!, [{type: 'move-pages', by} satisfies ViewIntent], engine));
	}

	return states;
}

/** Rows that stood on any of the screens. */
function seen(states: readonly ViewState[]): number[] {
	return [...new Set(states.flatMap(state => rowsOnScreen(state)))].toSorted((one, other) => one - other);
}

function rowsOnScreen(state: ViewState): number[] {
	const {selectedIndex, selectedLine, isFollowing} = state.timeline;
	const height = layoutOf(state).timelineRows;
	const {lines} = viewportOf(paneLines(state), selectedIndex, isFollowing ? height - 1 : selectedLine, height);
	return lines.flatMap(line => line.type === 'row' ? [line.index] : []);
}

const silencesOf = (state: ViewState): string[] => paneLines(state).flatMap(line => line.type === 'silence' ? [line.sentence] : []);
