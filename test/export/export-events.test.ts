import {Buffer} from 'node:buffer';
import test from 'ava';
import type {EventDetails} from '../../source/engine/engine.ts';
import {type Exported, exportEvents} from '../../source/export/export-events.ts';
import {everything} from '../../source/query/query.ts';
import {inMemoryEngine} from '../in-memory-engine.ts';
import {details, gap} from './sample-details.ts';

/** An engine that tells these batches, one after the other. */
const telling = (batches: ReadonlyArray<readonly EventDetails[]>) => ({
	...inMemoryEngine([]),
	async tail(_: unknown, onBatch: (batch: readonly EventDetails[]) => Promise<void> | void) {
		for (const batch of batches) {
			// eslint-disable-next-line no-await-in-loop -- One batch is taken before the next is told.
			await onBatch(batch);
		}
	},
});

test('how far an export is counts events, holes and the bytes that were written', async t => {
	const written: Uint8Array[] = [];
	const told: Exported[] = [];
	const exported = await exportEvents({
		engine: telling([[details(), gap(), details()], [details()]]),
		query: everything,
		form: 'jsonl',
		destination: {
			async write(bytes) {
				written.push(bytes);
			},
			async commit() {
				t.fail('committing is the caller\'s');
			},
			abandon() {
				t.fail('nothing went wrong');
			},
		},
		signal: new AbortController().signal,
		onProgress(soFar) {
			told.push(soFar);
		},
	});
	t.deepEqual(told.map(({events, holes}) => [events, holes]), [[2, 1], [3, 1]]);
	t.is(exported.bytes, Buffer.concat(written).length);
	t.deepEqual(exported, told.at(-1));
});
