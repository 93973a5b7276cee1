import type {Fault} from '../domain/fault.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {SourceDescription, SourceStatus} from '../domain/source.ts';
import type {SourceOptions} from './opening.ts';

export type FormatShare = {
	readonly format: string;
	/** Lines this format understood. */
	readonly lines: number;
};

/** What the lines of a source, or of one of its files, turned out to be. */
export type Recognition = {
	readonly events: number;
	/** The leading format first. */
	readonly formats: readonly FormatShare[];
	/** Share of lines, 0..1, that the leading format understood. */
	readonly confidence: number;
	/** Lines that only the plain-text format took. */
	readonly unparsedLines: number;
};

export type SourceHealth = SourceStatus & Recognition & {
	readonly description: SourceDescription;
	/** How its records are read, as asked for. */
	readonly options: SourceOptions;
	/** Each of its files, the oldest first. */
	readonly files: ReadonlyArray<Recognition & {readonly path: Foreign; readonly generation: number}>;
};

export type FaultCount = {readonly fault: Fault; readonly count: number};

export type Health = {
	readonly revision: number;
	readonly sources: readonly SourceHealth[];
	/** Alike faults are one row with a count; the newest last. */
	readonly faults: readonly FaultCount[];
	/** True when every source has been read to its present end. */
	readonly isCaughtUp: boolean;
	/** Bytes read and bytes known, for "READING 43 %". */
	readonly readBytes: number;
	readonly totalBytes: number;
	/** Rough memory held by columns and retained bytes. */
	readonly heldBytes: number;
};

/** What became of a health that was told before: of thousands of logs a few are written to between two questions. */
export type HealthNews = Omit<Health, 'sources' | 'faults'> & {
	/** Those that have changed, or are new. */
	readonly changedSources: readonly SourceHealth[];
	/** All of them; absent where they are as they were. */
	readonly faults?: readonly FaultCount[];
};

export type Change = {readonly revision: number; readonly totalEvents: number; readonly isCaughtUp: boolean};
