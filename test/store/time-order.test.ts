import test from 'ava';
import fc from 'fast-check';
import {TimeOrder} from '../../source/store/time-order.ts';

type Step = {readonly type: 'add'; readonly time: number} | {readonly type: 'settle'} | {readonly type: 'move'; readonly pick: number; readonly time: number};

const time = fc.nat(50);
const step: fc.Arbitrary<Step> = fc.oneof(
	{weight: 8, arbitrary: fc.record({type: fc.constant('add' as const), time})},
	{weight: 1, arbitrary: fc.record({type: fc.constant('settle' as const)})},
	{weight: 1, arbitrary: fc.record({type: fc.constant('move' as const), pick: fc.nat(), time})},
);

const rowsOf = (order: TimeOrder): number[] => Array.from({length: order.count}, (_, position) => order.rowAt(position));

test('rows stand as a sort by time and then by row would put them, whatever the order they came in', t => {
	fc.assert(fc.property(fc.array(step, {maxLength: 400, size: 'max'}), steps => {
		const times: number[] = [];
		const order = orderBy(times);
		for (const taken of steps) {
			take(taken, order, times);
		}

		order.settle();
		t.deepEqual(rowsOf(order), sortedRows(times));
		t.true(rowsOf(order).every((row, position) => order.positionOf(row) === position));
	}), {numRuns: 200});
});

test('positions before the told one have not changed since the version asked about', t => {
	fc.assert(fc.property(fc.array(step, {maxLength: 100, size: 'max'}), fc.array(step, {maxLength: 100, size: 'max'}), (before, after) => {
		const times: number[] = [];
		const order = orderBy(times);
		for (const taken of before) {
			take(taken, order, times);
		}

		order.settle();
		const {version} = order;
		const rows = rowsOf(order);
		for (const taken of after) {
			take(taken, order, times);
		}

		order.settle();
		const unchanged = Math.min(order.unchangedSince(version), rows.length);
		t.deepEqual(rowsOf(order).slice(0, unchanged), rows.slice(0, unchanged));
	}));
});

test('rows that come in order change nothing before them', t => {
	const times: number[] = [];
	const order = orderBy(times);
	for (let row = 0; row < 5000; row++) {
		times.push(row);
		order.add(row);
	}

	t.is(order.version, 0);
	t.is(order.unchangedSince(0), 5000);
});

test('a follower further behind than the changes remembered starts over', t => {
	const times: number[] = [1_000_000];
	const order = orderBy(times);
	order.add(0);
	for (let row = 1; row < 3000; row++) {
		times.push(row);
		order.add(row);
		order.settle();
	}

	t.is(order.unchangedSince(0), 0);
	t.deepEqual(rowsOf(order), sortedRows(times));
});

test('the first row at or after a time is found', t => {
	const times = [10, 20, 20, 30];
	const order = orderBy(times);
	for (const row of times.keys()) {
		order.add(row);
	}

	t.is(order.firstPosition(row => times[row]! >= 20), 1);
	t.is(order.firstPosition(row => times[row]! >= 31), 4);
});

function orderBy(times: readonly number[]): TimeOrder {
	return new TimeOrder((first, second) => times[first]! < times[second]! || (times[first] === times[second] && first < second));
}

function take(taken: Step, order: TimeOrder, times: number[]): void {
	if (taken.type === 'add') {
		times.push(taken.time);
		order.add(times.length - 1);
	} else if (taken.type === 'settle') {
		order.settle();
	} else if (times.length > 0) {
		const row = taken.pick % times.length;
		order.remove(row);
		times[row] = taken.time;
		order.add(row);
	}
}

const sortedRows = (times: readonly number[]): number[] => times.keys().toArray().toSorted((first, second) => (times[first]! - times[second]!) || (first - second));
