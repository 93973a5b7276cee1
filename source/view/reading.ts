import type {ViewState} from './view-state.ts';

/** Whether there is nothing that could be shown, now or later. */
export const hasNoLog = ({opened, isOpening}: Pick<ViewState, 'opened' | 'isOpening'>): boolean => !isOpening && opened.sources.length === 0;

/** Whether there is more to be read than is shown: until the engine has said otherwise, there is. */
export function isReading({health, change}: Pick<ViewState, 'health' | 'change'>): boolean {
	return !(change?.isCaughtUp ?? health?.isCaughtUp ?? false);
}
