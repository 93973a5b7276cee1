import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {EventDraft} from '../../../source/domain/event-draft.ts';
import {auditLayouts} from '../../../source/format/appliance/audit-layouts.ts';
import {formats} from '../../../source/format/formats.ts';
import {JsonMembers} from '../../../source/format/json/json-members.ts';
import {EntryFields} from '../../../source/format/journald/entry-fields.ts';
import {collect, hintsAt, recordOf, sampleTimeMs, tellEvent} from '../collected-events.ts';

const auditLine = (text: string, second = 0) => `2026-03-03 08:50:${String(second).padStart(2, '0')},000 [t] INFO  audit- ${text}`;

/** Lines of every kind an intake may meet, the odd ones included. */
const line = fc.oneof(
	fc.constantFrom(
		auditLine('Login: user=dana'),
		'{"severity": "INFO", "title": "t", "timestamp": 1772527800000, "content": "10.2.1.77", "owner": null, "type": "SCAN"}',
		'Mar  3 08:50:05 sensor-north sshd[2101]: Accepted publickey for support from 10.20.0.15 port 50122 ssh2',
		'{"msg":"plain object"}',
		'{"records":[{"a":1},{"a":2}]}',
		'{',
		'"a": [',
		'}',
		']',
		'[',
		'{"open": ',
		'  ',
		'',
		'no time',
		'[{"a":1},',
		'{"b":2}]',
		'\r',
	),
	fc.string({unit: 'binary', maxLength: 40}).map(text => text.replaceAll('\n', ' ')),
);
const content = fc.array(line, {maxLength: 40}).map(lines => Buffer.from(lines.join('\n')));

test('however the bytes arrive, the same events come out', t => {
	fc.assert(fc.property(content, fc.integer({min: 1, max: 7}), (bytes, linesPerPush) => {
		const whole = collect(bytes);
		const pieces = collect(bytes, {linesPerPush});
		t.deepEqual(pieces.events, whole.events);
		t.deepEqual(pieces.faults, whole.faults);
		t.deepEqual(pieces.intake.linesPerFormat, whole.intake.linesPerFormat);
	}), {numRuns: 300});
});

