import type {Run} from '../bytes/byte-text.ts';

/**
Which digits of a line may vary without changing what a reader finds in it, apart from the numbers themselves: those of numbers that stand alone in a
sentence, and those of IPv4 addresses. Digits in names, versions, dates and the text of known messages are fixed.
*/
export type FreeNumbers = {
	/** Offsets of the digits. */
	readonly digits: readonly number[];
	/** Offsets of the three-digit parts of addresses but the first: above 255 they would not be addresses. */
	readonly longParts: readonly number[];
	/** Those of the first parts: with 255 they would be masks of networks. */
	readonly longHeads: readonly number[];
	/** Offsets of digits that must not become a one. */
	readonly notOnes: readonly number[];
};

/** Where free numbers may lie: in text that is searched for them, and in values that no reader looks at, whose digits are all free. */
export type FreeNumberRuns = {
	readonly texts: readonly Run[];
	readonly values: readonly Run[];
	/** JSON strings that no reader looks at: they may be any string of the same length. */
	readonly strings?: readonly Run[];
	/** What readers do look at, and where similar lines therefore differ. */
	readonly told?: readonly Run[];
	/** Where the JSON strings lie that became columns: one with an escape must be decoded in each line. */
	readonly written?: WrittenColumns;
};

export type WrittenColumns = {readonly type: Run | undefined; readonly user: Run | undefined; readonly host: Run | undefined};

/** The free numbers of a line that has one character per byte. Cold. */
export function freeNumbers(line: string, {texts, values}: FreeNumberRuns): FreeNumbers {
	const found = texts.map(({start, end}) => numbersOfText(line.slice(start, end), start));
	return {
		digits: [...found.flatMap(({digits}) => digits), ...values.flatMap(({start, end}) => placesOf(line.slice(start, end), /\d/gv, start)).map(({at}) => at)],
		longParts: found.flatMap(({longParts}) => longParts),
		longHeads: found.flatMap(({longHeads}) => longHeads),
		notOnes: found.flatMap(({notOnes}) => notOnes),
	};
}

function numbersOfText(line: string, textAt: number): FreeNumbers {
	const words = placesOf(line, wordPattern, textAt);
	const values = placesOf(line, valuePattern, textAt);
	const addresses = placesOf(line, addressPattern, textAt).filter(({text}) => !text.startsWith(maskHead) && partsOf(text).every(({text: part}) => Number(part) <= highestPart));
	const ones = new Set(words.filter(({text}) => text.startsWith('1')).map(({at}) => at));
	return {
		digits: [...words, ...values, ...addresses].flatMap(({text, at}) => placesOf(text, /\d/gv, at)).map(({at}) => at).filter(at => !ones.has(at)),
		longParts: addresses.flatMap(({text, at}) => partsOf(text, at).slice(1)).filter(({text}) => text.length === longPartDigits).map(({at}) => at),
		longHeads: addresses.flatMap(({text, at}) => partsOf(text, at).slice(0, 1)).filter(({text}) => text.length === longPartDigits).map(({at}) => at),
		notOnes: words.map(({at}) => at).filter(at => !ones.has(at)),
	};
}

const highestPart = 255;
const maskHead = '255.';
const longPartDigits = 3;

/** A number that may begin a message. Exim has messages that begin with a number and are told by its first digit, a one: so a leading one stays a one, and no other digit may become one. */
const wordPattern = /(?<= )\d+(?=[ #\),;\]]|[.:](?: |$)|$)/gv;

/** A number that is the value of something. Short ones after `=` belong to the text of known messages (`tag=97 err=0`). */
const valuePattern = /(?:(?<=[#\(*\[]|[A-Za-z]{3}-)\d+|(?<==)\d{3,})(?=[ #\),;\]]|[.:](?: |$)|$)/gv;

/** An address as a word by itself, with or without a port, as `addDevicesIn` finds it. With a slash after it, it would be a network. */
const addressPattern = /(?<![\w%\-.:@])(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?(?![\w%\-\/@]|[.:][\w%\-.:@])/gv;

type Place = {readonly text: string; readonly at: number};

/** What the pattern finds in a text that begins at `textAt`, and where. */
const placesOf = (text: string, pattern: RegExp, textAt = 0): readonly Place[] => text.matchAll(pattern).map(({0: found, index}) => ({text: found, at: textAt + index})).toArray();

/** The four parts of an address, its port left off. */
const partsOf = (address: string, at = 0): readonly Place[] => placesOf(address.split(':', 1)[0]!, /\d+/gv, at);
