import test from 'ava';
import fc from 'fast-check';
import {DeviceSets} from '../../source/store/device-sets.ts';
import {Dictionary, longestValueBytes, usualSeed} from '../../source/store/dictionary.ts';
import {draftOf} from './drafts.ts';

const roomy = 65_535;
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('the absent value is code 0 and empty', t => {
	const dictionary = new Dictionary(roomy);
	t.is(dictionary.codeOf(bytesOf('anything'), 3, 3), 0);
	t.is(dictionary.bytesOf(0).length, 0);
	t.is(dictionary.size, 1);
});

test('a value is read where it lies in a longer run of bytes', t => {
	const dictionary = new Dictionary(roomy);
	const code = dictionary.codeOf(bytesOf('user=dana role'), 5, 9);
	t.is(dictionary.codeOf(bytesOf('dana'), 0, 4), code);
	t.is(dictionary.find(bytesOf('dana')), code);
	t.is(dictionary.find(bytesOf('eve')), undefined);
});

test('a dictionary agrees with a map of texts, in codes and in bytes', t => {
	const value = fc.string({unit: 'binary', maxLength: 6});
	fc.assert(fc.property(fc.array(value, {maxLength: 500, size: 'max'}), texts => {
		const dictionary = new Dictionary(roomy);
		const twin = new Map<string, number>([['', 0]]);
		for (const text of texts) {
			const bytes = bytesOf(text);
			if (!twin.has(text.toWellFormed())) {
				twin.set(text.toWellFormed(), twin.size);
			}

			t.is(dictionary.codeOf(bytes, 0, bytes.length), twin.get(text.toWellFormed())!);
		}

		for (const [text, code] of twin) {
			t.deepEqual([...dictionary.bytesOf(code)], [...bytesOf(text)]);
		}
	}), {numRuns: 30});
});

test('ten thousand values keep their codes while the table grows', t => {
	const dictionary = new Dictionary(roomy);
	const values = Array.from({length: 10_000}, (_, index) => bytesOf(`user-${index}`));
	const codes = values.map(value => dictionary.codeOf(value, 0, value.length));
	t.is(new Set(codes).size, values.length);
	t.deepEqual(values.map(value => dictionary.codeOf(value, 0, value.length)), codes);
});

test('values beyond the capacity share one code, and those before keep theirs', t => {
	const dictionary = new Dictionary(3);
	const [first, second, third, fourth] = ['a', 'b', 'c', 'd'].map(text => dictionary.codeOf(bytesOf(text), 0, 1));
	t.deepEqual([first, second, third, fourth], [1, 2, 3, 3]);
	t.is(dictionary.unlistedCode, 3);
	t.true(dictionary.hasUnlisted);
	t.is(dictionary.codeOf(bytesOf('a'), 0, 1), 1);
	t.is(dictionary.bytesOf(3).length, 0);
});

test('a device set is one code for the same devices in the same order, each counted once', t => {
	const sets = new DeviceSets();
	const both = sets.codeOf(draftOf({devices: ['10.0.0.1', 'plc-7', '10.0.0.1']}));
	t.is(sets.codeOf(draftOf({devices: ['10.0.0.1', 'plc-7']})), both);
	t.not(sets.codeOf(draftOf({devices: ['plc-7']})), both);
	t.is(sets.codeOf(draftOf({})), 0);
	t.deepEqual([...sets.membersOf(both)].map(code => new TextDecoder().decode(sets.devices.bytesOf(code))), ['10.0.0.1', 'plc-7']);
});

test('a draft that is used again has the devices of its event alone', t => {
	const sets = new DeviceSets();
	const draft = draftOf({devices: ['10.0.0.1', 'plc-7', 'plc-8']});
	sets.codeOf(draft);
	draft.clear();
	draft.addDevice(new TextEncoder().encode('plc-9'), 0, 5);
	t.is(sets.codeOf(draft), sets.codeOf(draftOf({devices: ['plc-9']})));
});

for (const [name, text, keptBytes] of [
	['a value of a megabyte', 'x'.repeat(1024 * 1024), longestValueBytes],
	['a character over the cut is left out whole', `${'x'.repeat(longestValueBytes - 2)}\u{1F600}`, longestValueBytes - 2],
	['a value as long as may be', 'x'.repeat(longestValueBytes), longestValueBytes],
] as const) {
	test(`only the beginning of a long value is kept: ${name}`, t => {
		const dictionary = new Dictionary(roomy);
		const code = dictionary.codeOf(bytesOf(text), 0, bytesOf(text).length);
		t.deepEqual(dictionary.bytesOf(code), bytesOf(text).subarray(0, keptBytes));
		t.is(dictionary.codeOf(bytesOf(text), 0, bytesOf(text).length), code);
	});
}

test('two values with one hash are two values, also where one is shorter', t => {
	// Known collisions of 32-bit FNV-1a.
	for (const [one, other] of [['costarring', 'liquid'], ['declinate', 'macallums']] as const) {
		const dictionary = new Dictionary(roomy);
		t.not(dictionary.codeOf(bytesOf(one), 0, one.length), dictionary.codeOf(bytesOf(other), 0, other.length));
		t.deepEqual([1, 2].map(code => new TextDecoder().decode(dictionary.bytesOf(code))), [one, other]);
	}
});

test('more devices than can be told apart are said to be, though sets of them could', t => {
	const sets = new DeviceSets();
	for (let device = 1; device <= roomy; device++) {
		t.false(sets.hasUnlisted);
		sets.codeOf(draftOf({devices: [`device-${device}`]}));
	}

	t.true(sets.hasUnlisted);
});

/** Names that all have one hash where hashes begin at `seed`: of enough words two lead from one state to the same next one, so each step doubles the names. */
function namesOfOneHash(seed: number, steps: number): readonly Uint8Array[] {
	let names = [''];
	let state = seed;
	for (let step = 0; step < steps; step++) {
		const {next, pair} = wordsLeadingAlike(state);
		names = names.flatMap(name => pair.map(word => name + word));
		state = next;
	}

	return names.map(name => bytesOf(name));
}

function wordsLeadingAlike(state: number): {readonly next: number; readonly pair: readonly string[]} {
	const seen = new Map<number, string>();
	for (let number = 0; ; number++) {
		const word = number.toString(36).padStart(4, '0');
		let next = state;
		for (let at = 0; at < word.length; at++) {
			next = Math.imul(next ^ word.charCodeAt(at), 0x01_00_01_93);
		}

		const before = seen.get(next);
		if (before !== undefined) {
			return {next, pair: [before, word]};
		}

		seen.set(next, word);
	}
}

test('names chosen to hash alike are told apart, and are no burden where hashes begin elsewhere', t => {
	const names = namesOfOneHash(usualSeed, 9);
	const shortestMs = [usualSeed, 1].map(seed => {
		const dictionary = new Dictionary(roomy, seed);
		t.is(new Set(names.map(name => dictionary.codeOf(name, 0, name.length))).size, names.length);
		return Math.min(...Array.from({length: 5}, () => {
			const startMs = performance.now();
			for (const name of names) {
				dictionary.find(name);
			}

			return performance.now() - startMs;
		}));
	});
	t.true(shortestMs[0]! > shortestMs[1]! * 5, shortestMs.join(' ms and ms '));
});
