import {Buffer} from 'node:buffer';
import test from 'ava';
import {tellNoText} from '../../../source/format/intake/intake-faults.ts';
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

const line = '2026-03-03 08:50:00 ERROR door forced\n';
const utf32 = Buffer.concat(Array.from(`\u{FEFF}${line}`, letter => Buffer.from(Uint8Array.of(letter.codePointAt(0)! & 0xFF, letter.codePointAt(0)! >> 8, 0, 0))));
const login = Buffer.concat([Uint8Array.of(7, 0, 0, 0, 99, 1, 0, 0), Buffer.from('pts/0'), Buffer.alloc(371)]);
const hex = (text: string) => Buffer.concat([Buffer.from(text.replaceAll(' ', ''), 'hex'), Buffer.alloc(200, 'door forced ')]);
// As `iconv -t IBM1047` writes `error: door forced`, twice over.
const ebcdic = Buffer.from('85999996997a4084969699408696998385841585999996997a40849696994086969983858415', 'hex');

for (const [name, head, beginning] of [
	['UTF-32 with its mark', utf32, 'UTF-32: it is shown byte by byte. `iconv -f UTF-32 -t UTF-8` makes it readable.'],
	['UTF-32 the other way round', Buffer.from(utf32).swap32(), 'UTF-32: '],
	['UTF-32 without a mark', utf32.subarray(4), 'UTF-32: '],
	['UTF-32 without a mark, the other way round', Buffer.from(utf32.subarray(4)).swap32(), 'UTF-32: '],
	['EBCDIC', ebcdic, 'in EBCDIC, as mainframes write it: it is shown byte by byte. `iconv -f IBM1047 -t UTF-8` makes it readable.'],
	['EVTX', hex('456c6646696c6500'), 'an event log of Windows (EVTX): it is shown byte by byte. Windows\' event viewer'],
	['EVT', hex('300000004c664c65'), 'an old event log of Windows (EVT): '],
	['a journal', hex('4c504b5348485248'), 'a journal of systemd: it is shown byte by byte. `journalctl -o export --file`'],
	['pcap', hex('d4c3b2a1 02000400'), 'a capture of packets: '],
	['pcapng', hex('0a0d0d0a 1c000000 4d3c2b1a'), 'a capture of packets: '],
	['SQLite', hex('53514c69746520666f726d6174203300'), 'a database of SQLite: '],
	['ELF', hex('7f454c46'), 'a program (ELF): '],
	['PDF', hex('255044462d312e37'), 'a document (PDF): '],
	['PNG', hex('89504e470d0a1a0a'), 'a picture: '],
	['openssl', hex('53616c7465645f5f'), 'encrypted (openssl): '],
	['LZ4', hex('04224d18'), 'packed with LZ4: it is shown byte by byte. `lz4 -d` unpacks it.'],
	['compress', hex('1f9d90'), 'packed with compress: '],
	['LZMA', hex('5d00008000ffffffffffffffff'), 'packed with LZMA: '],
	['gzip inside of what was unpacked', hex('1f8b08'), 'packed with gzip, once more: '],
	['wtmp', Buffer.concat([login, login]), 'a list of logins (wtmp): it is shown byte by byte. `last -f` shows it as text.'],
	['anything else', Buffer.concat(Array.from({length: 40}, (_, at) => Buffer.from([0x80 + at, 1, 0x61, 0]))), 'no text: '],
] as const) {
	test(`a file that is no text is told to be what it is: ${name}`, t => {
		const sentences = toldOf(head);
		t.is(sentences.length, 1);
		t.true(sentences[0]!.startsWith(`The file seems to be ${beginning}`), sentences[0]);
	});
}

for (const [name, head] of [
	['a log', Buffer.from(line.repeat(9))],
	['with colours and tabs', Buffer.from('\u{1B}[31mERROR\u{1B}[0m\tdoor\r\n'.repeat(20))],
	['Cyrillic in KOI8', Buffer.from('c4d7c5d2d820d7daccced8cec120e420d7daccced8ced8ced820c4d7c5d2d80a', 'hex')],
	['Chinese in GB 18030', Buffer.from('c3c5b1bbc7bfd0d0b4f2bfaac3c5b1bbc7bfd0d0b4f2bfaac3c5b1bbc7bfd0d00a', 'hex')],
	['behind a gap of NULs', Buffer.concat([Buffer.alloc(4000), Buffer.from(line)])],
	['with a gap of NULs', Buffer.concat([Buffer.from(line), Buffer.alloc(4000), Buffer.from(line)])],
	['with two strange bytes in few', Buffer.from('a\u{1}b\u{2}\n')],
	['nothing', Buffer.alloc(0)],
] as const) {
	test(`text is not told to be anything else: ${name}`, t => {
		t.deepEqual(toldOf(head), []);
	});
}

function toldOf(head: Uint8Array): readonly string[] {
	const sentences: string[] = [];
	tellNoText({
		fault(_, sentence) {
			sentences.push(sentence);
		},
	}, head);
	return sentences;
}

test('a file whose lines end with carriage returns alone is told to be one', t => {
	t.deepEqual(collect(Buffer.from('one\rtwo\rthree\r')).faults, ['record-damaged']);
	t.deepEqual(collect(Buffer.from('one\r\ntwo\r\n')).faults, []);
	t.deepEqual(collect(Buffer.from('a progress bar\rthat ends')).faults, []);
});
