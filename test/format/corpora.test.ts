import test from 'ava';
import {areCorporaThere, scoreCorpora} from '../../bench/formats/corpora.ts';

const scores = areCorporaThere ? scoreCorpora() : [];

if (!areCorporaThere) {
	console.log('The third-party corpora are not on this machine: their truth is not tested.');
}

test('third-party truth: every score has its corpus', t => {
	t.is(scores.length > 0, areCorporaThere);
});

for (const {corpus, fact, right, all, misses} of scores) {
	test(`third-party truth: ${corpus}: ${fact}`, t => {
		t.is(right, all, misses.join('; '));
	});
}
