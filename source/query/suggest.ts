import fuzzysort, {type Prepared} from 'fuzzysort';
import type {Foreign} from '../domain/foreign.ts';

/** Facets are ordered by count and have their own limit, so fuzzysort only says which values match. 0 means no limit to it. */
const everyMatch = {limit: 0, threshold: 0};

/** The values that match what was typed, letters in order but not necessarily together; all of them while nothing is typed. */
export function valuesLike(typed: string, values: readonly Foreign[]): ReadonlySet<Foreign> {
	return new Set(typed === '' ? values : fuzzysort.go(typed, values, everyMatch).map(({target}) => target as Foreign));
}

/** The indexes of the texts that match what was typed, the best first. */
export function bestLike(typed: string, texts: readonly string[]): number[] {
	const numbered = texts.map((text, at) => ({text, at}));
	return fuzzysort.go(typed, numbered, {...everyMatch, key: 'text'}).map(({obj}) => obj.at);
}

/** A text prepared for many fuzzy searches. */
export type FuzzyText = Prepared;

export const fuzzyText = (text: string): FuzzyText => fuzzysort.prepare(text);

/** The positions of a typed word's letters in the text; undefined if some are missing or they are too scattered. */
export function lettersLike(word: string, text: FuzzyText): readonly number[] | undefined {
	const found = fuzzysort.single(word, text);
	return found !== null && (found.score >= goodScore || areNear(found.indexes)) ? found.indexes : undefined;
}

/** Fuzzysort's score from which letters begin words, however far apart those are. */
const goodScore = 0.5;

/** Any few letters can be found somewhere in a long number or path. */
function areNear(letters: readonly number[]): boolean {
	return letters.at(-1)! - letters[0]! <= (2 * letters.length) + 4;
}
