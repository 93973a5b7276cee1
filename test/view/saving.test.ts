import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import {interpreterFor} from '../../source/run/interpreter.ts';
import {interpreted} from '../../source/view/interpreter.ts';
import {meaningOf} from '../../source/view/key-meaning.ts';
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
	t.like(state.errand, {type: 'keep-view', view: {name: 'nights', line: 'user="dana s"'}});
	const kept = after(state, {type: 'errand-told', serial: state.errandSerial, news: {type: 'view-kept', sentence: 'saved', view: {name: 'nights', line: 'user="dana s"'}}});
	t.deepEqual(kept.ownViews, [{name: 'nights', line: 'user="dana s"'}]);
	t.is(kept.notice, 'saved');
	t.is(kept.errand, undefined);
});

test('a view of one\'s own is replaced only after a second Enter', async t => {
	const before = await filtered({ownViews: [{name: 'nights', line: 'user=x'}]});
	const asked = interpreted(after(named(before, 'nights'), {type: 'accept-text'}), interpreter);
	t.is(asked.errand, undefined);
	t.like(asked.line, {box: 'save', text: 'nights', reply: {isQuestion: true}});
	const again = after(asked, {type: 'accept-text'});
	t.like(again.errand, {type: 'keep-view', view: {name: 'nights', line: 'user="dana s"'}});
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
