import {needleOf} from './needle.ts';
import {addressFields} from './match-text.ts';
import {searchFields, type SearchTerm} from './parse-search.ts';
import {meantFilter} from './query-line-habits.ts';

/** How a search was read: whether letter case counts, whether it has a regular expression, and a field that not every event has, with the one that was perhaps meant. */
export type SearchRule = {readonly isExact: boolean; readonly hasPattern: boolean; readonly slip?: {readonly typed: string; readonly meant: string}};

/** Letter case counts for a word with a capital letter and for a regular expression without the flag `i`. */
export function searchRule(terms: readonly SearchTerm[]): SearchRule {
	const slip = terms.map(term => slipIn(term)).find(found => found !== undefined);
	return {isExact: terms.some(term => isExact(term)), hasPattern: terms.some(({type}) => type === 'regex'), ...(slip && {slip})};
}

const known: ReadonlySet<string> = new Set([...searchFields, ...addressFields]);

function slipIn(term: SearchTerm): SearchRule['slip'] {
	if (term.type !== 'field' || (term.isOwn ?? known.has(term.name.toLowerCase()))) {
		return undefined;
	}

	const meant = meantFilter(term.name.toLowerCase());
	return meant !== undefined && known.has(meant) ? {typed: term.name, meant} : undefined;
}

function isExact(term: SearchTerm): boolean {
	switch (term.type) {
		case 'word': {
			return !needleOf(term.text).isFolded;
		}

		case 'field': {
			return !needleOf(term.value).isFolded;
		}

		case 'regex': {
			return !term.flags.includes('i');
		}
	}
}
