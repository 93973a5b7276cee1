import {skipSpace} from './match-at.ts';
import {type ReadTerm, readTerm} from './read-search-term.ts';
import type {SearchTerm, SearchTrouble} from './search-term.ts';

export {searchFields, type SearchTerm, type SearchTrouble} from './search-term.ts';

export type ParsedSearch =
	| {readonly type: 'terms'; readonly terms: readonly SearchTerm[]}
	| {readonly type: 'trouble'; readonly trouble: SearchTrouble};

/** Reads search text; empty text gives no terms. */
export function parseSearch(text: string): ParsedSearch {
	const read = readTerms(text);
	return 'sentence' in read ? {type: 'trouble', trouble: read} : {type: 'terms', terms: read.flatMap(({term}) => term ?? [])};
}

/** The text of each single term; text that cannot be read is kept whole. */
export function termTexts(text: string): readonly string[] {
	const read = readTerms(text);
	return 'sentence' in read ? [text] : read.filter(({term}) => term !== undefined).map(({start, end}) => text.slice(start, end));
}

function readTerms(text: string): readonly ReadTerm[] | SearchTrouble {
	const all: ReadTerm[] = [];
	for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, all.at(-1)!.end)) {
		const read = readTerm(text, at);
		if ('sentence' in read) {
			return read;
		}

		all.push(read);
	}

	return all;
}
