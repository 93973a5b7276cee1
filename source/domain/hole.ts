import type {GenerationId, SourceId} from './source.ts';

/** Bytes that existed and could not be read, shown as a row of the timeline after `afterGeneration`, or before all generations where that is undefined. */
export type Hole = {
	readonly source: SourceId;
	readonly afterGeneration: GenerationId | undefined;
	/** Milliseconds since the epoch between which the missing bytes were written, where known. */
	readonly fromMs: number | undefined;
	readonly toMs: number | undefined;
	/** Exact or estimated size; undefined where nobody can know. */
	readonly missingBytes: number | undefined;
	readonly isEstimate: boolean;
	/** One sentence for people. */
	readonly reason: string;
};
