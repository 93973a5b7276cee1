import fuzzysort from 'fuzzysort';
import type {Foreign} from '../domain/foreign.ts';

/** Facets are ordered by count and cut by their own limit: fuzzysort shall only say which values fit at all. 0 is its word for no limit. */
const everyMatch = {limit: 0, threshold: 0};

/** The values that fit what was typed so far, letters in order but not necessarily together; all of them while nothing is typed. */
export function valuesLike(typed: string, values: readonly Foreign[]): ReadonlySet<Foreign> {
	return new Set(typed === '' ? values : fuzzysort.go(typed, values, everyMatch).map(({target}) => target as Foreign));
}

/** Places of the texts that fit what was typed, the best first. */
export function bestLike(typed: string, texts: readonly string[]): number[] {
	const numbered = texts.map((text, at) => ({text, at}));
	return fuzzysort.go(typed, numbered, {...everyMatch, key: 'text'}).map(({obj}) => obj.at);
}
