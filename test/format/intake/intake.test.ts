import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {EventDraft} from '../../../source/domain/event-draft.ts';
import {auditLayouts} from '../../../source/format/appliance/audit-layouts.ts';
import {formats} from '../../../source/format/formats.ts';
import {JsonMembers} from '../../../source/format/json/json-members.ts';
import {EntryFields} from '../../../source/format/journald/entry-fields.ts';
import {auditLine, collect, type Collected, hintsAt, recordOf, sampleTimeMs, tellEvent} from '../collected-events.ts';

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

for (const [what, lines] of [
	['the layout of a log', [
		'2026-03-03T09:12:05+0000 SUBDEBUG Installed: tcpdump-14:4.99.0-9.el9.x86_64',
		'2026-03-03T09:12:07+0000 INFO upgrade of the console is at hand',
		'2026-03-03T09:12:06+0000 SUBDEBUG Installed: tcpdump-11:4.99.0-9.el9.x86_64',
	]],
	['one of bare columns', [
		'- 1131566461 2005.11.09 aadmin1 Nov 9 12:01:01 src@aadmin1 in.tftpd[14620]: tftp: client does not accept options',
		'460903 gige7 gige temperature 1142528400 1 Warning: temperature',
		'- 1131566461 2005.11.09 dn228 Nov 9 12:01:01 dn228/dn228 crond(pam_unix)[2915]: session closed for user root',
	]],
	['whether a run of apt goes on', ['Start-Date: 2026-03-03  09:10:00', 'Purge: auditd:amd64 (1:3.0.9-1)', 'End-Date: 2026-03-03  09:10:09', 'Commandline: none of a run']],
] as const) {
	test(`looking at a line while it is written, and at old records, changes nothing for those to come: ${what}`, t => {
		const log = Buffer.from(`${lines.join('\n')}\n`);
		const written = looked(log, ({intake}, start, end) => {
			for (let to = start + 1; to < end; to++) {
				intake.provisional(log.subarray(start, to), start);
			}
		});
		const described = looked(log, ({events, intake}) => {
			for (const event of events) {
				intake.describe(formats.findIndex(({name}) => name === event.format), recordOf(log, event));
			}
		});
		t.deepEqual([written, described], [collect(log).events, collect(log).events]);
	});
}

/** The events of a log when somebody looks before each of its lines, which lies from `start` to `end`. */
function looked(log: Uint8Array, look: (collected: Collected, start: number, end: number) => void) {
	const collected = collect(log.subarray(0, 0), {isOpen: true});
	for (let start = 0; start < log.length;) {
		const end = log.indexOf(0x0A, start) + 1;
		look(collected, start, end);
		collected.intake.push(log.subarray(start, end), start);
		start = end;
	}

	return collected.events.filter(({isProvisional}) => isProvisional === undefined);
}

test('a message with an open bracket is read alike, whatever the lines read with it begin with', t => {
	const {events} = collect(Buffer.from('type=USER_LOGIN msg=audit(1772527805.341:3011): pid=1 res=success\nMar  3 08:50:12 host app: [cut short\n'));
	t.deepEqual(events.map(({format}) => format), ['auditd', 'syslog']);
});
