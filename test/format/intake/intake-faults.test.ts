import {Buffer} from 'node:buffer';
import test from 'ava';
import {tellEncoding} from '../../../source/format/intake/intake-faults.ts';
import {collect} from '../collected-events.ts';

for (const [name, bytes] of [
	['with its mark', Buffer.from('\u{FEFF}2026-03-03 08:50:00 ERROR door forced\r\n', 'utf16le')],
	['without a mark', Buffer.from('2026-03-03 08:50:00 ERROR door forced\r\n', 'utf16le')],
	['the other way round', Buffer.from('\u{FEFF}2026-03-03 08:50:00 ERROR door forced\r\n', 'utf16le').swap16()],
] as const) {
	test(`a file in UTF-16 is told to be one and keeps its bytes: ${name}`, t => {
		const {events, faults} = collect(bytes);
		t.deepEqual(faults, ['record-damaged']);
		const records = events.flatMap(({ranges}) => ranges.map(({offset, length}) => `${bytes.toString('latin1', offset, offset + length)}\n`));
		t.is(records.join(''), bytes.at(-1) === 0x0A ? bytes.toString('latin1') : `${bytes.toString('latin1')}\n`);
	});
}

test('a file in UTF-32 is not told to be UTF-16, which it begins like', t => {
	const utf32 = Buffer.concat(Array.from('\u{FEFF}door forced\n', letter => Buffer.from(Uint8Array.of(letter.codePointAt(0)! & 0xFF, letter.codePointAt(0)! >> 8, 0, 0))));
	for (const bytes of [utf32, Buffer.from(utf32).swap32()]) {
		const sentences: string[] = [];
		tellEncoding({
			fault(_, sentence) {
				sentences.push(sentence);
			},
		}, bytes);
		t.deepEqual(sentences, ['The file seems to be UTF-32: it is shown byte by byte. `iconv -f UTF-32 -t UTF-8` makes it readable.']);
	}
});

test('a file whose lines end with carriage returns alone is told to be one', t => {
	t.deepEqual(collect(Buffer.from('one\rtwo\rthree\r')).faults, ['record-damaged']);
	t.deepEqual(collect(Buffer.from('one\r\ntwo\r\n')).faults, []);
	t.deepEqual(collect(Buffer.from('a progress bar\rthat ends')).faults, []);
});
