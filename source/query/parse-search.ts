import {habitTrouble, isJoiner, isOpposite} from './search-habits.ts';

/**
The search box's language.

    failed login            both words, anywhere in the event
    "failed login"          the phrase; \" and \\ stand for the quote and the backslash
    /fail(ed|ure)/i         a regular expression (flags i, m, s, u, v) over the record's text
    user:dana               the field's value contains it; user:"dana s" for a value with spaces
    user:=dana              the field's whole value is it; user:* for any value at all
    "user":dana             the record's own field of that name, as JSON has it
    -login  -user:dana      not

All terms must hold. A word in small letters finds capitals as well; one with a capital letter finds only itself. Fields are those of
`searchFields`; any other name is looked up among the record's own fields, and found as well where the text says `name=value` or `name:value`.

From other languages: `AND`, `NOT`, `user!=dana`, `user=dana` and a star at the end of a word are understood, and `search-habits.ts` says the way for what has another.
*/
export type SearchTerm = {readonly isNegated: boolean} & (
	| {readonly type: 'word'; readonly text: string}
	| {readonly type: 'regex'; readonly pattern: string; readonly flags: string}
	/** `isOwn`: of the record's own fields, though a column may have that name. */
	| {readonly type: 'field'; readonly name: string; readonly value: string; readonly isWhole: boolean; readonly isOwn?: true}
);

/** Why search text cannot be read. `column` counts characters from 0. */
export type SearchTrouble = {readonly sentence: string; readonly column: number};

export type ParsedSearch =
	| {readonly type: 'terms'; readonly terms: readonly SearchTerm[]}
	| {readonly type: 'trouble'; readonly trouble: SearchTrouble};

/** Fields with a meaning of their own; help and README list them. */
export const searchFields = ['user', 'action', 'type', 'group', 'device', 'source', 'host', 'result', 'severity', 'category', 'format', 'message', 'raw'] as const;

/** Reads search text; empty text is no terms. */
export function parseSearch(text: string): ParsedSearch {
	const read = readTerms(text);
	return 'sentence' in read ? {type: 'trouble', trouble: read} : {type: 'terms', terms: read.flatMap(({term}) => term ?? [])};
}

/** The text of each term by itself; text that cannot be read stays whole. */
export function termTexts(text: string): readonly string[] {
	const read = readTerms(text);
	return 'sentence' in read ? [text] : read.filter(({term}) => term !== undefined).map(({start, end}) => text.slice(start, end));
}

/** What stands between two places of the text; a word that only joins others is no term. */
type Read = {readonly term: SearchTerm | undefined; readonly start: number; readonly end: number};

const space = /\s/v;
const quoted = /"(?:[^"\\]|\\.)*"/svy;
// The flag g asks for every match, and every match is found anyway.
const regex = /\/(?<pattern>(?:[^\/\\]|\\.)+)\/(?<flags>[gimsuv]*)(?=\s|$)/vy;
// A name followed by `://` begins an address, which is a word.
const fieldName = /(?<name>[A-Z_a-z][\w\-.]*):(?!\/\/)(?<equals>=?)/vy;
// JSON may have a blank behind its colon.
const ownName = /"(?<name>(?:[^"\\]|\\.)*)":(?<equals>=?)(?: (?="))?/svy;
const unequal = /(?<name>[A-Z_a-z]+)!=(?=\S)/vy;
const bare = /\S+/vy;

function readTerms(text: string): readonly Read[] | SearchTrouble {
	const all: Read[] = [];
	for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, all.at(-1)!.end)) {
		const read = readTerm(text, at);
		if ('sentence' in read) {
			return read;
		}

		all.push(read);
	}

	return all;
}

function readTerm(text: string, start: number): Read | SearchTrouble {
	const [word] = matchAt(bare, text, start)!;
	const sentence = habitTrouble(word);
	if (sentence !== undefined) {
		return {sentence, column: start};
	}

	if (isJoiner(word)) {
		return {term: undefined, start, end: start + word.length};
	}

	if (isOpposite(word)) {
		return readOpposite(text, start, skipSpace(text, start + word.length));
	}

	const isNegated = text[start] === '-' && word.length > 1;
	return readPositive(text, isNegated ? start + 1 : start, {start, isNegated});
}

/** `NOT` stands for the minus of the term behind it. */
function readOpposite(text: string, start: number, at: number): Read | SearchTrouble {
	if (at === text.length) {
		return {sentence: 'NOT needs something behind it', column: start};
	}

	const read = readTerm(text, at);
	return 'sentence' in read || read.term === undefined ? read : {...read, start, term: {...read.term, isNegated: !read.term.isNegated}};
}

/** Where a term begins, its sign included. */
type Sign = {readonly start: number; readonly isNegated: boolean};

