import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import test from 'ava';
import {foreignText} from '../../../source/domain/foreign.ts';
import {isoTime} from '../../../source/domain/time.ts';
import {Stamp} from '../../../source/format/time/stamp.ts';
import {spelledTime} from '../../../source/format/time/time-spelled.ts';
import {formatsByPath} from '../../../source/format/user-formats/formats-by-path.ts';
import {readFormatSet} from '../../../source/format/user-formats/user-formats.ts';
import {collect, hintsAt, recordOf, sampleTimeMs} from '../collected-events.ts';

const folder = new URL('../../fixtures/user-formats/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const gate = readFormatSet({formatsText: [{name: 'gate.json', text: textOf('gate.json')}]});

test('records of a format that the user brought are read by its groups', t => {
	const content = readFileSync(new URL('gate.log', folder));
	const {events, intake} = collect(content, {options: {formats: gate.formats}});
	t.deepEqual(events.map(({format}) => format), ['gate_log', 'gate_log', 'console-audit']);
	t.deepEqual(events[0]!.columns, {
		time: '2026-03-03T08:50:12.418Z', severity: 'alert', category: 'other', user: 'dana', host: 'gate-2.plant.local', devices: ['gate-2.plant.local', '10.2.1.77'],
	});
	const {message, severityWord, fields} = intake.describe(gate.formats.findIndex(({name}) => name === 'gate_log'), recordOf(content, events[0]!));
	t.is(message, foreignText('door 4 forced from 10.2.1.77\n  held open 12 s'));
	t.is(severityWord, foreignText('FAIL'));
	t.deepEqual(fields.map(({name, value}) => `${name}=${value}`), ['user=dana', 'hostname=gate-2.plant.local', 'correlationId= 17']);
});

test('what of a format file cannot be used is named', t => {
	t.deepEqual(gate.refused, [
		'gate.json: the format \'lying_log\' is refused: its sample 1 fits none of its patterns.',
	]);
	t.deepEqual(gate.incomplete.toSorted(), [String.raw`gate.json: the format 'gate_log': left out is 'regex/back' ('\1' is not supported), 'timestamp-format' "%Q" (%Q).`]);
});

for (const [name, text, sentence] of [
	['no JSON', '{', 'x.json is not JSON: none of its formats is used.'],
	...['[1,2]', 'null', '7'].map(text => [`JSON that is no object: ${text}`, text, 'x.json defines no formats: it is JSON, but not an object of formats by their names.'] as const),
	['no patterns', '{"a": {}}', 'x.json: the format \'a\' is refused: it has no patterns ("regex"), and no other file of formats has them for it.'],
	['no time', '{"a": {"regex": {"b": {"pattern": "x"}}}}', 'x.json: the format \'a\' is refused: none of its patterns has a group \'timestamp\'.'],
	['text inside other records', '{"a": {"regex": {"b": {"pattern": "x", "module-format": true}}}}', 'x.json: the format \'a\' is refused: it describes what stands inside records of other formats (\'module-format\'), and has no time of its own.'],
	['a table', '{"a": {"file-type": "tabular"}}', 'x.json: the format \'a\' is refused: it describes a table, and tables are read by their heading line.'],
	['a sample in JSON without its time', '{"a": {"json": true, "sample": [{"line": "{}"}]}}', 'x.json: the format \'a\' is refused: its sample 1 has no time where it says.'],
	['no pattern that can be used', String.raw`{"a": {"regex": {"b": {"pattern": "(?<timestamp>.)\\1"}}}}`, /none of its patterns can be used: 'regex\/b'/v],
	['a level that its sample has not', '{"a": {"regex": {"b": {"pattern": "(?<timestamp>[^ ]+) (?<level>.)"}}, "level": {"error": "E", "info": "I"}, "sample": [{"line": "2026-03-03T08:50:12Z I", "level": "error"}]}}', /its sample 1 does not have the level 'error'/v],
	['a name that is taken', '{"syslog": {"regex": {"b": {"pattern": "(?<timestamp>.*)"}}}}', 'The format \'syslog\' is refused: there is another of that name.'],
] as const) {
	test(`a format that cannot be used is told in a sentence: ${name}`, t => {
		const {refused} = readFormatSet({formatsText: [{name: 'x.json', text}]});
		t.is(refused.length, 1);
		t.regex(refused[0]!, sentence instanceof RegExp ? sentence : new RegExp(`^${RegExp.escape(sentence)}$`, 'v'));
	});
}

test('records in JSON are read where a format of the user\'s says that things lie', t => {
	const definition = {edge: {
		'file-type': 'json', 'timestamp-field': 'at/seconds', 'subsecond-field': 'at/nano', 'subsecond-units': 'nano', 'level-field': 'cache', level: {info: 'hit', warning: 'miss'},
		'body-field': 'said/text', 'opid-field': 'ray', 'line-format': [{field: 'said/text'}], 'file-pattern': 'edge',
		sample: [{line: '{"at": {"seconds": 1772527812}, "said": {"text": "x"}, "cache": "miss"}', level: 'warning'}],
	}};
	const {formats, refused, incomplete} = readFormatSet({formatsText: [{name: 'edge.json', text: JSON.stringify(definition)}]});
	t.deepEqual([refused, incomplete], [[], []]);
	const content = Buffer.from('{"at":{"seconds":1772527812,"nano":418000123},"said":{"text":"asked by 10.2.1.77"},"cache":"miss","ray":"r-1","user":"dana"}\n{"said":{"text":"no time"},"at":7}\n');
	const {events, intake} = collect(content, {options: {formats}});
	t.deepEqual(events.map(({format}) => format), ['edge', 'json-lines']);
	t.deepEqual(events[0]!.columns, {time: '2026-03-03T08:50:12.418000123Z', severity: 'notice', category: 'other', user: 'dana', devices: ['10.2.1.77']});
	const {message, severityWord, fields} = intake.describe(formats.length - 1, recordOf(content, events[0]!));
	t.is(message, foreignText('asked by 10.2.1.77'));
	t.is(severityWord, foreignText('miss'));
	t.true(fields.some(({name, value}) => name === 'correlationId' && value === foreignText('r-1')));
});

test('what lnav does without being told is done for its formats too', t => {
	const definition = {dated: {
		regex: {std: {pattern: String.raw`^(?<timestamp>\d{4}-\d{2}-\d{2}) (?<status>\d+): (?<clock>[\d:.]+) (?<body>.*)`}},
		'time-field': 'clock', 'level-field': 'status', level: {error: '^5'},
		sample: [{line: '2026-03-03 200: 08:50:12.418 fine', level: 'info'}, {line: '2026-03-03 503: 08:50:13.000 bad', level: 'error'}],
	}};
	const {formats, refused} = readFormatSet({formatsText: [{name: 'dated.json', text: JSON.stringify(definition)}]});
	t.deepEqual(refused, []);
	const {events} = collect(new TextEncoder().encode('2026-03-03 200: 08:50:12.418 fine\n'), {options: {formats}});
	t.deepEqual(events[0]!.columns, {time: '2026-03-03T08:50:12.418Z', severity: 'info', category: 'other'});
});

const readBy = (definitions: Readonly<Record<string, unknown>>, log: string): ReadonlyArray<{readonly format: string; readonly time: unknown; readonly user: unknown; readonly message: string}> => {
	const {formats, refused} = readFormatSet({formatsText: [{name: 'x.json', text: JSON.stringify(definitions)}]});
	const content = Buffer.from(log);
	const {events, intake} = collect(content, {options: {formats}});
	return refused.length > 0
		? []
		: events.map(event => ({
			format: event.format, time: event.columns.time, user: event.columns.user, message: intake.describe(formats.findIndex(({name}) => name === event.format), recordOf(content, event)).message,
		}));
};

// Both have the time and the text where caddy_log and bunyan_log of lnav 0.12.4 have them.
const jsonFormats = {
	proxy: {
		'file-type': 'json', 'timestamp-field': 'ts', 'opid-field': 'peer/client_ip', 'line-format': [{field: '__timestamp__'}, {field: 'peer/client_ip', prefix: ' '}, ' "', {field: 'method'}, ' ', {field: 'uri'}, {field: 'proto', prefix: ' '}, '" ', {field: 'status'}],
		value: {msg: {kind: 'string'}},
	},
	service: {'file-type': 'json', 'timestamp-field': 'ts', 'line-format': ['[', {field: 'ts'}, '] ', {field: 'unit'}, ': ', {field: 'said'}], value: {msg: {}, pid: {}}},
};

test('of several formats in JSON that may take a record, the one that speaks of most of it does, and its line is the message', t => {
	const log = [
		'{"ts":1772527812,"peer":{"client_ip":"10.2.1.77"},"method":"GET","uri":"/door","status":200}',
		'{"ts":1772527813,"unit":"gate","said":"door 4 forced","pid":7}',
		'{"ts":1772527814,"msg":"closing"}',
	].join('\n');
	t.deepEqual(readBy(jsonFormats, `${log}\n`).map(({format, message}) => [format, message]), [
		['proxy', '10.2.1.77 "GET /door" 200'], ['service', 'gate: door 4 forced'], ['proxy', 'closing'],
	]);
});

test('records that a format of the user\'s knows are its own even where those of one shape lead', t => {
	const others = '{"ts2":1,"msg":"x"}\n'.repeat(5);
	t.deepEqual(readBy(jsonFormats, `${others}{"ts":1772527814,"msg":"closing"}\n`).map(({format}) => format), [...Array.from({length: 5}, () => 'json-lines'), 'proxy']);
});

test('a line whose body is empty is its own message, unless more stands below it', t => {
	const block = {block: {regex: {std: {pattern: String.raw`^== (?<timestamp>[\d:T\-]+) by (?<cs_username>\S+) ==(?<body>.*)$`}}}};
	t.deepEqual(readBy(block, '== 2026-03-03T08:50:12 by "dana" ==\n== 2026-03-03T08:50:13 by - ==\ndoor 4\n').map(({user, message}) => [user, message]), [
		['dana', '== 2026-03-03T08:50:12 by "dana" =='], [undefined, 'door 4'],
	]);
});

test('a time is spelled as a format says only where that fits all of it', t => {
	const timed = {timed: {regex: {one: {pattern: String.raw`^# (?<timestamp>[\d: .\-]+); (?<body>.*)$`}}, 'timestamp-format': ['%i', '%Y-%m-%d %H:%M:%S']}};
	t.deepEqual(readBy(timed, '# 1772527812418; a\n# 2026-03-03 08:50:13.25; b\n').map(({time}) => time), ['2026-03-03T08:50:12.418Z', '2026-03-03T08:50:13.25Z']);
});

test('formats whose samples are of few others are asked first', t => {
	const wide = {regex: {std: {pattern: String.raw`^(?<timestamp>\S+) (?<body>.*)$`}}, sample: [{line: '2026-03-03T08:50:12Z x'}]};
	const narrow = {regex: {std: {pattern: String.raw`^(?<timestamp>\S+) door (?<body>.*)$`}}, sample: [{line: '2026-03-03T08:50:12Z door 4'}]};
	t.deepEqual(readBy({wide, narrow}, '2026-03-03T08:50:12Z door 4 open\n2026-03-03T08:50:12Z ; x\n').map(({format}) => format), ['narrow', 'wide']);
});

test('files of formats may have comments, and add to what another one defines', t => {
	const {formats, refused} = readFormatSet({formatsText: [
		{name: 'a.json', text: '{"gate": {"title": "", "highlights": {"x": {"pattern": "//"}}, "level": {"error": "E"}}} // more of it'},
		{name: 'b.json', text: String.raw`/* the gate */ {"gate": {"regex": {"std": {"pattern": "^(?<timestamp>\\S+) /\\*(?<level>.) (?<body>.*)"}}, "level": {"info": "I"}, "sample": [{"line": "2026-03-03T08:50:12Z /*E x", "level": "error"}]}}`},
	]});
	t.deepEqual(refused, []);
	t.is(formats.at(-1)!.title, 'gate');
});

test('a format is tried only on the paths that it is for, unless it is named', t => {
	const tableFor = formatsByPath(gate.formats);
	t.is(tableFor(foreignText('/var/log/gate.log.1')), gate.formats);
	const elsewhere = tableFor(foreignText('/var/log/syslog'));
	t.is(elsewhere, tableFor(foreignText('/var/log/auth.log')));
	const content = readFileSync(new URL('gate.log', folder));
	t.false(collect(content, {options: {formats: elsewhere}}).events.some(({format}) => format === 'gate_log'));
	t.is(collect(content, {options: {formats: elsewhere, override: 'gate_log'}}).events[0]!.format, 'gate_log');
});

for (const [spelling, text, time] of [
	['%Y-%m-%d %H:%M:%S.%f', '2026-03-03 08:50:12.000418', '2026-03-03T08:50:12.000418Z'],
	['%d/%b/%Y:%H:%M:%S %z', '03/Mar/2026:10:50:12 +0200', '2026-03-03T08:50:12Z'],
	['%a %B %e %I:%M:%S %p %y', 'Tue March  3 08:50:12 PM 26', '2026-03-03T20:50:12Z'],
	['%b %d %H:%M:%S', 'Mar 03 08:50:12', '2026-03-03T08:50:12Z'],
	['%F %T', '2026-03-03 08:50:12', '2026-03-03T08:50:12Z'],
	['%s', '1772527812', '2026-03-03T08:50:12Z'],
	['%i', '1772527812418', '2026-03-03T08:50:12.418Z'],
	['+%s', '+1772527812', '2026-03-03T08:50:12Z'],
	['%H:%M:%S', '08:50:12', '2026-04-02T08:50:12Z'],
	['%y%m%d %H%M%S', '260303 085012', '2026-03-03T08:50:12Z'],
	['%s.%f', '1772527812.418', '2026-03-03T08:50:12.418Z'],
	['%M:%S', '50:12', '2026-04-02T23:50:12Z'],
] as const) {
	test(`a time spelled ${spelling}`, t => {
		const read = spelledTime(spelling);
		const bytes = Buffer.from(text);
		const stamp = new Stamp(hintsAt(sampleTimeMs));
		t.true(typeof read === 'function' && read(bytes, 0, bytes.length, stamp));
		t.is(isoTime(stamp), time);
		t.is(stamp.end, bytes.length);
	});
}
