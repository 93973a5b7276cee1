import test from 'ava';
import fc from 'fast-check';
import {compactCount} from '../../../source/view/drawing/numbers.ts';

for (const [count, shown] of [[0, '0'], [9999, '9,999'], [10_000, '10.0k'], [12_480, '12.4k'], [99_960, '99.9k'], [124_999, '124k'], [999_999, '999k'], [1_240_000, '1.24M'], [12_480_000, '12.4M']] as const) {
	test(`${count} is shown as ${shown}`, t => {
		t.is(compactCount(count), shown);
	});
}

test('a count never takes more than five cells', t => {
	fc.assert(fc.property(fc.nat(999_999_999), count => {
		t.true(compactCount(count).length <= 5);
	}));
});
