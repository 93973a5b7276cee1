import {needleOf} from './needle.ts';
import type {SearchTerm} from './parse-search.ts';

/** How a search was read: whether letter case counts, and whether it has a regular expression. */
export type SearchRule = {readonly isExact: boolean; readonly hasPattern: boolean};

/** Letter case counts for a word with a capital letter and for a regular expression without the flag `i`. */
export function searchRule(terms: readonly SearchTerm[]): SearchRule {
	return {isExact: terms.some(term => isExact(term)), hasPattern: terms.some(({type}) => type === 'regex')};
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
