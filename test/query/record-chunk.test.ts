import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {isFoundIn, needleOf} from '../../source/query/needle.ts';
import {RecordChunk} from '../../source/query/record-chunk.ts';

/** Records one after the other, with a newline between, as they lie in a file. */
function chunkOf(records: readonly string[]): RecordChunk {
	const starts: number[] = [];
	const ends: number[] = [];
	let at = 0;
	for (const record of records) {
		starts.push(at);
		at += Buffer.byteLength(record);
		ends.push(at++);
	}

	return new RecordChunk(Buffer.from(records.join('\n')), {starts, ends});
}

function foundIn(chunk: RecordChunk, text: string): number[] {
	const found = new Uint8Array(chunk.count);
	chunk.markFound(needleOf(text), found);
	return found.keys().filter(index => found[index] === 1).toArray();
}

const letters = fc.string({unit: fc.constantFrom('a', 'A', 'b', ' ', 'é', 'É', 'ש', '\u{1F600}'), maxLength: 8});

test('a search through a whole chunk finds the records that hold the text, and no others', t => {
	fc.assert(fc.property(fc.array(letters, {maxLength: 12}), letters, (records, text) => {
		const needle = needleOf(text);
		t.deepEqual(foundIn(chunkOf(records), text), records.keys().filter(index => isFoundIn(needle, records[index]!)).toArray());
	}), {numRuns: 500});
});

test('text that begins in one record and ends in the next is found in neither', t => {
	t.deepEqual(foundIn(chunkOf(['xa', 'by', 'a\nb']), 'a\nb'), [2]);
});

test('a record is looked at only inside its bounds', t => {
	const chunk = new RecordChunk(Buffer.from('abc abc'), {starts: [1], ends: [6]});
	t.deepEqual(foundIn(chunk, 'abc'), []);
	t.deepEqual(foundIn(chunk, 'bc ab'), [0]);
});

for (const [text, hasEscapes] of [
	[String.raw`{"content":"line\nline"}`, true],
	['user #033[31m', true],
	['type=PROCTITLE msg=audit(1700000000.123:7): proctitle=2F62696E2F6C73', true],
	['{"_PID":"7","MESSAGE":[70,97,105,108]}', true],
	['2026-03-03,"one ""quoted"" word"', true],
	['<Data>O&apos;Neil</Data>', true],
	['<Data>one&#9;two</Data>', true],
	['GET /list?a=1&b=2;c', false],
	['{"a":"","b":["",""]} key="" other=""', false],
	['Learn: alertId=4014233', false],
	['User creation: user=svc-backup role=ADMIN', false],
] as const) {
	test(`escapes ${hasEscapes ? 'are seen' : 'are not imagined'}: ${text}`, t => {
		t.is(chunkOf([text]).hasEscapes(0), hasEscapes);
	});
}

test('only the records that hold escapes are said to', t => {
	const chunk = chunkOf(['plain', String.raw`a\nb \u0041`, 'plain too', 'x #033', '']);
	t.deepEqual(Array.from({length: chunk.count}, (_, index) => chunk.hasEscapes(index)), [false, true, false, true, false]);
});

for (const [text, haystack, isFound] of [
	['dana', 'DANA', true],
	['Dana', 'dana', false],
	['Dana', 'x Dana y', true],
	['é', 'É', true],
	['', 'anything', true],
] as const) {
	test(`letter case: '${text}' ${isFound ? 'finds' : 'does not find'} '${haystack}'`, t => {
		t.is(isFoundIn(needleOf(text), haystack), isFound);
		t.deepEqual(foundIn(chunkOf([haystack]), text), isFound ? [0] : []);
	});
}
