import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {pairKeys, PairList} from '../../../source/format/bytes/pair-list.ts';

const asked = ['user', 'src', 'level', 'msg'];
const keys = pairKeys(...asked);
const pair = fc.tuple(fc.constantFrom(...asked, 'User', 'MSG', 'took', 'x'.repeat(120)), fc.constantFrom('', '1', 'two'));

/** Puts the pairs into the list, one behind the other. */
function fill(list: PairList, pairs: ReadonlyArray<readonly [name: string, value: string]>): void {
	const bytes = Buffer.from(pairs.map(([name, value]) => `${name}=${value} `).join(''));
	list.clear(bytes);
	let at = 0;
	for (const [name, value] of pairs) {
		const start = at + name.length + 1;
		list.add({keyStart: at, keyEnd: start - 1, start, end: start + value.length, isQuoted: false});
		at = start + value.length + 1;
	}
}

test('the pairs of a record that have one of some names are those that a search finds, whatever names other records had', t => {
	const list = new PairList();
	const asSearched = fc.property(fc.array(pair, {maxLength: 8}), pairs => {
		fill(list, pairs);
		const first = asked.map(name => pairs.findIndex(([own]) => own.toLowerCase() === name)).filter(at => at >= 0);
		t.deepEqual(list.present(keys), first);
		t.is(list.findAny(keys), first[0] ?? -1);
		t.is(list.findFilled(keys), first.find(at => pairs[at]![1] !== '') ?? -1);
	});
	fc.assert(asSearched, {numRuns: 1000});
});
