import {Buffer} from 'node:buffer';
import test from 'ava';
import {parseLayouts} from '../../../source/format/user-formats/user-layouts.ts';
import {collect} from '../collected-events.ts';

const sound = {name: 'semicolons', pattern: '{time};{actor};{record}', dateOrder: 'month-first', actionEndsWith: ' > '};
const read = (...layouts: readonly unknown[]) => parseLayouts(JSON.stringify({layouts}));

test('a layout of the user is tried before the known ones', t => {
	const {layouts, troubles} = read(sound);
	t.deepEqual(troubles, []);
	const {events} = collect(Buffer.from('3/4/2026 8:50:12 AM;dana;Password reset > userName=r.lind\n'), {options: {layouts}});
	t.deepEqual(events[0]!.columns, {time: '2026-03-04T08:50:12Z', category: 'user-operation', action: 'password-reset', user: 'dana'});
});

for (const [name, file, trouble] of [
	['no list', {a: 1}, 'The layouts file: "layouts" is missing.'],
	['something else in its place', {layouts: 1}, 'The layouts file: "layouts" must be a list.'],
	['nothing but a word', 'layouts', 'The layouts file: it must be names with values.'],
	['a pattern without a record', {layouts: [{...sound, pattern: '{time};{actor};record'}]}, 'Layout 1 of the layouts file is refused: "pattern" must have the slots {time} and, as the last thing in it, {record}.'],
	['a number for a name', {layouts: [{...sound, name: 1}]}, 'Layout 1 of the layouts file is refused: "name" must be text.'],
	['an unknown date order', {layouts: [{...sound, dateOrder: 'week-first'}]}, 'Layout 1 of the layouts file is refused: "dateOrder" must be one of year-first, day-first, month-first.'],
	['an unknown word', {layouts: [{...sound, colour: 'red'}]}, 'Layout 1 of the layouts file is refused: "colour" is not known here.'],
] as const) {
	test(`a wrong layouts file is told in a sentence: ${name}`, t => {
		const {layouts, troubles} = parseLayouts(JSON.stringify(file));
		t.deepEqual(layouts, []);
		t.deepEqual(troubles, [trouble]);
	});
}

test('a wrong layout does not take the sound ones with it', t => {
	const {layouts, troubles} = read(sound, {name: 'broken'});
	t.is(layouts.length, 1);
	t.is(troubles.length, 1);
});
