import test from 'ava';
import {nameInSight} from '../../../source/view/drawing/name-in-sight.ts';
import {cell, widthOf} from '../../../source/view/drawing/span.ts';
import {frameOf} from '../../../source/view/frame.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {answered, freshState, lived} from '../states.ts';

const look = {isUnicode: true, hasColours: true};
const inDomain = String.raw`CONTOSO\dana.admin`;

for (const [text, widthCells, shown] of [
	[inDomain, 30, inDomain],
	[inDomain, 16, String.raw`…OSO\dana.admin`],
	[inDomain, 12, '…dana.admin'],
	[inDomain, 6, '…dana.admin'],
	['dana.admin@contoso.com', 12, 'dana.admin@contoso.com'],
	[String.raw`C:\Windows\System32`, 8, String.raw`C:\Windows\System32`],
	[`\u{1B}[31m${String.raw`\eve`}`, 12, String.raw`…[31m\eve`],
] as const) {
	test(`in ${widthCells} cells ${JSON.stringify(text)} is ${shown}`, t => {
		t.is(nameInSight({text, marks: []}, widthCells, look).text, shown);
	});
}

test('the front is cut no further than needed, and what is marked stays marked', t => {
	const start = inDomain.indexOf('dana');
	for (let widthCells = 13; widthCells < 19; widthCells++) {
		const {text, marks} = nameInSight({text: inDomain, marks: [{field: 'user', start, end: start + 'dana'.length}]}, widthCells, look);
		t.is(text.slice(marks[0]!.start, marks[0]!.end), 'dana');
		t.is(widthOf(cell(text, look)), widthCells, text);
	}
});

test('in the timeline, the filters and the summary users of one domain are told apart', async t => {
	const users = ['adm', 'adl'].map(name => String.raw`PLANT-NORTH-EUROPE-${'X'.repeat(30)}\dana.` + name);
	const engine = inMemoryEngine(users.map(user => ({time: '2026-03-03T09:00:00Z', action: 'login', category: 'user-operation', user, message: 'Login'})));
	const state = await answered(freshState({opened: engine.opened}), engine);
	const timesShown = (shown: typeof state, name: string) => frameOf(shown).rows.map(({spans}) => spans.map(({text}) => text).join('')).join('\n').split(`dana.${name}`).length - 1;
	const summary = await lived(state, [{type: 'open-summary'}], engine);
	t.deepEqual(['adm', 'adl'].map(name => [timesShown(state, name), timesShown(summary, name)]), [[2, 3], [2, 3]]);
});
