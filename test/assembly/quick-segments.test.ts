import test from 'ava';
import fc from 'fast-check';
import {graphemesOf} from '../../assembly/quick-segments.ts';

const anyPart = fc.oneof(
	fc.string({unit: 'binary', maxLength: 4}),
	fc.constantFrom('│', '┃', '▁', '█', '…', '▸', '—', '“', 'é', '中', '😀', '👩\u{200D}🚒', '🇦🇹', 'e\u{301}', '\u{200B}', '\u{2028}', '\r\n', '\r', '\n', '\t', '\u{1B}[1m', '\u{1B}[38;5;245m', '\u{1B}', 'plain'),
);
const anyRow = fc.array(anyPart, {maxLength: 12}).map(parts => parts.join(''));

test('the graphemes that the bundle gives Ink are those of Unicode', t => {
	const segmenter = new Intl.Segmenter();
	fc.assert(fc.property(anyRow, row => {
		t.deepEqual(Array.from(graphemesOf(row), ({segment, index}) => ({segment, index})), Array.from(segmenter.segment(row), ({segment, index}) => ({segment, index})));
	}), {numRuns: 3000});
});
