import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import {cellsIn, clipCells, padCells} from '../../source/text/clip.ts';
import {shownSpans} from '../../source/text/escape.ts';
import {decodeForeign} from '../../source/text/foreign.ts';
import {widthOf} from '../../source/text/width.ts';
import {always, anyBytes} from './byte-samples.ts';

function clipped(text: string, widthCells: number, isAscii = false): string {
	const spans = shownSpans(foreignText(text));
	return clipCells(spans, widthCells, {isAscii}).map(span => span.text).join('');
}

for (const [name, text, widthCells, shown] of [
	['what fits is left alone', 'abc', 3, 'abc'],
	['the last cell says that something was cut', 'abcd', 3, 'ab…'],
	['a wide character is never cut in half', '中文字', 4, '中…'],
	['marks stay with their letter', 'e\u{301}fg', 2, 'e\u{301}…'],
	['one cell', 'abc', 1, '…'],
	['no cell', 'abc', 0, ''],
] as const) {
	test(`clipped: ${name}`, t => {
		t.is(clipped(text, widthCells), shown);
	});
}

test('nobody said that there is no Unicode', t => {
	const cut = clipCells(shownSpans(foreignText('abcd')), 3);
	t.is(cut.at(-1)?.text as string, '…');
});

test('without Unicode a tilde says that something was cut', t => {
	t.is(clipped('abcd', 3, true), 'ab~');
});

test('numbers are padded in front', t => {
	const padded = padCells(shownSpans(foreignText('42')), 5, 'start');
	t.is(padded.map(span => span.text).join(''), '   42');
});

test('clipped and padded, any text takes exactly its cells', t => {
	always(t, fc.property(anyBytes, fc.nat(40), (bytes, widthCells) => {
		const clippedSpans = clipCells(shownSpans(decodeForeign(bytes)), widthCells);
		const spans = padCells(clippedSpans, widthCells);
		const countedCells = spans.reduce((sum, span) => sum + widthOf(span.text), 0);
		return cellsIn(spans) === widthCells && countedCells === widthCells;
	}));
});
