import test from 'ava';
import {update} from '../../source/view/update.ts';
import type {ViewState} from '../../source/view/view-state.ts';
import {after, freshState} from './states.ts';

const crawls = {type: 'link-crawls'} as const;

const read = (totalEvents: number, isCaughtUp = true) => ({type: 'changed', change: {revision: totalEvents, totalEvents, isCaughtUp}}) as const;

/** The logs are read, the link is known to be slow, and an event comes. */
const grown = (state: ViewState): ViewState => after(state, read(3), crawls, read(4));

test('on a very slow line the filters are shut, that is said, and one key opens them for good', t => {
	const told = update(grown(freshState()), crawls);
	t.is(told.notice, 'a slow link: the filters are shut to send less; f opens them');
	t.false(told.isSidebarOpen);
	const opened = after(told, {type: 'toggle-sidebar'}, crawls, crawls);
	t.true(opened.isSidebarOpen);
	t.is(opened.notice, undefined);
});

for (const [name, told] of [
	['are being read', after(freshState(), read(3, false), crawls, read(4, false), crawls)],
	['rest', after(freshState(), read(3, false), crawls, read(4), crawls, read(4), crawls)],
] as const) {
	test(`on a very slow line the filters stay while the logs ${name}: shutting them would send the whole timeline again`, t => {
		t.true(told.isSidebarOpen);
		t.is(told.notice, undefined);
	});
}

test('what the filters hide is the same when they are shut', t => {
	const before = freshState();
	t.is(update(before, crawls).query, before.query);
});

test('filters that somebody is at are not shut: the key is said', t => {
	const told = after(grown(freshState()), {type: 'toggle-sidebar'}, crawls);
	t.is(told.notice, 'a slow link: f shuts the filters, and less is sent');
	t.true(told.isSidebarOpen);
	t.true(after(told, {type: 'cancel'}, crawls).isSidebarOpen);
});

for (const [name, start, isWaiting] of [
	['a search is typed', after(grown(freshState()), {type: 'open-search'}), true],
	['the help is open', after(grown(freshState()), {type: 'toggle-help'}), true],
	['other words stand there', {...grown(freshState()), notice: 'said'}, true],
	['nothing is in the way', grown(freshState()), false],
] as const) {
	test(`of a slow line it is ${isWaiting ? 'not yet ' : ''}told when ${name}`, t => {
		t.is(update(start, crawls) === start, isWaiting);
	});
}

test('without a sidebar there is nothing to tell', t => {
	const narrow = grown(freshState({size: {columns: 60, rows: 24}}));
	t.is(update(narrow, crawls), narrow);
});
