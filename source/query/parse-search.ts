/**
The search box's language.

    failed login            both words, anywhere in the event
    "failed login"          the phrase; \" and \\ stand for the quote and the backslash
    /fail(ed|ure)/i         a regular expression (flags i, m, s, u, v) over the record's text
    user:dana               the field's value contains it; user:"dana s" for a value with spaces
    user:=dana              the field's whole value is it
    -login  -user:dana      not

All terms must hold. A word in small letters finds capitals as well; one with a capital letter finds only itself. Fields are those of
`searchFields`; any other name is looked up among the record's own fields, and found as well where the text says `name=value` or `name:value`.
*/
export type SearchTerm = {readonly isNegated: boolean} & (
	| {readonly type: 'word'; readonly text: string}
	| {readonly type: 'regex'; readonly pattern: string; readonly flags: string}
	| {readonly type: 'field'; readonly name: string; readonly value: string; readonly isWhole: boolean}
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
	const terms: SearchTerm[] = [];
	for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
		const read = readTerm(text, at);
		if ('sentence' in read) {
			return {type: 'trouble', trouble: read};
		}

		terms.push(read.term);
		at = read.end;
	}

	return {type: 'terms', terms};
}

/** Search text that reads back as the same terms. */
export const printSearch = (terms: readonly SearchTerm[]): string => terms.map(term => `${term.isNegated ? '-' : ''}${printTerm(term)}`).join(' ');

type Read = {readonly term: SearchTerm; readonly end: number};

const space = /\s/v;
const quoted = /"(?:[^"\\]|\\.)*"/svy;
const regex = /\/(?<pattern>(?:[^\/\\]|\\.)+)\/(?<flags>[imsuv]*)(?=\s|$)/vy;
// A name followed by `://` begins an address, which is a word.
const fieldName = /(?<name>[A-Z_a-z][\w\-.]*):(?!\/\/)(?<equals>=?)/vy;
const bare = /\S+/vy;

function skipSpace(text: string, from: number): number {
	let at = from;
	while (at < text.length && space.test(text[at]!)) {
		at++;
	}

	return at;
}

function readTerm(text: string, start: number): Read | SearchTrouble {
	const isNegated = text[start] === '-' && start + 1 < text.length && !space.test(text[start + 1]!);
	const at = isNegated ? start + 1 : start;
	return readPhrase(text, at, isNegated) ?? readRegex(text, at, isNegated) ?? readField(text, at, isNegated) ?? readWord(text, at, isNegated);
}

function readPhrase(text: string, at: number, isNegated: boolean): Read | SearchTrouble | undefined {
	if (text[at] !== '"') {
		return undefined;
	}

	const value = readQuoted(text, at);
	return 'sentence' in value ? value : {term: {type: 'word', text: value.value, isNegated}, end: value.end};
}

function readRegex(text: string, at: number, isNegated: boolean): Read | SearchTrouble | undefined {
	const found = matchAt(regex, text, at);
	if (found === undefined) {
		return undefined;
	}

	const {pattern, flags} = found.groups as {pattern: string; flags: string};
	const sentence = regexTrouble(pattern, flags);
	return sentence === undefined ? {term: {type: 'regex', pattern, flags, isNegated}, end: at + found[0].length} : {sentence, column: at};
}

function readField(text: string, at: number, isNegated: boolean): Read | SearchTrouble | undefined {
	const found = matchAt(fieldName, text, at);
	if (found === undefined) {
		return undefined;
	}

	const {name, equals} = found.groups as {name: string; equals: string};
	const value = readValue(text, at + found[0].length);
	return 'sentence' in value
		? value
		: {term: {type: 'field', name, value: value.value, isWhole: equals === '=', isNegated}, end: value.end};
}

function readWord(text: string, at: number, isNegated: boolean): Read {
	const [word] = matchAt(bare, text, at)!;
	return {term: {type: 'word', text: word, isNegated}, end: at + word.length};
}

type Value = {readonly value: string; readonly end: number};

function readValue(text: string, at: number): Value | SearchTrouble {
	if (text[at] === '"') {
		return readQuoted(text, at);
	}

	const found = matchAt(bare, text, at);
	return found === undefined
		? {sentence: 'The field needs a value right after the colon', column: at}
		: {value: found[0], end: at + found[0].length};
}

function readQuoted(text: string, at: number): Value | SearchTrouble {
	const found = matchAt(quoted, text, at);
	return found === undefined
		? {sentence: 'This quote is never closed', column: at}
		: {value: unescaped(found[0].slice(1, -1)), end: at + found[0].length};
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

function printTerm(term: SearchTerm): string {
	switch (term.type) {
		case 'word': {
			return isPlainWord(term.text) ? term.text : quote(term.text);
		}

		case 'regex': {
			return `/${term.pattern}/${term.flags}`;
		}

		case 'field': {
			return `${term.name}:${term.isWhole ? '=' : ''}${isPlainValue(term) ? term.value : quote(term.value)}`;
		}
	}
}

/** True where the word needs no quotes to be read back as itself, whatever follows: behind a slash at its head, a later word could close an expression. */
function isPlainWord(text: string): boolean {
	const read = parseSearch(text);
	const [first, ...others] = read.type === 'terms' ? read.terms : [];
	const isItself = first?.type === 'word' && first.text === text && !first.isNegated;
	return isItself && others.length === 0 && !/^["\/]/v.test(text);
}

const isPlainValue = ({value}: {readonly value: string}): boolean => /^[^\s"\/=]\S*$/v.test(value);

const unescaped = (text: string): string => text.replaceAll(/\\(?<escaped>.)/gsv, '$<escaped>');

const quote = (text: string): string => `"${text.replaceAll(/["\\]/gv, String.raw`\$&`)}"`;
