import {cellsOf, kindOf} from './code-points.ts';
import {mostMarksOnCell, tokenOf} from './token.ts';

/** The smallest part of shown text: a run shown as itself, or one token. */
export type Piece = {readonly text: string; readonly widthCells: number; readonly isToken: boolean};

/** What stands for a tab; the one token that may be drawn as blanks instead. */
export const tabToken = tokenOf(0x09);

/**
The shown form of `text[start..end)`, piece by piece, nothing ahead of what is asked for.
No sequence is ever parsed to decide whether it is safe: the code point that introduces one is a token, always.

@yields Pieces in order.
*/
export function * pieces(text: string, {start, end, isAscii}: {readonly start: number; readonly end: number; readonly isAscii: boolean}): Generator<Piece> {
	/** Marks the last cell carries, or undefined where there is no cell that may carry any. */
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

/** Printable ASCII but the backslash, so most of any log. Not longer than a wide screen, for the sake of those who stop early. */
const printableAscii = /[[\p{ASCII}--\p{Control}]--\\]{1,512}/vy;

function asciiRun(text: string, at: number, end: number): string {
	printableAscii.lastIndex = at;
	const run = printableAscii.exec(text)?.[0] ?? '';
	return at + run.length > end ? run.slice(0, end - at) : run;
}

/** How often the same mark stands here in a row: thousands on one cell are one token with their number. */
function repeatsOf(codePoint: number, text: string, start: number, end: number): number {
	const unitCount = codePoint > 0xFF_FF ? 2 : 1;
	let at = start;
	while (at < end && text.codePointAt(at) === codePoint) {
		at += unitCount;
	}

	return (at - start) / unitCount;
}
