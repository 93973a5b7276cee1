import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../../source/domain/foreign.ts';
import {parseQueryLine} from '../../../source/query/query-line.ts';
import {interpreterFor} from '../../../source/run/interpreter.ts';
import {quotedValue} from '../../../source/text/quoted-value.ts';
import {completionsOf} from '../../../source/view/boxes/completion.ts';
import {interpreted} from '../../../source/view/interpreter.ts';
import {brokenLine} from '../../../source/view/boxes/query-echo.ts';
import {typedCells, typedText} from '../../../source/view/boxes/typed-text.ts';
import type {ViewState} from '../../../source/view/view-state.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';
import {after, answered, freshState} from '../states.ts';

const engine = inMemoryEngine(['dana.admin', 'dana.admin', 'dave s', 'd\u{1B}[2J', 'eve'].map((user, at) => ({time: `2026-03-03T09:0${at}:00Z`, user, message: `Login: user=${user}`})));
const interpreter = interpreterFor({nowMs: () => 0});

/** The box for the filters, or the search box, with this text in it and every answer come. */
async function typed(box: 'query' | 'search', text: string): Promise<ViewState> {
	const start = await answered(freshState({opened: engine.opened}), engine);
	const open = interpreted(after(start, box === 'query' ? {type: 'open-line', box} : {type: 'open-search'}), interpreter);
	return answered(interpreted(after(open, {type: 'type-text', text}), interpreter), engine);
}

const titles = (state: ViewState): string[] => completionsOf(state).map(({title}) => title);

for (const [text, offered] of [
	['us', ['user=']],
	['severity=alert dev', ['device=']],
	['te', ['text:']],
	['severity=', ['alert', 'notice', 'info']],
	['severity=a', ['alert']],
	['user-operations=h', ['human']],
	['user=da', ['dana.admin', 'dave s']],
	['user!="da', ['dana.admin', 'dave s']],
	['', []],
	['user:da', ['dana.admin', 'dave s']],
	['severity:a', ['alert']],
	['since:-3h', ['since=-3h']],
	['device:10.9', ['device=10.9']],
	['text: user:da', []],
	['user=eve ', []],
	['text: us', []],
	['user="dana us', []],
] as const) {
	test(`in the filters '${text}' can become ${offered.join(', ') || 'nothing'}`, async t => {
		const found = titles(await typed('query', text));
		t.deepEqual(found.slice(0, Math.max(1, offered.length)), [...offered]);
	});
}

for (const [box, text, completed] of [
	['query', 'us', 'user='],
	['query', 'severity=notice act', 'severity=notice action='],
	['query', 'user=dan', 'user=dana.admin '],
	['query', 'host=x user!=dav', 'host=x user!="dave s" '],
	['query', String.raw`user=d\x`, String.raw`user=d\x`],
	['search', 'reset user:dan', 'reset user:="dana.admin" '],
	['search', '-user:dav', '-user:="dave s" '],
	['search', 'dan', 'dan'],
] as const) {
	test(`Tab in the ${box} box makes '${completed}' of '${text}'`, async t => {
		const state = interpreted(after(await typed(box, text), {type: 'complete-text'}), interpreter);
		t.is(box === 'query' ? state.line?.text : state.search?.text, completed);
	});
}

for (const [text, corrected] of [
	['user:dav', 'user="dave s" '],
	['user=eve severity:n', 'user=eve severity=notice '],
	['until:-1h', 'until=-1h'],
] as const) {
	test(`Enter makes '${corrected}' of '${text}', and shows nothing else before it is pressed again`, async t => {
		const before = await typed('query', text);
		const state = interpreted(after(before, {type: 'accept-text'}), interpreter);
		t.is(state.line?.text, corrected);
		t.is(state.query, before.query);
		t.is(interpreted(after(state, {type: 'accept-text'}), interpreter).textBox, undefined);
	});
}

test('Down chooses another value, and Tab takes it', async t => {
	const state = after(await typed('query', 'user=da'), {type: 'move-choice', by: 1}, {type: 'complete-text'});
	t.is(state.line?.text, 'user="dave s" ');
});

test('a hostile value is completed to text that shows every byte and reads back as the value', async t => {
	const offered = await typed('query', 'user=d');
	const at = titles(offered).findIndex(title => title.includes('\u{1B}'));
	const state = after(offered, {type: 'move-choice', by: at}, {type: 'complete-text'});
	t.is(state.line?.text, String.raw`user="d\x1b[2J" `);
});

const anyText = fc.string({unit: fc.constantFrom('a', ' ', '\\', '"', 'é', '日', '\u{1B}', 'bb', ' x=y ')});

test('a value in a completed filter is read back as it is', t => {
	fc.assert(fc.property(anyText, text => {
		const value = foreignText(text);
		t.deepEqual(parseQueryLine(`user=${quotedValue(value)}`), {type: 'query', query: {facets: {user: {include: [value], exclude: []}}}});
	}));
});

test('a line shown over several rows is the same line when its rows are copied and pasted, at any width', t => {
	fc.assert(fc.property(anyText, fc.integer({min: 4, max: 30}), (text, columns) => {
		const line = typedText(text).trim().replaceAll(/ {2,}/gv, ' ');
		const rows = brokenLine(line, columns).map(part => part.isContinued ? `${part.text}\\` : part.text.trimEnd());
		t.true(rows.every(shown => typedCells(shown) <= columns));
		t.is(typedText(rows.join('\n')), line);
	}), {numRuns: 1000});
});
