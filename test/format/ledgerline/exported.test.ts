import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../../source/domain/foreign.ts';
import type {EventDetails} from '../../../source/engine/engine.ts';
import {csvHeader, csvRows} from '../../../source/export/csv.ts';
import {jsonLines} from '../../../source/export/json-lines.ts';
import {decodeForeign} from '../../../source/text/foreign.ts';
import {details, gap} from '../../export/sample-details.ts';
import {collect, tellEvent} from '../collected-events.ts';

const forms = [
	['ledgerline-json', jsonLines],
	['ledgerline-csv', (events: readonly EventDetails[]) => Buffer.concat([csvHeader(), csvRows(events)])],
] as const;

/** What a log may say: any bytes, as they are had from one; and what drives spreadsheets, quotes and JSON. */
const foreign = fc.oneof(
	fc.uint8Array({maxLength: 20}).map(bytes => decodeForeign(bytes)),
	fc.constantFrom('=cmd|\' /C calc\'!A0', '\t=1', '-2', '"', '""', 'a"b', ',;', '\'=1', '\r\n', '\u{1B}[2J', '\u{202E}', String.raw`\u001b`, '{}').map(text => foreignText(text)),
);

const something = foreign.filter(text => text !== '');

const event = fc.record({user: something, type: something, host: something, message: foreign, value: something, devices: fc.uniqueArray(fc.ipV4().map(text => foreignText(text)), {maxLength: 8})})
	.map(({message, value, ...row}) => details({row, message, fields: [{name: 'userName', value}, {name: 'a.b', value}, {name: 'userName', value: foreignText('2')}]}));

for (const [format, write] of forms) {
	test(`an export read again tells the same events: ${format}`, t => {
		fc.assert(fc.property(fc.array(event, {minLength: 1, maxLength: 4}), events => {
			const content = write(events);
			const collected = collect(content);
			t.deepEqual(collected.faults, []);
			t.deepEqual(collected.events.map(({type}) => type), events.map(({row}) => row.type));
			t.deepEqual(collected.events.map(each => ({...tellEvent(content, collected, each), offset: 0})), events.map(({row, message, fields}) => ({
				offset: 0,
				format,
				time: '2026-03-03T09:06:52.562Z',
				severity: 'info',
				category: 'user-operation',
				action: 'password-reset',
				user: row.user!,
				host: row.host!,
				...(row.devices.length > 0 && {devices: [...row.devices]}),
				severityWord: 'INFO',
				message,
				fields: {kind: 'event', source: 'logs/mgmt-audit.log', generation: '2', offset: '411', format: 'audit-log', userName: [fields[0]!.value, '2'], 'a.b': fields[1]!.value},
			})));
		}), {numRuns: 200});
	});

	test(`a hole that was exported is an event with its sentence: ${format}`, t => {
		const content = write([details(), gap()]);
		const collected = collect(content);
		t.like(tellEvent(content, collected, collected.events[1]!), {format, category: 'other', message: 'about 52 kB missed between 10:11:12 and 10:11:15', fields: {kind: 'gap'}});
	});

	test(`an event whose record had no time gets none of its own: ${format}`, t => {
		const content = write([details({row: {isTimeBorrowed: true}})]);
		const [only] = collect(content).events;
		t.is(only!.format, format);
		t.is(only!.columns.time, undefined);
	});
}

test('what an export leaves out of an event is not read from what stands before it', t => {
	const {events} = collect(Buffer.from('{"kind":"event","source":"a.log","generation":1,"offset":0,"category":"alert","message":""}\n'));
	t.deepEqual(events[0]!.columns, {category: 'alert'});
});

test('a row of an export in which cells are missing is shown as it is', t => {
	const content = Buffer.concat([csvHeader(), Buffer.from('event,2026-03-03T09:06:52Z,audit.log\r\n')]);
	t.is(collect(content).events[0]!.format, 'plain-text');
});

test('the rows of an export are no export without its heading line', t => {
	const {events} = collect(csvRows([details()]));
	t.false(events.some(({format}) => format === 'ledgerline-csv'));
});
