import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {findTime, named, numeric, readAnyTime} from '../../../source/format/time/find-time.ts';
import {Stamp} from '../../../source/format/time/stamp.ts';
import {hintsAt, sampleTimeMs} from '../collected-events.ts';

const piece = fc.constantFrom(
	'2026', '26', '3', '03', 'Mar', 'mar', 'Tue', 'tue', '20260303', '085012', '08:50:12', '8:50', '-', '/', '.', ' ', '  ', ', ', ':', 'T', '_', 'W10', '062', '.123', ' AM', '+01:00', ' UTC', 'x', '[',
);
const date = fc.constantFrom(
	'2026-03-03 08:50:12', '2026/03/03 08:50:12', '03/Mar/2026:08:50:12', '03/04/2026 08:50:12', '1/9/2007 9:41:00 AM', '3/4/26 8:50', '03-Mar-2026 08:50:12', '3 Mar 2026 08:50:12', '03.03.2026 08:50:12', '03-03-2026 08:50:12', '2026.03.03-08:50:12', '20260303T085012', '20260303-085012', '20260303_085012', '20260303 085012', '20260303 08:50:12', '2026-W10-2T08:50:12', '2026-062T08:50:12', '03-03 08:50:12', '03.03 08:50:12', '03/03 08:50:12', 'Mar  3 08:50:12', 'Mar 03, 2026 8:50:12 AM', 'mar/03/2026 08:50:12', 'Tue Mar  3 08:50:12 2026', 'Tue, 03 Mar 2026 08:50:12', 'Tue 2026-03-03 08:50:12', 'Tue Mar  3 08:50:12 CET 2026',
);
const text = fc.oneof(fc.array(piece, {maxLength: 9}).map(pieces => pieces.join('')), date, fc.tuple(date, piece).map(([one, other]) => one + other), fc.tuple(date, fc.nat(30)).map(([one, cut]) => one.slice(0, cut)));
const lineText = fc.oneof(text, fc.constantFrom(' ', ' at ', 'x', '7'));

test('no time is turned away by a look at its first bytes', t => {
	fc.assert(fc.property(text, written => {
		const bytes = Buffer.from(written);
		const [quick, slow] = [new Stamp(hintsAt(sampleTimeMs)), new Stamp(hintsAt(sampleTimeMs))];
		const isFound = [...numeric, ...named].some(read => read(bytes, 0, bytes.length, slow) && !Number.isNaN(slow.micros));
		t.is(readAnyTime(bytes, 0, bytes.length, quick), isFound, written);
		t.deepEqual(isFound ? told(quick) : [], isFound ? told(slow) : [], written);
	}), {numRuns: 3000});
});

test('no line is turned away for telling no time because its digits are few', t => {
	fc.assert(fc.property(fc.array(lineText, {maxLength: 5}), pieces => {
		const line = `text ${pieces.join('')}`;
		const bytes = Buffer.from(line);
		const stamp = new Stamp(hintsAt(sampleTimeMs));
		const slow = line.matchAll(/(?<![\da-z])[\da-z]/giv).find(({index}) => index < farthestBytes && readAnyTime(bytes, index, bytes.length, stamp));
		t.is(findTime(bytes, 0, bytes.length, stamp), slow?.index ?? -1, line);
	}), {numRuns: 2000});
});

/** How far into a line a time is looked for. */
const farthestBytes = 160;

const told = ({micros, nanos, digits, end}: Stamp) => [micros, nanos, digits, end];
