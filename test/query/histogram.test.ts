import test from 'ava';
import fc from 'fast-check';
import {compileQuery} from '../../source/query/compile.ts';
import {type Buckets, countBuckets} from '../../source/query/histogram.ts';
import {everything} from '../../source/query/query.ts';
import {Selection} from '../../source/query/selection.ts';
import {TestTimeline} from './timelines.ts';

const event = (micros: number) => ({micros, source: 0, severity: 0, category: 0, action: 1, result: 0, format: 0, type: '', user: '', host: '', devices: [], isGap: false});

/** A followed log: what is appended is counted among what was there. */
class Followed {
	readonly #timeline = new TestTimeline();
	readonly #selection = new Selection(this.#timeline.store, this.#timeline.columns, compileQuery(everything, this.#timeline.columns));

	counted(times: readonly number[], buckets: number): Buckets {
		for (const micros of times) {
			this.#timeline.append(event(micros));
		}

		const {store} = this.#timeline;
		while (!this.#selection.isDecidedUpTo(store.rowCount)) {
			this.#selection.take(this.#selection.nextBatch());
		}

		this.#selection.arrange();
		return countBuckets(store, this.#selection.positions, {buckets});
	}
}

const widthOf = ({fromMicros, toMicros, counts}: Buckets): number => (toMicros - fromMicros) / counts.length;

const anyTimes = fc.array(fc.double({min: 0, max: 4e15, noNaN: true}).map(Math.floor), {minLength: 1, maxLength: 20});

test('every event is in a bucket, and little more than the time of the events is counted', t => {
	fc.assert(fc.property(anyTimes, fc.integer({min: 1, max: 200}), (times, buckets) => {
		const counted = new Followed().counted(times, buckets);
		const [first, last] = [Math.min(...times), Math.max(...times)];
		t.is(counted.counts.reduce((sum, count) => sum + count, 0), times.length);
		t.is(counted.counts.length, buckets);
		t.is(counted.fromMicros, first);
		t.true(counted.toMicros > last);
		t.true(widthOf(counted) <= 1 + ((last + 1 - first) / buckets * (1 + (1 / 64))));
	}), {numRuns: 500});
});

const changedBuckets = (before: Buckets, after: Buckets): number => after.counts.filter((count, bucket) => count !== before.counts[bucket]).length;

test('while a log is followed the bars stand still, and all but the newest are what they were', t => {
	const second = 1e6;
	const followed = new Followed();
	const pictures = [followed.counted(Array.from({length: 2000}, (_, at) => at * second), 198)];
	for (let at = 2000; at < 2100; at++) {
		pictures.push(followed.counted([at * second], 198));
	}

	const steps = pictures.slice(1).map((after, at) => ({before: pictures[at]!, after}));
	const still = steps.filter(({before, after}) => before.fromMicros === after.fromMicros && before.toMicros === after.toMicros);
	t.true(still.length >= 95, `the bars moved ${steps.length - still.length} times`);
	t.deepEqual(new Set(still.map(({before, after}) => changedBuckets(before, after))), new Set([1]));
});
