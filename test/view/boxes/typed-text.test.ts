import test from 'ava';
import {longestTyped, typedText} from '../../../source/view/boxes/typed-text.ts';

test('as many characters are left of a text as there is room for, whatever its line ends took', t => {
	t.is(typedText('ab\r\n'.repeat(longestTyped), longestTyped + 1).length, longestTyped + 1);
	t.is(typedText(`${'\\\n'.repeat(longestTyped)}user=ann`), 'user=ann');
});
