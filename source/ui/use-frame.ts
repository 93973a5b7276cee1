import {useSyncExternalStore} from 'react';
import {type Frame, frameOf} from '../view/frame.ts';
import type {Session} from '../view/session.ts';

/** The frame of the session's present state; the one subscription there is. */
export function useFrame(session: Session): Frame {
	const state = useSyncExternalStore(session.onState, session.state);
	return frameOf(state);
}