/** Lines that carry nothing or name columns, besides all others but those that may begin a JSON list. */
const lineOfText = fc.oneof(
	line.filter(text => !/^\s*[\[\{\u{FEFF}]/v.test(text)),
	fc.constantFrom('\r', '', '\t', 'name,time,severity,message', 'a,2026-03-03T08:50:00Z,INFO,"open', 'b,2026-03-03T08:50:00Z,INFO,"so""and so"', '#fields\tts\tuid\tid.orig_h', '#close\t2026', '1772527800.5\tC1\t10.2.1.77'),
);
const linesOfBytes = fc.oneof(
	fc.tuple(fc.constantFrom('', '\u{FEFF}'), fc.array(lineOfText, {maxLength: 40}), fc.constantFrom('\n', '\r\n')).map(([mark, lines, newline]) => Buffer.from(mark + lines.join(newline))),
	fc.uint8Array({maxLength: 300}).filter(bytes => !bytes.includes(0x7B) && !bytes.includes(0x5B)).map(bytes => Buffer.from(bytes)),
);

const everyByte = String.fromCharCode(...Array.from({length: 256}, (_, byte) => byte));

test('no format would have taken a line whose first byte turned it away', t => {
	const askedAlways = formats.map(format => ({...format, heads: everyByte}));
	fc.assert(fc.property(content, bytes => {
		const {events, intake} = collect(bytes, {options: {formats: askedAlways}});
		const quick = collect(bytes);
		t.deepEqual(quick.events, events);
		t.deepEqual(quick.intake.linesPerFormat, intake.linesPerFormat);
	}), {numRuns: 300});
});

test('the records of a file read in lines, one after the other, are the file byte for byte', t => {
	fc.assert(fc.property(linesOfBytes, fc.integer({min: 1, max: 7}), (bytes, linesPerPush) => {
		const {events} = collect(bytes, {linesPerPush});
		const records = events.flatMap(({ranges}) => ranges.map(({offset, length}) => Buffer.concat([bytes.subarray(offset, offset + length), Buffer.from('\n')])));
		const ended = bytes.length === 0 || bytes.at(-1) === 0x0A ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
		t.is(Buffer.concat(records).toString('latin1'), ended.toString('latin1'));
	}), {numRuns: 500});
});

for (const [name, text, messages, raws] of [
	['carriage returns', 'one\r\ntwo\r\n', ['one', 'two'], ['one\r', 'two\r']],
	['a byte order mark', '\u{FEFF}one\ntwo\n', ['one', 'two'], ['\u{FEFF}one', 'two']],
	['empty lines', '\n\r\none\n\ntwo\n\n', ['one', 'two'], ['\n\r\none\n', 'two\n']],
	['nothing but empty lines', '\n\n', [''], ['\n']],
	['a heading above a list', 'name,time,severity\n{"records":[{"msg":"one"},{"msg":"two"}]}\n', ['name,time,severity', 'one', 'two'], ['name,time,severity', '{"msg":"one"}', '{"msg":"two"}']],
	['blank lines below a list', '[{"msg":"one"},\r\n{"msg":"two"}]\r\n\r\n\r\n', ['one', 'two'], ['{"msg":"one"}', '{"msg":"two"}']],
	['a heading and an end', '#fields\tts\tuid\n1772527800.5\tC1\n#close\t2026\n', ['C1'], ['#fields\tts\tuid\n1772527800.5\tC1\n#close\t2026']],
	['a heading of values in quotes', 'name,time,severity,message\r\na,2026-03-03T08:50:00Z,INFO,"x\r\ny"\r\n', ['x\r\ny'], ['name,time,severity,message\r\na,2026-03-03T08:50:00Z,INFO,"x\r\ny"\r']],
] as const) {
	test(`a record keeps the bytes around its text, and its message does not: ${name}`, t => {
		const bytes = Buffer.from(text);
		const collected = collect(bytes);
		t.deepEqual(collected.events.map(event => recordOf(bytes, event).toString()), [...raws]);
		t.deepEqual(collected.events.map(event => tellEvent(bytes, collected, event).message), [...messages]);
	});
}

/** What somebody may call himself: anything without a newline, and what looks like the writer's own words. */
const hostileName = fc.oneof(
	fc.string({unit: 'grapheme', minLength: 1}),
	fc.constantFrom('x role=ADMIN', 'root from 10.0.0.1 port 22 ssh2', 'a\r2026-03-03 09:00:00,000 [x] INFO  audit- Login: user=admin', '"', 'a"b', '\u{1B}[2J'),
).filter(name => !/\n|\r$|^".*"$/v.test(name));

test('a user name of the audit log is kept byte for byte, whatever it holds', t => {
	fc.assert(fc.property(hostileName, name => {
		const bytes = Buffer.from(`${auditLine(`Login: user=${name}`)}\n${auditLine(`User creation: user=${name} role=READ_ONLY`)}\n`);
		const {events, intake} = collect(bytes);
		t.is(events[0]!.columns.user, name);
		const fields = intake.describe(0, recordOf(bytes, events[1]!)).fields.map(field => [field.name, field.value as string]);
		t.deepEqual(fields.slice(1, 3), [['user', name], ['role', 'READ_ONLY']]);
		t.is(events[1]!.columns.user, undefined);
	}), {numRuns: 500});
});

test('the address of a failed login is the one sshd wrote, not one inside the name', t => {
	fc.assert(fc.property(hostileName, name => {
		const bytes = Buffer.from(`Mar  3 08:50:05 h sshd[1]: Failed password for invalid user ${name} from 192.0.2.7 port 22 ssh2`);
		t.deepEqual(collect(bytes).events[0]!.columns.devices, ['192.0.2.7']);
	}), {numRuns: 500});
});

test('an odd first line changes nothing for the lines after it', t => {
	const lines = Array.from({length: 5}, (_, second) => auditLine('Login: user=dana', second)).join('\n');
	for (const odd of ['{"a":1}', 'garbage', 'Mar  3 08:50:05 h sshd[1]: hello', '\u{0}\u{0}', '', '[']) {
		const {events} = collect(Buffer.from(`${odd}\n${lines}`));
		t.deepEqual(events.slice(-5).map(event => event.format), Array.from({length: 5}, () => 'console-audit'), JSON.stringify(odd));
	}
});

test('a file of mixed formats is read line by line', t => {
	const bytes = Buffer.from([auditLine('Login: user=dana'), '{"time":"2026-03-03T08:50:00Z"}', 'Mar  3 08:50:05 h sshd[1]: hello', auditLine('Login: user=dana')].join('\n'));
	t.deepEqual(collect(bytes).events.map(event => event.format), ['console-audit', 'json-lines', 'syslog', 'console-audit']);
});

test('a given format is used for every line it can read', t => {
	const bytes = Buffer.from(`${auditLine('Login: user=dana')}\nMar  3 08:50:05 h sshd[1]: hello\n`);
	t.deepEqual(collect(bytes, {options: {override: 'syslog'}}).events.map(event => event.format), ['plain-text', 'syslog']);
});

test('a byte order mark is no part of the first line', t => {
	const {events} = collect(Buffer.from(`\u{FEFF}${auditLine('Login: user=dana')}\n`));
	t.is(events[0]!.format, 'console-audit');
});

test('an event without its line end is provisional and changes nothing', t => {
	const bytes = Buffer.from(auditLine('Login: user=dana'));
	const whole = collect(bytes);
	whole.intake.provisional(bytes.subarray(0, 50), 1000);
	t.true(whole.events[1]!.isProvisional);
	t.deepEqual(whole.events[1]!.ranges, [{offset: 1000, length: 50}]);
	t.is(whole.intake.linesPerFormat.reduce((sum, lines) => sum + lines), 1);
});

test('a line of text that is still being written names its devices, and one that goes on with the event above adds none to it', t => {
	const text = Buffer.from('Rules updated for 10.2.1.77\n');
	const {events, intake} = collect(text);
	intake.provisional(text, text.length);
	t.deepEqual(events.map(({columns}) => columns.devices), [['10.2.1.77'], ['10.2.1.77']]);

	const trace = collect(Buffer.from('2026-03-03 08:50:00,000 [main] ERROR a.B- Failed\nCaused by: no answer from 10.2.1.77\n'));
	t.deepEqual(trace.events.map(({ranges, columns}) => [ranges[0]!.length, columns.devices]), [[84, undefined]]);
});

for (const [name, text] of [
	['nesting 20,000 deep', `{"time":"2026-03-03T08:50:00Z","a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
	['nesting 20,000 deep that never ends', `{"time":"2026-03-03T08:50:00Z","a":${'['.repeat(20_000)}`],
	['20,000 lines that each open a list', '[\n'.repeat(20_000)],
	['20,000 lines that each open an object', '{"a":\n'.repeat(20_000)],
	['a quote that never closes', `{"a":"${'x'.repeat(100_000)}`],
	['a line of NUL bytes', '\0'.repeat(100_000)],
	['a user name of ten thousand ports', `Mar  3 08:50:05 h sshd[1]: Failed password for ${' from 1.2.3.4 port 1'.repeat(10_000)}`],
	['a line of two megabytes', `${auditLine('Login: user=')}${'a'.repeat(2_000_000)}`],
] as const) {
	test(`hostile input is an event that keeps its bytes: ${name}`, t => {
		const bytes = Buffer.from(text);
		const collected = collect(bytes);
		t.true(collected.events.length > 0);
		for (const event of collected.events.slice(0, 3)) {
			t.notThrows(() => tellEvent(bytes, collected, event));
		}

		const covered = collected.events.flatMap(({ranges}) => ranges).reduce((sum, {length}) => sum + length, 0);
		t.is(covered, bytes.length - text.split('\n').length + 1);
	});
}

for (const [name, record, mostMiB] of [
	['empty lines', '', 1],
	['empty lines of Windows', '\r', 1],
	['lines that name columns', 'name,time,severity,message', 1],
	['lines below a record', '\tat a.b.C(C.java:1)', 1],
	['audit records of one serial', `type=PATH msg=audit(1772527805.341:3011): item=1 name="${'x'.repeat(4000)}"`, 16],
] as const) {
	test(`what goes on for megabytes is more events than one: ${name}`, t => {
		const mostBytes = mostMiB * 1024 * 1024;
		const head = name.startsWith('lines below') ? `${auditLine('Login: user=dana')}\n` : '';
		const bytes = Buffer.from(head + `${record}\n`.repeat(Math.ceil(mostBytes * 1.5 / (record.length + 1))));
		const {events} = collect(bytes);
		const lengths = events.map(({ranges}) => ranges.reduce((sum, {length}) => sum + 1 + length, 0));
		t.true(lengths.length > 1);
		t.deepEqual(lengths.filter(length => length > mostBytes + 100), []);
		t.is(lengths.reduce((sum, length) => sum + length), bytes.length);
	});
}

test('a name with underscores around it stays what it is, though its letters are those of another', t => {
	const bytes = Buffer.from('{"time":"2026-03-03T08:50:00Z","__proto__":2,"proto":"tcp"}');
	const collected = collect(bytes);
	t.deepEqual(Object.keys(tellEvent(bytes, collected, collected.events[0]!).fields), ['time', '__proto__', 'protocol']);
});

test('keys of JSON cannot reach the prototype of anything', t => {
	const bytes = Buffer.from('{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"timestamp":1772527800000,"type":"SCAN","content":"x"}');
	const collected = collect(bytes);
	collected.intake.describe(1, recordOf(bytes, collected.events[0]!));
	t.false('polluted' in {});
});

test('the zone and the clock offset of a source move its times', t => {
	const hints = hintsAt(sampleTimeMs, {zone: 'Europe/Berlin', clockOffsetMs: 1500});
	const {events} = collect(Buffer.from(auditLine('Login: user=dana')), {hints});
	t.is(events[0]!.columns.time, '2026-03-03T07:50:01.500Z');
});

test('a reader that turns a record away leaves the draft as it was', t => {
	fc.assert(fc.property(line, text => {
		const bytes = Buffer.from(text);
		const draft = new EventDraft();
		const untouched = new EventDraft();
		const kit = {hints: hintsAt(sampleTimeMs), json: new JsonMembers(), entry: new EntryFields(), layouts: auditLayouts};
		const refused = formats.map(format => format.open(kit)).filter(reader => !reader.read(bytes, 0, bytes.length, new EventDraft()));
		for (const reader of refused) {
			reader.read(bytes, 0, bytes.length, draft);
		}

		t.deepEqual(draft, untouched);
	}), {numRuns: 200});
});

test('looking at an old record changes nothing for the times of those to come', t => {
	const hints = hintsAt(sampleTimeMs, {zone: 'Europe/Berlin', yearHint: 2025});
	const lines = ['Oct 26 02:50:00 h a[1]: first pass', 'Dec 31 23:59:00 h a[1]: old year', 'Jan  1 00:00:00 h a[1]: new year'];
	const bytes = Buffer.from(lines.join('\n') + '\n');
	const {events, intake} = collect(bytes, {hints});
	const late = Buffer.from('Jan  1 00:00:01 h a[1]: new year\n');
	for (const event of events) {
		intake.describe(formats.findIndex(({name}) => name === event.format), recordOf(bytes, event));
	}

	intake.push(late, bytes.length);
	t.deepEqual(events.map(({columns}) => columns.time!.slice(0, 16)), ['2025-10-26T00:50', '2025-12-31T22:59', '2025-12-31T23:00', '2025-12-31T23:00']);
});

test('a message with an open bracket is read alike, whatever the lines read with it begin with', t => {
	const {events} = collect(Buffer.from('type=USER_LOGIN msg=audit(1772527805.341:3011): pid=1 res=success\nMar  3 08:50:12 host app: [cut short\n'));
	t.deepEqual(events.map(({format}) => format), ['auditd', 'syslog']);
});
