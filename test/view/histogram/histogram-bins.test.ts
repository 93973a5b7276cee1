import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../../source/domain/foreign.ts';
import {binAt, binRange, countedIn} from '../../../source/view/histogram/histogram-bins.ts';
import {inMemoryEngine} from '../../in-memory-engine.ts';

const start = Date.parse('2026-03-03T09:00:00Z');

const someSeconds = fc.uniqueArray(fc.integer({min: 0, max: 5000}), {minLength: 1, maxLength: 60});

const histogramOf = async (seconds: readonly number[], buckets: number) => {
	const engine = inMemoryEngine(seconds.map(second => ({time: new Date(start + (second * 1000)).toISOString(), message: foreignText(`at ${second}`)})));
	return {engine, histogram: await engine.histogram({query: {facets: {}}, buckets})};
};

test('a bin, made a filter, shows just what it counts', async t => {
	await fc.assert(fc.asyncProperty(someSeconds, fc.integer({min: 1, max: 90}), fc.nat(), async (seconds, buckets, at) => {
		const {engine, histogram} = await histogramOf(seconds, buckets);
		const bin = at % buckets;
		const {fromMicros, toMicros} = binRange(histogram, bin);
		const page = await engine.page({query: {facets: {}, sinceMicros: fromMicros, untilMicros: toMicros}, anchor: {at: 'newest'}, before: 0, after: 0, longestMessage: 10});
		t.is(page.matchedEvents, histogram.counts[bin]!);
	}));
});

test('every instant lies in the bin whose range holds it, and the ranges leave nothing out', async t => {
	await fc.assert(fc.asyncProperty(someSeconds, fc.integer({min: 1, max: 90}), async (seconds, buckets) => {
		const {histogram} = await histogramOf(seconds, buckets);
		for (let bin = 0; bin < buckets; bin++) {
			const {fromMicros, toMicros} = binRange(histogram, bin);
			t.is(fromMicros, bin === 0 ? histogram.fromMicros : binRange(histogram, bin - 1).toMicros);
			t.true(toMicros === fromMicros || (binAt(histogram, fromMicros) === bin && binAt(histogram, toMicros - 1) === bin));
		}
	}));
});

test('whole bins are counted together; a range that cuts through one is not', async t => {
	const {histogram} = await histogramOf([0, 1, 50, 99], 10);
	const from = binRange(histogram, 0).fromMicros;
	t.is(countedIn(histogram, {fromMicros: from, toMicros: histogram.toMicros})?.events, 4);
	t.is(countedIn(histogram, {fromMicros: from, toMicros: binRange(histogram, 0).toMicros})?.events, 2);
	t.is(countedIn(histogram, {fromMicros: from + 1, toMicros: histogram.toMicros}), undefined);
});
