import test from 'ava';
import {savedViews, viewsLike} from '../../source/view/saved-views.ts';
import {interpreted} from '../../source/view/interpreter.ts';
import {interpreterFor} from '../../source/run/interpreter.ts';
import {after, answered, freshState} from './states.ts';

const namesLike = (typed: string) => viewsLike(typed).map(({name}) => name);

test('nothing typed offers every view, in the order of the table', t => {
	t.deepEqual(namesLike(' '), savedViews.map(({name}) => name));
});

for (const [typed, best] of [
	['log', 'logins'],
	['pwd', 'password changes and resets'],
	['res', 'password changes and resets'],
	['rules', 'exclusion rules'],
	['ALERTS', 'alerts'],
	['up', 'upgrades'],
	['uo', 'user operations'],
] as const) {
	test(`${typed} finds ${best}`, t => {
		t.is(namesLike(typed)[0], best);
	});
}

test('letters that no name has find nothing', t => {
	t.deepEqual(namesLike('xyz'), []);
});

const interpreter = interpreterFor({sources: [], nowMs: () => 0});

test('a view chosen takes the place of the filters, and u comes back', async t => {
	const before = await answered(freshState({query: {severityAtLeast: 'alert', facets: {}}}));
	const typed = interpreted(after(before, {type: 'open-line', box: 'view'}, {type: 'type-text', text: 'rules'}), interpreter);
	const shown = await answered(after(typed, {type: 'accept-text'}));
	t.is(shown.timeline.page?.matchedEvents, 2);
	t.is(after(shown, {type: 'undo-query'}).query, before.query);
});

test('no view is applied by opening the box, nor by leaving it empty', async t => {
	const before = await answered(freshState());
	const open = interpreted(after(before, {type: 'open-line', box: 'view'}), interpreter);
	t.deepEqual(after(open, {type: 'accept-text'}), before);
	t.deepEqual(after(open, {type: 'cancel'}), before);
});
