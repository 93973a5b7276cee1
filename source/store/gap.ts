import type {GenerationId, SourceId} from '../domain/source.ts';

/** A loss, as a row of the timeline. */
export type Gap = {
	readonly source: SourceId;
	/** It lies after what is known of this generation; undefined: before all generations of the source. */
	readonly afterGeneration: GenerationId | undefined;
	/** When the loss began, microseconds since the epoch. Used only where no record beside the gap tells a time. */
	readonly micros: number;
	/** One sentence for people. */
	readonly sentence: string;
};
