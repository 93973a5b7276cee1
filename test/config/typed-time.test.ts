import test from 'ava';
import {longestTime} from '../../source/config/parse-times.ts';
import {readTypedTime} from '../../source/config/typed-time.ts';

const clock = {nowMs: Date.parse('2026-03-05T10:00:00Z'), zone: 'UTC'};

test('a time is what it is everywhere else', t => {
	t.deepEqual(readTypedTime('yesterday 14:00', clock), {value: Date.parse('2026-03-04T14:00:00Z') * 1000});
});

for (const [text, column] of [
	['banana', 0],
	['  banana', 2],
	['yesterday banana', 10],
	['2026-03-03 25:00', 11],
	['-3h ago or so', 4],
	['', 0],
	['yesterday 14:00 '.repeat(250), 16],
] as const) {
	test(`'${text.slice(0, 20)}' goes wrong at column ${column}`, t => {
		const read = readTypedTime(text, clock);
		t.is('column' in read ? read.column : undefined, column);
	});
}

for (const word of ['a ', '- a\n', 'yesterday ', '1:00 ']) {
	test(`a box full of ${JSON.stringify(word)} is no time, and is told so at once`, t => {
		const read = readTypedTime(word.repeat(4000 / word.length), clock);
		t.true('column' in read && read.column < longestTime);
	});
}
