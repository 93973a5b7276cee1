import type {Foreign} from '../domain/foreign.ts';
import {isoTime, type Instant} from '../domain/time.ts';
import type {SourceId} from '../domain/source.ts';
import type {Engine, EventDetails, TailRequest} from '../engine/engine.ts';
import type {Destination} from './destination.ts';
import {eventWriters, type OutputForm} from './event-writers.ts';
import type {NameOf} from './text-lines.ts';

/** The progress of an export. */
export type Exported = {
	readonly events: number;
	readonly holes: number;
	readonly bytes: number;
	/** The times of the first and the last event that has one of its own. */
	readonly firstTime?: Instant | undefined;
	readonly lastTime?: Instant | undefined;
	/** The first holes, in words. */
	readonly missing: readonly Missing[];
};

export type Missing = {readonly source: Foreign; readonly time: string; readonly sentence: Foreign};

export const nothingExported: Exported = {events: 0, holes: 0, bytes: 0, missing: []};

export type ExportWish = {
	readonly engine: Engine;
	readonly query: TailRequest['query'];
	readonly form: OutputForm;
	readonly destination: Destination;
	readonly signal: AbortSignal;
	/** Called after every batch. */
	readonly onProgress: (soFar: Exported) => void;
};

/** Few enough that a key waits at most about 10 ms between two batches: 50,000 events take 2 s. */
const batchEvents = 200;

/** Writes what the query shows, holes included, in time order: the same bytes that `print` writes. Does not commit. */
export async function exportEvents({engine, query, form, destination, signal, onProgress}: ExportWish): Promise<Exported> {
	const names = new SourceNames(engine);
	const writer = eventWriters[form](names.nameOf);
	let soFar: Exported = {...nothingExported, bytes: writer.head.length};
	await destination.write(writer.head);
	await engine.tail({query, order: 'time', batch: batchEvents, wants: writer.wants, signal}, async batch => {
		await names.learn(batch);
		const bytes = writer.write(batch);
		await destination.write(bytes);
		soFar = withBatch(soFar, batch, bytes.length);
		onProgress(soFar);
	});
	return soFar;
}

/** More holes are only counted: a list of all could be as long as the export. */
const mostMissing = 100;

function withBatch({events, holes, bytes, firstTime, lastTime, missing}: Exported, batch: readonly EventDetails[], batchBytes: number): Exported {
	const gaps = batch.filter(({row}) => row.kind === 'gap');
	const timed = batch.filter(({row}) => row.kind === 'event' && !row.isTimeBorrowed);
	return {
		events: events + batch.length - gaps.length,
		holes: holes + gaps.length,
		bytes: bytes + batchBytes,
		firstTime: firstTime ?? timed.at(0)?.row.time,
		lastTime: timed.at(-1)?.row.time ?? lastTime,
		missing: [...missing, ...gaps.slice(0, mostMissing - missing.length).map(({row, sourcePath, message}) => ({source: sourcePath, time: isoTime(row.time), sentence: message}))],
	};
}

/** The names of sources, some of which appear only after the start or while an export runs. */
class SourceNames {
	readonly #engine: Engine;
	readonly #names = new Map<SourceId, Foreign>();
	readonly nameOf: NameOf = source => this.#names.get(source)!;

	constructor(engine: Engine) {
		this.#engine = engine;
	}

	/** Afterwards every source of the batch has a name: the engine knows a source before its first event. */
	async learn(batch: readonly EventDetails[]): Promise<void> {
		if (batch.every(({row}) => this.#names.has(row.source))) {
			return;
		}

		const {sources} = await this.#engine.health();
		for (const {description: {id, name}} of sources) {
			this.#names.set(id, name);
		}
	}
}
