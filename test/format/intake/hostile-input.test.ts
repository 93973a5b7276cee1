import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {auditLine, collect, hintsAt, recordOf, sampleTimeMs, tellEvent} from '../collected-events.ts';

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

for (const [what, days, yearHint, faults] of [
	['go on behind the last change of their file', ['Feb  1', 'Apr  1', 'Jun  1', 'Jul  1'], undefined, ['year-unsure']],
	['go on behind it, their first year told', ['Feb  1', 'Apr  1', 'Jun  1', 'Jul  1'], 2025, []],
	['pass the end of a year', ['Jun  1', 'Dec 31', 'Jan  1', 'Apr  2'], undefined, []],
	['come late at the end of a year', ['Jan  1', 'Dec 31', 'Jan  1'], undefined, []],
] as const) {
	test(`dates without a year that ${what}: ${faults.length === 0 ? 'nothing is wrong' : 'that they fall back is told once'}`, t => {
		const bytes = Buffer.from(days.map(day => `${day} 08:50:05 h sshd[1]: words\n`).join(''));
		const collected = collect(bytes, {hints: hintsAt(sampleTimeMs, {yearHint})});
		for (const event of [...collected.events, ...collected.events]) {
			tellEvent(bytes, collected, event);
		}

		collected.intake.push(Buffer.from('Apr  2 08:50:06 h sshd[1]: words\n'), bytes.length);
		t.deepEqual(collected.faults, [...faults]);
	});
}
