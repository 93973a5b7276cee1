import test from 'ava';
import fc from 'fast-check';
import {parseConfig} from '../../source/config/config-file.ts';
import {withViewsChanged} from '../../source/config/edit-views.ts';
import type {SavedView} from '../../source/query/built-in-views.ts';

const file = '/home/ann/.config/ledgerline/config.yaml';
const kept = (text: string, view: SavedView) => withViewsChanged(file, text, {type: 'saved', view});

const commented = `# mine
theme: light # for the day shift

views:
  # asked every morning
  - name: nights
    query: since=-12h
`;

test('a view is added, and nothing else changes', t => {
	t.deepEqual(kept(commented, {name: 'dana', line: 'user="dana s"'}), {value: `${commented}  - name: dana\n    query: user="dana s"\n`});
});

test('a view of the same name takes another line, its comment stays', t => {
	t.deepEqual(kept(commented, {name: 'nights', line: 'since=-8h'}), {value: commented.replace('-12h', '-8h')});
});

test('the first view makes the file', t => {
	t.deepEqual(kept('', {name: 'nights', line: 'since=-12h'}), {value: 'views:\n  - name: nights\n    query: since=-12h\n'});
	t.deepEqual(kept('# only words\n', {name: 'a', line: ''}), {value: '# only words\n\nviews:\n  - name: a\n    query: ""\n'});
});

test('a file that is wrong is left alone', t => {
	t.true('trouble' in kept('views: 3', {name: 'a', line: ''}));
});

const awkwardText = fc.string({unit: fc.constantFrom('a', ' ', ':', '#', '"', '\'', '\\', '-', '[', '{', '|', '>', '&', '*', '!', '%', '@', '\n', 'é', '1')});

test('whatever a view is called, it is read back', t => {
	fc.assert(fc.property(awkwardText.filter(name => name.trim() === name && name !== ''), awkwardText, (name, value) => {
		const line = `user=${JSON.stringify(value).replaceAll(String.raw`\n`, String.raw`\x0a`)}`;
		const text = kept(commented, {name, line});
		const reading = 'value' in text ? parseConfig(file, text.value) : text;
		t.deepEqual('value' in reading ? reading.value.views.at(-1) : reading, {name, line});
	}));
});

test('a view gets another name, and its comment stays', t => {
	t.deepEqual(withViewsChanged(file, commented, {type: 'renamed', name: 'nights', newName: 'night: shift'}), {value: commented.replace('nights', '"night: shift"')});
});

test('a view is taken out, the others stay as they are', t => {
	const two = `${commented}  - name: dana # of the day shift\n    query: user=dana\n`;
	const without = withViewsChanged(file, two, {type: 'removed', name: 'dana'});
	t.deepEqual(without, {value: commented});
	const none = withViewsChanged(file, commented, {type: 'removed', name: 'nights'});
	const text = 'value' in none ? none.value : none.trouble;
	t.deepEqual(parseConfig(file, text), {value: {views: [], given: {theme: ['light']}}});
	const again = kept(text, {name: 'nights', line: 'since=-8h'});
	t.regex('value' in again ? again.value : '', /\n {2}- name: nights\n {4}query: since=-8h\n/v);
});

for (const change of [{type: 'renamed', name: 'days', newName: 'x'}, {type: 'removed', name: 'days'}] as const) {
	test(`a view that somebody took out of the file meanwhile cannot be ${change.type}, and that is told`, t => {
		t.deepEqual(withViewsChanged(file, commented, change), {trouble: `there is no view 'days' in ${file} any more`});
	});
}
