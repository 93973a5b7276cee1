import test from 'ava';
import type {ColumnName} from '../../../source/view/timeline/columns.ts';
import {paneLines, timelineColumns} from '../../../source/view/timeline/pane-lines.ts';
import {withSeen} from '../../../source/view/timeline/seen-cells.ts';
import type {ViewState} from '../../../source/view/view-state.ts';
import {inMemoryEngine, type MemoryEvent} from '../../in-memory-engine.ts';
import {answered, freshState, lived} from '../states.ts';

const widthOf = (state: ViewState, name: ColumnName) => timelineColumns(state).find(column => column.name === name)!.widthCells;
const login = (at: number, user: string): MemoryEvent => ({time: `2026-03-03T09:00:${String(at).padStart(2, '0')}Z`, action: 'login', user, message: 'Login'});
const loginsOf = (users: readonly string[]) => inMemoryEngine(users.map((user, at) => login(at, user)));

for (const [users, userCells, why] of [
	[['eve'], 8, 'as narrow as it begins'],
	[['eve', 'dana.admin'], 10, 'as wide as its longest value'],
	[['eve', 'dana.administrator'], 12, 'no wider than the width of the screen gives it'],
	[['工程師工程'], 10, 'as wide as its longest value, in cells'],
	[['dana\u{1B}[2J'], 11, 'as wide as its longest value with its control bytes escaped'],
] as const) {
	test(`the column of users is ${why}: ${JSON.stringify(users)}`, async t => {
		const state = await answered(freshState(), loginsOf(users));
		t.is(widthOf(state, 'user'), userCells);
	});
}

test('what the columns leave is the message\'s', async t => {
	const narrow = await answered(freshState(), loginsOf(['eve']));
	const wide = await answered(freshState(), loginsOf(['dana.admin']));
	t.is(widthOf(narrow, 'message') - widthOf(wide, 'message'), 2);
});

test('a column gets no narrower when its longest value goes out of sight', async t => {
	const engine = loginsOf(['dana.admin', ...Array.from({length: 200}, () => 'eve')]);
	const atFirst = await lived(freshState(), [{type: 'go-to-first'}], engine);
	const atLast = await lived(atFirst, [{type: 'follow-newest'}], engine);
	t.false(paneLines(atLast).some(line => line.type === 'row' && line.row.user === 'dana.admin'));
	t.is(widthOf(atLast, 'user'), 10);
});

const untold = (at: number): MemoryEvent => ({time: `2026-03-03T09:00:${String(at).padStart(2, '0')}Z`, message: `Connection broken for id ${at}`});
const namesOf = (state: ViewState) => timelineColumns(state).map(({name}) => name).join(' ');

for (const [columns, before, after] of [
	[100, 'time severity message', 'time severity action user message'],
	[40, 'time severity message', 'time severity action user'],
] as const) {
	test(`on ${columns} columns those with nothing in them are the message's, until something comes for them`, async t => {
		const engine = inMemoryEngine([1, 2, 3].map(at => untold(at)));
		const small = freshState({opened: engine.opened, size: {columns, rows: 24}});
		const state = await answered(small, engine);
		t.is(namesOf(state), before);
		t.is(state.timeline.column, 'severity');
		engine.add(login(9, 'eve'));
		t.is(namesOf(await answered(state, engine)), after);
	});
}

test('of logs still being read no column is known to be empty', async t => {
	const engine = inMemoryEngine([untold(1)]);
	const state = await answered(freshState({opened: engine.opened}), engine);
	const {page} = state.timeline;
	t.deepEqual(withSeen(freshState(), {...page!, isCaughtUp: false}), {source: 9});
	t.is(withSeen(freshState(), page!).user, 0);
});

test('an answer without events changes nothing about the columns', async t => {
	const state = await answered(freshState(), loginsOf(['dana.admin']));
	t.is(withSeen(state, {...state.timeline.page!, rows: []}), state.timeline.seenCells);
});
