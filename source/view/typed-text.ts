import {foreignText} from '../domain/foreign.ts';
import {escape} from '../text/escape.ts';
import {widthOf} from '../text/width.ts';

/** Room for a query line of a hundred values; a pasted book would stop the screen. */
const longestTyped = 4000;

/**
Typed or pasted text as a text box may show it: line ends are blanks, what cannot be shown is a visible token (search finds those too).
A backslash stays single, because people type regular expressions.
*/
export function typedText(text: string): string {
	const oneLine = text.slice(0, longestTyped).replaceAll(/[\t\n\r]+/g, ' ');
	return oneLine.split('\\').map(part => escape(foreignText(withoutHalves(part)))).join('\\');
}

/** Cells that typed text takes in its box. */
export function typedCells(text: string): number {
	const parts = text.split('\\');
	return parts.reduce((sum, part) => sum + widthOf(escape(foreignText(part))), parts.length - 1);
}

/** Without halves of a surrogate pair: ink-text-input deletes one code unit at a time, and half an emoji is none. */
function withoutHalves(text: string): string {
	return text.replaceAll(/\p{Surrogate}/gv, '');
}
