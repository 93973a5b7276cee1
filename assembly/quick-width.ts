import stringWidth from '../node_modules/string-width/index.js';

/**
Stands in for string-width in the bundle. What a screen of ours is made of beside ASCII (rules, bars, the ellipsis, the marks of a selection) has one cell each,
and is known here without the tables of emoji, whose first use alone takes 15 ms of the start, and without taking every row apart.
*/
export default function quickWidth(text: string, options?: {readonly ambiguousIsNarrow?: boolean; readonly countAnsiEscapeCodes?: boolean}): number {
	if (options !== undefined) {
		return stringWidth(text, options);
	}

	const seen = text.includes('\u{1B}') ? text.replaceAll(colours, '') : text;
	return oneCellEach.test(seen) ? seen.length : stringWidth(text);
}

/** Select graphic rendition (ECMA-48, 8.3.117). */
const colours = /\p{Control}\[[\d;]*m/gv;

/** Characters of one cell that stand for themselves whatever stands beside them; each is one code unit. */
export const oneCellEach = /^[\u{2010}-\u{2026}\u{2500}-\u{259F}\u{25B8}[\p{ASCII}--\p{Control}]]*$/v;
