import test from 'ava';
import {areCorporaThere, scoreCorpora} from '../../bench/formats/corpora.ts';

/** Facts that are not all read, and why that is right or bearable. */
const knownMisses = new Map([
	// Lists of addresses before the user, as a proxy may write them; the nearest peer is taken for the address.
	['elastic nginx: address', 3],
	// A principal that is named by nothing but its token.
	['panther: actor', 2],
]);

if (areCorporaThere) {
	for (const {corpus, fact, right, all, misses} of scoreCorpora().filter(({all}) => all > 0)) {
		test(`third-party truth: ${corpus}: ${fact}`, t => {
			t.true(right >= all - (knownMisses.get(`${corpus}: ${fact}`) ?? 0), `${right} of ${all}; ${misses.join('; ')}`);
		});
	}
} else {
	test.skip('third-party truth: the corpora are not on this machine', t => {
		t.pass();
	});
}
