import {addressRange, isBrokenNetwork} from '../domain/address-range.ts';
import {matchAt, skipSpace} from './match-at.ts';
import {habitTrouble, isJoiner, isOpposite} from './search-habits.ts';
import {searchFields, type SearchTerm, type SearchTrouble} from './search-term.ts';

/** What was read between two positions; a word that only joins others gives no term. */
export type ReadTerm = {readonly term: SearchTerm | undefined; readonly start: number; readonly end: number};

const quoted = /"(?:[^"\\]|\\.)*"/svy;
// The flag g makes no difference, because every match is found anyway.
const regex = /\/(?<pattern>(?:[^\/\\]|\\.)+)\/(?<flags>[gimsuv]*)(?=\s|$)/vy;
// A name followed by `://` begins a URL, which is one word.
const fieldName = /(?<name>[A-Z_a-z][\w\-.]*):(?!\/\/)(?<equals>=?)/vy;
// JSON may have a blank after its colon.
const ownName = /"(?<name>(?:[^"\\]|\\.)*)":(?<equals>=?)(?: (?="))?/svy;
const unequal = /(?<name>[A-Z_a-z]+)!=(?=\S)/vy;
const bare = /\S+/vy;
// No habit goes on behind a quote, and without blanks all the text is one word: read whole for each term, that would take the square of its length.
const head = /[^\s"]*"?/vy;

/** The term that begins at a position that is not blank; each `NOT` before it means its minus. */
export function readTerm(text: string, start: number): ReadTerm | SearchTrouble {
	let at = start;
	let isOpposed = false;
	// A loop: pasted text may hold more of them than calls fit on the stack.
	while (isOpposite(headAt(text, at))) {
		const next = skipSpace(text, at + headAt(text, at).length);
		if (next === text.length) {
			return {sentence: 'NOT needs a word after it', column: at};
		}

		isOpposed = !isOpposed;
		at = next;
	}

	const read = readSigned(text, at);
	return 'sentence' in read || read.term === undefined ? read : {...read, start, term: {...read.term, isNegated: read.term.isNegated !== isOpposed}};
}

function readSigned(text: string, start: number): ReadTerm | SearchTrouble {
	const word = headAt(text, start);
	const sentence = isStarredAddress(word) ? undefined : habitTrouble(word);
	if (sentence !== undefined) {
		return {sentence, column: start};
	}

	if (isJoiner(word)) {
		return {term: undefined, start, end: start + word.length};
	}

	const isNegated = text[start] === '-' && word.length > 1;
	return readPositive(text, isNegated ? start + 1 : start, {start, isNegated});
}

/** Where a term begins, including its sign. */
type Sign = {readonly start: number; readonly isNegated: boolean};

function readPositive(text: string, at: number, sign: Sign): ReadTerm | SearchTrouble {
	return readOwnField(text, at, sign) ?? readPhrase(text, at, sign) ?? readRegex(text, at, sign) ?? readField(text, at, sign) ?? readUnequal(text, at, sign) ?? readWord(text, at, sign);
}

function readOwnField(text: string, at: number, {start, isNegated}: Sign): ReadTerm | SearchTrouble | undefined {
	const found = matchAt(ownName, text, at);
	const {name = '', equals} = found?.groups ?? {};
	const value = found === undefined ? undefined : readValue(text, at + found[0].length);
	if (value === undefined || 'sentence' in value) {
		return value;
	}

	const isWhole = equals === '=';
	const range = isWhole ? {} : rangeIn(value);
	return 'sentence' in range
		? {...range, column: at + found![0].length}
		: {term: {type: 'field', name: unescaped(name), value: value.value, isWhole, isNegated, isOwn: true, ...range}, start, end: value.end};
}

function readPhrase(text: string, at: number, {start, isNegated}: Sign): ReadTerm | SearchTrouble | undefined {
	if (text[at] !== '"') {
		return undefined;
	}

	const value = readQuoted(text, at);
	return 'sentence' in value ? value : {term: {type: 'word', text: value.value, isNegated}, start, end: value.end};
}

function readRegex(text: string, at: number, {start, isNegated}: Sign): ReadTerm | SearchTrouble | undefined {
	const found = matchAt(regex, text, at);
	if (found === undefined) {
		return undefined;
	}

	const pattern = found.groups!.pattern!;
	const flags = found.groups!.flags!.replaceAll('g', '');
	const sentence = regexTrouble(pattern, flags);
	return sentence === undefined ? {term: {type: 'regex', pattern, flags, isNegated}, start, end: at + found[0].length} : {sentence, column: at};
}

function readField(text: string, at: number, {start, isNegated}: Sign): ReadTerm | SearchTrouble | undefined {
	const found = matchAt(fieldName, text, at);
	const {name = '', equals} = found?.groups ?? {};
	const value = found === undefined ? undefined : readValue(text, at + found[0].length);
	if (value === undefined || 'sentence' in value) {
		return value;
	}

	const isWhole = equals === '=';
	const range = isWhole ? {} : readRange(name, value);
	const meant = isWhole || 'isRange' in range || !value.isBare ? value.value : withoutStars(value.value);
	return 'sentence' in range
		? {...range, column: at + found![0].length}
		: {term: {type: 'field', name, value: meant, isWhole, isNegated, ...range}, start, end: value.end};
}

type RangeRead = Pick<SearchTrouble, 'sentence'> | {readonly isRange?: true};

const readRange = (name: string, value: Value): RangeRead => texts.has(name) ? {} : rangeIn(value);

/** Reads a term whose value means a range of addresses, in which a mistake would silently match nothing. */
function rangeIn({value, isBare}: Value): RangeRead {
	if (!isBare) {
		return {};
	}

	if (isBrokenNetwork(value)) {
		return {sentence: `'${value}' is not a network: write it like 10.2.0.0/16 or fd00::/8`};
	}

	return addressRange(value) === undefined ? {} : {isRange: true};
}

/** Fields that contain values among other words. */
const texts: ReadonlySet<string> = new Set(['message', 'raw']);

/** An address can have stars for any of its parts: `device:10.2.*.7`. */
function isStarredAddress(word: string): boolean {
	const {name, value} = /^-?(?<name>[A-Z_a-z][\w\-.]*)(?::|!=)(?<value>.+)$/v.exec(word)?.groups ?? {};
	return name !== undefined && !texts.has(name) && addressRange(value!) !== undefined;
}

/** `user!=dana`, as in the filter line. */
function readUnequal(text: string, at: number, {start, isNegated}: Sign): ReadTerm | SearchTrouble | undefined {
	const found = matchAt(unequal, text, at);
	const name = found?.groups!.name!.toLowerCase() ?? '';
	const isField = (searchFields as readonly string[]).includes(name);
	const value = found !== undefined && isField ? readValue(text, at + found[0].length) : undefined;
	if (value === undefined || 'sentence' in value) {
		return value;
	}

	const range = readRange(name, value);
	return 'sentence' in range
		? {...range, column: at + found![0].length}
		: {term: {type: 'field', name, value: value.value, isWhole: true, isNegated: !isNegated, ...range}, start, end: value.end};
}

function readWord(text: string, at: number, {start, isNegated}: Sign): ReadTerm {
	const [word] = matchAt(bare, text, at)!;
	const end = at + word.length;
	return {term: isStars(word) ? undefined : {type: 'word', text: withoutStars(word), isNegated}, start, end};
}

/** A word is found anywhere in a text, so stars at its ends make no difference. */
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

const headAt = (text: string, at: number): string => matchAt(head, text, at)![0];

/** Why the regular expression is refused, in the engine's own words. */
function regexTrouble(pattern: string, flags: string): string | undefined {
	try {
		// The empty choice fits at once: no pattern is run here, where nothing could stop it, and still V8 says what it cannot compile.
		''.search(new RegExp(`|${new RegExp(pattern, flags).source}`, flags));
		return undefined;
	} catch (error) {
		return (error as SyntaxError).message;
	}
}

const unescaped = (text: string): string => text.replaceAll(/\\(?<escaped>.)/gsv, '$<escaped>');
