import type {FaultType} from '../../domain/fault.ts';
import {sayOf, type FollowedSource} from '../followed-source.ts';
import type {Generation} from '../generation.ts';
import type {Slice} from './drain.ts';

/** Reports that the rest of a generation cannot be read: as a fault, and as a hole at its place. */
export function sayRestIsLost(source: FollowedSource, generation: Generation, type: FaultType, why: string): void {
	const {path, facts} = generation;
	source.fault(type, path, `${path} could not be read to its end: ${why}. What was read is kept.`);
	sayOf(source, {
		type: 'hole',
		fromMs: undefined,
		toMs: facts.modifiedMs,
		reason: `the rest of ${path} could not be read: ${why}`,
	}, generation);
}

export const damageTypeOf = ({isTooLarge}: Extract<Slice, {type: 'damaged'}>): FaultType => isTooLarge ? 'archive-too-large' : 'archive-damaged';
