import test from 'ava';
import {withoutAlt} from '../../source/ui/alt-keys.ts';

for (const [name, ...keys] of [
	['alt+q', 'escape', 'q'],
	['alt+space', 'escape', 'space'],
	['alt+enter', 'escape', 'enter'],
	['alt+ctrl+c', 'escape', 'ctrl+c'],
	['alt+up', 'alt+up'],
	['ctrl+alt+left', 'ctrl+alt+left'],
	['q', 'q'],
] as const) {
	test(`${name} is ${keys.join(', then ')}`, t => {
		t.deepEqual(withoutAlt({type: 'key', name, text: undefined}).map(input => input.type === 'key' ? input.name : ''), keys);
	});
}

test('a character after Escape is text for a box, a control is not', t => {
	t.deepEqual(withoutAlt({type: 'key', name: 'alt+q', text: undefined}).at(-1), {type: 'key', name: 'q', text: 'q'});
	t.deepEqual(withoutAlt({type: 'key', name: 'alt+space', text: undefined}).at(-1), {type: 'key', name: 'space', text: ' '});
	t.deepEqual(withoutAlt({type: 'key', name: 'alt+ctrl+c', text: undefined}).at(-1), {type: 'key', name: 'ctrl+c', text: undefined});
});
