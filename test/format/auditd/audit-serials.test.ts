import test from 'ava';
import fc from 'fast-check';
import {AuditSerials} from '../../../source/format/auditd/audit-serials.ts';

/** The serials told missing by a sentence. */
function missingIn(sentence: string): readonly number[] {
	const ranges = /serial (?<ranges>.*)\.$/v.exec(sentence)!.groups!.ranges!.split(', ');
	return ranges.flatMap(range => {
		const [first = 0, last = first] = range.split(' to ').map(Number);
		return Array.from({length: last - first + 1}, (_, at) => first + at);
	});
}

function toldOf(serials: readonly number[]): readonly string[] {
	const seen = new AuditSerials();
	const sentences = serials.map(serial => seen.see(serial, 0));
	return [...sentences, seen.tellRest()].filter(sentence => sentence !== undefined);
}

const serials = fc.array(fc.integer({min: 100, max: 160}), {minLength: 1, maxLength: 50});

test('in any order of coming, the serials told missing are those behind the first that never came', t => {
	fc.assert(fc.property(serials, all => {
		const [first] = all;
		const highest = Math.max(...all);
		const never = Array.from({length: highest - first! + 1}, (_, at) => first! + at).filter(serial => !all.includes(serial));
		t.deepEqual(toldOf(all).flatMap(sentence => missingIn(sentence)), never);
	}), {numRuns: 500});
});

test('however many serials are missing at one time, a sentence names a few hundred, and no serial twice', t => {
	const even = Array.from({length: 20_000}, (_, at) => 2 * at);
	const told = toldOf([...even, ...even.map(serial => serial + 1)]);
	const missing = told.flatMap(sentence => missingIn(sentence));
	t.true(told.every(sentence => sentence.length < 10_000));
	t.deepEqual(missing, [...new Set(missing)]);
	// The newest were still waited for, and came.
	t.is(missing.length, 77 * 256);
});
