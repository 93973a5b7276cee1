import {foreignText} from '../domain/foreign.ts';
import type {Change, DetailsRequest, EventDetails, FacetsAnswer, FacetsRequest, FindAnswer, FindRequest, Health, Histogram, HistogramRequest, OpenAnswer, OpenRequest, Page, PageRequest, TailRequest} from '../engine/engine.ts';
import type {Follow} from '../follow/follow-port.ts';
import {openFollow} from '../follow/open-follow.ts';
import {formats} from '../format/formats.ts';
import {timelineColumns} from '../query/coded-columns.ts';
import {countFacet, countSeverities} from '../query/facets.ts';
import {countBuckets} from '../query/histogram.ts';
import {EventStore} from '../store/event-store.ts';
import {ChangeBell} from './change-bell.ts';
import {detailsOf, type Timeline} from './event-rows.ts';
import {walkHits} from './find.ts';
import {Ingest} from './ingest.ts';
import {pageOf} from './pages.ts';
import {RecordReader} from './record-reader.ts';
import {Selections} from './selections.ts';
import {healthOf, isCaughtUp} from './source-health.ts';
import {tailInArrivalOrder, tailInTimeOrder} from './tails.ts';
import {takeSteps} from './turns.ts';

/** Changes are told at most so often: a screen draws no faster. */
const changeQuietMs = 50;

/** The engine over files on this machine, in the thread that calls it. */
export class EngineCore {
	readonly #store = new EventStore();
	readonly #ingest: Ingest;
	readonly #follow: Follow;
	readonly #timeline: Timeline;
	readonly #selections: Selections;
	readonly #bell: ChangeBell;

	/** Starts reading. `onChange` is called when events or health changed. */
	constructor(request: OpenRequest, onChange: (change: Change) => void) {
		const pathOf = (source: number) => this.#ingest.sources[source]?.path ?? foreignText('');
		const columns = timelineColumns(this.#store, {formats: formats.map(({name}) => name), pathOf});
		this.#selections = new Selections(this.#store, columns);
		this.#bell = new ChangeBell(changeQuietMs, () => {
			onChange({revision: this.#store.revision, totalEvents: this.#store.eventCount, isCaughtUp: isCaughtUp(this.#ingest)});
		});
		this.#ingest = new Ingest({
			store: this.#store,
			request,
			beforeChange: row => {
				this.#selections.giveBack(row);
			},
			onChange: () => {
				this.#bell.pull();
			},
		});
		this.#follow = openFollow({paths: request.paths, isFollowing: request.isFollowing}, this.#ingest);
		const reader = new RecordReader(this.#store, this.#follow, this.#ingest.generations);
		this.#timeline = {store: this.#store, columns, generations: this.#ingest.generations, pathOf, reader};
	}

	#setReading(isReading: boolean): void {
		if (isReading) {
			this.#follow.resume();
		} else {
			this.#follow.pause();
		}
	}

	open(): OpenAnswer {
		this.#follow.start();
		return {sources: this.#ingest.sources, faults: this.#ingest.faults.all.map(({fault}) => fault)};
	}

	async page(request: PageRequest): Promise<Page> {
		return pageOf(this.#timeline, await this.#selections.decided(request.query), request);
	}

	async facets({query, fields}: FacetsRequest): Promise<FacetsAnswer> {
		const {tally} = await this.#selections.decided(query);
		return {
			revision: this.#store.revision,
			facets: fields.map(wanted => countFacet(wanted, {tally, columns: this.#timeline.columns, query})),
			severities: countSeverities(tally),
			userOperations: {...tally.operations},
		};
	}

	async histogram({query, buckets, range}: HistogramRequest): Promise<Histogram> {
		const {positions} = await this.#selections.decided(query);
		return {revision: this.#store.revision, ...countBuckets(this.#store, positions, {buckets, range})};
	}

	async find(request: FindRequest): Promise<FindAnswer> {
		const shown = await this.#selections.decided(request.query);
		const hits = await this.#selections.decided(request.query, request.search);
		return walkHits(this.#store, {shown, hits}, request);
	}

	async tail(request: TailRequest, onBatch: (batch: readonly EventDetails[]) => Promise<void> | void): Promise<void> {
		const ground = {
			store: this.#store,
			request,
			decided: async () => this.#selections.decided(request.query),
			describe: (row: number) => detailsOf(this.#timeline, row),
			onBatch,
			untilChange: async (mostMs: number) => this.#bell.next(mostMs, request.signal),
			setReading: (isReading: boolean) => {
				this.#setReading(isReading);
			},
		};
		if (request.order === 'arrival') {
			await tailInArrivalOrder(ground);
			return;
		}

		await takeSteps(async () => {
			if (this.#ingest.hasCaughtUp || request.signal?.aborted === true) {
				return 'last';
			}

			await this.#bell.next(Infinity, request.signal);
			return 'more';
		});
		await tailInTimeOrder(ground);
	}

	details({event}: DetailsRequest): EventDetails | undefined {
		return event < this.#store.rowCount ? detailsOf(this.#timeline, event) : undefined;
	}

	health(): Health {
		return healthOf(this.#ingest, this.#store);
	}

	close(): void {
		this.#bell.silence();
		this.#follow.close();
	}
}
