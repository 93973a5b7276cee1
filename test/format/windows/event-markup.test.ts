import {Buffer} from 'node:buffer';
import test from 'ava';
import {collect, recordOf} from '../collected-events.ts';

const event = '<Event><System><EventID>4624</EventID></System></Event>';
const laidOut = '<Event>\n<System><EventID>4624</EventID></System>\n</Event>';

/** What a log of that text is told as: each record and its format. */
function recordsIn(text: string, linesPerPush: number): ReadonlyArray<readonly [format: string, record: string]> {
	const content = Buffer.from(text);
	return collect(content, {linesPerPush}).events.map(each => [each.format, recordOf(content, each).toString().trim()]);
}

for (const [name, text, records] of [
	['an event laid out over lines at the head of a file', `${laidOut}\n`, [['windows-event-xml', laidOut]]],
	['the same below another line', `words\n${laidOut}\n`, [['plain-text', 'words'], ['windows-event-xml', laidOut]]],
	['a list behind a declaration', `<?xml version="1.0"?><Events>${event}${event}</Events>\n`, [['windows-event-xml', event], ['windows-event-xml', event]]],
	['words behind an event', `${event} words\n`, [['windows-event-xml', event], ['plain-text', 'words']]],
	['words between two', `${event}words${event}\n`, [['windows-event-xml', event], ['plain-text', `words${event}`]]],
	['a line between the head of a list and its first event', `<Events>\na line\n${event}\n`, [['plain-text', '<Events>'], ['plain-text', 'a line'], ['windows-event-xml', event]]],
] as const) {
	test(`events in XML: ${name}`, t => {
		t.deepEqual(recordsIn(text, Infinity), records);
		t.deepEqual(recordsIn(text, 1), records);
	});
}

test('events in XML behind a byte order mark are no damage', t => {
	t.deepEqual(collect(Buffer.from(`\u{FEFF}<Events>${event}</Events>\n`)).faults, []);
});
