import test from 'ava';
import fc from 'fast-check';
import stringWidth from 'string-width';
import quickWidth, {oneCellEach} from '../../assembly/quick-width.ts';

const anyPart = fc.oneof(
	fc.string({unit: 'binary', maxLength: 4}),
	fc.constantFrom('│', '┃', '▁', '█', '…', '▸', '—', '“', 'é', '中', '😀', 'e\u{301}', '\u{200B}', '\u{2028}', '\u{1B}[1m', '\u{1B}[38;5;245m', '\u{1B}[0m', '\u{1B}[2J', '\u{1B}', '\t', 'plain'),
);
const anyRow = fc.array(anyPart, {maxLength: 12}).map(parts => parts.join(''));

test('the width that the bundle gives Ink is the one of string-width', t => {
	t.notThrows(() => {
		fc.assert(fc.property(anyRow, row => quickWidth(row) === stringWidth(row)), {numRuns: 3000});
	});
});

test('every character whose width the bundle knows by itself is as wide as string-width has it', t => {
	const characters = Array.from({length: 0x2_60_00 - 0x20}, (_, index) => String.fromCodePoint(index + 0x20)).filter(character => oneCellEach.test(character));
	t.true(characters.length > 200);
	t.deepEqual(characters.filter(character => stringWidth(character) !== 1 || quickWidth(character) !== 1), []);
});
