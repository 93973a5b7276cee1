import {Buffer} from 'node:buffer';

/** What a file seems to be that is no text: its name, and what makes text of it. */
export type NoText = {readonly what: string; readonly wayOut: string};

/** What a file of these first bytes seems to be; undefined for text, and for what is known of too few bytes. */
export function noTextIn(head: Uint8Array): NoText | undefined {
	const beginning = Buffer.from(head.subarray(0, longestBeginning)).toString('hex');
	return kinds.find(({begins}) => begins.test(beginning)) ?? (isLoginRecords(head) ? loginRecords : undefined) ?? encodingOf(head) ?? (isBinary(head) ? binary : undefined);
}

const longestBeginning = 16;

const packed = (what: string, command: string): NoText => ({what: `packed with ${what}`, wayOut: `\`${command}\` unpacks it.`});
const encoded = (name: string): NoText => ({what: name, wayOut: `\`iconv -f ${name} -t UTF-8\` makes it readable.`});

const utf16 = encoded('UTF-16');
const utf32 = encoded('UTF-32');
const binary: NoText = {what: 'no text', wayOut: 'What wrote it may show it as text.'};
const loginRecords: NoText = {what: 'a list of logins (wtmp)', wayOut: '`last -f` shows it as text.'};

/** By their first bytes in hex, as file(1) knows them. A mark of UTF-32 begins with one of UTF-16. */
const kinds: ReadonlyArray<NoText & {readonly begins: RegExp}> = [
	{begins: /^456c6646696c6500/v, what: 'an event log of Windows (EVTX)', wayOut: 'Windows\' event viewer saves it as XML or CSV, which is read.'},
	{begins: /^300000004c664c65/v, what: 'an old event log of Windows (EVT)', wayOut: 'Windows\' event viewer saves it as XML or CSV, which is read.'},
	{begins: /^4c504b5348485248/v, what: 'a journal of systemd', wayOut: '`journalctl -o export --file` makes a log of it that is read.'},
	{begins: /^(?:a1b2c3d4|d4c3b2a1|a1b23c4d|4d3cb2a1|0a0d0d0a.{8}(?:1a2b3c4d|4d3c2b1a))/v, what: 'a capture of packets', wayOut: '`tcpdump -r` shows it as text.'},
	{begins: /^53514c69746520666f726d6174203300/v, what: 'a database of SQLite', wayOut: '`sqlite3 FILE .dump` shows it as text.'},
	{begins: /^7f454c46/v, what: 'a program (ELF)', wayOut: 'It has no events.'},
	{begins: /^255044462d/v, what: 'a document (PDF)', wayOut: '`pdftotext` makes text of it.'},
	{begins: /^(?:89504e47|ffd8ff|47494638)/v, what: 'a picture', wayOut: 'It has no events.'},
	{begins: /^53616c7465645f5f/v, what: 'encrypted (openssl)', wayOut: '`openssl enc -d` makes it readable.'},
	{begins: /^04224d18/v, ...packed('LZ4', 'lz4 -d')},
	{begins: /^1f9d/v, ...packed('compress', 'gzip -d')},
	{begins: /^5d0000.{4}f{16}/v, ...packed('LZMA', 'xz -d --format=lzma')},
	{begins: /^1f8b08/v, ...packed('gzip, once more', 'gzip -d')},
	{begins: /^(?:0000feff|fffe0000)/v, ...utf32},
	{begins: /^(?:feff|fffe)/v, ...utf16},
];

/** The records of Linux' logins have one length (utmp(5)); each begins with its kind. */
const loginBytes = 384;
const isLoginHead = ({0: kind = 0, 1: one, 2: two, 3: three}: Uint8Array): boolean => kind > 0 && kind < 10 && one === 0 && two === 0 && three === 0;
const isLoginRecords = (head: Uint8Array): boolean => isLoginHead(head) && isLoginHead(head.subarray(loginBytes));

function encodingOf(head: Uint8Array): NoText | undefined {
	if (hasWide(head, 4)) {
		return utf32;
	}

	return hasWide(head, 2) ? utf16 : (isEbcdic(head) ? ebcdic : undefined);
}

/** So many characters of ASCII in a row, each with NULs before or behind it, are no accident. */
const fewestWide = 8;

function hasWide(head: Uint8Array, width: 2 | 4): boolean {
	const characters = Array.from({length: fewestWide}, (_, at) => head.subarray(at * width, (at + 1) * width));
	const isAllAt = (place: number) => characters.every(bytes => bytes.length === width && bytes.every((byte, at) => (byte === 0) === (at !== place)));
	return isAllAt(0) || isAllAt(width - 1);
}

/** EBCDIC has its blank at 0x40 and letters and digits above 0x80, and nothing but control codes where ASCII has its blank, digits and signs (RFC 183). */
const ebcdic: NoText = {what: 'in EBCDIC, as mainframes write it', wayOut: '`iconv -f IBM1047 -t UTF-8` makes it readable.'};
const lookedAtBytes = 1024;
const fewestBytes = 32;

function isEbcdic(head: Uint8Array): boolean {
	const bytes = head.subarray(0, lookedAtBytes);
	const letters = bytes.filter(byte => byte > 0x80).length;
	const isAscii = bytes.some(byte => (byte >= 0x26 && byte < 0x40) || byte === 0x20);
	return bytes.length >= fewestBytes && !isAscii && bytes.includes(0x40) && letters * 2 > bytes.length;
}

/** Lines of text have a few strange bytes at most. NULs in a row count once: a power failure or a truncation leaves many in a log. */
function isBinary(head: Uint8Array): boolean {
	const bytes = head.subarray(0, 4 * lookedAtBytes);
	const controls = bytes.filter((byte, at) => byte < 0x20 && !controlsOfText.has(byte) && !(byte === 0 && bytes[at + 1] === 0)).length;
	return bytes.length >= 4 * fewestBytes && controls * 15 > bytes.length;
}

/** Tab, line ends, the escape of colours, and the separator of enriched audit records. */
const controlsOfText: ReadonlySet<number> = new Set([0x09, 0x0A, 0x0D, 0x1B, 0x1D]);
