import {useSyncExternalStore} from 'react';
import type {PaintedFrames, PaintedRow} from './painted-frame.ts';

/** The current frame: the only subscription there is. */
export function useFrame(frames: PaintedFrames): readonly PaintedRow[] {
	return useSyncExternalStore(frames.onChange, frames.now);
}
