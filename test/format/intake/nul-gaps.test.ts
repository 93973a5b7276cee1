import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {collect, recordOf, tellEvent} from '../collected-events.ts';

const line = (second: number) => `2026-03-03 08:50:0${second},000 [t] INFO  audit- Login: user=dana`;
const gap = '\0'.repeat(4096);
const lostText = ['nul-bytes-skipped'];

/** What a machine that lost its power left of a log, and what it wrote after the start. */
for (const [name, text, records, faults] of [
	['between two lines', `${line(0)}\n${gap}${line(1)}\n`, [line(0), `${gap}${line(1)}`], lostText],
	['in the midst of a line', `${line(0).slice(0, 40)}${gap}${line(1)}\n`, [line(0).slice(0, 40), `${gap}${line(1)}`], lostText],
	['twice in one line', `${line(0)}${gap}${line(1)}${gap}${line(2)}\n`, [line(0), `${gap}${line(1)}`, `${gap}${line(2)}`], lostText],
	['in the midst of an object of JSON', `{"time":"2026-03-03T08:50:00Z","us${gap}{"time":"2026-03-03T08:50:01Z","a":1}\n`, ['{"time":"2026-03-03T08:50:00Z","us', `${gap}{"time":"2026-03-03T08:50:01Z","a":1}`], ['record-damaged']],
	['at the end, where nothing was written since', `${line(0)}\n${gap}`, [line(0), gap], lostText],
	['before an empty line', `${line(0)}\n${gap}\n\n${line(1)}\n`, [line(0), `${gap}\n`, line(1)], lostText],
	['behind an empty line at the head', `\r${gap}${line(1)}\n`, [`\r${gap}${line(1)}`], lostText],
	['so short that a program may have printed it', `${line(0)}\0\0\0 and more\n`, [`${line(0)}\0\0\0 and more`], []],
] as const) {
	test(`a line behind lost text is an event of its own, and each byte is kept: NULs ${name}`, t => {
		const bytes = Buffer.from(text);
		const {events, faults: told} = collect(bytes);
		t.deepEqual(events.map(event => recordOf(bytes, event).toString()), [...records]);
		t.deepEqual([...new Set(told)], [...faults]);
	});
}

test('a line behind lost text says what it says without the NULs', t => {
	const bytes = Buffer.from(`${line(0)}\n${gap}\u{FEFF}${line(1)}\n`);
	const collected = collect(bytes);
	const [before, behind] = collected.events.map(event => tellEvent(bytes, collected, event));
	t.deepEqual(behind, {...before, offset: 58, time: '2026-03-03T08:50:01.000Z'} as typeof behind);
});

test('wherever text was lost, each byte is in one event, and however the bytes arrive the same events come out', t => {
	const piece = fc.oneof(
		{weight: 3, arbitrary: fc.constantFrom('\0'.repeat(16), '\0'.repeat(15), '\0'.repeat(40))},
		fc.constantFrom('\n', '\r\n', ' ', '\n\n', line(0), `${line(1)}\n`, '\u{FEFF}', 'no time', '"', 'name,time,severity,message\n', '#fields\tts\tuid\n'),
	);
	fc.assert(fc.property(fc.array(piece, {maxLength: 20, size: 'max'}), fc.integer({min: 1, max: 3}), (pieces, linesPerPush) => {
		const bytes = Buffer.from(pieces.join(''));
		const {events} = collect(bytes);
		t.deepEqual(collect(bytes, {linesPerPush}).events, events);

		const ranges = events.flatMap(event => event.ranges).toSorted((a, b) => a.offset - b.offset);
		let at = 0;
		for (const {offset, length} of ranges) {
			t.is(bytes.toString('latin1', at, offset).replace('\n', ''), '', 'nothing but one newline lies between two events');
			at = offset + length;
		}

		t.is(bytes.toString('latin1', at).replace('\n', ''), '');
	}), {numRuns: 300});
});
