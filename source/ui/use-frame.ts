import {useSyncExternalStore} from 'react';
import type {PaintedFrames, PaintedRow} from './painted-frame.ts';

/** The present frame; the one subscription there is. */
export function useFrame(frames: PaintedFrames): readonly PaintedRow[] {
	return useSyncExternalStore(frames.onChange, frames.now);
}
