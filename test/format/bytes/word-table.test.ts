import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {WordTable} from '../../../source/format/bytes/word-table.ts';

const letters = fc.string({unit: fc.constantFrom('a', 'b', 'A', 'é', '-'), maxLength: 6});

/** The table knows no capitals but ASCII ones. */
const small = (text: string): string => text.replaceAll(/[A-Z]/gv, letter => letter.toLowerCase());

test('a word is found as in a map, capitals or not, and of words given twice the first counts', t => {
	fc.assert(fc.property(fc.array(letters, {maxLength: 40}), letters, (words, wanted) => {
		const table = new WordTable(words.map((word, index) => [small(word), index] as const));
		const map = new Map(words.map((word, index) => [small(word), index] as const).toReversed());
		const bytes = Buffer.from(`<${wanted}>`);
		t.is(table.find(bytes, 1, bytes.length - 1), map.get(small(wanted)));
	}), {numRuns: 1000});
});
