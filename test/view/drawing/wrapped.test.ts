import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../../source/domain/foreign.ts';
import {cell, widthOf} from '../../../source/view/drawing/span.ts';
import {wrapped} from '../../../source/view/drawing/wrapped.ts';

const look = {isUnicode: true, hasColours: true};

const spelled = (lines: ReturnType<typeof wrapped>) => lines.flat().map(({text}) => text).join('');

test('lines are as wide as allowed and spell the text again', t => {
	fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 200}), fc.integer({min: 2, max: 40}), (text, widthCells) => {
		const spans = cell(foreignText(text), look);
		const lines = wrapped(spans, widthCells);
		t.is(spelled(lines), spans.map(span => span.text).join(''));
		t.true(lines.every(line => widthOf(line) <= widthCells));
	}));
});

test('a wide character is not cut in two', t => {
	t.deepEqual(wrapped(cell('日本語', look), 3).map(line => widthOf(line)), [2, 2, 2]);
});

for (const [name, text, widthCells, lines] of [
	['a line ends between words', 'written by the sensor', 12, ['written by ', 'the sensor']],
	['a word that begins far from the edge is broken', 'at /var/cyberx/logs', 12, ['at /var/cybe', 'rx/logs']],
	['a text without blanks is broken where a line ends', 'abcdefgh', 3, ['abc', 'def', 'gh']],
	['the blank between two words stays, if only at the end of a line', 'abcdef gh', 6, ['abcdef', ' gh']],
] as const) {
	test(name, t => {
		t.deepEqual(wrapped(cell(text, look), widthCells).map(line => line.map(span => span.text).join('')), lines);
	});
}
