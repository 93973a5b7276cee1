import {RecordChunk} from '../query/record-chunk.ts';
import type {EventStore} from '../store/event-store.ts';
import {placeOfRow} from '../store/segment.ts';
import type {RecordReader} from './record-reader.ts';

/** One read of the disk, and one piece of work for a search: small enough for a slice even where every record must be read for its fields. */
const mostChunkBytes = 128 * 1024;
/** Bytes between two wanted records that are read along rather than skipped by another read. */
const mostSkippedBytes = 16 * 1024;

/** Records read together; `chunk` is undefined where their bytes are gone. */
export type ReadRows = {readonly rows: readonly number[]; readonly chunk: RecordChunk | undefined};

/**
The records of rows, those that lie near each other in one read.
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

type Place = {readonly generation: number; readonly start: number; readonly end: number};

function placeOf(store: EventStore, row: number): Place {
	const segment = store.segmentOf(row);
	const at = placeOfRow(row);
	const start = segment.offsetBytes[at]!;
	return {generation: segment.generation[at]!, start, end: start + segment.lengthBytes[at]!};
}

/** How many rows from `first` on lie behind each other in one file, near enough for one read. A record in several parts is read alone. */
function countTogether(store: EventStore, rows: readonly number[], first: number): number {
	const head = placeOf(store, rows[first]!);
	let {end} = head;
	let count = 1;
	for (let next = first + 1; next < rows.length && store.piecesOf(rows[next - 1]!).length === 0 && store.piecesOf(rows[next]!).length === 0; next++) {
		const place = placeOf(store, rows[next]!);
		const isNear = place.generation === head.generation && place.start >= end && place.start - end <= mostSkippedBytes && place.end - head.start <= mostChunkBytes;
		if (!isNear) {
			break;
		}

		end = place.end;
		count++;
	}

	return count;
}

/**
In one read, or one by one where some of the bytes between are gone.
@yields Rows with what was read of them.
*/
function * readRun(store: EventStore, reader: RecordReader, rows: readonly number[]): Generator<ReadRows> {
	if (rows.length === 1) {
		const raw = reader.read(rows[0]!);
		yield {rows, chunk: raw.type === 'gone' ? undefined : new RecordChunk(raw.bytes, {starts: [0], ends: [raw.bytes.length]})};
		return;
	}

	const places = rows.map(row => placeOf(store, row));
	const {generation, start} = places[0]!;
	const raw = reader.readBack(generation, start, places.at(-1)!.end - start);
	if (raw.type === 'bytes') {
		yield {rows, chunk: new RecordChunk(raw.bytes, {starts: places.map(place => place.start - start), ends: places.map(place => place.end - start)})};
		return;
	}

	for (const row of rows) {
		yield * readRun(store, reader, [row]);
	}
}
