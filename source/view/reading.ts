import type {ViewState} from './view-state.ts';

/** Whether there is no log at all, so that nothing will ever be shown. */
export const hasNoLog = ({opened, isOpening}: Pick<ViewState, 'opened' | 'isOpening'>): boolean => !isOpening && opened.sources.length === 0;

/** Whether logs are still being read, which holds until the engine says otherwise. */
export function isReading({health, change}: Pick<ViewState, 'health' | 'change'>): boolean {
	return !(change?.isCaughtUp ?? health?.isCaughtUp ?? false);
}
