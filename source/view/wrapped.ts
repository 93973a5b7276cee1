import {cellsOf} from '../text/code-points.ts';
import type {ShownSpan} from '../text/shown.ts';
import type {Span} from './span.ts';

/** Spans broken into lines of at most `widthCells`; never inside a wide character. */
export function wrapped(spans: readonly Span[], widthCells: number): Span[][] {
	const lines: Span[][] = [[]];
	let leftCells = widthCells;
	for (const span of spans) {
		for (const piece of partsOf(span, leftCells, widthCells)) {
			if (piece.widthCells > leftCells) {
				lines.push([]);
				leftCells = widthCells;
			}

			lines.at(-1)!.push(piece);
			leftCells -= piece.widthCells;
		}
	}

	return lines;
}

/** The span cut where a line ends: first after `firstCells`, then every `widthCells`. */
function partsOf(span: Span, firstCells: number, widthCells: number): Span[] {
	if (span.widthCells <= firstCells) {
		return [span];
	}

	const parts: Span[] = [];
	let start = 0;
	let at = 0;
	let takenCells = 0;
	let roomCells = firstCells;
	for (const character of span.text) {
		const cells = cellsOf(character.codePointAt(0)!);
		if (takenCells + cells > roomCells) {
			parts.push(part(span, start, at, takenCells));
			start = at;
			takenCells = 0;
			roomCells = widthCells;
		}

		takenCells += cells;
		at += character.length;
	}

	return [...parts, part(span, start, at, takenCells)].filter(({text}) => text !== '');
}

function part(span: Span, start: number, end: number, widthCells: number): Span {
	return {...span, text: span.text.slice(start, end) as ShownSpan['text'], widthCells};
}
