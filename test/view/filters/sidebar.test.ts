import test from 'ava';
import {frameOf} from '../../../source/view/frame.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {answered, freshState, lived} from '../states.ts';

const engine = inMemoryEngine(Array.from({length: 40}, (_, at) => ({time: '2026-03-03T09:00:00Z', action: 'login' as const, user: `user${at}`, message: 'Login'})));

for (const [columns, words] of [[60, '35 more: t'], [80, '35 more, t to find']] as const) {
	test(`on ${columns} columns what is not listed of the users is told whole: ${words}`, async t => {
		const state = await answered(freshState({opened: engine.opened, size: {columns, rows: 24}}), engine);
		const shown = state.isSidebarOpen ? state : await lived(state, [{type: 'toggle-sidebar'}], engine);
		const lines = frameOf(shown).rows.map(({spans}) => spans.map(({text}) => text as string).join(''));
		t.true(lines.some(line => line.includes(` ${words} `)), lines.join('\n'));
	});
}
