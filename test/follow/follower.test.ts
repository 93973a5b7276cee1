import test from 'ava';
import {emptyChain, foundEnd, grabbed, grew, lateQuietMs, letGo, mostLate, newestOf, quietSince, rewound, steppedOver, type Chain} from '../../source/follow/follower.ts';

const empty: Chain<string> = emptyChain;
const late = (chain: Chain<string>) => chain.late.map(({generation}) => generation);

test('the first file grabbed is read, the others wait in the order of writing', t => {
	t.like(grabbed(empty, ['a', 'b', 'c']), {reading: 'a', queued: ['b', 'c']});
});

test('the newest is the one the live name leads to', t => {
	t.is(newestOf(empty), undefined);
	t.is(newestOf(grabbed(empty, ['a'])), 'a');
	t.is(newestOf(grabbed(empty, ['a', 'b'])), 'b');
});

test('the live file is never stepped over', t => {
	const chain = grabbed(empty, ['a']);
	t.is(foundEnd(foundEnd(chain, 0), 0), chain);
});

test('a rotated file is stepped over at its second end, and watched for late lines', t => {
	const once = foundEnd(grabbed(empty, ['a', 'b']), 5);
	t.is(once.reading, 'a');
	const twice = foundEnd(once, 5);
	t.is(twice.reading, 'b');
	t.deepEqual(late(twice), ['a']);
});

test('bytes between the two ends start the count again', t => {
	const chain = grew(foundEnd(grabbed(empty, ['a', 'b']), 0), 'a', 0);
	t.is(foundEnd(chain, 0).reading, 'a');
});

test('a late file is over when it has been quiet, and not before', t => {
	const chain = grew(steppedOver(grabbed(empty, ['a', 'b']), 0), 'a', 100);
	t.deepEqual(quietSince(chain, 100 + lateQuietMs - 1), []);
	t.deepEqual(quietSince(chain, 100 + lateQuietMs), ['a']);
	t.deepEqual(late(letGo(chain, ['a'])), []);
});

test('of too many late files the one longest quiet is over first', t => {
	const names = Array.from({length: mostLate + 2}, (_, index) => `generation ${index}`);
	let chain = grabbed(empty, names);
	for (let index = 0; index <= mostLate; index++) {
		chain = steppedOver(chain, index);
	}

	t.deepEqual(quietSince(chain, mostLate), ['generation 0']);
});

test('after a truncation the rest of the old content comes before what was copied unseen, then the new content', t => {
	t.like(rewound(grabbed(empty, ['old']), 'old', ['unseen', 'new']), {reading: 'old', queued: ['unseen', 'new']});
	t.like(rewound(grabbed(empty, ['old']), undefined, ['unseen', 'new']), {reading: 'unseen', queued: ['new']});
});
