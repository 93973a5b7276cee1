import type {GenerationId, SourceId} from '../domain/source.ts';

/** A hole as a row of the timeline. */
export type Gap = {
	readonly source: SourceId;
	/** The gap comes after what is known of this generation, or before all generations of the source where it is undefined. */
	readonly afterGeneration: GenerationId | undefined;
	/** When the loss began, in microseconds since the epoch. Used only where no record beside the gap has a time. */
	readonly micros: number;
	/** One sentence for people. */
	readonly sentence: string;
};
