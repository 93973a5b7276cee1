import type {GenerationId, SourceId} from './source.ts';

/** Bytes that existed and could not be read, as an event of the timeline. It lies after `afterGeneration` (undefined: before all). */
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
