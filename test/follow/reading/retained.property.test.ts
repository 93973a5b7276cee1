import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {Generation} from '../../../source/follow/generation.ts';
import {Retained} from '../../../source/follow/reading/retained.ts';

const generation = () => new Generation({path: 'audit.log', facts: {kind: 'file', device: 1n, inode: 1n, links: 1, bornNs: 1n, sizeBytes: 0, modifiedMs: 0}});
/** No two bytes in a row alike, and no two pieces: made from a number, because asking fast-check for each byte is what would take the time. */
const piece = fc.tuple(fc.nat(50_000), fc.nat()).map(([length, seed]) => Uint8Array.from({length}, (_, at) => Math.imul(at + seed, 2_654_435_761) >>> 24));

test('what is retained is what was delivered, and what was let go is never made up', t => {
	t.notThrows(() => {
		fc.assert(fc.property(fc.array(piece, {maxLength: 30}), fc.nat(), fc.nat(100_000), (pieces, from, length) => {
			const whole = Buffer.concat(pieces);
			const kept = new Retained(300_000, () => undefined);
			const known = generation();
			let offsetBytes = 0;
			for (const bytes of pieces) {
				kept.keep(known, offsetBytes, bytes);
				offsetBytes += bytes.length;
			}

			const start = from % (whole.length + 1);
			const wanted = whole.subarray(start, start + length);
			const got = kept.bytesOf(known, start, wanted.length);
			assert.ok(got === undefined || Buffer.compare(got, wanted) === 0);
			// The newest 100 kB are well within the budget, shared blocks and all.
			assert.ok(got !== undefined || start < whole.length - 100_000);
		}), {numRuns: 100});
	});
});

test('letting go is told', t => {
	const lost: Generation[] = [];
	const kept = new Retained(100_000, each => {
		lost.push(each);
	});
	const [older, newer] = [generation(), generation()];
	kept.keep(older, 0, new Uint8Array(80_000));
	kept.keep(newer, 0, new Uint8Array(80_000));
	t.deepEqual(lost, [older]);
	t.is(kept.bytesOf(older, 0, 10), undefined);
	t.is(kept.bytesOf(newer, 0, 80_000)?.length, 80_000);
});

test('what was packed long ago is had back as it was, of several logs in turn', t => {
	const kept = new Retained(64_000_000, () => undefined);
	const logs = Array.from({length: 20}, (_, log) => ({known: generation(), text: Buffer.from(`${log} logged in\n`.repeat(50_000))}));
	for (let from = 0; from < 400_000; from += 40_000) {
		for (const {known, text} of logs) {
			kept.keep(known, from, text.subarray(from, from + 40_000));
		}
	}

	for (let from = 10; from < 399_000; from += 90_001) {
		for (const {known, text} of logs) {
			t.deepEqual(Buffer.from(kept.bytesOf(known, from, 900)!), text.subarray(from, from + 900));
		}
	}
});

test('of thousands of logs that write a line in turn the newest lines are had back, the oldest let go', t => {
	const linesEach = 30;
	const lineOf = (log: number, index: number): Uint8Array => Buffer.from(`${log} ${index} `.padEnd(99, '.') + '\n');
	const kept = new Retained(8_000_000, () => undefined);
	const logs = Array.from({length: 4000}, generation);
	for (let index = 0; index < linesEach; index++) {
		for (const [log, known] of logs.entries()) {
			kept.keep(known, index * 100, lineOf(log, index));
		}
	}

	const keptCounts = new Set<number>();
	for (const [log, known] of logs.entries()) {
		const had = Array.from({length: linesEach}, (_, index) => {
			const got = kept.bytesOf(known, index * 100, 100);
			assert.ok(got === undefined || Buffer.compare(got, lineOf(log, index)) === 0);
			return got !== undefined;
		});
		keptCounts.add(had.filter(Boolean).length);
		assert.deepEqual(had, had.toSorted((one, other) => Number(one) - Number(other)), 'what is kept is the end');
	}

	// Their text alone is half as much again as the budget, and each block costs half a kilobyte beside its ten lines or so.
	t.true(Math.min(...keptCounts) >= 5 && Math.max(...keptCounts) < linesEach, [...keptCounts].join(' '));
	t.is(kept.bytesOf(logs[0]!, 0, 0)?.length, 0);
});
