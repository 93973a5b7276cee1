import test from 'ava';
import {update} from '../../source/view/update.ts';
import {after, freshState} from './states.ts';

const crawls = {type: 'line-crawls'} as const;

test('on a very slow line the way to send less is said once', t => {
	const told = update(freshState(), crawls);
	t.is(told.notice, 'a slow line: f, f shut the filters, and less is sent');
	t.false(after(told, {type: 'toggle-sidebar'}, {type: 'toggle-sidebar'}).isSidebarOpen);
	t.is(after(told, {type: 'toggle-sidebar'}, crawls).notice, undefined);
});

test('whoever is at the filters is told the one key', t => {
	t.is(after(freshState(), {type: 'toggle-sidebar'}, crawls).notice, 'a slow line: f shuts the filters, and less is sent');
});

for (const [name, start, isWaiting] of [
	['a search is typed', after(freshState(), {type: 'open-search'}), true],
	['the help is open', after(freshState(), {type: 'toggle-help'}), true],
	['other words stand there', {...freshState(), notice: 'said'}, true],
	['nothing is in the way', freshState(), false],
] as const) {
	test(`of a slow line it is ${isWaiting ? 'not yet ' : ''}told when ${name}`, t => {
		t.is(update(start, crawls) === start, isWaiting);
	});
}

test('without a sidebar there is nothing to tell', t => {
	const narrow = freshState({size: {columns: 60, rows: 24}});
	t.is(update(narrow, crawls), narrow);
});
