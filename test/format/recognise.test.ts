import {Buffer} from 'node:buffer';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import type {Format} from '../../source/format/format.ts';
import {formats} from '../../source/format/formats.ts';
import {auditLayouts} from '../../source/format/appliance/audit-layouts.ts';
import {JsonMembers} from '../../source/format/json/json-members.ts';
import {EntryFields} from '../../source/format/journald/entry-fields.ts';
import {bytesOfSample, type Sample, samples} from '../../bench/formats/samples.ts';
import {collect, hintsAt, sampleTimeMs} from './collected-events.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const shared = new URL('../../../shared/', import.meta.url);

/** So many lines of one file are enough to know its shapes. */
const linesOfFile = 60;

const heading = '#separator \\x09\n#path\tdns\n#fields\tts\tuid\tquery\n';

for (const [format, table] of [
	['zeek', `${heading}1772527805.341000\tCHhAvVGS1DHFjwGM9\tplc.example.com\n`],
	['csv', 'timestamp,type,severity,content,owner\n1772527844000,USER_OPERATION,INFO,User bob signed in,\n'],
] as const) {
	test(`a table below many lines of another log is read by its heading: ${format}`, t => {
		const {events} = collect(Buffer.from('Mar  3 08:50:12 host app[7]: words\n'.repeat(50) + table));
		t.deepEqual([...new Set(events.map(event => event.format))], ['syslog', format]);
	});
}

for (const [leader, line, format] of [
	['Mar  3 08:50:12 host app[7]: words', '<9>Mar  3 08:53:59 10.2.0.5 sensor-north LEEF:1.0|Acme|Sensor|22.3|Alert|sev=Minor\tsrc=10.2.1.25', 'leef'],
	['Mar  3 08:50:12 host app[7]: words', '<134>Mar  3 08:50:31 10.2.1.1 sensor-04 guardd CEF:0|Acme|Guard|1.0|2|New link|Medium|src=10.2.1.14', 'cef'],
	['Mar  3 08:50:12 host app[7]: words', 'Mar  3 08:50:28 10.2.0.1 001801000001,2026/03/03 08:50:28,audit,2561,gui-op,admin,"<show/>",success', 'pan-os'],
	['Mar  3 08:50:12 host app[7]: words', 'Mar  3 08:50:30 sensor-04 app: CEF: words that are no alert', 'syslog'],
	['time=2026-03-03T08:50:00.125Z level=info msg="flushed" took=12ms', 'Mar  3 08:50:02 fw-1 device="SFW" date=2026-03-03 log_component="GUI" status="Failed"', 'syslog'],
	['time=2026-03-03T08:50:00.125Z level=info msg="flushed" took=12ms', 'Mar  3 08:50:12 pan1 1,2026/03/03 08:50:12,001801000001,TRAFFIC,end,2305,2026/03/03 08:50:11,10.2.1.77,198.51.100.7', 'pan-os'],
	['10.2.1.77 - - [03/Mar/2026:08:50:15 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8.0"', '2026-03-03T08:50:15.000123456Z stdout F 10.2.1.77 - dana [03/Mar/2026:08:50:15 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8.0"', 'container-log'],
] as const) {
	test(`a line is what it is below many of another format: ${line}`, t => {
		const {events} = collect(Buffer.from(`${leader}\n`.repeat(50) + line));
		t.is(events.at(-1)!.format, format);
	});
}

test('an object says the same below many objects of any other format', t => {
	const isObject = (line: string): boolean => /^\{.*\}$/v.test(line);
	const lines = ours.map(line => Buffer.from(line).toString('latin1')).filter(line => isObject(line));
	const textOf = (sample: Sample): string => Buffer.from(bytesOfSample(sample).chunks[0]!).toString('latin1');
	const leaders = samples.map(sample => textOf(sample).split('\n').slice(0, lines.length * 2)).filter(above => above.every(line => isObject(line)));
	const told = leaders.map(above => {
		const {events} = collect(Buffer.from([...above, ...lines].join('\n'), 'latin1'));
		return events.filter(({ranges}) => ranges[0]!.offset > above.join('\n').length).map(({format, columns}) => `${format} ${JSON.stringify(columns)}`);
	});
	t.true(lines.length > 100 && leaders.length > 15);
	t.deepEqual(told.flatMap(events => events.filter((event, index) => event !== told[0]![index])), []);
});

