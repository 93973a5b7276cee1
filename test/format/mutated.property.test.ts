import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {collect, type Collected, tellEvent} from './collected-events.ts';
import {fixtureLines} from './fixture-lines.ts';

/** Of lists and pages, which have bytes around their records that belong to none, a few are mixed in as they are. */
const list = /^(?:[<\[]|\{"(?:value|records|Records|events|items)":)/v;
const lines = fixtureLines(20).filter(line => !list.test(line));
const listLines = ['[{"a":1},{"a":2}]', '{"records":[{"time":"2026-03-03T08:50:00Z"},{"a":2}]}', '[{"a":1},', '{"b":2}]', '<Events><Event><System></System></Event></Events>'];

/** What readers stumble over: marks of their grammars, bytes that are no text, and numbers and names that nothing holds. */
const marks = [...'"\'{}[]()<>,:;=|\\% \t\r\n\0\u{1B}\u{1D}\u{85}\u{FF}', '\r\n', '\0\0\0\0', '\u{C0}\u{80}', '\u{ED}\u{A0}\u{80}', '\u{EF}\u{BB}\u{BF}', String.raw`\u0000`, String.raw`\ud800`, String.raw`\u`];
const numbers = ['9007199254740993', '99999999999999999999999999999999', '1e999', '-1', '2026-02-30T25:61:61Z'];
const words = ['"__proto__":', '"constructor":{"prototype":1},', 'msg=audit(', '#fields\t', '#Fields: ', 'CEF:', '__CURSOR=', 'name,time,severity,message', '<999>'];
const anyByte = fc.integer({min: 0, max: 255}).map(byte => String.fromCharCode(byte));
const odd = fc.oneof(fc.constantFrom(...marks, ...numbers, ...words), anyByte);
const many = fc.tuple(odd, fc.constantFrom(1, 1, 1, 200)).map(([text, count]) => text.repeat(count));

/** A line in which, at a few places, bytes are gone and odd ones stand; or one spliced from two. */
const mutation = fc.tuple(fc.nat(), fc.constantFrom(0, 0, 1, 4, 200), many);
const mutatedLine = fc.tuple(fc.constantFrom(...lines), fc.array(mutation, {maxLength: 3})).map(([line, mutations]) => {
	let mutated = line;
	for (const [place, gone, text] of mutations) {
		const at = place % (mutated.length + 1);
		mutated = mutated.slice(0, at) + text + mutated.slice(at + gone);
	}

	return mutated;
});
const splicedLine = fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...lines), fc.nat(), fc.nat())
	.map(([first, second, end, start]) => first.slice(0, end % (first.length + 1)) + second.slice(start % (second.length + 1)));
const line = fc.oneof({arbitrary: mutatedLine, weight: 6}, {arbitrary: splicedLine, weight: 2}, fc.constantFrom(...listLines), fc.constantFrom('', '\r'));
const content = fc.tuple(fc.array(line, {maxLength: 8}), fc.constantFrom('\n', '\n', '\r\n', '\n\n')).map(([several, newline]) => Buffer.from(several.join(newline), 'latin1'));

test('of lines changed anywhere every byte is in one event, every event can be told, and it is the same however the bytes arrive', t => {
	fc.assert(fc.property(content, fc.integer({min: 1, max: 5}), (bytes, linesPerPush) => {
		const collected = collect(bytes);
		t.notRegex(lostIn(bytes, collected), /[^\s,\[\]\{\}]/v);
		for (const event of collected.events) {
			tellEvent(bytes, collected, event);
		}

		t.deepEqual(collect(bytes, {linesPerPush}).events, collected.events);
	}), {numRuns: 800});
});

/** The bytes that no event has, but for what stands around the records of the lists; bytes that two events have are a failure. */
function lostIn(bytes: Uint8Array, {events}: Collected): string {
	const owners = new Uint8Array(bytes.length);
	for (const {offset, length} of events.flatMap(({ranges}) => ranges)) {
		for (let at = offset; at < offset + length; at++) {
			owners[at]!++;
		}
	}

	if (owners.some(count => count > 1)) {
		return 'bytes that two events have';
	}

	const lost = Buffer.from(bytes.map((byte, at) => owners[at] === 0 ? byte : 0x20)).toString('latin1');
	return lost.replaceAll(/"records":|<[^<>]*>|\u{EF}\u{BB}\u{BF}|\0/gv, '');
}
