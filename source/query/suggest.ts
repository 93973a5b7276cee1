import fuzzysort, {type Prepared} from 'fuzzysort';
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

/** A text made ready for many fuzzy searches. */
export type FuzzyText = Prepared;

export const fuzzyText = (text: string): FuzzyText => fuzzysort.prepare(text);

/** Where the letters of a typed word stand in the text; undefined where they are not all there, or strewn about. */
export function lettersLike(word: string, text: FuzzyText): readonly number[] | undefined {
	const found = fuzzysort.single(word, text);
	return found !== null && (found.score >= goodScore || areNear(found.indexes)) ? found.indexes : undefined;
}

/** Fuzzysort's own word for a match at the beginnings of words, however far they are apart. */
const goodScore = 0.5;

/** In a long number or path any few letters are found somewhere. */
function areNear(letters: readonly number[]): boolean {
	return letters.at(-1)! - letters[0]! <= (2 * letters.length) + 4;
}