function readPositive(text: string, at: number, sign: Sign): Read | SearchTrouble {
	return readOwnField(text, at, sign) ?? readPhrase(text, at, sign) ?? readRegex(text, at, sign) ?? readField(text, at, sign) ?? readUnequal(text, at, sign) ?? readWord(text, at, sign);
}

function readOwnField(text: string, at: number, {start, isNegated}: Sign): Read | SearchTrouble | undefined {
	const found = matchAt(ownName, text, at);
	const {name = '', equals} = found?.groups ?? {};
	const value = found === undefined ? undefined : readValue(text, at + found[0].length);
	return value === undefined || 'sentence' in value
		? value
		: {term: {type: 'field', name: unescaped(name), value: value.value, isWhole: equals === '=', isNegated, isOwn: true}, start, end: value.end};
}

function readPhrase(text: string, at: number, {start, isNegated}: Sign): Read | SearchTrouble | undefined {
	if (text[at] !== '"') {
		return undefined;
	}

	const value = readQuoted(text, at);
	return 'sentence' in value ? value : {term: {type: 'word', text: value.value, isNegated}, start, end: value.end};
}

function readRegex(text: string, at: number, {start, isNegated}: Sign): Read | SearchTrouble | undefined {
	const found = matchAt(regex, text, at);
	if (found === undefined) {
		return undefined;
	}

	const pattern = found.groups!.pattern!;
	const flags = found.groups!.flags!.replaceAll('g', '');
	const sentence = regexTrouble(pattern, flags);
	return sentence === undefined ? {term: {type: 'regex', pattern, flags, isNegated}, start, end: at + found[0].length} : {sentence, column: at};
}

function readField(text: string, at: number, {start, isNegated}: Sign): Read | SearchTrouble | undefined {
	const found = matchAt(fieldName, text, at);
	const {name = '', equals} = found?.groups ?? {};
	const value = found === undefined ? undefined : readValue(text, at + found[0].length);
	if (value === undefined || 'sentence' in value) {
		return value;
	}

	const isWhole = equals === '=';
	return {term: {type: 'field', name, value: isWhole || !value.isBare ? value.value : withoutStars(value.value), isWhole, isNegated}, start, end: value.end};
}

/** `user!=dana`, as a line of filters has it. */
function readUnequal(text: string, at: number, {start, isNegated}: Sign): Read | SearchTrouble | undefined {
	const found = matchAt(unequal, text, at);
	const name = found?.groups!.name!.toLowerCase() ?? '';
	const isField = (searchFields as readonly string[]).includes(name);
	const value = found !== undefined && isField ? readValue(text, at + found[0].length) : undefined;
	return value === undefined || 'sentence' in value ? value : {term: {type: 'field', name, value: value.value, isWhole: true, isNegated: !isNegated}, start, end: value.end};
}

function readWord(text: string, at: number, {start, isNegated}: Sign): Read {
	const [word] = matchAt(bare, text, at)!;
	const end = at + word.length;
	return {term: isStars(word) ? undefined : {type: 'word', text: withoutStars(word), isNegated}, start, end};
}

/** A word is found wherever it stands, so that stars at its ends ask for nothing more. */
function withoutStars(word: string): string {
	let start = 0;
	let end = word.length;
	while (start < end && word[start] === '*') {
		start++;
	}

	while (end > start && word[end - 1] === '*') {
		end--;
	}

	return word.slice(start, end);
}

const isStars = (word: string): boolean => /^\*+$/v.test(word);

type Value = {readonly value: string; readonly isBare: boolean; readonly end: number};

function readValue(text: string, at: number): Value | SearchTrouble {
	if (text[at] === '"') {
		return readQuoted(text, at);
	}

	const found = matchAt(bare, text, at);
	return found === undefined
		? {sentence: 'The field needs a value right after the colon', column: at}
		: {value: found[0], isBare: true, end: at + found[0].length};
}

function readQuoted(text: string, at: number): Value | SearchTrouble {
	const found = matchAt(quoted, text, at);
	return found === undefined
		? {sentence: 'This quote is never closed', column: at}
		: {value: unescaped(found[0].slice(1, -1)), isBare: false, end: at + found[0].length};
}

function skipSpace(text: string, from: number): number {
	let at = from;
	while (at < text.length && space.test(text[at]!)) {
		at++;
	}

	return at;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}

/** Why the engine of regular expressions refuses it, in its own words. */
function regexTrouble(pattern: string, flags: string): string | undefined {
	try {
		''.search(new RegExp(pattern, flags));
		return undefined;
	} catch (error) {
		return (error as SyntaxError).message;
	}
}

const unescaped = (text: string): string => text.replaceAll(/\\(?<escaped>.)/gsv, '$<escaped>');
