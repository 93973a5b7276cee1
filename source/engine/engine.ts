import type {FacetsAnswer, FacetsRequest, FindAnswer, FindRequest, GroupsAnswer, GroupsRequest, Histogram, HistogramRequest} from './counting.ts';
import type {EventDetails} from './event-row.ts';
import type {Change, Health} from './health.ts';
import type {FollowRequest, OpenAnswer, OpenRequest} from './opening.ts';
import type {DetailsRequest, Page, PageRequest, TailRequest} from './paging.ts';

/**
The port through which the screen and every headless run ask for everything.

`local/` implements it on files of this machine; a distributed engine may implement it later. Requests and answers are plain values that can be
sent between threads or machines. Callers must not depend on the implementation.
*/
export type Engine = {
	/** Starts reading. Answers as soon as the sources are known, long before everything is read. */
	open(request: OpenRequest): Promise<OpenAnswer>;
	/** Follows one more file, which becomes a source like a new file in a watched folder. */
	follow(request: FollowRequest): Promise<void>;
	/** A window of the filtered timeline. */
	page(request: PageRequest): Promise<Page>;
	/** The values of some fields with the number of events each would show, ignoring the field's own filter. */
	facets(request: FacetsRequest): Promise<FacetsAnswer>;
	/** The filtered events in groups: who did what how often, and when first and last. */
	groups(request: GroupsRequest): Promise<GroupsAnswer>;
	/** The filtered events over time. */
	histogram(request: HistogramRequest): Promise<Histogram>;
	/** Finds a hit and counts all of them among the filtered events. A newer find replaces one that is still running. */
	find(request: FindRequest): Promise<FindAnswer>;
	/** Everything about one event, with its raw bytes. */
	details(request: DetailsRequest): Promise<EventDetails | undefined>;
	/** Streams events to `onBatch` and awaits it, so that a slow reader slows the engine down instead of filling the memory. */
	tail(request: TailRequest, onBatch: (batch: readonly EventDetails[]) => Promise<void> | void): Promise<void>;
	/** The state of every source, and all faults. */
	health(): Promise<Health>;
	/** Calls the listener when events or health changed, at most about 20 times a second. Returns a function that stops it. */
	onChange(listener: (change: Change) => void): () => void;
	/** Calls the listener if the engine ends without being closed: it will not answer any more. */
	onLoss(listener: (reason: Error) => void): void;
	close(): Promise<void>;
};

export type {SearchTrouble} from '../query/parse-search.ts';
export type * from './counting.ts';
export type * from './event-row.ts';
export type * from './health.ts';
export type * from './opening.ts';
export type * from './paging.ts';
