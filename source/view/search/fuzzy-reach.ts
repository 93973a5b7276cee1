import {mostFuzzyEvents} from '../../domain/limits.ts';
import {isNarrowScreen} from '../drawing/narrow.ts';
import {grouped} from '../drawing/numbers.ts';

/** Why the hits of a fuzzy search cannot become a filter: the filter language cannot express them. */
export const noFuzzyFilter = 'a fuzzy search cannot be a filter: / and Ctrl+T make it exact';

/** How far a fuzzy search looks, in as many words as the screen has room for. */
export function fuzzyReach(columns: number): string {
	return isNarrowScreen(columns) ? `fuzzy, ${mostFuzzyEvents / 1000}k` : `fuzzy, newest ${grouped(mostFuzzyEvents)}`;
}

