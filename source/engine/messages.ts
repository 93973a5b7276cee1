import type {Change, DetailsRequest, EventDetails, FacetsAnswer, FacetsRequest, FindAnswer, FindRequest, FollowRequest, GroupsAnswer, GroupsRequest, HealthNews, Histogram, HistogramRequest, OpenAnswer, OpenRequest, Page, PageRequest, TailRequest} from './engine.ts';

/** The requests to an engine in another thread or on another machine, and their answers. */
export type Calls = {
	readonly open: {readonly request: OpenRequest; readonly answer: OpenAnswer};
	readonly follow: {readonly request: FollowRequest; readonly answer: undefined};
	readonly page: {readonly request: PageRequest; readonly answer: Page};
	readonly facets: {readonly request: FacetsRequest; readonly answer: FacetsAnswer};
	readonly groups: {readonly request: GroupsRequest; readonly answer: GroupsAnswer};
	readonly histogram: {readonly request: HistogramRequest; readonly answer: Histogram};
	readonly find: {readonly request: FindRequest; readonly answer: FindAnswer};
	readonly details: {readonly request: DetailsRequest; readonly answer: EventDetails | undefined};
	/** Answered when the tail has ended; its events come in `batch` messages. */
	readonly tail: {readonly request: Omit<TailRequest, 'signal'>; readonly answer: undefined};
	/** What changed since the revision of an earlier answer, or everything without one. */
	readonly health: {readonly request: {readonly sinceRevision: number | undefined}; readonly answer: HealthNews};
	readonly close: {readonly request: undefined; readonly answer: undefined};
};

export type CallName = keyof Calls;

export type Call = {[Name in CallName]: {readonly type: 'call'; readonly id: number; readonly name: Name; readonly request: Calls[Name]['request']}}[CallName];

export type ToEngine =
	| Call
	/** The reader of tail `id` has taken a batch and wants the next. */
	| {readonly type: 'taken'; readonly id: number}
	/** Nobody wants tail `id` any more. */
	| {readonly type: 'cancel'; readonly id: number};

export type FromEngine =
	| {readonly type: 'answer'; readonly id: number; readonly answer: Calls[CallName]['answer']}
	/** The engine failed on call `id` because of a bug, with the error's message. */
	| {readonly type: 'failure'; readonly id: number; readonly sentence: string}
	| {readonly type: 'batch'; readonly id: number; readonly batch: readonly EventDetails[]}
	| {readonly type: 'change'; readonly change: Change};
