import {Buffer} from 'node:buffer';
import test from 'ava';
import {notesLine} from '../../../source/export/notes-file.ts';
import {foreignText} from '../../../source/domain/foreign.ts';
import {formats} from '../../../source/format/formats.ts';
import {collect} from '../collected-events.ts';

const line = Buffer.from(notesLine({kind: 'event', time: '2026-03-03T09:06:52.562Z', author: 'dana', text: 'cable pulled on 10.9.9.9', severity: 'alert', device: '10.2.1.14'}, 0));

test('what was written by hand is read where the user says so: its author is no user, and stands before the text', t => {
	const {events, intake} = collect(line, {options: {override: 'notes'}});
	t.like(events[0], {format: 'notes', columns: {time: '2026-03-03T09:06:52.562Z', severity: 'alert', category: 'other', devices: ['10.2.1.14']}});
	t.is(events[0]?.columns.user, undefined);
	const facts = intake.describe(formats.findIndex(({name}) => name === 'notes'), line.subarray(0, -1));
	t.is(facts.message, foreignText('dana: cable pulled on 10.9.9.9'));
});

test('a log that says the same is a log', t => {
	const {events} = collect(line);
	t.is(events[0]?.format, 'json-lines');
});

test('a torn line in the notes file is shown as what it is', t => {
	const {events} = collect(Buffer.from('{"ledgerline":"note","te\n'), {options: {override: 'notes'}});
	t.is(events[0]?.format, 'plain-text');
});
