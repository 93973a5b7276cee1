import type {Engine, TailRequest} from '../engine/engine.ts';
import type {Destination} from './destination.ts';
import type {EventWriter} from './event-writers.ts';

/** How far an export is. */
export type Exported = {readonly events: number; readonly holes: number; readonly bytes: number};

export type ExportWish = {
	readonly engine: Engine;
	readonly query: TailRequest['query'];
	readonly writer: EventWriter;
	readonly destination: Destination;
	readonly signal: AbortSignal;
	/** Told after every batch. */
	readonly onProgress: (soFar: Exported) => void;
};

/** So few events at a time that a key between two batches waits for no more than about 10 ms; bench: 50,000 events in 2 s. */
const batchEvents = 200;

/** Writes what the query shows, holes included, in the order of time: the same bytes as printing it. Does not commit. */
export async function exportEvents({engine, query, writer, destination, signal, onProgress}: ExportWish): Promise<Exported> {
	let soFar: Exported = {events: 0, holes: 0, bytes: writer.head.length};
	await destination.write(writer.head);
	await engine.tail({query, order: 'time', batch: batchEvents, wants: writer.wants, signal}, async batch => {
		const bytes = writer.write(batch);
		await destination.write(bytes);
		const holes = batch.filter(({row}) => row.kind === 'gap').length;
		soFar = {events: soFar.events + batch.length - holes, holes: soFar.holes + holes, bytes: soFar.bytes + bytes.length};
		onProgress(soFar);
	});
	return soFar;
}
