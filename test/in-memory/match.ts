import type {SearchTrouble} from '../../source/engine/engine.ts';

/** What a search finds, and why it finds nothing where it cannot be read. */
export type Match = {readonly isMatch: (text: string) => boolean; readonly words: readonly RegExp[]; readonly trouble?: SearchTrouble};

/** A search, and how its words are meant. */
export type Searched = {readonly search?: string; readonly isFuzzy?: true};

/** How a search is judged; undefined where nothing is searched. */
export const searchMatch = ({search, isFuzzy}: Searched): Match | undefined => search === undefined ? undefined : (isFuzzy ? fuzzyMatchOf(search) : matchOf(search));

/** Words and phrases, all of which must occur; an open quote or bracket is trouble. */
export function matchOf(search: string): Match {
	if (/^"[^"]*$/v.test(search)) {
		return {isMatch: () => false, words: [], trouble: {sentence: 'the quote is not closed', column: 0}};
	}

	const found = search.toLowerCase().matchAll(/(?:device:=)?"(?<phrase>[^"]*)"|(?<word>\S+)/gv);
	return allOf(found.map(({groups}) => (groups!.phrase ?? groups!.word!).replace(/^\w+:/v, '')).map(word => new RegExp(RegExp.escape(word), 'i')).toArray());
}

/** Letters of each word in order, without a blank between. */
function fuzzyMatchOf(search: string): Match {
	const words = search.split(/\s+/v).filter(word => word !== '');
	return allOf(words.map(word => new RegExp(Array.from(word, letter => RegExp.escape(letter)).join(String.raw`\S*?`), 'i')));
}

const allOf = (words: readonly RegExp[]): Match => ({isMatch: text => words.every(word => word.test(text)), words});
