import {foreignText} from '../domain/foreign.ts';
import type {Change, DetailsRequest, EventDetails, FacetsAnswer, FacetsRequest, FindAnswer, FindRequest, FollowRequest, GroupsAnswer, GroupsRequest, HealthNews, Histogram, HistogramRequest, OpenAnswer, OpenRequest, Page, PageRequest, TailRequest} from '../engine/engine.ts';
import {realClock} from '../follow/turns/clock.ts';
import type {Follow} from '../follow/follow-port.ts';
import {openFollow} from '../follow/open-follow.ts';
import {notes} from '../format/ledgerline/notes.ts';
import {timelineColumns} from '../query/coded-columns.ts';
import {groupFinder} from '../query/device-groups.ts';
import {countFacet, countSeverities} from '../query/facets.ts';
import {countBuckets} from '../query/histogram.ts';
import {EventStore} from '../store/event-store.ts';
import {ChangeBell} from './change-bell.ts';
import {ChangePace} from './change-pace.ts';
import {openDoormanThread} from './doorman-thread.ts';
import {detailsOf, detailsOfRows, type Timeline} from './event-rows.ts';
import {markFuzzyHits} from './fuzzy-marks.ts';
import {FuzzySearches, isAmongNewest} from './fuzzy-searches.ts';
import {countGroups} from './groups.ts';
import {markHits} from './hit-marks.ts';
import {Ingest} from './ingest.ts';
import {MemoryGuard} from './memory-guard.ts';
import {openMemoryLook} from './memory-now.ts';
import {withNotes} from './note-answers.ts';
import {NoteLinks} from './note-links.ts';
import {pageOf} from './pages.ts';
import {PatternThread} from './pattern-thread.ts';
import {ReadingHold} from './reading-hold.ts';
import {RecordReader} from './record-reader.ts';
import {Searches} from './searches.ts';
import {Selections} from './selections.ts';
import {healthNews, isCaughtUp} from './source-health.ts';
import {type OnBatch, tail} from './tails.ts';
import {TextJudge} from './text-judge.ts';
import {unpackInThread} from './unpacking-thread.ts';

export type CoreListeners = {
	/** Called when events or health changed. */
	readonly onChange: (change: Change) => void;
	/** Called when the engine cannot answer any more. */
	readonly onLoss: (reason: Error) => void;
};

/** The engine over files on this machine, in the thread that calls it. */
export class EngineCore {
	readonly #store = new EventStore(Math.floor(Math.random() * 0x1_00_00_00_00));
	readonly #patterns = new PatternThread();
	readonly #ingest: Ingest;
	readonly #follow: Follow;
	readonly #reading: ReadingHold;
	readonly #timeline: Timeline;
	readonly #notes: NoteLinks;
	readonly #judge: TextJudge;
	readonly #selections: Selections;
	readonly #fuzzy: FuzzySearches;
	readonly #searches: Searches;
	readonly #bell: ChangeBell;
	readonly #pace = new ChangePace();
	readonly #memory = openMemoryLook();
	readonly #guard: MemoryGuard;

