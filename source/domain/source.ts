import type {Foreign} from './foreign.ts';

/** A log that is followed: its live name with all its generations. Numbered from 0 in the order given. */
export type SourceId = number;

/** One physical file of a source, numbered from 0 through the whole run. Never reused. */
export type GenerationId = number;

export type SourceDescription = {
	readonly id: SourceId;
	/** The live path as the user gave it. */
	readonly path: Foreign;
	/** A short name for the screen: the file's name, with folders where two sources share it. */
	readonly name: Foreign;
};

export type GenerationDescription = {
	readonly id: GenerationId;
	readonly source: SourceId;
	/** 1 for the oldest generation that was there at the start, then counting up in the order of writing. */
	readonly ordinal: number;
	/** Its path when first seen. */
	readonly path: Foreign;
	/** Its modification time when first seen, in milliseconds since the epoch: a hint for dates without a year. */
	readonly modifiedMs: number;
};

/** What a source is doing at present; `reason` is a whole sentence for the status line. */
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
