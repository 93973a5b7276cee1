import type {FacetsAnswer, FacetsRequest, FindAnswer, FindRequest, GroupsAnswer, GroupsRequest, Histogram, HistogramRequest} from './counting.ts';
import type {EventDetails} from './event-row.ts';
import type {Change, Health} from './health.ts';
import type {FollowRequest, OpenAnswer, OpenRequest} from './opening.ts';
import type {DetailsRequest, Page, PageRequest, TailRequest} from './paging.ts';

/**
The one port through which everything on screen, and every headless run, is asked.

`local/` answers it from files on this machine; a distributed engine may answer it later. Requests and answers are plain values that can be
sent between threads or machines. No caller may depend on which one answers.
*/
export type Engine = {
	/** Starts reading; answers as soon as the sources are known, long before all is read. */
	open(request: OpenRequest): Promise<OpenAnswer>;
	/** Follows one more file; its events come as those of a source that a folder gained. */
	follow(request: FollowRequest): Promise<void>;
	/** A window of the filtered timeline. */
	page(request: PageRequest): Promise<Page>;
	/** Values of the asked fields with the count each would give, the field's own filter ignored. */
	facets(request: FacetsRequest): Promise<FacetsAnswer>;
	/** Filtered events gathered by what they have in common: who did what how often, and when first and last. */
	groups(request: GroupsRequest): Promise<GroupsAnswer>;
	/** Filtered events over time. */
	histogram(request: HistogramRequest): Promise<Histogram>;
	/** Walks and counts the hits of a search among the filtered events. A newer find replaces one still running. */
	find(request: FindRequest): Promise<FindAnswer>;
	/** Everything one event says, with its raw bytes. */
	details(request: DetailsRequest): Promise<EventDetails | undefined>;
	/** Streams events to `onBatch`, awaiting it, so that a slow reader slows the engine instead of filling memory. */
	tail(request: TailRequest, onBatch: (batch: readonly EventDetails[]) => Promise<void> | void): Promise<void>;
	/** How every source is doing, and what went wrong. */
	health(): Promise<Health>;
	/** Called when events or health changed, at most about 20 times a second. Returns how to stop. */
	onChange(listener: (change: Change) => void): () => void;
	/** Called when the engine has ended though nobody closed it: nothing will be answered any more. */
	onLoss(listener: (reason: Error) => void): void;
	close(): Promise<void>;
};

export type {SearchTrouble} from '../query/parse-search.ts';
export type * from './counting.ts';
export type * from './event-row.ts';
export type * from './health.ts';
export type * from './opening.ts';
export type * from './paging.ts';
