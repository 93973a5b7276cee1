import test from 'ava';
import fc from 'fast-check';
import {BitSequence} from '../../source/store/bit-sequence.ts';
import {Bitset} from '../../source/store/bitset.ts';

test('a bitset agrees with a set of numbers', t => {
	const changed = fc.tuple(fc.nat(5000), fc.boolean());
	fc.assert(fc.property(fc.array(changed), changes => {
		const bitset = new Bitset();
		const twin = new Set<number>();
		for (const [row, isAdded] of changes) {
			if (isAdded) {
				bitset.add(row);
				twin.add(row);
			} else {
				bitset.remove(row);
				twin.delete(row);
			}
		}

		t.deepEqual(allRows.filter(row => bitset.has(row)), allRows.filter(row => twin.has(row)));
	}), {numRuns: 50});
});

const allRows = Array.from({length: 5002}, (_, row) => row);

type Change = {readonly bits: readonly boolean[]} | {readonly cutTo: number} | {readonly zeros: number};

// Without a size fast-check stops at some ten of them, far from the ends of words and blocks.
const manyBits = fc.array(fc.boolean(), {maxLength: 1500, size: 'max'});
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({bits: manyBits}),
	fc.record({cutTo: fc.nat(3000)}),
	fc.record({zeros: fc.nat(2000)}),
);

test('a bit sequence agrees with an array of booleans in rank, select and length, however it is grown and cut', t => {
	fc.assert(fc.property(fc.array(change, {maxLength: 6}), changes => {
		const {sequence, twin} = afterChanges(changes);
		t.is(sequence.length, twin.length);
		const places = twin.keys().filter(position => twin[position]).toArray();
		t.deepEqual(twin.keys().filter(position => sequence.has(position)).toArray(), places);
		t.deepEqual(places.map((_, index) => sequence.select(index)), places);
		t.deepEqual(twin.map((_, position) => sequence.rank(position)), ranksOf(twin));
		t.is(sequence.ones, places.length);
		t.is(sequence.rank(twin.length + 100), places.length);
		t.throws(() => sequence.select(places.length), {instanceOf: RangeError});
	}), {numRuns: 60});
});

function afterChanges(changes: readonly Change[]): {sequence: BitSequence; twin: boolean[]} {
	const sequence = new BitSequence();
	let twin: boolean[] = [];
	for (const made of changes) {
		if ('bits' in made) {
			for (const [index, isOne] of made.bits.entries()) {
				if (isOne) {
					sequence.pushOneAt(twin.length + index);
				}
			}

			twin.push(...made.bits);
			sequence.padTo(twin.length);
		} else if ('cutTo' in made) {
			sequence.cut(made.cutTo);
			twin = twin.slice(0, made.cutTo);
		} else {
			sequence.padTo(twin.length + made.zeros);
			twin.push(...Array.from({length: made.zeros}, () => false));
		}
	}

	return {sequence, twin};
}

function ranksOf(twin: readonly boolean[]): number[] {
	let ones = 0;
	return twin.map(isOne => {
		ones += isOne ? 1 : 0;
		return ones - (isOne ? 1 : 0);
	});
}
