import {foreignText} from '../../domain/foreign.ts';
import {escape} from '../../text/escape.ts';
import type {Shown} from '../../text/shown.ts';
import {widthOf} from '../../text/width.ts';
import type {Span} from '../drawing/span.ts';

/** The most characters a box holds: enough for a filter line of a hundred values, while a pasted book would freeze the screen. */
export const longestTyped = 4000;

/**
Typed or pasted text as a text box may show it: line ends become blanks, and what cannot be shown becomes a visible token (search finds those too).
Backslashes are not doubled, because people type regular expressions; at the end of a line a backslash continues it.
*/
export function typedText(text: string, mostCharacters = longestTyped): string {
	const oneLine = text.replaceAll(/\\ *\r?\n/gv, '').replaceAll(/[\t\n\r]+/g, ' ').slice(0, mostCharacters);
	return oneLine.split('\\').map(part => escape(foreignText(withoutHalves(part)))).join('\\');
}

/** Typed text as its box shows it. */
export function typedSpan(text: string): Span {
	return {text: text.split('\\').map(part => escape(foreignText(part))).join('\\') as Shown, widthCells: typedCells(text), role: 'text', ground: 'plain'};
}

/** The cells that typed text takes in its box. */
export function typedCells(text: string): number {
	const parts = text.split('\\');
	return parts.reduce((sum, part) => sum + widthOf(escape(foreignText(part))), parts.length - 1);
}

/** The text without lone surrogates, which ink-text-input leaves behind because it deletes one code unit at a time. */
function withoutHalves(text: string): string {
	return text.replaceAll(/\p{Surrogate}/gv, '');
}
