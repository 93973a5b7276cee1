import test from 'ava';
import {frameOf} from '../../source/view/frame.ts';
import type {PersonIntent} from '../../source/view/intents.ts';
import {inMemoryEngine} from '../in-memory-engine.ts';
import {answered, freshState, lived} from './states.ts';

/** Autumn of one year to spring of another: without years the later day looks like the earlier. */
const overYears = inMemoryEngine([
	{time: '2021-11-22T12:00:00Z', action: 'login', user: 'ann', message: 'Login: user=ann'},
	{time: '2024-03-01T08:30:00Z', action: 'login', user: 'bob', message: 'Login: user=bob'},
	{time: '2024-03-01T09:45:00Z', action: 'login', user: 'bob', message: 'Login: user=bob'},
	{time: '2026-03-03T09:12:04Z', action: 'login', user: 'ann', message: 'Login: user=ann'},
]);

async function screen(columns: number, ...intents: readonly PersonIntent[]): Promise<string> {
	const start = await answered(freshState({opened: overYears.opened, size: {columns, rows: 40}}), overYears);
	const {rows} = frameOf(await lived(start, intents, overYears));
	return rows.map(({spans}) => spans.map(({text}) => text).join('')).join('\n');
}

test('the header says from when to when, by days alone where there is less room', async t => {
	t.regex(await screen(120), /2021-11-22 12:00 - 2026-03-03 09:12 UTC/v);
	t.regex(await screen(70), /2021-11-22 - 2026-03-03 UTC/v);
});

test('a bar of years is told with its years', async t => {
	t.regex(await screen(80, {type: 'go-to-pane', pane: 'histogram'}, {type: 'move-bar', by: -Infinity}), /2021-11-22 12:00:00 - 2021-12-\d\d /v);
});

test('the summary says in which years', async t => {
	const summary = await screen(100, {type: 'open-summary'});
	t.regex(summary, /ann +Login +2 +2021-11-22 - 2026-03-03/v);
	t.regex(summary, /bob +Login +2 +2024-03-01 08:30 - 09:45/v);
	t.regex(summary, /2024-03-01 08:00 - 08:59 /v);
});
