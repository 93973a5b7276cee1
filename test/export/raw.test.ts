import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {rawLines} from '../../source/export/raw.ts';
import {details, nameOf} from './sample-details.ts';

/** Few different bytes, newlines among them, so that records often lie as if they followed each other. */
const bytes = fc.uint8Array({min: 9, max: 12, minLength: 1, maxLength: 60});
const places = fc.array(fc.tuple(fc.nat(60), fc.nat(8)), {maxLength: 12});

test('records give their bytes and a newline each, wherever in memory they lie', t => {
	const anywhere = fc.property(bytes, places, (memory, cuts) => {
		const records = cuts.map(([start, length]) => memory.subarray(start, start + length));
		const wanted = records.flatMap(record => [...record, 10]);
		t.deepEqual([...rawLines(records.map(raw => details({raw})), nameOf)], wanted);
	});
	fc.assert(anywhere);
});

test('records that lie behind each other with a newline between are as they were in the file', t => {
	const memory = Buffer.from('one\ntwo\nthree');
	const records = [memory.subarray(0, 3), memory.subarray(4, 7), memory.subarray(8)];
	const lines = rawLines(records.map(raw => details({raw})), nameOf);
	t.is(Buffer.from(lines).toString(), 'one\ntwo\nthree\n');
});

const memoryOf = (text: string) => new TextEncoder().encode(text);
const listed = memoryOf('one,TWO\n');

for (const [name, first, second] of [
	['in the memory of another read', memoryOf('one\ntwo\n'), memoryOf('ONE\nTWO\n')],
	['with a comma between, as in a list of JSON', listed, listed],
] as const) {
	test(`records that lie as if they followed each other, but do not, are given as they are: ${name}`, t => {
		const lines = rawLines([first.subarray(0, 3), second.subarray(4, 7)].map(raw => details({raw})), nameOf);
		t.is(Buffer.from(lines).toString(), 'one\nTWO\n');
	});
}
