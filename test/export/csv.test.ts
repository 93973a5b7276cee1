import {Buffer} from 'node:buffer';
import test from 'ava';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {foreignText} from '../../source/domain/foreign.ts';
import type {EventDetails} from '../../source/engine/engine.ts';
import {csvHeader, csvRows} from '../../source/export/csv.ts';
import {details, doneBy, gap, saying} from './sample-details.ts';

const header = Buffer.from(csvHeader()).toString();

/** What a reader of the file has, row by row: one that takes CR, LF and both for the end of a row, as spreadsheets do. */
function read(...events: readonly EventDetails[]): Array<Record<string, string>> {
	const body = Buffer.from(csvRows(events)).toString();
	return parse<Record<string, string>>(header + body, {columns: true, record_delimiter: ['\r\n', '\n', '\r']}); // eslint-disable-line @typescript-eslint/naming-convention -- csv-parse's own name
}

test('the header names every column, and lines end as RFC 4180 has it', t => {
	t.is(header, 'kind,time,source,generation,offset,format,category,action,type,severity,severityWord,user,devices,host,result,message,fields,raw,guarded\r\n');
});

test('an event is one row; what the record does not say is an empty cell', t => {
	const devices = ['10.2.1.14', '10.2.1.25'].map(device => foreignText(device));
	t.deepEqual(read(details({row: {devices}}), gap()), [
		{
			kind: 'event',
			time: '2026-03-03T09:06:52.562Z',
			source: 'logs/mgmt-audit.log',
			generation: '2',
			offset: '411',
			format: 'audit-log',
			category: 'user-operation',
			action: 'password-reset',
			type: 'Password reset',
			severity: 'info',
			severityWord: 'INFO',
			user: 'dana.admin',
			devices: '10.2.1.14;10.2.1.25',
			host: '',
			result: '',
			message: 'Password reset: userName=dana.admin',
			fields: '{"userName":"dana.admin"}',
			raw: '2026-03-03 09:06:52,562 [exec-9] INFO  audit- Password reset: userName=dana.admin',
			guarded: '',
		},
		{
			...Object.fromEntries(header.trim().split(',').map(name => [name, ''])),
			kind: 'gap',
			time: '2026-03-03T09:06:52.562Z',
			source: 'logs/mgmt-audit.log',
			generation: '2',
			offset: '411',
			message: 'about 52 kB missed between 10:11:12 and 10:11:15',
		},
	]);
});

for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}']) {
	test(`a cell that begins with ${JSON.stringify(start)} is guarded, and its row says so`, t => {
		const [row] = read(doneBy(`${start}cmd|' /C calc'!A0`));
		t.is(row!.user, `'${start}cmd|' /C calc'!A0`);
		t.is(row!.guarded, 'user');
	});
}

test('quotes, commas and newlines in any text come back as they were, the guard taken off', t => {
	const awkward = fc.constantFrom('"', ',', '\n', '\r', '=', '\'', 'a', ' ', 'é');
	const everyText = fc.property(fc.string({unit: awkward}), text => {
		const [row] = read(saying(text));
		const isGuarded = row!.guarded!.split(' ').includes('message');
		t.is(isGuarded ? row!.message!.slice(1) : row!.message, text);
	});
	fc.assert(everyText);
});

test('bytes that are not UTF-8 reach the file as they were', t => {
	const raw = Buffer.from([0x61, 0xFF, 0x62]);
	const csv = Buffer.from(csvRows([saying('damaged', raw)]));
	t.true(csv.includes(raw));
});
