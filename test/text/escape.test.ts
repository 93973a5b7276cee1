import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import {cellsIn} from '../../source/text/clip.ts';
import {escape, shownSpans, unescape} from '../../source/text/escape.ts';
import {decodeForeign, encodeForeign} from '../../source/text/foreign.ts';
import type {Shown, ShownSpan} from '../../source/text/shown.ts';
import {widthOf} from '../../source/text/width.ts';
import {always, anyBytes, hostilePayloads, linesBeside} from './byte-samples.ts';

const acute = '\u{301}';

for (const [name, text, shown] of [
	['letters of any script', 'Ünï код 中文 한국어 😀', 'Ünï код 中文 한국어 😀'],
	['a backslash is doubled', String.raw`C:\x1b`, String.raw`C:\\x1b`],
	['a control', '\u{1B}[2J', String.raw`\x1b[2J`],
	['line breaks and tabs', 'a\tb\r\n', String.raw`a\tb\r\n`],
	['an 8-bit control is not the byte of its number', '\u{9B}\u{DC9B}', String.raw`\u{9b}\x9b`],
	['the first and the last byte that is not UTF-8', '\u{DC80}\u{DCFF}', String.raw`\x80\xff`],
	['a change of direction', 'ab\u{202E}cd', String.raw`ab\u{202e}cd`],
	['a character without width', 'ad\u{200B}min', String.raw`ad\u{200b}min`],
	['spaces other than the one', 'a\u{A0}b\u{3000}', String.raw`a\u{a0}b\u{3000}`],
	['a flag, which terminals disagree about', '\u{1F1E9}\u{1F1EA}', String.raw`\u{1f1e9}\u{1f1ea}`],
	['a mark on a letter', `e${acute}`, `e${acute}`],
	['a mark on nothing', acute, String.raw`\u{301}`],
	['a mark on a backslash', `\\${acute}`, String.raw`\\\u{301}`],
	['a mark on a token', `\u{7F}${acute}`, String.raw`\x7f\u{301}`],
	['eight marks', `e${acute.repeat(8)}`, `e${acute.repeat(8)}`],
	['more marks than a cell may carry', `e${acute.repeat(5000)}`, String.raw`e${acute.repeat(8)}\u{301*4992}`],
	['the first and the last byte that are not UTF-8', '\u{DC80}\u{DCFF}', String.raw`\x80\xff`],
	['surrogates on either side of those for bytes', '\u{DC7F}\u{DD00}', String.raw`\u{dc7f}\u{dd00}`],
	['a lone surrogate', '\u{D800}a', String.raw`\u{d800}a`],
] as const) {
	test(`shown: ${name}`, t => {
		const escaped = escape(foreignText(text));
		t.is(escaped, shown as Shown);
		t.is(unescape(escaped), foreignText(text));
	});
}

test('without Unicode everything beyond ASCII is a token', t => {
	const escaped = escape(foreignText('é中😀'), {isAscii: true});
	t.is(escaped, String.raw`\u{e9}\u{4e2d}\u{1f600}` as Shown);
});

test('every byte string comes back from what is shown of it', t => {
	always(t, fc.property(anyBytes, fc.boolean(), (bytes, isAscii) => isRestored(bytes, isAscii)), 5000);
});

test('the runs spell what escape spells, tabs apart', t => {
	always(t, fc.property(anyBytes, bytes => {
		const withTabs = decodeForeign(bytes);
		const text = foreignText(withTabs.replaceAll('\t', ''));
		return spelled(shownSpans(text)) === escape(text);
	}));
});

test('no run holds anything but printable cells, and its width is the sum of its characters', t => {
	const unprintable = /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Private_Use}\p{Surrogate}]/v;
	always(t, fc.property(anyBytes, bytes => {
		const spans = shownSpans(decodeForeign(bytes));
		return spans.every(span => !unprintable.test(span.text) && span.widthCells === widthOf(span.text));
	}));
});

test('marking cells changes no text', t => {
	always(t, fc.property(anyBytes, fc.nat(60), fc.nat(60), (bytes, start, length) => {
		const text = decodeForeign(bytes);
		return spelled(shownSpans(text, [{start, end: start + length}])) === spelled(shownSpans(text));
	}));
});

for (const [name, text, mark, marked] of [
	['a word', 'find me here', {start: 5, end: 7}, 'me'],
	['the rest of the line', 'abc', {start: 1, end: 99}, 'bc'],
	['a token', 'a\u{1B}b', {start: 1, end: 2}, String.raw`\x1b`],
	['half a character takes the next whole one', '😀x', {start: 1, end: 3}, 'x'],
	['a letter takes its marks along', `e${acute}f`, {start: 0, end: 1}, `e${acute}`],
] as const) {
	test(`marked: ${name}`, t => {
		const spans = shownSpans(foreignText(text), [mark]);
		t.is(spelled(spans.filter(span => span.isMarked)), marked);
	});
}

test('a tab reaches the next stop, counted in cells', t => {
	const spans = shownSpans(foreignText('中\tb\t'));
	t.is(spelled(spans), '中      b       ');
});

test('a token is a run of its own', t => {
	const spans = shownSpans(foreignText('a\u{7}\\x07'));
	t.is(spelled(spans), String.raw`a\x07\\x07`);
	t.deepEqual(spans.map(span => span.isToken), [false, true, false]);
});

test('a huge line costs only what is seen of it', t => {
	const huge = foreignText('\t'.repeat(1_000_000));
	const spans = shownSpans(huge, [], {untilCells: 80});
	t.is(cellsIn(spans), 88);
});

const dangerousPayloads = hostilePayloads.filter(payload => payload.neverSent.length > 0);

for (const {id, bytes, neverSent} of dangerousPayloads) {
	test(`hostile: ${id} is shown and never sent`, t => {
		const shown = escape(decodeForeign(bytes));
		t.is(Buffer.from(shown).indexOf(neverSent), -1);
		t.true(isRestored(bytes));
	});
}

for (const corpus of ['blns/blns.txt', 'utf8tests/utf8tests.txt']) {
	test(`every line of ${corpus} comes back from what is shown of it`, t => {
		const lines = linesBeside(corpus);
		t.log(lines.length === 0 ? 'the collection is not on this machine: nothing checked' : `${lines.length} lines`);
		t.deepEqual(lines.filter(line => !isRestored(line)), []);
	});
}

const spelled = (spans: readonly ShownSpan[]): string => spans.map(span => span.text).join('');

function isRestored(bytes: Uint8Array, isAscii = false): boolean {
	const shown = escape(decodeForeign(bytes), {isAscii});
	return Buffer.compare(encodeForeign(unescape(shown)), bytes) === 0;
}
