import type {Run} from '../bytes/byte-text.ts';

/**
Which digits of a line may be any other without changing what a reader finds in it but the numbers themselves: those of numbers between the marks of a
sentence, and those of IPv4 addresses. Digits in names, versions, dates and the text of known messages stay what they are.
*/
export type FreeNumbers = {
	/** Offsets of the digits. */
	readonly digits: readonly number[];
	/** Offsets of the parts of addresses that have three digits: above 255 they would be none. */
	readonly longParts: readonly number[];
	/** Offsets of digits that must not become a one. */
	readonly notOnes: readonly number[];
};

/** Where free numbers may lie: in text that is looked through, and in values that nobody reads, whose digits are all free. */
export type FreeNumberRuns = {
	readonly texts: readonly Run[];
	readonly values: readonly Run[];
	/** Strings of JSON that nobody reads: of as many bytes they may be any others, but for those that end one. */
	readonly strings?: readonly Run[];
	/** What is read: lines that are alike but for it are told apart there. */
	readonly told?: readonly Run[];
	/** Where the strings of JSON lie that became columns: one with an escape is decoded anew in each line. */
	readonly written?: WrittenColumns;
};

export type WrittenColumns = {readonly type: Run | undefined; readonly user: Run | undefined; readonly host: Run | undefined};

/** The free numbers of a line with one character a byte. Cold. */
export function freeNumbers(line: string, {texts, values}: FreeNumberRuns): FreeNumbers {
	const found = texts.map(({start, end}) => numbersOfText(line.slice(start, end), start));
	return {
		digits: [...found.flatMap(({digits}) => digits), ...values.flatMap(({start, end}) => placesOf(line.slice(start, end), /\d/gv, start)).map(({at}) => at)],
		longParts: found.flatMap(({longParts}) => longParts),
		notOnes: found.flatMap(({notOnes}) => notOnes),
	};
}

function numbersOfText(line: string, textAt: number): FreeNumbers {
	const words = placesOf(line, wordPattern, textAt);
	const values = placesOf(line, valuePattern, textAt);
	const addresses = placesOf(line, addressPattern, textAt).filter(({text}) => partsOf(text).every(({text: part}) => Number(part) <= highestPart));
	const ones = new Set(words.filter(({text}) => text.startsWith('1')).map(({at}) => at));
	return {
		digits: [...words, ...values, ...addresses].flatMap(({text, at}) => placesOf(text, /\d/gv, at)).map(({at}) => at).filter(at => !ones.has(at)),
		longParts: addresses.flatMap(({text, at}) => partsOf(text, at)).filter(({text}) => text.length === longPartDigits).map(({at}) => at),
		notOnes: words.map(({at}) => at).filter(at => !ones.has(at)),
	};
}

const highestPart = 255;
const longPartDigits = 3;

/** A number that may begin a message. Those of Exim begin with a one, the only known text that is part of a number: it stays one, and others become none. */
const wordPattern = /(?<= )\d+(?=[ #\),;\]]|[.:](?: |$)|$)/gv;

/** A number that stands for something. Short ones behind `=` are text of known messages (`tag=97 err=0`). */
const valuePattern = /(?:(?<=[#\(*\[]|[A-Za-z]{3}-)\d+|(?<==)\d{3,})(?=[ #\),;\]]|[.:](?: |$)|$)/gv;

/** An address as a word by itself, with or without a port: what `addDevicesIn` finds. Behind a slash it would be a network. */
const addressPattern = /(?<![\w%\-.:@])(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?(?![\w%\-\/@]|[.:][\w%\-.:@])/gv;

type Place = {readonly text: string; readonly at: number};

/** What of a text the pattern finds, and where, counted on from `textAt`. */
const placesOf = (text: string, pattern: RegExp, textAt = 0): readonly Place[] => text.matchAll(pattern).map(({0: found, index}) => ({text: found, at: textAt + index})).toArray();

/** The four parts of an address, its port left off. */
const partsOf = (address: string, at = 0): readonly Place[] => placesOf(address.split(':', 1)[0]!, /\d+/gv, at);
