import type {Fault} from '../domain/fault.ts';
import type {Foreign} from '../domain/foreign.ts';
import type {SourceDescription, SourceStatus} from '../domain/source.ts';
import type {SourceOptions} from './opening.ts';

export type FormatShare = {
	readonly format: string;
	/** Lines this format understood. */
	readonly lines: number;
};

/** The formats recognised in a source or in one of its files. */
export type Recognition = {
	readonly events: number;
	/** The leading format first. */
	readonly formats: readonly FormatShare[];
	/** Share of lines, 0..1, that the leading format understood. */
	readonly confidence: number;
	/** Lines that only the plain-text format accepted. */
	readonly unparsedLines: number;
};

export type SourceHealth = SourceStatus & Recognition & {
	readonly description: SourceDescription;
	/** The options that its records are read with. */
	readonly options: SourceOptions;
	/** Each of its files, the oldest first. */
	readonly files: ReadonlyArray<Recognition & {readonly path: Foreign; readonly generation: number}>;
};

export type FaultCount = {readonly fault: Fault; readonly count: number};

export type Health = {
	readonly revision: number;
	readonly sources: readonly SourceHealth[];
	/** Equal faults are one row with a count; the newest last. */
	readonly faults: readonly FaultCount[];
	/** Every source has been read to its present end. */
	readonly isCaughtUp: boolean;
	/** Bytes read and bytes known, for "READING 43 %". */
	readonly readBytes: number;
	readonly totalBytes: number;
	/** The approximate memory of columns and retained bytes. */
	readonly heldBytes: number;
};

/** The difference to an earlier health: of thousands of logs only a few change between two requests. */
export type HealthNews = Omit<Health, 'sources' | 'faults'> & {
	/** The sources that have changed or are new. */
	readonly changedSources: readonly SourceHealth[];
	/** All faults; absent if they have not changed. */
	readonly faults?: readonly FaultCount[];
};

export type Change = {readonly revision: number; readonly totalEvents: number; readonly isCaughtUp: boolean};
