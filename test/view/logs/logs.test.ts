import test from 'ava';
import {foreignText} from '../../../source/domain/foreign.ts';
import {frameOf} from '../../../source/view/frame.ts';
import type {ViewState} from '../../../source/view/view-state.ts';
import {inMemoryEngine, type MemoryEngine} from '../../in-memory-engine.ts';
import {after, answered, freshState} from '../states.ts';

const names = (count: number) => Array.from({length: count}, (_, at) => `/logs/${at}.log`);

/** The page of so many logs. */
async function opened(engine: MemoryEngine): Promise<ViewState> {
	const state = await answered(freshState({opened: engine.opened}), engine);
	return answered(after(state, {type: 'open-logs'}), engine);
}

const rowsOf = (state: ViewState) => frameOf(state).rows.map(({spans}) => spans.map(({text}) => text).join('').trimEnd());

test('what went wrong stands first, then the logs that lack something, then all others', async t => {
	const engine = inMemoryEngine([], {sources: names(300)});
	engine.sourceState(177, {type: 'blind', reason: '177.log cannot be read: permission denied'});
	engine.fault({type: 'unreadable', source: undefined, subject: foreignText('/logs/secret'), sentence: 'permission denied'});
	const rows = rowsOf(await opened(engine));
	t.regex(rows[1]!, /LOGS 300 sources, 1 fault +1 of 301$/v);
	t.regex(rows[2]!, /went wrong: \/logs\/secret: permission denied/v);
	t.regex(rows[3]!, /177\.log/v);
	t.true(rows.some(row => row.startsWith(' 0.log')));
});

test('the cursor stays on its log when another one goes ahead of it', async t => {
	const engine = inMemoryEngine([], {sources: names(30)});
	const state = after(await opened(engine), {type: 'move', by: 12});
	engine.sourceState(20, {type: 'blind', reason: '20.log cannot be read: permission denied'});
	const later = await answered(state, engine);
	t.is(later.logs.cursor, 13);
	t.true(rowsOf(later).some(row => row.startsWith('▸12.log')));
});

for (const by of [0, 1, 40, 298, Infinity]) {
	test(`of three hundred logs the page is full, and the one under the cursor whole, ${by} further down`, async t => {
		const engine = inMemoryEngine([], {sources: names(300)});
		const rows = rowsOf(after(await opened(engine), {type: 'move', by}));
		const body = rows.slice(2, -1);
		const at = body.findIndex(row => row.startsWith('▸'));
		t.true(body.every(row => row !== ''));
		t.is(body[at + 3]?.trim(), `/logs/${Math.min(by, 299)}.log`);
	});
}
