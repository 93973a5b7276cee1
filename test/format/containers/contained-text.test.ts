import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {collect, tellEvent} from '../collected-events.ts';

const time = '2026-03-03T08:50:00.000000000Z';

/** The two ways in which parts of a line are kept. */
const keepers = [
	['container-log', (text: string, isPart: boolean) => `${time} stdout ${isPart ? 'P' : 'F'} ${text}\n`],
	['docker-log', (text: string, isPart: boolean) => `${JSON.stringify({log: isPart ? text : `${text}\n`, stream: 'stdout', time})}\n`],
] as const;

const login = '{"level":"error","msg":"login failed for r.lind from 10.20.0.99","user":"r.lind"}';

const places = fc.uniqueArray(fc.integer({min: 1, max: login.length - 1}), {maxLength: 12});

/** The text cut at these places. */
function piecesOf(text: string, cuts: readonly number[]): string[] {
	const ends = [...cuts.toSorted((one, other) => one - other), text.length];
	return ends.map((end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
}

for (const [format, keep] of keepers) {
	const inParts = (parts: readonly string[]): Uint8Array => Buffer.from(parts.map((part, at) => keep(part, at < parts.length - 1)).join(''));

	test(`however a node cut a line, it is one event with the columns of the whole: ${format}`, t => {
		const whole = collect(inParts([login])).events[0]!;
		const cutAnywhere = fc.property(places, cuts => {
			const {events} = collect(inParts(piecesOf(login, cuts)));
			t.is(events.length, 1);
			t.deepEqual(events[0]!.columns, whole.columns);
		});
		fc.assert(cutAnywhere);
	});

	// Each part read with all before it: this would take minutes.
	test(`a line in fifty thousand parts is one event, in the time of its bytes: ${format}`, t => {
		const content = inParts([...login.slice(0, -1), ...Array.from({length: 50_000}, () => ' '.repeat(16)), '}']);
		const collected = collect(content);
		t.like(collected.events, {length: 1, 0: {columns: {user: 'r.lind'}}});
		t.notThrows(() => tellEvent(content, collected, collected.events[0]!));
	});

	test(`of a line whose end never comes all that came is an event: ${format}`, t => {
		const content = Buffer.from(Array.from({length: 500}, (_, at) => keep(`word${at} `, true)).join(''));
		const {events} = collect(content);
		t.is(events.length, 1);
		// Line ends between and behind the parts belong to it or to nothing.
		t.true(events[0]!.ranges.reduce((sum, {length}) => sum + length, 0) >= content.length - 500);
	});
}