	/** Starts reading. */
	constructor(request: OpenRequest, {onChange, onLoss}: CoreListeners) {
		const onFollowed = () => {
			// With at least one event on it, so that the screen can say what is wrong.
			if (this.#store.rowCount > 0) {
				this.#guard.look();
			}

			this.#bell.pull(this.#pace.quietMs(this.#ingest.hasCaughtUp));
		};

		const beforeChange = (row: number) => {
			this.#selections.giveBack(row);
			this.#fuzzy.giveBack(row);
			this.#notes.giveBack(row);
		};

		this.#bell = new ChangeBell(() => {
			this.#pace.tell(this.#store.rowCount, realClock.nowMs());
			onChange({revision: this.#ingest.revision, totalEvents: this.#store.eventCount, isCaughtUp: isCaughtUp(this.#ingest)});
		});
		this.#ingest = new Ingest({store: this.#store, request, beforeChange, onChange: onFollowed});
		const ground = {unpack: unpackInThread, ...(request.isFollowing && {openDoorman: openDoormanThread})};
		this.#follow = openFollow(request, this.#ingest, ground);
		this.#reading = new ReadingHold(this.#follow);
		this.#guard = new MemoryGuard({
			memoryNow: () => this.#memory.now(),
			clock: realClock,
			heldBytes: () => this.#store.heldBytes,
			holdReading: () => this.#reading.hold(),
			onShort: () => {
				this.#sayMemoryIsShort(request, onLoss);
			},
		});
		this.#timeline = this.#timelineOf(request, this.#ingest, this.#follow);
		this.#notes = this.#noteLinksOf(this.#ingest);
		this.#judge = new TextJudge(this.#store, this.#timeline.reader, this.#patterns);
		this.#selections = new Selections(this.#store, this.#timeline.columns, {
			judge: this.#judge,
			holdReading: () => this.#reading.hold(),
			onUnjudged: reason => {
				this.#ingest.fault({type: 'search-stopped', source: undefined, subject: undefined, sentence: `${reason}: events that were not searched are shown.`});
			},
		});
		this.#fuzzy = new FuzzySearches(this.#timeline);
		this.#searches = new Searches({timeline: this.#timeline, judge: this.#judge, patterns: this.#patterns, selections: this.#selections, fuzzy: this.#fuzzy});
	}

	#timelineOf({deviceGroups}: OpenRequest, {sources, generations, formatSet}: Ingest, follow: Follow): Timeline {
		const store = this.#store;
		const pathOf = (source: number) => sources[source]?.path ?? foreignText('');
		const columns = timelineColumns(store, {formats: formatSet.formats.map(({name}) => name), pathOf, groupsOf: deviceGroups && groupFinder(deviceGroups)});
		return {store, columns, generations, pathOf, reader: new RecordReader(store, follow, generations)};
	}

	#noteLinksOf(ingest: Ingest): NoteLinks {
		return new NoteLinks({
			timeline: this.#timeline,
			formatCode: ingest.formatSet.formats.findIndex(({name}) => name === notes.name),
			hasNotes: () => ingest.sources.some(({id}) => ingest.optionsOf(id).format === notes.name),
			hasCaughtUp: () => isCaughtUp(ingest),
			onTooMany(sentence) {
				ingest.fault({type: 'too-many-values', source: undefined, subject: undefined, sentence});
			},
		});
	}

	/** A tail in time order ends with what is there and does not wait for more. */
	#sayMemoryIsShort({isFollowing}: OpenRequest, onLoss: CoreListeners['onLoss']): void {
		if (!isFollowing) {
			onLoss(outOfMemory());
			return;
		}

		const sentence = 'Memory is almost full: reading has stopped and continues once there is more. Open fewer logs, or close other programs.';
		this.#ingest.fault({type: 'memory-short', source: undefined, subject: undefined, sentence});
	}

	open(): OpenAnswer {
		this.#follow.start();
		return {sources: this.#ingest.sources, faults: this.#ingest.faults.all.map(({fault}) => fault)};
	}

	follow({path, options}: FollowRequest): void {
		this.#ingest.readSo(path, options);
		this.#follow.add(path);
	}

	async page(request: PageRequest): Promise<Page> {
		// Noted before the rows are looked for: what is read meanwhile may not be among them.
		const wasCaughtUp = isCaughtUp(this.#ingest);
		await this.#notes.catchUp();
		const shown = await this.#searches.shown(request);
		const bare = pageOf(this.#timeline, shown, request);
		const page = {...bare, isCaughtUp: wasCaughtUp, rows: bare.rows.map(row => this.#notes.marked(row))};
		if (request.search === undefined) {
			return page;
		}

		if (request.isFuzzy) {
			return {...page, rows: markFuzzyHits(page.rows, request.search, row => isAmongNewest(this.#store, shown.selection, row))};
		}

		const {rows, trouble = page.trouble} = await markHits(this.#searches.marking, page.rows, request.search);
		return {...page, rows, ...(trouble && {trouble})};
	}

	async facets({query, fields}: FacetsRequest): Promise<FacetsAnswer> {
		const {selection: {tally}} = await this.#selections.shown(query);
		return {
			revision: this.#store.revision,
			facets: fields.map(wanted => countFacet(wanted, {tally, columns: this.#timeline.columns, query})),
			severities: countSeverities(tally),
			userOperations: {...tally.operations},
		};
	}

	async groups(request: GroupsRequest): Promise<GroupsAnswer> {
		const {sinceMicros: _begin, ...withoutBegin} = request.query;
		const {selection: everBefore} = await this.#selections.shown(withoutBegin);
		const {selection} = await this.#selections.shown(request.query);
		const answers = await countGroups(this.#timeline, {selection, everBefore}, request);
		return {revision: this.#store.revision, matchedEvents: selection.shownEvents, answers};
	}

	async histogram({query, buckets, range}: HistogramRequest): Promise<Histogram> {
		const {selection: {positions}} = await this.#selections.shown(query);
		return {revision: this.#store.revision, ...countBuckets(this.#store, positions, {buckets, range})};
	}

	async find(request: FindRequest): Promise<FindAnswer> {
		return this.#searches.find(request);
	}

	async tail(request: TailRequest, onBatch: OnBatch): Promise<void> {
		await tail({
			store: this.#store,
			request,
			decided: async () => {
				const {selection} = await this.#selections.shown(request.query);
				return selection;
			},
			describe: rows => detailsOfRows(this.#timeline, rows, request.wants ?? 'everything'),
			onBatch,
			hasCaughtUp: () => this.#ingest.hasCaughtUp,
			untilChange: async mostMs => this.#bell.next(mostMs, request.signal),
			setReading: this.#reading.openSwitch(),
		});
	}

	async details({event}: DetailsRequest): Promise<EventDetails | undefined> {
		await this.#notes.catchUp();
		return event < this.#store.rowCount ? withNotes(detailsOf(this.#timeline, event), this.#notes, this.#timeline) : undefined;
	}

	/** What changed since an earlier answer. */
	health(sinceRevision?: number): HealthNews {
		return healthNews(this.#ingest, this.#store, sinceRevision);
	}

	async close(): Promise<void> {
		this.#guard.close();
		this.#memory.close();
		this.#bell.silence();
		this.#follow.close();
		await this.#patterns.close();
	}
}

/** The error that Node reports for a thread whose heap is full. */
const outOfMemory = (): Error => Object.assign(new Error('this machine is almost out of memory'), {code: 'ERR_WORKER_OUT_OF_MEMORY'});
