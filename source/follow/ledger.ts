import type {GenerationId, SourceId} from '../domain/source.ts';
import type {Hole} from '../domain/hole.ts';

/**
What is known of the step from one generation to the next.
`proven`: the older file was still linked when the newer one was grabbed, so the folder itself shows what lies between.
`unproven`: it was gone; what survives may or may not follow it directly. Nearness in time is no proof.
`hole`: bytes are known to be missing.
*/
export type Continuity =
	| {readonly type: 'proven'}
	| ({readonly type: 'unproven'} & Doubt)
	| ({readonly type: 'hole'; readonly missingBytes: number | undefined} & Doubt);

type Doubt = {
	readonly reason: string;
	/** The last write seen before, and the first that is known after. */
	readonly fromMs: number | undefined;
	readonly toMs: number | undefined;
};

export const proven: Continuity = {type: 'proven'};

/** The timeline's event for a step that is not proven. */
export function holeFor(continuity: Continuity, source: SourceId, afterGeneration: GenerationId | undefined): Hole | undefined {
	if (continuity.type === 'proven') {
		return undefined;
	}

	const {reason, fromMs, toMs} = continuity;
	const missingBytes = continuity.type === 'hole' ? continuity.missingBytes : undefined;
	return {source, afterGeneration, fromMs, toMs, missingBytes, isEstimate: missingBytes === undefined, reason};
}
