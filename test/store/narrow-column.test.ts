import test from 'ava';
import fc from 'fast-check';
import {NarrowColumn} from '../../source/store/narrow-column.ts';
import {TimeColumn} from '../../source/store/time-column.ts';

const anyNumber = fc.oneof(fc.constant(7), fc.nat(255), fc.nat(65_535), fc.nat(4_294_967_295), fc.nat(Number.MAX_SAFE_INTEGER));
const writes = fc.array(fc.record({at: fc.nat(40), value: anyNumber}), {maxLength: 60, size: 'max'});

test('a column says what was last written to each row, however wide its numbers become', t => {
	fc.assert(fc.property(fc.array(anyNumber, {minLength: 1, maxLength: 40, size: 'max'}), writes, (first, later) => {
		const column = new NarrowColumn();
		const plain: number[] = [];
		for (const {at, value} of [...first.map((value, at) => ({at, value})), ...later]) {
			if (at > plain.length) {
				continue;
			}

			column.set(at, value);
			plain[at] = value;
		}

		t.deepEqual([...column.values.subarray(0, plain.length)], plain);
	}), {numRuns: 300});
});

test('a column of one and the same number costs nothing, and its rows do not change with those of another', t => {
	const [first, second] = [new NarrowColumn(), new NarrowColumn()];
	for (let at = 0; at < 100; at++) {
		first.set(at, 5);
		second.set(at, 5);
	}

	t.is(first.heldBytes, 0);
	second.set(50, 6);
	t.is(second.heldBytes, 65_536);
	t.deepEqual([...first.values.subarray(0, 100)], Array.from({length: 100}, () => 5));
});

for (const [name, unit] of [['whole seconds', 1_000_000], ['milliseconds', 1000], ['microseconds', 1]] as const) {
	test(`times in ${name} are kept exactly`, t => {
		const far = fc.integer({min: -5_000_000_000, max: 5_000_000_000});
		const anyTime = fc.oneof(fc.integer({min: -100_000, max: 100_000}), far).map(units => 1_772_528_812_000_000 + (units * unit));
		fc.assert(fc.property(fc.array(anyTime, {minLength: 1, maxLength: 20}), times => {
			const column = new TimeColumn();
			for (const [at, micros] of times.entries()) {
				column.set(at, micros);
			}

			t.deepEqual(times.map((_, at) => column.at(at)), times);
		}), {numRuns: 30});
	});
}

test('times that change their unit midway are kept exactly', t => {
	const column = new TimeColumn();
	const times = [1_772_528_812_000_000, 1_772_528_813_000_000, 1_772_528_812_999_000, 1_772_528_812_999_001, 86_400_000_000, 1_772_528_812_000_000.25];
	for (const [at, micros] of times.entries()) {
		column.set(at, micros);
	}

	t.deepEqual(times.map((_, at) => column.at(at)), times);
	column.set(1, 5);
	t.is(column.at(1), 5);
	t.is(column.at(2), times[2]!);
});

test('a column is as wide as its largest number needs, and no wider', t => {
	const rows = 65_536;
	for (const [largest, bytesPerRow] of [[255, 1], [256, 2], [65_535, 2], [65_536, 4], [4_294_967_295, 4], [4_294_967_296, 8]] as const) {
		const column = new NarrowColumn();
		column.set(0, 1);
		column.set(1, 2);
		column.set(2, largest);
		t.is(column.heldBytes, rows * bytesPerRow, `${largest}`);
	}
});
