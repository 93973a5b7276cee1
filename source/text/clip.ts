import {cellsOf} from './code-points.ts';
import type {Shown, ShownSpan} from './shown.ts';

/** At most `widthCells` of the spans; the last cell marks a cut. */
export function clipCells(spans: readonly ShownSpan[], widthCells: number, {isAscii = false}: {readonly isAscii?: boolean} = {}): ShownSpan[] {
	if (isNotWider(spans, widthCells)) {
		return [...spans];
	}

	return widthCells < 1 ? [] : [...cut(spans, widthCells - 1), isAscii ? asciiCutMark : cutMark];
}

/** The spans padded to `widthCells`, with blanks after them or, for numbers, before them. */
export function padCells(spans: readonly ShownSpan[], widthCells: number, side: 'end' | 'start' = 'end'): ShownSpan[] {
	const missingCells = widthCells - cellsIn(spans);
	if (missingCells <= 0) {
		return [...spans];
	}

	const blanks: ShownSpan = {text: ' '.repeat(missingCells) as Shown, widthCells: missingCells, isToken: false, isMarked: false};
	return side === 'end' ? [...spans, blanks] : [blanks, ...spans];
}

/** The width of all spans together, in cells. */
export function cellsIn(spans: readonly ShownSpan[]): number {
	let sum = 0;
	for (const span of spans) {
		sum += span.widthCells;
	}

	return sum;
}

const cutMark: ShownSpan = {text: '…' as Shown, widthCells: 1, isToken: true, isMarked: false};

const asciiCutMark: ShownSpan = {...cutMark, text: '~' as Shown};

/** Stops at the first span that is too much. */
function isNotWider(spans: readonly ShownSpan[], widthCells: number): boolean {
	let sum = 0;
	return spans.every(span => {
		sum += span.widthCells;
		return sum <= widthCells;
	});
}

function cut(spans: readonly ShownSpan[], widthCells: number): ShownSpan[] {
	const kept: ShownSpan[] = [];
	let leftCells = widthCells;
	for (const span of spans) {
		const part = span.widthCells <= leftCells ? span : cutSpan(span, leftCells);
		if (part.text !== '') {
			kept.push(part);
		}

		leftCells -= part.widthCells;
		if (part !== span) {
			break;
		}
	}

	return kept;
}

/** The start of a span, with all combining marks of its last cell; a wide character that fits only by half is left out. */
function cutSpan(span: ShownSpan, widthCells: number): ShownSpan {
	let takenCells = 0;
	let end = 0;
	for (const character of span.text) {
		const cells = cellsOf(character.codePointAt(0)!);
		if (takenCells + cells > widthCells) {
			break;
		}

		takenCells += cells;
		end += character.length;
	}

	return {...span, text: span.text.slice(0, end) as Shown, widthCells: takenCells};
}
