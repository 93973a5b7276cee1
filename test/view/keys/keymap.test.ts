import test from 'ava';
import {helpLines} from '../../../source/view/keys/help-lines.ts';
import {meaningOf} from '../../../source/view/keys/key-meaning.ts';
import {keymap, type KeyPlace, keyTitle} from '../../../source/view/keys/keymap.ts';
import {textBoxes} from '../../../source/view/view-state.ts';
import {after, freshState} from '../states.ts';

const places: readonly KeyPlace[] = ['timeline', 'filters', 'details', 'chips', 'histogram', ...textBoxes, 'help', 'summary', 'logs', 'spans', 'columns'];

test('in every place a key means one thing, except where a row says so first', t => {
	// A value, a range and a chip are chosen by Space, before its general meaning.
	const allowed = new Set(['filters space', 'histogram space', 'chips space']);
	const twice = places.flatMap(place => {
		const keys = keymap.filter(({when}) => when.includes(place)).flatMap(row => row.keys);
		return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))].map(key => `${place} ${key}`);
	});
	t.deepEqual(twice.filter(each => !allowed.has(each)), []);
});

test('no command is on a key that terminals, multiplexers or flow control keep for themselves', t => {
	const taken = new Set(['ctrl+s', 'ctrl+q', 'ctrl+a', 'ctrl+b']);
	t.deepEqual(keymap.flatMap(({keys}) => keys).filter(key => taken.has(key) || key.startsWith('alt+')), []);
});

test('help tells of every key, wherever it is asked for', t => {
	for (const [place, columns] of places.flatMap(each => [[each, 40], [each, 80]] as const)) {
		const told = new Set(helpLines(place, {size: {columns, rows: 24}, look: {isUnicode: true, hasColours: true}}).flatMap(line => line.type === 'key' ? line.keys.split(' ') : []));
		t.deepEqual(keymap.flatMap(({keys}) => keys.map(key => keyTitle(key))).filter(key => !told.has(key)), []);
	}
});

for (const [place, title] of [
	['timeline', 'On an event or one of its fields'],
	['details', 'On an event or one of its fields'],
	['filters', 'In the filters'],
	['chips', 'On an active filter'],
	['histogram', 'On the histogram'],
	['summary', 'In the summary'],
	['logs', 'On the page of the logs'],
	['columns', 'In the list of columns'],
] as const) {
	test(`help asked for in ${place} begins with its own keys, then those that work everywhere`, t => {
		t.deepEqual(helpLines(place, freshState()).flatMap(line => line.type === 'title' ? [line.text] : []).slice(0, 2), [title, 'Everywhere']);
	});
}

for (const [key, type] of [
	['ctrl+f', 'open-search'],
	['/', 'open-search'],
	['n', 'refused'],
	['N', 'refused'],
	['f3', 'refused'],
	['f', 'toggle-sidebar'],
	['f4', 'toggle-sidebar'],
	['?', 'toggle-help'],
	['f1', 'toggle-help'],
	['up', 'move'],
	['k', 'move'],
	['down', 'move'],
	['j', 'move'],
	['pageup', 'move-pages'],
	['b', 'move-pages'],
	['pagedown', 'move-pages'],
	['space', 'move-pages'],
	['ctrl+d', 'move-pages'],
	['ctrl+u', 'move-pages'],
	['g', 'go-to-first'],
	['home', 'go-to-first'],
	['G', 'follow-newest'],
	['end', 'follow-newest'],
	['F', 'toggle-follow'],
	['tab', 'next-pane'],
	['shift+tab', 'next-pane'],
	['1', 'go-to-pane'],
	['enter', 'open-details'],
	['escape', 'cancel'],
	['@', 'open-line'],
	['T', 'open-line'],
	['Y', 'open-line'],
	['ctrl+l', 'repaint'],
	['ctrl+z', 'suspend'],
	['q', 'quit'],
	['ctrl+c', 'quit'],
] as const) {
	test(`in the timeline ${key} is ${type}`, t => {
		t.is(meaningOf(freshState(), key)?.type, type);
	});
}

test('in a text box letters are text, and Ctrl+C still quits', t => {
	const typing = after(freshState(), {type: 'open-search'});
	t.is(meaningOf(typing, 'q'), undefined);
	t.is(meaningOf(typing, 'n'), undefined);
	t.is(meaningOf(typing, 'ctrl+c')?.type, 'quit');
});

test('a key that is off says why', t => {
	t.deepEqual(meaningOf(freshState(), 'c'), {type: 'refused', reason: 'no filter is active: nothing is hidden'});
});

for (const [key, title] of [['ctrl+f', 'Ctrl+F'], ['shift+tab', 'Shift+Tab'], ['pageup', 'PgUp'], ['f3', 'F3'], ['G', 'G'], ['/', '/'], ['+', '+']] as const) {
	test(`${key} is written ${title}`, t => {
		t.is(keyTitle(key), title);
	});
}
