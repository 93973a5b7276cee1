import type {EventStore} from '../store/event-store.ts';
import {placeOfRow} from '../store/segment.ts';

/** A batch of ordinary lines is far smaller; thousands of very long ones must not be held in memory at once. */
const mostBatchBytes = 512 * 1024;

/**
Cuts rows into batches of a limited number of rows and, roughly, of bytes.
@yields Batches in order, each with at least one row.
*/
export function * batchesOf(store: EventStore, rows: readonly number[] | Uint32Array, mostRows: number): Generator<number[]> {
	let batch: number[] = [];
	let bytes = 0;
	for (const row of rows) {
		const lengthBytes = store.segmentOf(row).lengthBytes[placeOfRow(row)]!;
		if (batch.length === mostRows || (batch.length > 0 && bytes + lengthBytes > mostBatchBytes)) {
			yield batch;
			batch = [];
			bytes = 0;
		}

		batch.push(row);
		bytes += lengthBytes;
	}

	if (batch.length > 0) {
		yield batch;
	}
}
