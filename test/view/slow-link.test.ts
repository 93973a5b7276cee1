import test from 'ava';
import {update} from '../../source/view/update.ts';
import {after, freshState} from './states.ts';

const crawls = {type: 'link-crawls'} as const;

test('on a very slow line the filters are shut, that is said, and one key opens them for good', t => {
	const told = update(freshState(), crawls);
	t.is(told.notice, 'a slow link: the filters are shut to send less; f opens them');
	t.false(told.isSidebarOpen);
	const opened = after(told, {type: 'toggle-sidebar'}, crawls, crawls);
	t.true(opened.isSidebarOpen);
	t.is(opened.notice, undefined);
});

test('what the filters hide is the same when they are shut', t => {
	const before = freshState();
	t.is(update(before, crawls).query, before.query);
});

test('filters that somebody is at are not shut: the key is said', t => {
	const told = after(freshState(), {type: 'toggle-sidebar'}, crawls);
	t.is(told.notice, 'a slow link: f shuts the filters, and less is sent');
	t.true(told.isSidebarOpen);
	t.true(after(told, {type: 'cancel'}, crawls).isSidebarOpen);
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
