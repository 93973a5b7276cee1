import {mostFuzzyEvents} from '../../domain/limits.ts';
import {grouped} from '../drawing/numbers.ts';

/** Why the hits of a fuzzy search cannot be kept: no line of filters could say them. */
export const noFuzzyFilter = 'a fuzzy search is no filter: / and Ctrl+T make it exact';

/** How far a fuzzy search looks, as long as the row allows. */
export function fuzzyReach(columns: number): string {
	return columns < narrowBelowColumns ? `fuzzy, ${mostFuzzyEvents / 1000}k` : `fuzzy, newest ${grouped(mostFuzzyEvents)}`;
}

const narrowBelowColumns = 60;
