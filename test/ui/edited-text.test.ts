import test from 'ava';
import {editedText} from '../../source/ui/parts/edited-text.ts';

const family = '👨‍👩‍👧';

for (const [name, before, after, meant] of [
	['a letter typed', 'ab', 'abc', 'abc'],
	['a letter typed in the middle', 'ac', 'abc', 'abc'],
	['a letter taken', 'abc', 'ac', 'ac'],
	['one of two alike taken', 'aab', 'ab', 'ab'],
	['half an emoji taken', 'a😀', 'a\u{D83D}', 'a'],
	['half an emoji taken in the middle', 'a😀b', 'a\u{D83D}b', 'ab'],
	['one member of a family taken', `a${family}`, `a${family.slice(0, -1)}`, 'a'],
	['an accent taken', 'ae\u{301}', 'ae', 'a'],
	['a letter typed inside an emoji', 'a😀b', 'a\u{D83D}x\u{DE00}b', 'a😀xb'],
	['an emoji typed', 'ab', 'a😀b', 'a😀b'],
	['everything pasted over nothing', '', 'x😀', 'x😀'],
	['nothing', 'ab', 'ab', 'ab'],
] as const) {
	test(`a text box: ${name}`, t => {
		t.is(editedText(before, after), meant);
	});
}
