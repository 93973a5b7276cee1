import type {FollowedSource} from '../followed-source.ts';
import {presenceAfter} from '../rotation/presence.ts';
import type {Slice} from './drain.ts';

/** A read error may be gone at the next try. */
export function noteRefusal(source: FollowedSource, slice: Slice, nowMs: number): void {
	if (slice.type === 'refused') {
		source.isReadRefused = true;
		source.presence = presenceAfter(source.presence, {type: 'refused', code: slice.code}, nowMs);
	} else if (source.isReadRefused) {
		source.isReadRefused = false;
		source.presence = {type: 'present'};
	}
}
