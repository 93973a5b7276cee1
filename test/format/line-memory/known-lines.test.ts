import {Buffer} from 'node:buffer';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {EventDraft} from '../../../source/domain/event-draft.ts';
import {KnownLines} from '../../../source/format/line-memory/known-lines.ts';
import {LineMemory} from '../../../source/format/line-memory/line-memory.ts';
import {Samples} from '../../../source/format/line-memory/samples.ts';
import {LineTime} from '../../../source/format/line-memory/line-time.ts';
import {Stamp} from '../../../source/format/time/stamp.ts';
import {readIsoTime} from '../../../source/format/time/time-iso.ts';
import {hintsAt} from '../collected-events.ts';
import {columnsOf} from './told-columns.ts';

const isLog = (name: string): boolean => /\.(?:log|jsonl|json|csv|tsv|txt|out|ndjson)(?:\.[\d\-]+)?$/v.test(name) && !name.endsWith('.events.json');

/** So many lines of one file are enough to know its shapes. */
const linesOfFile = 400;
const longestLine = 600;

function filesBelow(folder: URL): string[][] {
	const names = existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => isLog(name)) : [];
	return names.map(name => readFileSync(new URL(name, folder), 'latin1').split('\n').filter(line => line.length > 0 && line.length < longestLine).slice(0, linesOfFile));
}

const files = [new URL('../../fixtures/', import.meta.url), ...['samples/', 'corpora/'].map(name => new URL(name, new URL('../../../../shared/', import.meta.url)))]
	.flatMap(folder => filesBelow(folder))
	.filter(lines => lines.length > 1);

/** The sentences that are known of programs, as the tables write them. */
const sentences = readdirSync(new URL('../../../source/format/messages/', import.meta.url)).filter(name => name.endsWith('-messages.ts') || name.startsWith('cisco-'))
	.flatMap(name => readFileSync(new URL(`../../../source/format/messages/${name}`, import.meta.url), 'utf8').matchAll(/pattern: '(?<pattern>(?:[^'\\]|\\')+)'/gv).toArray())
	.map(({groups}) => groups!.pattern!.replaceAll(String.raw`\'`, '\''));

const programs = ['sshd', 'sudo', 'su', 'useradd', 'CRON', 'postfix/smtpd', 'dovecot', 'named', 'slapd', 'exim', 'mysqld', 'postgres', 'asterisk', 'haproxy', 'kernel', 'hostd', 'openvpn', 'krb5kdc', 'filterlog', 'fail2ban.actions', '%ASA-6-302013', '%ASA-6-113005', '%AUTHPRIV-3-SYSTEM_MSG', '%SEC-6-IPACCESSLOGP', 'wordpress', 'app'];
const slotValues = ['dana', 'svc01', '10.2.1.77', '192.0.2.254', '10.2.1.77:50122', 'gate-2.plant.local', '2001:db8::17', '00:1b:1b:aa:01:77', '812', '50122', '1', '4', 'a b 17 c', '2026-03-03 08:50:12', '1772527805', '-', ''];

test('a line that came twice is known, whatever its numbers are; what stays of it is compared', t => {
	const memory = new LineMemory();
	const reader = new LineTime(new Stamp(hintsAt(0)), readIsoTime);
	const known = new KnownLines(memory, 1);
	known.open(0, reader);
	const draft = new EventDraft();
	const isKnown = (line: string): boolean => {
		const bytes = Buffer.from(line);
		draft.clear();
		if (known.begin(0, bytes.length) && known.read(bytes, 0, bytes.length, draft) === 0) {
			return true;
		}

		reader.giveTo(draft, bytes, {start: 0, end: 20, lineEnd: bytes.length});
		reader.take(0, 20);
		known.learn(bytes, 0, bytes.length, {row: 0, draft});
		return false;
	};

	t.deepEqual([
		'2026-03-03T08:50:12Z door 4711 opened by dana at gate 27',
		'2026-03-03T08:50:13Z door 4712 opened by dana at gate 28',
		'2026-03-04T09:51:14Z door 9999 opened by dana at gate 99',
		'2026-03-04T09:51:14Z door 9999 opened by lena at gate 99',
		'2026-03-04T09:51:14Z door 9999 opened by dana at gate 100',
		'2026-03-04T09:51:14Z door 9999 opened by dana at gate 9:',
		'2026-03-04T29:51:14Z door 9999 opened by dana at gate 99',
		'2026-03-04T09:51:14Z door 9999 opened by dana at gate 21',
	].map(line => isKnown(line)), [false, false, true, false, false, false, false, true]);
});

