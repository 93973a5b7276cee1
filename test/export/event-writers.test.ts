import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import test from 'ava';
import type {EventDetails} from '../../source/engine/engine.ts';
import {eventWriters, safeForTerminal, type OutputForm} from '../../source/export/event-writers.ts';
import {decodeForeign} from '../../source/text/foreign.ts';
import {details, doneBy, gap, nameOf, saying} from './sample-details.ts';

function written(form: OutputForm, ...batch: readonly EventDetails[]): string {
	const bytes = eventWriters[form](nameOf).write(batch);
	return Buffer.from(bytes).toString();
}

test('a text line tells time, severity, source, action, user and message', t => {
	t.is(written('text', details()), '2026-03-03T09:06:52.562Z  I  mgmt-audit.log  Password reset     dana.admin  Password reset: userName=dana.admin\n');
});

test('a text line has a dash where the record names nobody, and a tilde at a borrowed time', t => {
	t.is(written('text', details({row: {user: undefined, action: 'none', isTimeBorrowed: true, severity: 'none'}})), '~2026-03-03T09:06:52.562Z     mgmt-audit.log  -                  -  Password reset: userName=dana.admin\n');
});

test('an event of several lines is one text line', t => {
	t.true(written('text', saying('one\ntwo')).endsWith('one\\ntwo\n'));
});

test('raw output is the record\'s bytes and a newline', t => {
	const raw = Buffer.from([0x00, 0x1B, 0xFF, 0x0D]);
	t.deepEqual(eventWriters.raw(nameOf).write([details({raw})]), Buffer.concat([raw, Buffer.from('\n')]));
});

for (const form of ['text', 'raw'] as const) {
	test(`a hole is a line that begins with !GAP in ${form} output`, t => {
		t.is(written(form, gap()), '!GAP 2026-03-03T09:06:52.562Z mgmt-audit.log: about 52 kB missed between 10:11:12 and 10:11:15\n');
	});
}

test('raw output says so where the bytes of a record were let go', t => {
	t.is(written('raw', details({raw: undefined, rawMissing: 'the file is gone'})), '!GAP 2026-03-03T09:06:52.562Z mgmt-audit.log: the file is gone\n');
});

const payloadsPath = 'test/fixtures/hostile/hostile.ndjson';
for (const form of ['text', 'raw', 'jsonl', 'csv'] as const) {
	test(`no hostile payload drives the terminal through ${form} output`, t => {
		const writer = safeForTerminal(eventWriters[form](nameOf));
		for (const raw of payloads()) {
			const text = decodeForeign(raw);
			const bytes = writer.write([saying(text, raw), doneBy(text)]);
			const shown = Buffer.from(bytes).toString().replaceAll('\n', '');
			t.notRegex(shown, /[\p{Control}\p{Format}]/u);
		}
	});
}

function payloads(): Uint8Array[] {
	const lines = readFileSync(payloadsPath, 'utf8').trim().split('\n').map(line => JSON.parse(line) as {readonly payload_hex: string});
	return lines.map(line => Buffer.from(line.payload_hex, 'hex'));
}
