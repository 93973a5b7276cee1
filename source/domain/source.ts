import type {Foreign} from './foreign.ts';

/** A thing we follow: one log by its live name, with all its generations. Numbered from 0 in the order given. */
export type SourceId = number;

/** One physical file of a source, numbered from 0 through the whole run. Never reused. */
export type GenerationId = number;

export type SourceDescription = {
	readonly id: SourceId;
	/** The live path as the user gave it. */
	readonly path: Foreign;
	/** Short name for the screen: the file's name, lengthened by folders where two sources share it. */
	readonly name: Foreign;
};

export type GenerationDescription = {
	readonly id: GenerationId;
	readonly source: SourceId;
	/** 1 is the oldest generation that was there at the start, then counting up in the order of writing. */
	readonly ordinal: number;
	/** Where it lay when first seen. */
	readonly path: Foreign;
	/** Time of last change when first seen, milliseconds since the epoch: the hint for dates without a year. */
	readonly modifiedMs: number;
	readonly isArchive: boolean;
};

/** What a source is doing right now; `reason` is a whole sentence for the status line. */
export type SourceState =
	| {readonly type: 'live'}
	| {readonly type: 'reading'; readonly behindBytes: number; readonly totalBytes: number}
	| {readonly type: 'draining'; readonly behindBytes: number}
	| {readonly type: 'waiting'; readonly reason: string}
	| {readonly type: 'polling'; readonly reason: string}
	| {readonly type: 'blind'; readonly reason: string}
	| {readonly type: 'ended'; readonly reason: string};

export type SourceStatus = {
	readonly source: SourceId;
	readonly state: SourceState;
	readonly generations: number;
	readonly bytesRead: number;
	readonly holes: number;
	/** Standing notices, such as "rotated by copytruncate: the rotator itself may drop lines". */
	readonly notices: readonly string[];
};
