import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {ByteMemory} from '../../../source/format/bytes/byte-memory.ts';

test('what is remembered is what was told, however many words there were', t => {
	const mostDifferent = 3000;
	const manyWords = fc.array(fc.nat(mostDifferent), {maxLength: 4000, size: 'max'});
	fc.assert(fc.property(manyWords, words => {
		const memory = new ByteMemory<number>();
		for (const word of words) {
			const bytes = Buffer.from(`<word ${word}>`);
			const known = memory.find(bytes, 1, bytes.length - 1);
			t.true(known === undefined || known === word);
			t.is(known ?? memory.remember(bytes, 1, bytes.length - 1, word), word);
			t.is(memory.find(bytes, 1, bytes.length - 1), word);
		}
	}), {numRuns: 30});
});

test('a few hundred words are all remembered', t => {
	const memory = new ByteMemory<number>();
	const words = Array.from({length: 500}, (_, index) => Buffer.from(`word ${index}`));
	for (const [index, word] of words.entries()) {
		memory.remember(word, 0, word.length, index);
	}

	t.deepEqual(words.map(word => memory.find(word, 0, word.length)), words.keys().toArray());
});
