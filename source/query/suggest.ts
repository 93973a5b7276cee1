import fuzzysort from 'fuzzysort';
import type {Foreign} from '../domain/foreign.ts';

/** The values that fit what was typed so far, letters in order but not necessarily together; all of them while nothing is typed. */
export function valuesLike(typed: string, values: readonly Foreign[]): ReadonlySet<Foreign> {
	return new Set(typed === '' ? values : fuzzysort.go(typed, values).map(({target}) => target as Foreign));
}
