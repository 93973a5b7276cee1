import {foreignText} from '../../domain/foreign.ts';
import {escape} from '../../text/escape.ts';
import type {Shown} from '../../text/shown.ts';
import {widthOf} from '../../text/width.ts';
import type {Span} from '../drawing/span.ts';

/** Room for a query line of a hundred values; a pasted book would stop the screen. */
export const longestTyped = 4000;

/**
Typed or pasted text as a text box may show it: line ends are blanks, what cannot be shown is a visible token (search finds those too).
A backslash stays single, because people type regular expressions; at the end of a line it says that the line goes on.
*/
export function typedText(text: string, mostCharacters = longestTyped): string {
	const oneLine = text.replaceAll(/\\ *\r?\n/gv, '').replaceAll(/[\t\n\r]+/g, ' ').slice(0, mostCharacters);
	return oneLine.split('\\').map(part => escape(foreignText(withoutHalves(part)))).join('\\');
}

/** Typed text as it stands in its box. */
export function typedSpan(text: string): Span {
	return {text: text.split('\\').map(part => escape(foreignText(part))).join('\\') as Shown, widthCells: typedCells(text), role: 'text', ground: 'plain'};
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
