import type {Fault} from '../domain/fault.ts';
import type {SourceDescription, SourceStatus} from '../domain/source.ts';

export type FormatShare = {
	readonly format: string;
	/** Lines this format understood. */
	readonly lines: number;
};

export type SourceHealth = SourceStatus & {
	readonly description: SourceDescription;
	readonly events: number;
	readonly formats: readonly FormatShare[];
	/** Share of lines, 0..1, that the leading format of the source understood. */
	readonly confidence: number;
	/** Lines that only the plain-text format took. */
	readonly unparsedLines: number;
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

export type Change = {readonly revision: number; readonly totalEvents: number; readonly isCaughtUp: boolean};
