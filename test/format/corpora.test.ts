import test from 'ava';
import {areCorporaThere, scoreCorpora} from '../../bench/formats/corpora.ts';

const scores = areCorporaThere ? scoreCorpora() : [];

/** Facts that are not all read, and why that is right or bearable. */
const knownMisses = new Map([
	// Lists of addresses before the user, as a proxy may write them; the nearest peer is taken for the address.
	['elastic nginx: address', 3],
	// A principal that is named by nothing but its token.
	['panther: actor', 2],
]);

if (!areCorporaThere) {
	console.log('The third-party corpora are not on this machine: their truth is not tested.');
}

test('third-party truth: every score has its corpus', t => {
	t.is(scores.length > 0, areCorporaThere);
});

for (const {corpus, fact, right, all, misses} of scores) {
	test(`third-party truth: ${corpus}: ${fact}`, t => {
		t.true(right >= all - (knownMisses.get(`${corpus}: ${fact}`) ?? 0), `${right} of ${all}; ${misses.join('; ')}`);
	});
}
