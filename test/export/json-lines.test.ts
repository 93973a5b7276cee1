import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import type {EventDetails} from '../../source/engine/engine.ts';
import {jsonLines} from '../../source/export/json-lines.ts';
import {encodeForeign} from '../../source/text/foreign.ts';
import {details, gap, saying} from './sample-details.ts';

const jsonLine = (event: EventDetails): string => Buffer.from(jsonLines([event])).toString();

test('an event is one object with exactly what the record says, in one order', t => {
	t.is(jsonLine(details()), '{"kind":"event","time":"2026-03-03T09:06:52.562Z","source":"logs/mgmt-audit.log","generation":2,"offset":411,"format":"audit-log","category":"user-operation","action":"password-reset","type":"Password reset","severity":"info","severityWord":"INFO","user":"dana.admin","message":"Password reset: userName=dana.admin","fields":{"userName":"dana.admin"},"raw":"2026-03-03 09:06:52,562 [exec-9] INFO  audit- Password reset: userName=dana.admin"}\n');
});

test('a hole is an object of kind gap', t => {
	const line = jsonLine(gap());
	t.deepEqual(JSON.parse(line), {
		kind: 'gap',
		time: '2026-03-03T09:06:52.562Z',
		source: 'logs/mgmt-audit.log',
		generation: 2,
		offset: 411,
		message: 'about 52 kB missed between 10:11:12 and 10:11:15',
	});
});

for (const [name, change, key, value] of [
	['a time of nine digits keeps them', {row: {time: {micros: 1_772_528_812_562_004, nanos: 5, digits: 9}}}, 'time', '2026-03-03T09:06:52.562004005Z'],
	['a time of whole seconds has no fraction', {row: {time: {micros: 1_772_528_812_000_000, nanos: 0, digits: 0}}}, 'time', '2026-03-03T09:06:52Z'],
	['a borrowed time is absent', {row: {isTimeBorrowed: true}}, 'time', undefined],
	['no action is absent', {row: {action: 'none'}}, 'action', undefined],
	['no severity is absent', {row: {severity: 'none'}}, 'severity', undefined],
	['no severity word is absent', {severityWord: undefined}, 'severityWord', undefined],
	['no user is absent', {row: {user: undefined}}, 'user', undefined],
	['no devices are absent', {row: {devices: []}}, 'devices', undefined],
	['one device is a list too', {row: {devices: [foreignText('10.2.1.14')]}}, 'devices', ['10.2.1.14']],
	['a note written by hand is told from an event', {row: {format: 'notes'}, fields: [{name: 'ledgerline', value: foreignText('note')}]}, 'kind', 'note'],
	['an event written by hand is told from a note', {row: {format: 'notes'}, fields: [{name: 'ledgerline', value: foreignText('event')}]}, 'kind', 'created'],
	['a log that pretends to be a note is a log', {fields: [{name: 'ledgerline', value: foreignText('note')}]}, 'kind', 'event'],
	['devices are a list', {row: {devices: [foreignText('10.2.1.14'), foreignText('plc-3')]}}, 'devices', ['10.2.1.14', 'plc-3']],
	['a host is told', {row: {host: foreignText('sensor-north')}}, 'host', 'sensor-north'],
	['a result is told', {row: {result: 'failure'}}, 'result', 'failure'],
	['no fields are absent', {fields: []}, 'fields', undefined],
	['a name that occurs three times keeps all values in order', {fields: ['a', 'b', 'c'].map(value => ({name: 'op', value: foreignText(value)}))}, 'fields', {op: ['a', 'b', 'c']}],
	['bytes that were let go are absent', {raw: undefined, rawMissing: 'let go'}, 'raw', undefined],
] as const) {
	test(`shape: ${name}`, t => {
		const line = jsonLine(details(change));
		t.deepEqual((JSON.parse(line) as Record<string, unknown>)[key], value);
	});
}

test('an event of a hundred thousand records with the same names keeps every value', t => {
	const values = Array.from({length: 100_000}, (_, index) => String(index));
	const line = jsonLine(details({fields: values.map(value => ({name: 'path', value: foreignText(value)}))}));
	t.is(JSON.stringify((JSON.parse(line) as {fields: unknown}).fields), JSON.stringify({path: values}));
});

test('a field named __proto__ is a field like any other', t => {
	const line = jsonLine(details({fields: [{name: '__proto__', value: foreignText('x')}, {name: 'constructor', value: foreignText('y')}]}));
	t.true(line.includes('"fields":{"__proto__":"x","constructor":"y"}'));
});

test('the exact bytes of any record can be had back from its line', t => {
	const everyRecord = fc.property(fc.uint8Array(), raw => {
		const told = JSON.parse(jsonLine(saying('', raw))) as {raw: string};
		const back = encodeForeign(foreignText(told.raw));
		t.deepEqual(back, Buffer.from(raw));
	});
	fc.assert(everyRecord);
});

test('no text of a log gets a control byte, a bidi control or a line separator into the output', t => {
	const nastyText = fc.constantFrom('\u{1B}[2J', '\u{9B}2J', '\u{7F}', '\u{202E}', '\u{2028}', '\u{E0041}', '\u{DC80}');
	const everyText = fc.property(fc.string({unit: 'binary'}), nastyText, (text, nasty) => {
		const line = jsonLine(saying(text + nasty));
		t.notRegex(line.slice(0, -1), /[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Surrogate}]/u);
		t.is((JSON.parse(line) as {message: string}).message, text + nasty);
	});
	fc.assert(everyText);
});