test('cells of a firewall behind something that begins no header are read as the text they are', t => {
	const cells = 'Mar  3 08:50:12 pan1 1,2026/03/03 08:50:12,001801000001,TRAFFIC,end,2305,2026/03/03 08:50:11,10.2.1.77,198.51.100.7';
	const told = ['', '|'].map(mark => collect(Buffer.from(`${mark}${cells}\n`), {options: {formats: formats.map(({heads: _, ...format}) => format)}}).events[0]!.format);
	t.deepEqual(told, ['pan-os', 'plain-text']);
});

const isLog = (name: string): boolean => /\.(?:log|jsonl|json|csv|tsv|txt|out|ndjson)(?:\.[\d\-]+)?$/v.test(name) && !name.endsWith('.events.json');

function linesBelow(folder: URL): Uint8Array[] {
	const names = existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => isLog(name)) : [];
	return names.flatMap(name => linesOf(readFileSync(new URL(name, folder))));
}

function linesOf(content: Uint8Array): Uint8Array[] {
	const lines: Uint8Array[] = [];
	for (let start = 0; start < content.length && lines.length < linesOfFile;) {
		const newline = content.indexOf(0x0A, start);
		const end = newline === -1 ? content.length : newline;
		lines.push(content.subarray(start, Math.min(end, start + 2000)));
		start = end + 1;
	}

	return lines;
}

const ours = linesBelow(fixtures);
const theirs = ['samples/', 'hostile/', 'corpora/'].flatMap(folder => linesBelow(new URL(folder, shared)));

/** The table without anything by which lines are turned away before a format is asked. */
const asked: readonly Format[] = formats.map(({heads: _, marks: _marks, members: _members, noHeaderHeads: _noHeads, ...format}) => format);

/** Bytes that formats look for, put where they need not belong. */
const oddities = ['|', '=', '[', ']', '"', '/', ',', ';', '{', 'T', ' ', ':', '2026-03-03 08:50:12 ', '<34>', 'CEF:0|', '\t', '#'];

type Edit = {readonly at: number; readonly text: string; readonly cut: number};

const edits = fc.option(fc.record({at: fc.nat(60), text: fc.constantFrom(...oddities, ''), cut: fc.nat(4)}), {nil: undefined, freq: 2});

const edited = (line: Uint8Array, edit: Edit | undefined): Uint8Array =>
	edit === undefined ? line : Buffer.concat([line.subarray(0, edit.at), Buffer.from(edit.text), line.subarray(edit.at + edit.cut)]);

/** Lines of files in runs, so that formats come to lead and others come in between. */
const runs = (lines: readonly Uint8Array[]) => fc.array(fc.record({from: fc.nat(lines.length - 1), count: fc.integer({min: 1, max: 12}), edit: edits}), {minLength: 1, maxLength: 8})
	.map(parts => Buffer.concat(parts.flatMap(({from, count, edit}) => lines.slice(from, from + count).flatMap(line => [edited(line, edit), Buffer.from('\n')]))));

for (const [whose, lines] of [['fixtures', ours], ['samples and third parties', theirs]] as const) {
	const run = lines.length === 0 ? test.skip : test;
	run(`a line is read alike whether or not formats are turned away by what it lacks: ${whose}${lines.length === 0 ? ' (they are not on this machine)' : ''}`, t => {
		fc.assert(fc.property(runs(lines), content => {
			const {intake: _, ...quick} = collect(content);
			const {intake: _slow, ...slow} = collect(content, {options: {formats: asked}});
			t.deepEqual(quick, slow);
		}), {numRuns: 250});
	});
}

for (const odd of ['|', '0', 'x', ' ', '[', '<']) {
	test(`a line that begins with '${odd}' in place of its own first byte is read alike, too`, t => {
		const content = Buffer.concat(ours.flatMap(line => [Buffer.from(odd), line.subarray(1), Buffer.from('\n')]));
		const {intake: _, ...quick} = collect(content);
		const {intake: _slow, ...slow} = collect(content, {options: {formats: asked}});
		t.deepEqual(quick, slow);
	});
}

const headed = formats.filter(({headerHeads}) => headerHeads !== undefined);

for (const format of headed) {
	test(`no line names the columns of a table that does not begin as such lines of ${format.name} do`, t => {
		const others = [...ours, ...theirs].filter(line => line.length > 0 && !format.headerHeads!.includes(String.fromCharCode(line[0]!)));
		const reader = format.open({hints: hintsAt(sampleTimeMs), json: new JsonMembers(), entry: new EntryFields(), layouts: auditLayouts});
		t.deepEqual(others.filter(line => reader.readHeader!(line, 0, line.length)), []);
	});
}
