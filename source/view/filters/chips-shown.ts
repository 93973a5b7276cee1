import type {ViewState} from '../view-state.ts';
import {type Chip, chipsOf} from './chips.ts';
import {everything} from './filters.ts';

/** A filter that is on, or one that is switched off for now and hides nothing. */
export type ShownChip = Chip & {readonly isOff: boolean};

/** All filters, each switched-off one in the place it had among the others. */
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
