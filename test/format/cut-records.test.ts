import {Buffer} from 'node:buffer';
import test from 'ava';
import {collect, type Collected, tellEvent} from './collected-events.ts';
import {fixtureLines} from './fixture-lines.ts';

const lines = fixtureLines(20);

/** A long line is cut at so many places, spread over it: what stands far behind the head is cut alike wherever it is. */
const cuts = 40;

/** The line cut after ever more bytes, each piece a line: what an intake meets after a crash, a full disk or a copy that came too early. */
function cutsOf(line: string): Uint8Array {
	const step = Math.max(1, Math.floor(line.length / cuts));
	const ends = Array.from({length: line.length}, (_, index) => index + 1).filter(end => end < cuts / 2 || end % step === 0);
	return Buffer.from(ends.map(end => line.slice(0, end)).join('\n'), 'latin1');
}

/** The bytes that no event has. */
function lostIn(content: Uint8Array, {events}: Collected): string {
	const lost = Uint8Array.from(content);
	for (const {offset, length} of events.flatMap(({ranges}) => ranges)) {
		lost.fill(0x20, offset, offset + length);
	}

	return Buffer.from(lost).toString('latin1');
}

/** Around the records of a list, or of the page that holds one, stand bytes that belong to none. */
const list = /^(?:\[|<|\{"(?:value|records|Records|events|items)":)/v;

test('of lines cut anywhere every byte is in an event, and every event can be described', t => {
	const lost = lines.filter(line => {
		const content = cutsOf(line);
		const collected = collect(content);
		for (const event of collected.events) {
			tellEvent(content, collected, event);
		}

		return !list.test(line) && /[^\s,\[\]\{\}]/v.test(lostIn(content, collected));
	});
	t.deepEqual(lost, []);
	t.true(lines.length > 200);
});
