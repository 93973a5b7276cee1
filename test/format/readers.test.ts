import {Buffer} from 'node:buffer';
import test from 'ava';
import {auditLayouts} from '../../source/format/appliance/audit-layouts.ts';
import type {Format} from '../../source/format/format.ts';
import {formats} from '../../source/format/formats.ts';
import {openIntake} from '../../source/format/intake/intake.ts';
import {JsonMembers} from '../../source/format/json/json-members.ts';
import {EntryFields} from '../../source/format/journald/entry-fields.ts';
import {hintsAt, sampleTimeMs} from './collected-events.ts';

const sink = {add: () => 0, extend: nothing, attach: nothing, missing: nothing, fault: nothing};

/** The names of the formats whose readers were opened for some text. */
function openedFor(text: string): ReadonlySet<string> {
	const opened = new Set<string>();
	const watched = formats.map((format): Format => ({
		...format,
		open(kit) {
			opened.add(format.name);
			return format.open(kit);
		},
	}));
	const intake = openIntake(hintsAt(sampleTimeMs), {formats: watched}, sink);
	intake.push(Buffer.from(text), 0);
	intake.end(new Uint8Array(0), text.length);
	return opened;
}

test('a file without a line opens no reader', t => {
	t.is(openedFor('').size, 0);
});

test('a file whose first lines are understood opens no reader that is asked later', t => {
	const opened = openedFor('{"timestamp":1772527812000,"type":"USER_LOGIN","title":"User login","severity":"INFO","owner":"bob","content":"hi"}\n'.repeat(3));
	t.true(opened.has('sensor-timeline'));
	t.false(opened.has('json-lines'));
	t.false(opened.has('syslog'));
});

for (const format of formats) {
	test(`${format.name}: the table says whether lines name its columns`, t => {
		const reader = format.open({hints: hintsAt(sampleTimeMs), json: new JsonMembers(), entry: new EntryFields(), layouts: auditLayouts});
		t.is(format.hasHeaders === true, reader.readHeader !== undefined);
		t.true(format.headerHeads === undefined || format.hasHeaders === true);
	});
}

function nothing(): void {
	// What is told is not of interest here.
}
