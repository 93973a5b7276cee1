import {type RecordBounds, RecordChunk} from '../query/record-chunk.ts';
import type {EventStore} from '../store/event-store.ts';
import type {RecordReader} from './record-reader.ts';

/** The size of one read and one piece of work of a search, in bytes: small enough for a slice even if every record has to be parsed. */
const mostChunkBytes = 128 * 1024;
/** Up to this many bytes between two wanted records are read along, which is cheaper than another read. */
const mostSkippedBytes = 16 * 1024;

/** Records read together; `chunk` is undefined if their bytes are gone. */
export type ReadRows = {readonly rows: readonly number[]; readonly chunk: RecordChunk | undefined};

/**
The records of rows, with one read for those near each other.
@yields Rows with what was read of them.
*/
export function * readTogether(store: EventStore, reader: RecordReader, rows: readonly number[]): Generator<ReadRows> {
	for (let next = 0; next < rows.length;) {
		const count = countTogether(store, rows, next);
		const together = rows.slice(next, next + count);
		yield * readRun(store, reader, together);
		next += count;
	}
}

/** How many rows from `first` on follow each other in one file, near enough for one read. A record in several parts is read alone. Hot: once per row searched. */
function countTogether(store: EventStore, rows: readonly number[], first: number): number {
	const row = rows[first]!;
	if (store.pieces.has(row)) {
		return 1;
	}

	const generation = store.generationOf(row);
	const start = store.offsetOf(row);
	let end = store.endOf(row);
	let next = first + 1;
	for (; next < rows.length; next++) {
		const other = rows[next]!;
		const skippedBytes = store.offsetOf(other) - end;
		const isNear = store.generationOf(other) === generation && skippedBytes >= 0 && skippedBytes <= mostSkippedBytes;
		if (!isNear || store.endOf(other) - start > mostChunkBytes || store.pieces.has(other)) {
			break;
		}

		end = store.endOf(other);
	}

	return next - first;
}

/**
The records in one read, or one by one if some of the bytes between them are gone.
@yields Rows with what was read of them.
*/
function * readRun(store: EventStore, reader: RecordReader, rows: readonly number[]): Generator<ReadRows> {
	if (rows.length === 1) {
		const raw = reader.read(rows[0]!);
		yield {rows, chunk: raw.type === 'gone' ? undefined : new RecordChunk(raw.bytes, {starts: [0], ends: [raw.bytes.length]})};
		return;
	}

	const start = store.offsetOf(rows[0]!);
	const raw = reader.readBack(store.generationOf(rows[0]!), start, store.endOf(rows.at(-1)!) - start);
	if (raw.type === 'bytes') {
		yield {rows, chunk: new RecordChunk(raw.bytes, boundsOf(store, rows, start))};
		return;
	}

	for (const row of rows) {
		yield * readRun(store, reader, [row]);
	}
}

/** Where the rows are in bytes read from `startBytes` on. Hot: a loop, because `from` with a function costs ten times as much. */
function boundsOf(store: EventStore, rows: readonly number[], startBytes: number): RecordBounds {
	const starts = new Uint32Array(rows.length);
	const ends = new Uint32Array(rows.length);
	for (let index = 0; index < rows.length; index++) {
		starts[index] = store.offsetOf(rows[index]!) - startBytes;
		ends[index] = store.endOf(rows[index]!) - startBytes;
	}

	return {starts, ends};
}
