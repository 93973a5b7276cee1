import {cellsOf, kindOf} from './code-points.ts';
import {mostMarksOnCell, tokenOf} from './token.ts';

/** The smallest part of shown text: a run shown as itself, or one token. */
export type Piece = {readonly text: string; readonly widthCells: number; readonly isToken: boolean};

/** The token of a tab, the only one that can be drawn as blanks instead. */
export const tabToken = tokenOf(0x09);

/**
The shown form of `text[start..end)`, piece by piece and on demand.
No escape sequence is ever parsed to decide whether it is safe: the code point that introduces one always becomes a token.

@yields Pieces in order.
*/
export function * pieces(text: string, {start, end, isAscii}: {readonly start: number; readonly end: number; readonly isAscii: boolean}): Generator<Piece> {
	/** The number of combining marks on the last cell, or undefined where there is no cell that can have any. */
	let marksOnCell: number | undefined;
	for (let at = start; at < end;) {
		const run = asciiRun(text, at, end);
		if (run !== '') {
			yield plain(run, run.length);
			at += run.length;
			marksOnCell = 0;
			continue;
		}

		const codePoint = text.codePointAt(at)!;
		const unitCount = codePoint > 0xFF_FF ? 2 : 1;
		const kind = isAscii && codePoint >= 0x80 ? 'hidden' : kindOf(codePoint);
		if (codePoint === backslash) {
			yield plain(doubledBackslash, doubledBackslash.length);
			marksOnCell = undefined;
		} else if (kind === 'plain') {
			yield plain(text.slice(at, at + unitCount), cellsOf(codePoint));
			marksOnCell = 0;
		} else if (kind === 'mark' && marksOnCell !== undefined && marksOnCell < mostMarksOnCell) {
			yield plain(text.slice(at, at + unitCount), 0);
			marksOnCell++;
		} else {
			const count = kind === 'mark' ? repeatsOf(codePoint, text, at, end) : 1;
			const token = tokenOf(codePoint, count);
			yield {text: token, widthCells: token.length, isToken: true};
			at += (count - 1) * unitCount;
			marksOnCell = undefined;
		}

		at += unitCount;
	}
}

const backslash = 0x5C;

const doubledBackslash = String.raw`\\`;

const plain = (text: string, widthCells: number): Piece => ({text, widthCells, isToken: false});

/** Printable ASCII without the backslash, which is most of any log. At most as long as a wide screen, because callers may stop early. */
const printableAscii = /[[\p{ASCII}--\p{Control}]--\\]{1,512}/vy;

function asciiRun(text: string, at: number, end: number): string {
	printableAscii.lastIndex = at;
	const run = printableAscii.exec(text)?.[0] ?? '';
	return at + run.length > end ? run.slice(0, end - at) : run;
}

/** How often the same mark is repeated here: thousands on one cell become one token with their number. */
function repeatsOf(codePoint: number, text: string, start: number, end: number): number {
	const unitCount = codePoint > 0xFF_FF ? 2 : 1;
	let at = start;
	while (at < end && text.codePointAt(at) === codePoint) {
		at += unitCount;
	}

	return (at - start) / unitCount;
}
