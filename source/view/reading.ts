import type {ViewState} from './view-state.ts';

/** Whether there is more to be read than is shown: until the engine has said otherwise, there is. */
export function isReading({health, change}: Pick<ViewState, 'health' | 'change'>): boolean {
	return !(change?.isCaughtUp ?? health?.isCaughtUp ?? false);
}