test('a line that is known leaves to its reader what reading it would, and is known only where what was kept before it is the same', t => {
	const reader = new LineTime(new Stamp(hintsAt(0)), readIsoTime, {state: 0});
	const known = new KnownLines(new LineMemory(), 1);
	known.open(0, reader);
	const draft = new EventDraft();
	/** Of a reader that keeps the state that the line names. */
	const told = (state: number): readonly [boolean, number] => {
		const bytes = Buffer.from(`2026-03-03T08:50:12Z door opens, state-${'ab'[state]} from now on`);
		draft.clear();
		const isKnown = known.begin(0, bytes.length) && known.read(bytes, 0, bytes.length, draft) === 0;
		if (!isKnown) {
			reader.giveTo(draft, bytes, {start: 0, end: 20, lineEnd: bytes.length});
			reader.take(0, 20);
			reader.state = state;
			known.learn(bytes, 0, bytes.length, {row: 0, draft});
		}

		return [isKnown, reader.state];
	};

	t.deepEqual([1, 0, 1, 0, 1, 0, 0, 0, 0].map(state => told(state)), [[false, 1], [false, 0], [false, 1], [true, 0], [true, 1], [true, 0], [false, 0], [true, 0], [true, 0]]);
});

/** Any digits in place of those, as many; and now and then another byte. */
const withOtherDigits = (line: string, digits: readonly number[]): string => line.replaceAll(/\d/gv, (digit, at: number) => digits[at % digits.length]! < 0 ? digit : String(digits[at % digits.length]));

/** Nines make parts of addresses, months and hours wrong; below zero the digit stays. */
const digits = fc.array(fc.oneof({arbitrary: fc.integer({min: -6, max: 9}), weight: 3}, fc.constantFrom(-1, 1, 9)), {minLength: 1, maxLength: 40});
const cut = (line: string, at: number): string => at < line.length ? line.slice(0, at) : line;

const cutAt = fc.oneof({arbitrary: fc.constant(longestLine), weight: 9}, fc.nat(longestLine));
const turn = fc.record({line: fc.nat(5), digits, cutAt});
const anyLine = fc.constantFrom(...files.flat());

/** A few lines of one log and now and then of another. */
const fewLines = fc.constantFrom(...files).chain(lines => fc.array(fc.oneof({arbitrary: fc.constantFrom(...lines), weight: 9}, anyLine), {minLength: 1, maxLength: 6}));

/** They are written many times over, each time with other numbers. */
const written = fc.record({lines: fewLines, turns: fc.array(turn, {minLength: 20, maxLength: 60})});

test('lines that are known are told as if each had been read: logs of all kinds', t => {
	const memory = new LineMemory();
	fc.assert(fc.property(written, ({lines, turns}) => {
		const changed = turns.map(each => cut(withOtherDigits(lines[each.line % lines.length]!, each.digits), each.cutAt));
		const content = Buffer.from([...lines, ...lines, ...changed, ''].join('\n'), 'latin1');
		t.deepEqual(columnsOf(content, memory), columnsOf(content, undefined));
	}), {numRuns: 150});
});

const heads = ['Mar  3 08:50:12 sensor-north ', '<34>Mar 13 08:50:12 10.2.1.9 ', '2026-03-03T08:50:12.418Z gate ', '<165>1 2026-03-03T08:50:15.003Z gate '];

const spoken = fc.record({
	head: fc.constantFrom(...heads), program: fc.constantFrom(...programs), sentence: fc.constantFrom(...sentences),
	values: fc.array(fc.constantFrom(...slotValues), {minLength: 1, maxLength: 5}), digits: fc.array(digits, {minLength: 4, maxLength: 8}),
});

test('lines that are known are told as if each had been read: every sentence of the tables', t => {
	const memory = new LineMemory();
	fc.assert(fc.property(spoken, ({head, program, sentence, values, digits: all}) => {
		let slot = 0;
		const message = sentence.replaceAll(/\{[^\{\}]*\}/gv, () => values[slot++ % values.length]!);
		const line = head.startsWith('<165>') ? `${head}${program} 2101 - - ${message}` : `${head}${program}[2101]: ${message}`;
		const content = Buffer.from([line, line, line, ...all.map(each => withOtherDigits(line, each)), line].join('\n') + '\n');
		t.deepEqual(columnsOf(content, memory), columnsOf(content, undefined));
	}), {numRuns: 700});
});

/** Records of JSON formats, as far as they are in lines. */
const jsonRecords = [...new Set(files.flatMap(lines => lines.filter(line => line.startsWith('{')).slice(0, 8)))];

const withByte = (record: string, at: number, byte: string): string => record.slice(0, at) + byte + record.slice(at + 1);

/** What ends a string, what begins an escape, what is no text, and what may stand anywhere. */
const otherBytes = ['x', '"', '\\', '7', '-', '\u{FF}', '}', ' '];

