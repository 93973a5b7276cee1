import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {builtInViews} from '../../source/query/built-in-views.ts';
import {interpreterFor} from '../../source/run/interpreter.ts';
import {interpreted} from '../../source/view/interpreter.ts';
import {meaningOf} from '../../source/view/keys/key-meaning.ts';
import type {StartingPoint} from '../../source/view/starting-state.ts';
import type {ViewState} from '../../source/view/view-state.ts';
import {after, answered, freshState} from './states.ts';

const interpreter = interpreterFor({nowMs: () => 0});

const filtered = async (start: Partial<StartingPoint> = {}) => answered(freshState({query: {facets: {user: {include: [foreignText('dana s')], exclude: []}}}, ...start}));

function named(state: ViewState, name: string): ViewState {
	const open = interpreted(after(state, {type: 'open-line', box: 'save'}), interpreter);
	return interpreted(after(open, {type: 'type-text', text: name}), interpreter);
}

test('the present filters are saved as a line under the name typed', async t => {
	const state = after(named(await filtered(), ' nights '), {type: 'accept-text'});
	t.like(state.errand, {type: 'change-views', change: {type: 'saved', view: {name: 'nights', line: 'user="dana s"'}}});
	const kept = after(state, {type: 'errand-told', serial: state.errandSerial, news: {type: 'views-changed', sentence: 'saved', change: {type: 'saved', view: {name: 'nights', line: 'user="dana s"'}}}});
	t.deepEqual(kept.ownViews, [{name: 'nights', line: 'user="dana s"'}]);
	t.is(kept.notice, 'saved');
	t.is(kept.errand, undefined);
});

test('a view of one\'s own is replaced only after a second Enter', async t => {
	const before = await filtered({ownViews: [{name: 'nights', line: 'user=x'}]});
	const asked = interpreted(after(named(before, 'nights'), {type: 'accept-text'}), interpreter);
	t.is(asked.errand, undefined);
	t.like(asked.line, {box: 'save', text: 'nights', reply: {again: 'replaces it'}});
	const again = after(asked, {type: 'accept-text'});
	t.like(again.errand, {type: 'change-views', change: {type: 'saved', view: {name: 'nights', line: 'user="dana s"'}}});
});

test('without a name nothing is saved', async t => {
	const state = named(await filtered(), ' ');
	t.is(after(state, {type: 'accept-text'}).errand, undefined);
});

for (const [name, start, reason] of [
	['nothing is filtered', {query: {facets: {}}}, /no filter is active/v],
	['there is nowhere to save', {savingOff: 'there is no home folder to save in'}, /no home folder/v],
] as const) {
	test(`s says why it is off while ${name}`, async t => {
		const meaning = meaningOf(await filtered(start), 's');
		t.regex(meaning?.type === 'refused' ? meaning.reason : '', reason);
	});
}

const own = [{name: 'nights', line: 'user=x'}, {name: 'days', line: 'user=y'}];

function chosen(state: ViewState, letters: string): ViewState {
	const open = interpreted(after(state, {type: 'open-line', box: 'palette'}), interpreter);
	return interpreted(after(open, {type: 'type-text', text: letters}), interpreter);
}

test('a view of one\'s own is removed after a second Enter, and another key leaves it', async t => {
	const found = chosen(await filtered({ownViews: own}), 'remove days');
	const asked = after(found, {type: 'accept-text'});
	t.like(asked, {textBox: 'palette', errand: undefined});
	t.deepEqual(asked.line?.reply, {sentence: 'this deletes your view \'days\'', again: 'removes it'});
	t.is(after(asked, {type: 'move-choice', by: 1}).line?.reply, undefined);
	t.like(after(asked, {type: 'cancel'}), {textBox: undefined, errand: undefined});
	const wanted = after(asked, {type: 'accept-text'});
	t.like(wanted, {textBox: undefined, errand: {type: 'change-views', change: {type: 'removed', name: 'days'}}});
	const done = after(wanted, {type: 'errand-told', serial: wanted.errandSerial, news: {type: 'views-changed', sentence: 'gone', change: {type: 'removed', name: 'days'}}});
	t.deepEqual(done.ownViews, [{name: 'nights', line: 'user=x'}]);
});

test('a view of one\'s own is given another name, that no other has', async t => {
	const found = chosen(await filtered({ownViews: own}), 'rename days');
	const open = interpreted(after(found, {type: 'accept-text'}), interpreter);
	t.like(open, {textBox: 'rename', line: {text: 'days'}});
	t.is(after(open, {type: 'accept-text'}).errand, undefined);
	const taken = interpreted(after(open, {type: 'type-text', text: 'nights'}), interpreter);
	t.like(taken.line?.reading, {type: 'trouble', trouble: {sentence: 'there is a view of that name'}});
	const free = interpreted(after(taken, {type: 'type-text', text: 'weekdays '}), interpreter);
	const wanted = after(free, {type: 'accept-text'});
	const change = {type: 'renamed', name: 'days', newName: 'weekdays'} as const;
	t.like(wanted, {textBox: undefined, errand: {type: 'change-views', change}});
	const done = after(wanted, {type: 'errand-told', serial: wanted.errandSerial, news: {type: 'views-changed', sentence: 'done', change}});
	t.deepEqual(done.ownViews, [{name: 'nights', line: 'user=x'}, {name: 'weekdays', line: 'user=y'}]);
});

test('only views of one\'s own can be renamed and removed', async t => {
	const state = chosen(await filtered({ownViews: own, builtInViews}), 'remove');
	const entries = state.line?.reading?.type === 'palette' ? state.line.reading.entries : [];
	t.deepEqual(entries.filter(({title}) => title.startsWith('remove ')).map<string>(({title}) => title).toSorted(), ['remove days', 'remove nights']);
});

test('a view is not changed while something else is being written', async t => {
	const exporting = {...await filtered({ownViews: own}), errand: {type: 'export', serial: 0, path: 'a.csv', query: {facets: {}}, mayReplace: false}} as const;
	const refused = after(chosen(exporting, 'remove days'), {type: 'accept-text'}, {type: 'accept-text'});
	t.is(refused.errand, exporting.errand);
	t.is(refused.notice, 'something is being written: Esc stops it');
});
