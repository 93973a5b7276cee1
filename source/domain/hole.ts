import type {GenerationId, SourceId} from './source.ts';

/** Bytes that existed and could not be read, shown as a row of the timeline after `afterGeneration`, or before all generations where that is undefined. */
export type Hole = {
	readonly source: SourceId;
	readonly afterGeneration: GenerationId | undefined;
	/** Milliseconds since the epoch between which the missing bytes were written, where known. */
	readonly fromMs: number | undefined;
	readonly toMs: number | undefined;
	/** One sentence for people, with the size of what is missing where that is known. */
	readonly reason: string;
};
