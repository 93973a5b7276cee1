import {Buffer} from 'node:buffer';
import test from 'ava';
import {formats} from '../../source/format/formats.ts';
import {collect, recordOf} from './collected-events.ts';

/** More than V8 takes as the arguments of one call. */
const manyBytes = 150_000;
const long = 'a'.repeat(manyBytes);

for (const [name, format, text] of [
	['a key', 'logfmt', `ts=2026-03-03T08:50:00Z level=info msg=x ${long}=1`],
	['a key', 'cef', `CEF:0|Acme|Guard|1|17|name|5|${long}=1 msg=x`],
	['a key', 'leef', `LEEF:1.0|Acme|Guard|1|17|${long}=1\tmsg=x`],
	['the name of a system call', 'auditd', `type=SYSCALL msg=audit(1772527744.3:3024): arch=c000003e syscall=${long} success=yes`],
	['a key', 'auditd', `type=LOGIN msg=audit(1772527744.3:3024): ${long}=1`],
	['an address', 'gateway-access', `2026-03-03T08:50:12.123456Z front 10.2.1.14:2817 10.2.0.9:80 0.1 0.1 0.1 403 403 0 57 "GET https://front.plant.example:443/${long} HTTP/1.1" "curl/8.5.0" - -`],
	['a column', 'zeek', `#fields\tts\t${long}\n1772527800.5\tx`],
	['a column', 'w3c-extended', `#Fields: date time ${long}\n2026-03-03 08:50:00 x`],
	['a field', 'journald-export', `__REALTIME_TIMESTAMP=1772527744300000\n${long.toUpperCase()}=1\nMESSAGE=x\n`],
] as const) {
	test(`a word as long as a line stops nothing: ${name}, ${format}`, t => {
		const bytes = Buffer.from(`${text}\n`);
		const {events, intake} = collect(bytes, {options: {override: format}});
		t.is(events[0]!.format, format);
		t.notThrows(() => intake.describe(formats.findIndex(row => row.name === format), recordOf(bytes, events[0]!)));
	});
}
