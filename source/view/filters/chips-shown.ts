import type {ViewState} from '../view-state.ts';
import {type Chip, chipsOf} from './chips.ts';
import {everything} from './filters.ts';

/** A filter that is on, or one that is switched off for a moment and hides nothing. */
export type ShownChip = Chip & {readonly isOff: boolean};

/** Every filter there is, those that are switched off in their places among the others. */
export function chipsShown({query, resting, opened: {sources}}: Pick<ViewState, 'query' | 'resting' | 'opened'>): ShownChip[] {
	const off = chipsOf(resting, sources);
	const offKeys = new Set(off.map(({key}) => key));
	let all = query;
	for (const chip of off) {
		all = chip.added(all);
	}

	return chipsOf(all, sources).map(chip => ({...chip, isOff: offKeys.has(chip.key)}));
}

/** How many filters are switched off. */
export function countOff({resting, opened: {sources}}: ViewState): number {
	return resting === everything ? 0 : chipsOf(resting, sources).length;
}