test('lines that are known are told as if each had been read: any one digit of a record in JSON', t => {
	const memory = new LineMemory();
	for (const record of jsonRecords) {
		const others = record.matchAll(/\d/gv).map(({0: digit, index}) => withByte(record, index, String((Number(digit) + 1) % 10)));
		const content = Buffer.from([record, record, record, ...others, ''].join('\n'), 'latin1');
		t.deepEqual(columnsOf(content, memory), columnsOf(content, undefined));
	}
});

test('two lines that take turns in one bucket have both been missed before', t => {
	for (const keys of [[7, 7 + 512], [7, 7 + 8192]]) {
		const memory = new LineMemory();
		t.deepEqual([...keys, ...keys].map(key => memory.hasMissed(key)), [false, false, true, true]);
	}
});

test('it is known of each of many lengths where lines are looked at: none drives another out', t => {
	const samples = new Samples();
	const lengths = Array.from({length: 128}, (_, index) => 16 + index);
	const keyOf = (length: number, byte: number): number => samples.keyOf(new Uint8Array(length).fill(byte), 0, length, 0);
	for (const length of lengths) {
		samples.widen(0, new Uint8Array(length), []);
	}

	t.deepEqual(lengths.filter(length => keyOf(length, 1) === keyOf(length, 2)), []);
});

test('lines that are known are told as if each had been read: any one byte of a record in JSON', t => {
	const memory = new LineMemory();
	for (const [index, record] of jsonRecords.entries()) {
		const others = Array.from(record, (_, at) => withByte(record, at, otherBytes[(index + at) % otherBytes.length]!)).filter((_, at) => at > 0 && (index + at) % 2 === 0);
		const content = Buffer.from([record, record, record, ...others, record, ''].join('\n'), 'latin1');
		t.deepEqual(columnsOf(content, memory), columnsOf(content, undefined));
	}
});

/** How many of these records no reader was asked for: the first has no leader, two more like it must come before others are known. */
function knownOf(records: readonly string[]): number {
	const memory = new LineMemory();
	const before = KnownLines.prototype.read;
	let known = 0;
	KnownLines.prototype.read = function (...about) {
		const row = before.apply(this, about);
		known += row >= 0 ? 1 : 0;
		return row;
	};

	columnsOf(Buffer.from(`${records.join('\n')}\n`), memory);
	KnownLines.prototype.read = before;
	return known;
}

const connection = (uid: string): string => `{"ts":1772527800.123456,"uid":"${uid}","id.orig_h":"10.2.1.77","id.orig_p":50122,"id.resp_h":"10.2.1.78","proto":"tcp","conn_state":"SF"}`;

test('records whose identifiers and users are others, as long, are known; with a quote or a backslash in them they are not', t => {
	t.is(knownOf([connection('CHhAvVGS1DHF'), connection('C8lQ2xaPq0Zk'), connection('CHhAvVGS1DHF'), connection('CmES5u32sYpV'), connection('Cx77aaaaaaaa')]), 2);
	t.is(knownOf([connection('CHhAvVGS1DHF'), connection('C8lQ2xaPq0Zk'), connection('CHhAvVGS1DHF'), connection(String.raw`C\u0041aaaaa`), connection('C","a":"bbbb')]), 0);
	t.is(knownOf(['dana', 'lena', 'inga', 'olaf', 'nina'].map(user => `{"CreationTime":"2026-03-03T08:50:00","Operation":"Set-Mailbox","RecordType":1,"UserId":"${user}"}`)), 2);
	t.is(knownOf(['plant.weber-1', 'plant.weber-2', 'plant.weber-3', 'Not Available', 'plant.weber-4'].map(user => `{"CreationTime":"2026-03-03T08:50:00","Operation":"Set-Mailbox","RecordType":1,"UserId":"${user}"}`)), 0);
	t.is(knownOf(['s=abc;i=1a', 's=abc;i=2b', 's=abc;i=ff', 's=xyz;i=07', 's=abc;i=81'].map((cursor, index) => `{"__CURSOR":"${cursor}","__REALTIME_TIMESTAMP":"177252780500000${index}","_HOSTNAME":"gate","SYSLOG_IDENTIFIER":"sshd","MESSAGE":"Accepted password for dana from 10.2.1.7${index} port 5012${index} ssh2"}`)), 2);
	const logons = (users: readonly string[]): number => knownOf(users.map(user => String.raw`{"@timestamp":"2026-03-03T08:50:12.418Z","winlog":{"event_id":4624,"event_data":{"TargetUserName":"${user}"}},"message":"Logged on.\r\n${user}"}`));
	t.is(logons([String.raw`PLANT\\dana`, String.raw`PLANT\\lena`, String.raw`PLANT\\inga`, String.raw`PLANT\\olaf`, String.raw`PLANT\\nina`]), 2);
	t.is(logons([String.raw`PLANT\\dana`, String.raw`PLANT\\lena`, String.raw`PLANT\\inga`, String.raw`PLAN\\\\ina`, String.raw`PLANTS\nina`]), 0);
});
