import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import {decodeForeign, encodeForeign} from '../../source/text/foreign.ts';
import {always, anyBytes} from './byte-samples.ts';

for (const [name, bytes, text] of [
	['plain ASCII', [0x41, 0x62], 'Ab'],
	['two, three and four bytes', [0xC3, 0xA9, 0xE4, 0xB8, 0xAD, 0xF0, 0x9F, 0x98, 0x80], 'é中😀'],
	['a byte order mark is kept', [0xEF, 0xBB, 0xBF, 0x41], '\u{FEFF}A'],
	['a true replacement character is kept', [0xEF, 0xBF, 0xBD], '\u{FFFD}'],
	['a true replacement character beside a damaged byte', [0xEF, 0xBF, 0xBD, 0xFF], '\u{FFFD}\u{DCFF}'],
	['a byte that never begins anything', [0x41, 0xFF], 'A\u{DCFF}'],
	['a lone continuation byte', [0x80], '\u{DC80}'],
	['a sequence cut short', [0xE2, 0x82], '\u{DCE2}\u{DC82}'],
	['an overlong slash', [0xC0, 0xAF], '\u{DCC0}\u{DCAF}'],
	['an overlong form of three bytes', [0xE0, 0x80, 0x80], '\u{DCE0}\u{DC80}\u{DC80}'],
	['an encoded surrogate', [0xED, 0xA0, 0x80], '\u{DCED}\u{DCA0}\u{DC80}'],
	['past the end of Unicode', [0xF4, 0x90, 0x80, 0x80], '\u{DCF4}\u{DC90}\u{DC80}\u{DC80}'],
] as const) {
	test(`decoding: ${name}`, t => {
		t.is(decodeForeign(Uint8Array.from(bytes)), foreignText(text));
		t.deepEqual([...encodeForeign(foreignText(text))], [...bytes]);
	});
}

test('a part of a buffer decodes as that part alone', t => {
	t.is(decodeForeign(Buffer.from('xx中yy').subarray(1), 1, 4), foreignText('中'));
	t.is(decodeForeign(Uint8Array.of(0x41, 0xE4, 0xB8, 0xAD), 0, 3), foreignText('A\u{DCE4}\u{DCB8}'));
});

/** Where UTF-8 changes its length, or what its second byte may be (RFC 3629 section 4). */
const edges = [0x7F, 0x80, 0x7_FF, 0x8_00, 0xF_FF, 0x10_00, 0xCF_FF, 0xD0_00, 0xD7_FF, 0xE0_00, 0xEF_FF, 0xF0_00, 0xFF_FD, 0xFF_FF, 0x1_00_00, 0x3_FF_FF, 0x4_00_00, 0xF_FF_FF, 0x10_00_00, 0x10_FF_FF];

for (const codePoint of edges) {
	test(`U+${codePoint.toString(16)} is read and written beside a damaged byte`, t => {
		const character = String.fromCodePoint(codePoint);
		const damaged = Buffer.from([...Buffer.from(character), 0xFF]);
		t.is(decodeForeign(damaged), foreignText(`${character}\u{DCFF}`));
		t.deepEqual(encodeForeign(foreignText(`${character}\u{DCFF}`)), damaged);
	});
}

test('every byte string comes back exactly', t => {
	always(t, fc.property(anyBytes, bytes => Buffer.compare(encodeForeign(decodeForeign(bytes)), bytes) === 0), 5000);
});

test('text without damage decodes as Node decodes it', t => {
	always(t, fc.property(fc.string({unit: 'binary'}), text => decodeForeign(Buffer.from(text)) === text));
});

test('a lone surrogate spelled by JSON is kept apart from every byte', t => {
	t.deepEqual([...encodeForeign(foreignText('\u{D800}'))], [0xED, 0xA0, 0x80]);
});
