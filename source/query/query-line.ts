import {type Foreign, foreignText} from '../domain/foreign.ts';
import {unescape} from '../text/escape.ts';
import type {Shown} from '../text/shown.ts';
import {readExactTime, type TimeReader} from './exact-times.ts';
import {matchAt, skipSpace} from './match-at.ts';
import {parseSearch, termTexts, type SearchTrouble} from './parse-search.ts';
import {everything, type Query} from './query.ts';
import {type Change, changeFor, filterNames, isTimeName} from './query-line-filters.ts';
import {filterHabit, meantFilter, valueHabit} from './query-line-habits.ts';

export type ParsedQueryLine =
	| {readonly type: 'query'; readonly query: Query}
	| {readonly type: 'trouble'; readonly trouble: SearchTrouble};

/**
Reads a whole query from one line:

    since=2026-03-03T09:06:30Z      at or after; until= before
    severity=notice                 at least that; severity>=notice is the same
    user-operations=exact           or human
    user=dana user=support          one of them; user="" for events that name none
    device!=10.2.1.14               not that one
    text: failed -user:dana         the rest of the line, in the search box's language; text="..." can be anywhere

A time of several words needs no quotes: since=yesterday 14:00. In quotes a value is spelled as the screen shows it: `\x1b`, `\u{202e}`, `\\`, and `\"` for the quote.
*/
export function parseQueryLine(line: string, readTime: TimeReader = readExactTime): ParsedQueryLine {
	if (line.length > longestLine) {
		return {type: 'trouble', trouble: {sentence: `a line has ${longestLine} characters at most: for more values write a /pattern/, or a group of devices`, column: longestLine}};
	}

	let query = everything;
	for (let at = skipSpace(line, 0); at < line.length; at = skipSpace(line, at)) {
		const read = readPart(line, at, readTime);
		if ('sentence' in read) {
			return {type: 'trouble', trouble: read};
		}

		query = read.change(query);
		at = read.end;
	}

	return {type: 'query', query};
}

/** Thousands of values. Each is a chip on the screen and is looked for in lists, which a file of a megabyte would make stand still. */
const longestLine = 65_536;

/** A word that only joins filters has no effect. */
type ReadPart = {readonly change: Change; readonly end: number};

const nameAndSign = /(?<name>[a-z][\-a-z_]*)(?<sign>!?=|>=|:)/ivy;

function readPart(line: string, at: number, readTime: TimeReader): ReadPart | SearchTrouble {
	const joiner = matchAt(/(?:AND|&&)(?=\s|$)/vy, line, at);
	if (joiner !== undefined) {
		return {change: query => query, end: at + joiner[0].length};
	}

	const {name: typedName = '', sign} = matchAt(nameAndSign, line, at)?.groups ?? {};
	const name = typedName.toLowerCase().replaceAll('_', '-');
	if (sign === undefined || (sign === '>=' && name !== 'severity')) {
		return {sentence: filterHabit(line.slice(at)), column: at};
	}

	if (name !== 'text' && !filterNames.includes(name)) {
		return {sentence: unknownFilter(name), column: at};
	}

	const valueAt = at + name.length + sign.length;
	if (sign === ':') {
		return name === 'text' ? readKeywords(line.slice(valueAt), valueAt, line.length) : {sentence: `only text has a colon; this is ${name}=`, column: valueAt - 1};
	}

	const value = isTimeName(name) ? readTimeText(line, valueAt, readTime) : readValue(line, valueAt, name);
	if ('sentence' in value) {
		return value;
	}

	return name === 'text' && sign === '=' ? readKeywords(value.text, valueAt, value.end) : readFilter(name, sign === '!=', value, {valueAt, readTime});
}

function unknownFilter(name: string): string {
	const near = meantFilter(name);
	return `there is no filter ${name}; ${near === undefined ? `there are ${filterNames.join(', ')} and text` : `did you mean ${near}${near === 'text' ? ':' : '='}?`}`;
}

type Value = {readonly text: Foreign; readonly end: number};

const quotedText = /"(?<quoted>(?:[^"\\]|\\.)*)"/svy;
const bareText = /\S+/vy;

function readValue(line: string, at: number, name = ''): Value | SearchTrouble {
	if (line[at] === '"') {
		const found = matchAt(quotedText, line, at);
		return found === undefined ? {sentence: 'this quote is never closed', column: at} : {text: unquoted(found.groups!.quoted!), end: at + found[0].length};
	}

	const found = matchAt(bareText, line, at);
	const sentence = found === undefined ? 'a value is missing here; "" stands for none' : valueHabit(name, found[0]);
	return sentence === undefined ? {text: foreignText(found![0]), end: at + found![0].length} : {sentence, column: at};
}

/** A time in words needs no quotes: it takes as many words as make a time, up to the next filter. */
function readTimeText(line: string, at: number, readTime: TimeReader): Value | SearchTrouble {
	const isQuoted = line[at] === '"';
	for (let words = isQuoted ? 0 : mostTimeWords; words > 1; words--) {
		const found = matchAt(new RegExp(String.raw`\S+(?:\s+\S+){${words - 1}}(?=\s|$)`, 'vy'), line, at);
		if (found !== undefined && 'value' in readTime(found[0])) {
			return {text: foreignText(found[0]), end: at + found[0].length};
		}
	}

	return readValue(line, at);
}

/** `3 March 2026 14:00 UTC` */
const mostTimeWords = 6;

/** Reads the search text at the end of the line; trouble is reported at its place in the line. */
function readKeywords(text: string, textAt: number, end: number): ReadPart | SearchTrouble {
	const parsed = parseSearch(text);
	if (parsed.type === 'trouble') {
		return {...parsed.trouble, column: textAt + parsed.trouble.column};
	}

	const keywords = termTexts(text);
	return {change: query => keywords.length === 0 ? query : {...query, keywords: [...query.keywords ?? [], ...keywords]}, end};
}

function readFilter(name: string, isNegated: boolean, {text, end}: Value, {valueAt, readTime}: {readonly valueAt: number; readonly readTime: TimeReader}): ReadPart | SearchTrouble {
	const change = changeFor({name, value: text, isNegated, readTime});
	return typeof change === 'string' ? {sentence: change, column: valueAt} : {change, end};
}

/** A quote inside is written `\"`, which is not a token of shown text. */
const unquoted = (text: string): Foreign => unescape(text.replaceAll(String.raw`\"`, String.raw`\x22`) as Shown);
