import {Buffer} from 'node:buffer';
import test from 'ava';
import {parseLayouts} from '../../../source/format/user-formats/user-layouts.ts';
import {collect} from '../collected-events.ts';

const sound = [
	'layouts:',
	'  - name: semicolons',
	'    pattern: "{time};{actor};{record}"',
	'    dateOrder: month-first',
	'    actionEndsWith: " > "',
	'',
].join('\n');

test('a layout of the user is tried before the known ones', t => {
	const {layouts, troubles} = parseLayouts(sound);
	t.deepEqual(troubles, []);
	const {events} = collect(Buffer.from('3/4/2026 8:50:12 AM;dana;Password reset > userName=r.lind\n'), {options: {layouts}});
	t.deepEqual(events[0]!.columns, {time: '2026-03-04T08:50:12Z', category: 'user-operation', action: 'password-reset', user: 'dana'});
});

test('JSON is as good as YAML', t => {
	const layout = {name: 'x', pattern: '{time} {record}', dateOrder: 'year-first', actionEndsWith: ':'};
	t.deepEqual(parseLayouts(JSON.stringify({layouts: [layout]})).layouts, [layout]);
});

for (const [name, text, trouble] of [
	['no YAML', '{', /neither YAML nor JSON/v],
	['no list', 'a: 1', /The layouts file: "(?:layouts|a)"/v],
	['a pattern without a record', sound.replace('{record}', 'record'), /Layout 1 .* "pattern" must have the slots/v],
	['an unknown date order', sound.replace('month-first', 'week-first'), /Layout 1 .* "dateOrder"/v],
	['an unknown word', `${sound}    colour: red\n`, /Layout 1 .* "colour"/v],
] as const) {
	test(`a wrong layouts file is told in a sentence: ${name}`, t => {
		const {layouts, troubles} = parseLayouts(text);
		t.deepEqual(layouts, []);
		t.regex(troubles[0]!, trouble);
	});
}

test('a wrong layout does not take the sound ones with it', t => {
	const {layouts, troubles} = parseLayouts(`${sound}  - name: broken\n`);
	t.is(layouts.length, 1);
	t.is(troubles.length, 1);
});
